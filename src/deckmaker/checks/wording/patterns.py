"""Rules about patterns among options that give the key away: shared parts, a pair of opposites."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from deckmaker.checks.item import Item
from deckmaker.checks.wording.opposites import ANTONYMS, SAME_SCALE
from deckmaker.checks.wording.reading import content, in_options, root, tokens
from deckmaker.checks.wording.references import is_free_of_labels, names_options
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.numbers import quantity
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Kind

_SYMBOL = regex(r"[^\w\s,;]")
"""What may be an element without a word."""
_PARTS = regex(r"\s*(?:;|,| and | & | with | plus | \+ |/|\s[–—-]\s|[–→]| to | but | or )\s*", re.I)
_BEFORE_NOUN = regex(r"^(?:an?|the|its|their|both) ")
_BETWEEN = word_set("and with plus to but or")
_SIGNS_BETWEEN = ";,&+/–→—-"
"""One of these words or signs stands where two elements are parted."""
_GRAMMAR = word_set("of in the a to by")
"""Words that make of an option more than a row of elements."""


@rule(Kind.SINGLE_CHOICE)
def convergence_cue(item: Item) -> Iterator[Diagnostic]:
    """W214. Case & Swanson (convergence strategy): the key is made of what is met most often in the options."""
    if not is_free_of_labels(item) or len(item.options) < 3 or not item.keys:
        return
    if not all(map(_may_have_elements, item.options, item.option_words)) or not _recurs(item):
        return
    if any(quantity(option) or names_options(option) for option in item.options):
        return
    split = {option: _elements(option) for option in item.options}
    if any(len(parts) < 2 for parts in split.values()) or len({len(parts) for parts in split.values()}) > 1:
        return
    if _is_balanced(split.values()):
        return
    if _by_place([split[option] for option in item.options], split[item.keys[0]]) or _by_number(split, item.keys[0]):
        message = f'each part of "{item.keys[0]}" stands in more options than any other'
        yield diagnose("W214", in_options(item, item.keys[0]), message, hint="let each part stand equally often")


def _may_have_elements(option: str, words: tuple[str, ...]) -> bool:
    """Whether an option has a few words, or a sign or a word that parts one element from the next."""
    if 2 <= len(words) <= 4 and _GRAMMAR.isdisjoint(words):
        return True
    return not _BETWEEN.isdisjoint(words) or any(map(option.__contains__, _SIGNS_BETWEEN))


def _recurs(item: Item) -> bool:
    """Whether an element of the key stands in another option too, be it within a word."""
    written = item.keys[0]
    told = dict(zip(item.options, item.option_words, strict=True))
    key = frozenset(told[written])
    if all(map(key.isdisjoint, map(told.__getitem__, item.distractors))) and not _SYMBOL.search(written.strip(" .")):
        return False
    elements = [element.replace("’", "'") for element in _elements(written)]
    if len(elements) < 2:
        return False
    others = [_alike_written(option) for option in item.distractors]
    return any(element in other for element in elements for other in others)


def _alike_written(option: str) -> str:
    return " ".join(option.casefold().split()).replace("’", "'")


def _is_balanced(options: Iterable[tuple[str, ...]]) -> bool:
    """Whether every part stands equally often, whatever its place: three things, two in each option."""
    return len({*Counter(part for parts in options for part in {*parts}).values()}) == 1


def _elements(option: str) -> tuple[str, ...]:
    parts = tuple(
        part for part in (" ".join(part.casefold().split()) for part in _PARTS.split(option.strip(" ."))) if part
    )
    if len(parts) > 1:
        return tuple(_BEFORE_NOUN.sub("", part) for part in parts)
    found = tokens(option)
    return found if 2 <= len(found) <= 4 and _GRAMMAR.isdisjoint(found) else ()


def _by_place(options: list[tuple[str, ...]], key: tuple[str, ...]) -> bool:
    varying = 0
    for place, part in enumerate(key):
        counts = Counter(option[place] for option in options)
        if len(counts) == 1:
            continue
        varying += 1
        if counts[part] < 2 or any(counts[other] >= counts[part] for other in counts if other != part):
            return False
    return varying >= 2


def _by_number(split: dict[str, tuple[str, ...]], key: str) -> bool:
    counts = Counter(part for parts in split.values() for part in {*parts})
    if any(count == len(split) for count in counts.values()) or min(counts[part] for part in split[key]) < 2:
        return False
    weights = {option: sum(counts[part] for part in parts) for option, parts in split.items()}
    rest = [min(counts[part] for part in parts) for option, parts in split.items() if option != key]
    return all(weights[key] > weight for option, weight in weights.items() if option != key) and all(
        low < 2 for low in rest
    )


@rule(Kind.SINGLE_CHOICE)
def opposite_pair_cue(item: Item) -> Iterator[Diagnostic]:
    """W215. Case & Swanson (logical cues); Haladyna et al. 2002, 28e: the key is one of the two opposites."""
    if not item.is_english or not is_free_of_labels(item) or len(item.options) < 3 or not _may_oppose(item):
        return
    pairs = [
        (one, other)
        for index, one in enumerate(item.options)
        for other in item.options[index + 1 :]
        if _opposed(one, other)
    ]
    if len(pairs) != 1 or item.keys[0] not in pairs[0]:
        return
    one, other = pairs[0]
    rest = [option for option in item.options if option not in pairs[0]]
    common, turned = content(one) & content(other), content(one) ^ content(other)
    if len(tokens(one)) == len(tokens(other)) == 1 and not one.rstrip(".").casefold().endswith(
        ("s", "ed", "ing", "er")
    ):
        return  # terms, not statements: "oxidation", "reduction"
    if any((common and common <= content(option)) or turned & content(option) for option in rest):
        return
    if any(
        {*tokens(option)} & SAME_SCALE or re.match(r"(?:no|not) \w+|does not|is not", option, re.I) for option in rest
    ) or any(_half_opposed(option, one) or _half_opposed(option, other) for option in rest):
        return
    message = f'"{one}" and "{other}" are opposites: the rest can be dropped unread'
    yield diagnose("W215", in_options(item, one), message, hint="write two such pairs, or none")


_NEGATE = regex(
    r"\b(?:is|are|was|were|does|do|did|can|will|has|have)(?: not|n['’]t)\b|\bcannot\b|\bnot\b|\bno\b|\bnever\b", re.I
)


def _opposed(one: str, other: str) -> bool:
    first, second = (tuple(word for word in tokens(text) if word not in _AUXILIARY) for text in (one, other))
    if bool(_NEGATE.search(one)) != bool(_NEGATE.search(other)):
        begun = [frozenset(word[:3] for word in content(_NEGATE.sub(" ", text))) for text in (one, other)]
        return _alike(begun[0], begun[1], 0.99)  # "applies", "apply"
    if len(first) == len(second):
        changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
        if changed and len(changed) <= 2 and all(_are_antonyms(a, b) for a, b in changed):
            return True
    if _phrases_opposed(first, second):
        return True
    if len(first) == len(second):
        return False
    turned = [(a, b) for a in first for b in second if _are_antonyms(a, b)]
    if len(turned) != 1:
        return False
    return _alike(frozenset(first) - {turned[0][0]} - _PARTICLES, frozenset(second) - {turned[0][1]} - _PARTICLES, 0.6)


def _may_oppose(item: Item) -> bool:
    """Whether an option has a negative, or there are all words of two opposites, or one word of another turned."""
    found = item.option_pieces
    if not _NEGATING.isdisjoint(found):
        return True
    told = [each for each in map(_told, found) if each]
    opposites = _opposites()
    stems = frozenset([stem for stem, _ in told])
    if any(needed <= stems for stem in stems & opposites.keys() for needed in opposites[stem]):
        return True
    return not found.isdisjoint([unturned for _, every in told for unturned in every])


@lru_cache(maxsize=8192)
def _told(word: str) -> tuple[str, tuple[str, ...]] | None:
    """Its stem, and what is left of it without each prefix that may turn a word; None if it turns into no other."""
    stem = _stem(word)
    unturned = tuple([word[len(prefix) :] for prefix in _TURNING_PREFIXES if word.startswith(prefix)])
    return (stem, unturned) if unturned or stem in _with_opposites() else None


@cache
def _opposites() -> dict[str, tuple[frozenset[str], ...]]:
    """By the longest stem of two opposites, all stems of both."""
    found: defaultdict[str, tuple[frozenset[str], ...]] = defaultdict(tuple)
    for pair in ANTONYMS:
        stems = frozenset([_stem(word) for words in pair for word in words.split("-")])
        found[max(stems, key=lambda stem: (len(stem), stem))] += (stems,)
    return dict(found)


@cache
def _with_opposites() -> frozenset[str]:
    """The stems of all words of opposites."""
    return frozenset().union(*(stems for every in _opposites().values() for stems in every))


_NEGATING = frozenset(("not", "no", "never", "cannot", "t", "non", "anti"))
"""One of these pieces stands in a negative; or before a hyphen, in a word that is turned."""
_TURNING_PREFIXES = (
    *("un", "in", "im", "ir", "il", "non", "non-", "dis", "a", "anti", "anti-", "de", "hypo", "hyper"),
)

_PARTICLES = frozenset(("up", "down", "off", "out"))
"""What a verb may have beside it while its opposite has none: "speeds it up", "brakes it"."""


def _alike(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    return bool(one | other) and bool(one) and len(one & other) / len(one | other) >= least


def _are_antonyms(one: str, other: str) -> bool:
    if frozenset((one, other)) in ANTONYMS or frozenset((_stem(one), _stem(other))) in _roots():
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.endswith(short) and long[: -len(short)] in _TURNING_PREFIXES


def _stem(word: str) -> str:
    return root(word).removesuffix("e")


@cache
def _roots() -> frozenset[frozenset[str]]:
    """The pairs of opposites of one word each, as stems."""
    return frozenset(frozenset(map(_stem, pair)) for pair in ANTONYMS if not any("-" in word for word in pair))


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Opposites of several words, either way round, as stems: "goes up", "goes down"."""
    several = [pair for pair in ANTONYMS if any("-" in words for words in pair)]
    stems = [[tuple(map(_stem, words.split("-"))) for words in pair] for pair in several]
    return tuple([(one, other) for pair in stems for one, other in (pair, pair[::-1])])


def _phrases_opposed(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether a verb and its particle turn one into the other: "takes up an ion", "gives off an ion"."""
    roots = [tuple(map(_stem, words)) for words in (first, second)]
    for one, other in _phrases():
        if one[0] in roots[0] and other[0] in roots[1]:
            rest = _without(roots[0], one), _without(roots[1], other)
            if None not in rest and rest[0] == rest[1]:
                return True
    return False


def _without(words: tuple[str, ...], run: tuple[str, ...]) -> tuple[str, ...] | None:
    starts = (index for index in range(len(words) - len(run) + 1) if words[index : index + len(run)] == run)
    start = next(starts, None)
    return None if start is None else words[:start] + words[start + len(run) :]


_AUXILIARY = frozenset(("is", "are", "was", "were", "gets", "get", "becomes", "become", "be", "has", "have", "been"))


def _half_opposed(option: str, one: str) -> bool:
    """Whether another option speaks on the same scale with another antonym, so that the pair does not stand alone."""
    return (
        len(tokens(option)) == len(tokens(one))
        and sum(a != b for a, b in zip(tokens(option), tokens(one), strict=True)) == 1
        and len(tokens(one)) > 2
    )
