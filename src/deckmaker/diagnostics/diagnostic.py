"""One thing said about one place of the user's input."""

from __future__ import annotations

import re

from msgspec import Struct

from deckmaker.diagnostics.codes import CODES, Code, Severity
from deckmaker.source import Span

MOST_LETTERS = 2_000
"""Of a message or a hint, which quote the user's words: a file may be one line."""
_LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


class Label(Struct, frozen=True):
    """A second place that helps to understand the first, perhaps in another file.

    span: the place.
    text: a few words that stand beside it ("first given here").
    """

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """A safe change to a file.

    span: what goes; text: what stands there then.
    """

    span: Span
    text: str


class Diagnostic(Struct, frozen=True):
    """One problem, or advice, about the user's input.

    code: what kind, from the one table of codes.
    span: the place it is about; the headline names its line and column.
    message: one short phrase, lower case, no full stop, the user's own words in double quotes; enough if shown alone.
    note: a few words beside the carets.
    labels: other places.
    hint: an imperative that the user can follow; may hold a corrected line.
    fixes: what `check --fix` writes in place of what; never another wording.
    about: ids of the questions it is about, where it is about any and a stage knows: their `allow:` may silence it.
    """

    code: Code
    span: Span
    message: str
    note: str = ""
    labels: tuple[Label, ...] = ()
    hint: str = ""
    fixes: tuple[Fix, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.code.severity is Severity.ERROR


def diagnose(
    code: str,
    span: Span,
    message: str,
    note: str = "",
    hint: str = "",
    labels: tuple[Label, ...] = (),
    fixes: tuple[Fix, ...] = (),
) -> Diagnostic:
    """The diagnostic of that code id; line ends in the user's words become spaces in its message,
    and words without end are cut.

    Raises KeyError for an id that the table does not have.
    """
    if len(message) > MOST_LETTERS:
        message = f"{message[:MOST_LETTERS]}…"
    if len(hint) > MOST_LETTERS:
        hint = f"{hint[:MOST_LETTERS]}…"
    if "\n" in message or "\r" in message:
        message = _LINE_ENDS.sub(" ", message)
    return Diagnostic(CODES[code], span, message, note, labels, hint, fixes)
