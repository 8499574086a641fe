"""Text that starts with a quotation mark: quoted as a whole, in its first words, or without the mark at its end."""

from __future__ import annotations

import re

from deckmaker.model.patterns import regex
from deckmaker.readers.traps.flow import closing_quote

_ELISION = regex(
    r"'(?:tis|twas|twere|twill|till?|cause|em|bout|round|neath|gainst|tween|[nst]|\d\d(?:s|\b))(?!\w)", re.I
)
"""A word that begins with an apostrophe: 'tis, '90s, Dutch 's and 't."""
_FROM_ARTICLE = frozenset(("quote", "hedge", "booster", "cue", "prefix", "suffix"))
"""Keys of words of the article, of which a mark that is typed around some is seldom one."""


def quoted(text: str) -> str:
    """The text as a YAML scalar in quotes, of the kind that needs least care."""
    text = text.rstrip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def starts_with_quote(value: str) -> tuple[str, str, str] | None:
    """Code, message, the value put right; None where the quotation is one, or one with " that only needs its end."""
    if value[0] not in "\"'":
        return None
    end, mark = closing_quote(value), value[0]
    if (mark == '"' and end is None) or (end is not None and value[end + 1 :].strip()[:1] in ("", "#")):
        return None
    if _is_whole(value):
        return "Y102", f"text after the closing {mark} is lost to YAML", quoted(_plain(value[1:-1], mark))
    if _lacks_its_end(value):
        text = value[1:]
        return "Y111", f"the quotation mark {mark} is not closed", quoted(text) if mark in text else value + mark
    lost = f"text after the closing {mark} is lost to YAML"
    return "Y102", "text that starts with ' is read as quoted" if end is None else lost, quoted(value)


def is_clear(value: str, key: str | None) -> bool:
    """Whether the marks of a value that starts with one can mean one thing alone."""
    if _is_whole(value):
        return _is_whole(value, surely=True)
    return _is_elided(value) or (key not in _FROM_ARTICLE and len(_marks(value)) % 2 == 1)


def without_marks(value: str, key: str | None) -> str | None:
    """The article's words without the marks that were typed around some of them; None for other texts."""
    if key not in _FROM_ARTICLE or _is_whole(value) or _is_elided(value):
        return None
    return "".join(char for place, char in enumerate(value) if place not in (0, *_marks(value)))


def _marks(value: str) -> list[int]:
    """Where its mark stands again, but for apostrophes within words."""
    pattern, meant = (r"(?<!\w)'|'(?!\w)", "''") if value[0] == "'" else ('"', '\\"')
    return [match.start() + 1 for match in re.finditer(pattern, value[1:].replace(meant, "xx"))]


def _is_whole(value: str, *, surely: bool = False) -> bool:
    """Whether the outer marks are around the whole text: "He said "hello" to me", 'in Demir's time'.

    surely: not by the number of marks alone, as in 'the students' books'.
    """
    marks = _marks(value)
    if not marks or marks[-1] != len(value) - 1:
        return False
    return len(marks) == 1 or value[marks[0] - 1].isspace() or (len(marks) % 2 == 0 and not surely)


def _lacks_its_end(value: str) -> bool:
    """Whether the mark opens a quotation that nothing closes; "Old" opens one inside it where a blank stands before."""
    marks = _marks(value)
    return not _is_elided(value) and len(marks) % 2 == 0 and (not marks or value[marks[0] - 1].isspace())


def _is_elided(value: str) -> bool:
    return _ELISION.match(value) is not None


def _plain(text: str, mark: str) -> str:
    """The words that were typed, a mark that was doubled for YAML once."""
    return text.replace("''", "'") if mark == "'" else text
