"""The rule about options of other kinds: a date among persons, a person among places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from deckmaker.checks.item import Item
from deckmaker.checks.wording import option_words
from deckmaker.checks.wording.reading import CHOICES, in_options, tokens
from deckmaker.checks.wording.references import is_free_of_labels, own_texts
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.numbers import quantity
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set

_YEAR = regex(r"^(?:in |c\. ?)?(?:1\d|20)\d\d(?: (?:BC|AD|CE|BCE))?$", re.I)
_SPECIAL = regex(
    r"^(?:(?:he|she|it|there|they) (?:had|has|is|are|was|were|have) no|none|never|zero|half|all|infinit|undefined"
    r"|nothing|no |it |not |cannot|unlimited|any|both|neither)",
    re.I,
)
_WHY = regex(r"^(?:because|due to|owing to|in order to|so that)\b", re.I)

_WHEN = regex(r"^(?:after|before|during|until|since|when|while) ", re.I)
_BEFORE_DETAIL = regex(r"\b(?:of|in|for|with|that|which|from|on|by|to|at|near|during|who|whose)\b", re.I)
_WHAT_IS = regex(
    r"^what (?:is|are|was|were) (?!the (?:causes?|reasons?|source|result|effect|best|main"
    r"|most)\b)(?:an? |the )?[\w'’ -]+\?$"
    r"|\b(?:meant by|refers? to|denotes?|know of|known (?:for|as)|associated with|belongs? to)\b",
    re.IGNORECASE,
)
"""Questions for what something is; a cause may be an illness, a war or the weather."""
_HEADS = (
    ("who", option_words.WHO),
    ("where", option_words.WHERE),
    ("when", option_words.WHEN),
    ("work", option_words.WORK),
)


@rule(*CHOICES)
def mixed_options(item: Item) -> Iterator[Diagnostic]:
    """W210. Haladyna et al. 2002, 23: what is of another kind falls out, or stands out."""
    if item.is_english and is_free_of_labels(item):
        odd = odd_one(own_texts(item)) if _may_be_mixed(item) else ""
        odd = odd or (_odd_class(own_texts(item)) if _asks_what(item) else "")
        if odd:
            yield diagnose(
                "W210",
                in_options(item, odd),
                f'"{odd}" is an answer of another kind than the rest',
                hint="let all options answer one question: who, when, where, how much",
            )


def _may_be_mixed(item: Item) -> bool:
    """Whether words may tell the kind of an option, or some are numbers or years and some are not."""
    if not _TELLING.isdisjoint(item.option_pieces):
        return True
    figures = [bool(number) for number in item.numbers]
    if "1" in item.joined or "20" in item.joined:
        figures = [found or _is_year(text) for found, text in zip(figures, item.options, strict=True)]
    return any(figures) and not all(figures)


def _is_year(text: str) -> bool:
    return _YEAR.match(text.strip()) is not None


def _asks_what(item: Item) -> bool:
    """Whether the question is for what something is, and an option may name a class of things."""
    if _ASKING_WHAT.isdisjoint(item.stem_pieces):
        return False
    if _CLASSES.isdisjoint(item.option_pieces) and not any(map(item.options_folded.__contains__, _CLASS_ENDINGS)):
        return False
    return _WHAT_IS.search(item.stem) is not None


@lru_cache(maxsize=1024)
def odd_one(texts: tuple[str, ...]) -> str:
    """An option that answers another question than the rest; "" where there is none."""
    kinds = [_kind(text) for text in texts]
    known = {kind for kind in kinds if kind}
    if known <= {"date", "when"} and ("when" in known or "" not in kinds):
        return ""
    if (len(known) < 2 and not (known & {"number", "date"} and "" in kinds)) or known == {"number", "date"}:
        return ""
    if known <= {"number"}:
        plain_words = [text for text, kind in zip(texts, kinds, strict=True) if not kind]
        if any(re.search(r"\d", text) for text in plain_words) or all(
            number.form == "word" for text in texts if (number := quantity(text))
        ):
            return ""
        if all(len(text) <= 3 for text in plain_words) or any(_SPECIAL.search(text) for text in plain_words):
            return ""
    counts = {kind: kinds.count(kind) for kind in {*kinds}}
    unclear = counts.get("", 0)
    if known & {"who", "where", "work"} and not known & {"number", "date", "when", "why"} and len(texts) - unclear < 2:
        return ""
    rare = min((kind for kind in known), key=lambda kind: (counts[kind], kinds.index(kind)))
    return texts[kinds.index(rare)]


def _odd_class(texts: Sequence[str]) -> str:
    """The last of three options or more that name things of three classes: "a people", "a climate", "a region"."""
    classes = [_class(text) for text in texts]
    known = [name for name in classes if name]
    if len({*known}) < 3 or len(known) < len(texts) - 1:
        return ""
    return texts[len(classes) - 1 - classes[::-1].index(known[-1])]


@lru_cache(maxsize=1024)
def _class(text: str) -> str:
    words = tokens(_BEFORE_DETAIL.split(text, maxsplit=1)[0])
    if not 1 <= len(words) <= 4:
        return ""
    head = words[-1]
    named = next((name for name, heads in option_words.KINDS if head in heads or head.removesuffix("s") in heads), "")
    if named or len(words) > 1:
        return named
    return next((name for ending, name in _ENDINGS if head.endswith(ending) and len(head) > 6), "")


_CLASS_ENDINGS = ("isation", "ization", "ification")
_ENDINGS = (("isation", "process"), ("ization", "process"), ("ification", "process"))


_ASKING_WHAT = word_set("what meant refer refers denote denotes know known associated belong belongs")
"""One of these pieces stands in a question for what something is."""
_OPENS = word_set("because due owing order so after before during until since when while")
"""One of these pieces stands, early, in an option that says why or when."""
_NAMED = frozenset().union(*(heads for _, heads in _HEADS), option_words.PEOPLE, option_words.PLACES, {"king"})
"""What stands, whole, in one that says who, where, when or which work; "king's" among them."""


_TELLING = _OPENS | _NAMED
"""One of these pieces stands in an option that words tell the kind of."""
_CLASSES = frozenset(
    part + ending
    for _, heads in option_words.KINDS
    for head in heads
    for part in head.split("-")
    for ending in ("", "s")
)
"""One of these pieces stands in an option that names a class of things."""


@lru_cache(maxsize=1024)
def _kind(text: str) -> str:
    """What the option answers: "number", "date", "when", "where", "who", "why", "work"; "" where words do not tell."""
    found = quantity(text)
    if (found and found.form == "date") or _is_year(text):
        return "date"
    if found:
        return "number"
    found_in = pieces(text)
    if not _OPENS.isdisjoint(found_in):
        if _WHY.match(text):
            return "why"
        if _WHEN.match(text):
            return "when"
    if _NAMED.isdisjoint(found_in):
        return ""
    head = tokens(_BEFORE_DETAIL.split(text, maxsplit=1)[0])
    return _of_noun(text, head) if head else _of_place(tokens(text))


def _of_place(words: tuple[str, ...]) -> str:
    """ "in Paris", "at a river", "in spring"."""
    if words[:1] and words[0] in ("in", "at", "on", "near", "from"):
        if {*words[1:]} & (option_words.PLACES | option_words.WHERE):
            return "where"
        return "when" if {*words[1:]} & option_words.WHEN else ""
    return ""


def _of_noun(text: str, head: tuple[str, ...]) -> str:
    words = tokens(text)
    is_name = len(words) == 1 or (len(words) <= 4 and re.match(r"\S+ (?:van |von |de |da |the )?[A-Z]", text))
    if text[:1].isupper() and head[0] in option_words.PEOPLE and is_name:
        return "who"
    if len(words) <= 3 and words[-1] in option_words.PLACES:
        return "where"
    if re.match(r"(?:an?|the) ", text, re.I) or len(words) == 1:
        return next((kind for kind, heads in _HEADS if head[-1] in heads), "")
    return ""
