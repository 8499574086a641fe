"""What the article has instead of words that do not stand in it. Used for hints alone: nothing here verifies."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from deckmaker.model.patterns import regex
from deckmaker.model.words import occurrences

_ALIKE = {
    **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
_DASHES = "\u2010-\u2015\u2212"
# White space and dashes in runs, whatever is not ASCII, and letters with combining marks behind them.
_SPECIAL = regex(
    rf"\s{{2,}}|[^\S ]|[-{_DASHES}]{{2,}}|[{_DASHES}]|(?:[^\x00-\x7f]|\w(?=[\u0300-\u036f]))[\u0300-\u036f]*"
)
_TOKEN = regex(r"\S+")
_EDGES = " \t\r\n.,;:!?…()[]\"'“”‘’«»"
_CLOSE = 0.6
"""The ratio from which two passages look alike (difflib's own default)."""
_MOST = 30
"""How many windows with words in common are looked at more closely."""
_FEW = 2
"""Words of a quotation up to which all may be misspelt, so that windows with none in common are looked at too."""


class Folded:
    """A text without differences of case and typography, to look up what is typed differently."""

    def __init__(self, text: str) -> None:
        """Folds the text, and notes where each part of it comes from."""
        self.text = text
        parts: list[str] = []
        self._folded_at, self._text_at = [0], [0]
        length = last = 0
        for match in _SPECIAL.finditer(text):
            for part, end in ((text[last : match.start()].lower(), match.start()), (_folded(match[0]), match.end())):
                parts.append(part)
                length += len(part)
                self._folded_at.append(length)
                self._text_at.append(end)
            last = match.end()
        self.folded = "".join((*parts, text[last:].lower()))

    def find(self, part: str) -> list[tuple[int, int]]:
        """Where the text has the part, case and typography aside."""
        wanted = Folded(part).folded.strip()
        hits = occurrences(wanted, self.folded) if wanted else ()
        return [(self._start(at), self._end(at + len(wanted))) for at in hits]

    def _start(self, folded: int) -> int:
        """The character of the text that a folded one comes from."""
        mark = bisect_right(self._folded_at, folded) - 1
        end = self._text_at[mark + 1] if mark + 1 < len(self._text_at) else len(self.text)
        return min(self._text_at[mark] + folded - self._folded_at[mark], end - 1)

    def _end(self, folded: int) -> int:
        """One past the character of the text that the one before a folded place comes from."""
        mark = bisect_left(self._folded_at, folded)
        end = self._text_at[mark] if mark < len(self._text_at) else len(self.text)
        return min(self._text_at[mark - 1] + folded - self._folded_at[mark - 1], end)


def _folded(special: str) -> str:
    if special.isspace():
        return " "
    if re.fullmatch(f"[-{_DASHES}]+", special):
        return "-"
    alike = _ALIKE.get(special)
    return unicodedata.normalize("NFKC", special).casefold() if alike is None else alike


def alike(part: str, text: str) -> str:
    """The passage of the text that differs from the part in case or typography alone, or ""."""
    return next((text[start:end] for start, end in Folded(text).find(part)), "")


def near(part: str, text: str, start: int, end: int) -> str:
    """The passage of about as many words in that stretch of the text that looks most like the part, or ""."""
    from difflib import get_close_matches  # most quotations stand in their article as they are written

    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
    windows = _windows([_key(word) for word in part.split()], [_key(text[first:last]) for first, last in tokens])
    passages = [text[tokens[first][0] : tokens[last - 1][1]].strip(_EDGES) for first, last in windows]
    close = get_close_matches(part, list(dict.fromkeys(passages)), 1, _CLOSE)
    return close[0] if close else ""


def _key(word: str) -> str:
    return (word.lower() if word.isascii() else Folded(word).folded).strip(_EDGES)


def _windows(wanted: list[str], keys: list[str]) -> list[tuple[int, int]]:
    """The windows over these words, one shorter to two longer than what is wanted, that have most words of it."""
    from heapq import nsmallest

    shared = [0, *accumulate(key in wanted for key in keys)]
    windows = [
        (shared[first] - shared[first + size], abs(size - len(wanted)), first, first + size)
        for size in range(max(1, len(wanted) - 1), len(wanted) + 3)
        for first in range(len(keys) - size + 1)
        if shared[first] != shared[first + size] or (len(wanted) <= _FEW and size == len(wanted))
    ]
    most = _MOST if shared[-1] else len(windows)
    return [(first, last) for _, _, first, last in nsmallest(most, windows)]


def missing_words(part: str, passage: str) -> str:
    """The words that the passage has and the part leaves out, if that is all that differs; "" otherwise."""
    ours, theirs = [_key(word) for word in part.split()], passage.split()
    steps = _steps(ours, [_key(word) for word in theirs])
    if {step[0] for step in steps} != {"equal", "insert"}:
        return ""
    return " ".join(" ".join(theirs[step[3] : step[4]]) for step in steps if step[0] == "insert").strip(_EDGES)


def _steps(part: Sequence[str], passage: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """What makes the one of the other, as difflib tells it: what is done, from where and up to where in both."""
    from difflib import SequenceMatcher

    return [*SequenceMatcher(None, part, passage, autojunk=False).get_opcodes()]


def difference(part: str, passage: str) -> str:
    """In words, how the passage is typed differently from the part, which is `alike` it."""
    if part.casefold() == passage.casefold():
        return "capital letters count"
    for step, from_part, to_part, from_, to in _steps(part, passage):
        if step != "equal" and part[from_part:to_part].casefold() != passage[from_:to].casefold():
            return f"the article has {_name(passage[from_:to])} where this has {_name(part[from_part:to_part])}"
    return ""


def _name(chars: str) -> str:
    if not chars:
        return "nothing"
    return ", ".join(f"U+{ord(char):04X} ({unicodedata.name(char, 'control character').lower()})" for char in chars[:3])


def shown(text: str) -> str:
    """The text between double quotes as YAML reads it, with escapes for what the eye cannot tell from a space."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    if char == " " or unicodedata.category(char) not in ("Zs", "Zl", "Zp", "Cf", "Cc"):
        return char
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return named.get(char) or (f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}")
