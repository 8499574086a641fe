"""What an import could not take over: counted by kind, and told once a kind."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.source import SourceFile

_SHOWN = 3
"""Questions that a kind of loss names."""


class Losses(Struct):
    """What was left out. kinds: ids of questions by what they lost, each once; "" for the deck as a whole."""

    kinds: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, what: str, question: str) -> None:
        """A question lost something of that kind."""
        self.kinds.setdefault(what, {})[question] = None

    def told(self, file: str) -> Iterator[Diagnostic]:
        """I101, once for each kind."""
        for what, questions in sorted(self.kinds.items()):
            ids = [id for id in questions if id]
            named = ", ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")
            where = f' in "{ids[0]}"' if len(ids) == 1 else f" in {len(ids)} notes" if ids else ""
            hint = f"look at {named}" if len(ids) > 1 else ""
            yield diagnose("I101", SourceFile(file, "").span(0), f"not taken over: {what}{where}", hint=hint)
