"""Sentences of a paragraph, and quotations that run over several of them. English; a table of words, no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckmaker.model.patterns import regex

_END = regex(r"(?:(?<![.!?…])[.!?…]+[\"'“”‘’»)\]]*(?:\[\w{1,4}\])?(?=\s)|[。！？]|…(?=[\"“‘(]?[^\W\d_]))")
_NEXT_WORD = regex(r"[\s\"'“”‘’«(\[]*(\w+)")
_INITIALS = regex(r"(?:^|[\s\"“‘(])(?:[^\W\d_]\.)+\Z")
_UNIT = regex(r"\d\s?[a-z]\.\Z")
"""A number and its unit, which ends like an initial: "1,500 m."."""
_ABBREVIATION = regex(
    r"(?:^|[\s\"“‘(])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Sen|Rep|Gov|Pres|Rev|Hon|Sr|Jr|St|Mt|Inc|Ltd|"
    r"Co|Corp|No|Nos|vs|cf|approx|ca|etc|al|Vol|Fig|pp|ed|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.\Z"
)
_LONG = 7
"""So many letters before a stop are neither."""
_STARTER = regex(
    r"(?:A|According|After|All|Also|Although|An|And|As|At|Because|Before|Both|But|By|Despite|During|Each|Even|"
    r"Every|For|From|He|Her|His|How|However|I|If|In|Instead|It|Its|Last|Many|Meanwhile|Most|My|Next|Not|Now|On|"
    r"Once|One|Or|Our|She|Since|So|Some|Such|That|The|Their|Then|There|These|They|This|Those|To|Until|We|What|"
    r"When|Where|Which|While|Who|Why|With|Yet|You)"
)
"""What begins a sentence after "U.S." or "etc."; any other word there, a name say, goes on with it."""

# A quotation in single marks counts only if it ends with a stop, since an apostrophe looks like its end.
_MARKS = "\"“”„«»'‘"
"""What a quotation begins with."""
_QUOTATION = regex(r"[\"“”„«»].*?(?:[\"“”„«»]|\Z)|(?<!\w)['‘](?=\w)(?:[^\"“”„«»])*?[.,!?…]['’](?!\w)", re.DOTALL)


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """The start and end of each sentence, one after the other without gaps.

    In doubt two sentences stay one: "in the U.S. Iran" might be either.
    """
    return list(_sentences(paragraph))


@lru_cache(maxsize=4)  # of one paragraph several things are asked
def _sentences(paragraph: str) -> tuple[tuple[int, int], ...]:
    ends = [end for end in _stops(paragraph) if 0 < end < len(paragraph)]
    return tuple(zip([0, *ends], [*ends, len(paragraph)], strict=True))


def _stops(paragraph: str) -> Iterator[int]:
    for match in _END.finditer(paragraph):
        following = _NEXT_WORD.match(paragraph, match.end())
        if following and not _goes_on(paragraph[max(0, match.end() - 12) : match.end()], match[0], following[1]):
            yield match.end()


def _goes_on(tail: str, stop: str, word: str) -> bool:
    """Whether the sentence goes on after its stop, the last of those letters, with that word."""
    if word[0].islower():
        return True
    if tail[-_LONG - 1 : -1].isalpha() and len(tail) > _LONG:
        return False
    shortened = stop == "." and not _UNIT.search(tail) and (_INITIALS.search(tail) or _ABBREVIATION.search(tail))
    return bool(shortened) and not _STARTER.fullmatch(word)


def around(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or sentences, that a stretch of a paragraph stands in."""
    touched = [(first, last) for first, last in _sentences(paragraph) if first < end and last > start]
    return (touched[0][0], touched[-1][1]) if touched else (0, len(paragraph))


def scope(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of saying may stand that go with a stretch of a paragraph: its sentence.

    The whole paragraph when the stretch stands in a quotation of several sentences: its speaker may be named at the
    far end of it.
    """
    quotations = _QUOTATION.finditer(paragraph) if any(map(paragraph.__contains__, _MARKS)) else ()
    for quotation in quotations:
        inside = quotation.start() + 1, quotation.end() - 1
        if inside[0] - 1 <= start and end <= inside[1] + 1 and _several(paragraph, *inside):
            return 0, len(paragraph)
    return around(paragraph, start, end)


def _several(paragraph: str, start: int, end: int) -> bool:
    return sum(first < end and last > start for first, last in _sentences(paragraph)) > 1
