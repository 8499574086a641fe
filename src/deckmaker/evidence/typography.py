"""What the article has instead of words that do not stand in it. Used for hints alone: nothing here verifies."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

_ALIKE = {
    **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
_TOKEN = re.compile(r"\S+")
_EDGES = " \t\r\n.,;:!?…()[]\"'“”‘’«»"
_CLOSE = 0.6
"""The ratio from which two passages look alike (difflib's own default)."""
_MOST = 400
"""Words of a paragraph beyond which a passage that shares no word with the quotation is not looked for."""


def fold(text: str) -> tuple[str, list[int]]:
    """The text without differences of case and typography, and where in the text each of its characters comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, cluster in _clusters(text):
        for char in _fold_cluster(cluster):
            if char in " -" and letters and letters[-1] == char:
                continue
            letters.append(char)
            places.append(at)
    return "".join(letters), places


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Characters with the combining marks behind them, so that "é" is one however it was typed."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, text[start:at]
            start = at


def _fold_cluster(cluster: str) -> str:
    alike = _ALIKE.get(cluster)
    if alike is not None:
        return alike
    return "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFKC", cluster).casefold())


def alike(part: str, text: str, start: int, end: int) -> str:
    """The passage of that stretch of the text that differs from the part in case or typography alone, or ""."""
    folded, places = fold(text[start:end])
    wanted = fold(part)[0].strip()
    at = folded.find(wanted) if wanted else -1
    if at < 0:
        return ""
    after = at + len(wanted)
    return text[start + places[at] : start + places[after] if after < len(places) else end]


def near(part: str, text: str, start: int, end: int) -> str:
    """The passage of about as many words in that stretch of the text that looks most like the part, or ""."""
    wanted = [_key(word) for word in part.split()]
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
    keys = [_key(text[first:last]) for first, last in tokens]
    windows = _shared(wanted, keys) or (_all(len(wanted), len(keys)) if len(keys) <= _MOST else [])
    passages = [text[tokens[first][0] : tokens[last - 1][1]].strip(_EDGES) for first, last in windows]
    close = get_close_matches(part, list(dict.fromkeys(passages)), 1, _CLOSE)
    return close[0] if close else ""


def _key(word: str) -> str:
    return fold(word)[0].strip(_EDGES)


def _shared(wanted: list[str], keys: list[str]) -> list[tuple[int, int]]:
    """Of the windows with a word in common with what is wanted, the few that have the most."""
    need = Counter(wanted)
    found: list[tuple[int, int, int]] = []
    for first in [at for at, key in enumerate(keys) if key in need]:
        for last in range(first + max(1, len(wanted) - 1), min(first + len(wanted) + 2, len(keys)) + 1):
            common = (need & Counter(keys[first:last])).total()
            found.append((common, first, last))
    found.sort(key=lambda window: (-window[0], window[2] - window[1], window[1]))
    return _widened([(first, last) for _, first, last in found[:6]], len(keys))


def _widened(windows: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """The windows, and each with a word more before it: the first word wanted may be the one that is wrong."""
    return [pair for first, last in windows for pair in ((first, last), (max(0, first - 1), min(last, size)))]


def _all(length: int, size: int) -> list[tuple[int, int]]:
    return [(first, first + length) for first in range(max(0, size - length + 1))]


def missing_words(part: str, passage: str) -> str:
    """The words that the passage has and the part leaves out, if that is all that differs; "" otherwise."""
    ours, theirs = [_key(word) for word in part.split()], passage.split()
    steps = SequenceMatcher(None, ours, [_key(word) for word in theirs], autojunk=False).get_opcodes()
    if {step[0] for step in steps} != {"equal", "insert"}:
        return ""
    return " ".join(" ".join(theirs[step[3] : step[4]]) for step in steps if step[0] == "insert").strip(_EDGES)


def difference(part: str, passage: str) -> str:
    """In words, how the passage is typed differently from the part, which is `alike` it."""
    if part.casefold() == passage.casefold():
        return "capital letters count"
    for step, from_part, to_part, from_, to in SequenceMatcher(None, part, passage, autojunk=False).get_opcodes():
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
