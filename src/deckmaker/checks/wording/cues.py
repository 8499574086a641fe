"""Rules about cues: what gives the key away to someone who does not know the answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import (
    CHOICES,
    content,
    first_blank,
    in_options,
    in_stem,
    is_open,
    lead_in,
    tokens,
    unquoted,
)
from deckmaker.checks.wording.references import combines, is_free_of_labels, names_options, own_texts
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import FINITE, IRREGULAR, STOPWORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import folded, word_set
from deckmaker.model.questions import Kind

_ARTICLE_AT_GAP = regex(r"\b(an?)\s*(?:$|:\s*$|_{2,}|…|\.{3,}|\[|\(blank)", re.I)
_SILENT_H = ("hour", "honest", "honour", "honor", "heir", "x-ray", "mri", "sos", "fbi", "mp ", "nmr", "lcd", "led ")
_LIKE_Y = regex(r"^(?:uni(?!n|m)|use|usu|uti|ura|eu|ewe|one\b|once|ubi|u-|utopia)", re.I)
_NAMES_ON_S = word_set(
    """
    mars venus uranus texas kansas arkansas illinois massachusetts paris athens brussels cyprus laos honduras wales
    versailles buenos charles james louis thomas nicholas moses jesus dickens yeats keats brahms columbus socrates
    sophocles euripides aristophanes thales hermes ares zeus achilles odysseus hercules caucasus
    """
)
_PLURAL_LEAD = regex(r"\b(?:which|what)\b.{0,60}?\b(are|were|have)\b|\b(are|were)(?: called)?(?: the)?$", re.I)
_SINGULAR_LEAD = regex(
    r"\b(?:which|what)\b.{0,60}?\b(is|was|has)\b|^who (is|was|has) (?:the|an?)\b|\b(is"
    r"|was)(?: called)?(?: an?| the)?$|\b(is|was) (?:an?|the)$",
    re.I,
)


@rule(*CHOICES)
def grammatical_cue(item: Item) -> Iterator[Diagnostic]:
    """W202. Haladyna et al. 2002, 28d; Case & Swanson: what does not fit the sentence can be struck out unread."""
    if not item.is_english or item.question.family:
        return
    found = _cue(item)
    if found:
        message, hint = found
        yield diagnose("W202", in_stem(item), message, hint=hint)


def breaks_grammar(item: Item) -> bool:
    """Whether an option does not fit the stem, so that its form is told of there."""
    return item.is_english and not item.question.family and _cue(item) is not None


def _cue(item: Item) -> tuple[str, str] | None:
    if not is_free_of_labels(item) or len(item.options) < 2:
        return None
    has_article = "a" in item.stem_pieces or "an" in item.stem_pieces or "_" in item.stem  # "a___"
    article = _ARTICLE_AT_GAP.search(item.stem.rstrip()) if has_article else None
    if article and _rules_out(article[1], item.options):
        return (
            f'"{article[1]}" before the options rules some of them out',
            "move the article into the options, or write a(n)",
        )
    if _number_cue(item):
        return (
            "only the right answer agrees with the stem in number",
            "write all options in the singular, or all in the plural",
        )
    if is_open(item.stem) and (_odd_key_out(item) or _unfit(item) or _verbs_differ(item)):
        return (
            "not all options go on with the sentence",
            "write all options so that they end it, or ask a question",
        )
    return None


def _rules_out(article: str, options: tuple[str, ...]) -> bool:
    vowels = [_sounds_like_vowel(option) for option in options]
    return (
        not all(vowels) if article.casefold() == "an" else any(vowels) or any(_is_plural(option) for option in options)
    )


def _sounds_like_vowel(option: str) -> bool:
    first = option.strip().casefold()
    return first.startswith(_SILENT_H) or (first[:1] in "aeiou" and bool(first) and not _LIKE_Y.match(first))


_DETAILS = frozenset(("of", "in", "for", "with", "that", "which", "from", "on", "by", "to", "at"))
_BEFORE_DETAIL = regex(rf"\b(?:{'|'.join(sorted(_DETAILS))})\b")


@lru_cache(maxsize=1024)
def _is_plural(option: str) -> bool:
    found = tokens(option)
    if not _DETAILS.isdisjoint(found) or not all(map(str.isalnum, found)):
        found = tokens(_BEFORE_DETAIL.split(option, maxsplit=1)[0])
    if (
        not found
        or found[0] in ("a", "an", "one", "each", "every", "its", "it", "they", "this")
        or not option[:1].isalpha()
        or ({*found} & _NAMES_ON_S and "and" not in found)
    ):
        return False
    last = found[-1]
    return (
        "and" in found
        or last in ("people", "children", "teeth", "feet", "mice", "bacteria", "nuclei", "police")
        or (len(last) > 3 and last.endswith("men"))
        or (len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "ics", "ous")))
    )


def _may_show_number(item: Item) -> bool:
    """Whether a verb that does stands in the stem, after a question word or at the end."""
    found = item.stem_pieces
    if _SHOWING_NUMBER.isdisjoint(found):
        return False
    return not _BEFORE_VERBS.isdisjoint(found) or folded(_asked(item)).endswith(_WITH_VERBS)


def _asked(item: Item) -> str:
    """What asks, without the marks at its end."""
    return lead_in(item.stem).rstrip("?:. _")


def _number_cue(item: Item) -> bool:
    """Whether the verb of the stem is plural, or singular, and so is the key alone."""
    if len(item.keys) != 1 or len(item.options) < 3 or not _may_show_number(item):
        return False
    key = _is_plural(item.keys[0])
    others = map(_is_plural, item.distractors)
    if any(others) if key else not all(others):
        return False
    asked = _asked(item)
    plural, singular = _PLURAL_LEAD.search(asked), _SINGULAR_LEAD.search(asked)
    bare_singular = any(re.match(r"(?:an?|one)\b", option, re.I) for option in item.options)
    if names_options(item.keys[0]) or combines(item.keys[0], item.options):
        return False
    if plural and (not singular or plural.start(plural.lastindex or 0) <= singular.start(singular.lastindex or 0)):
        return key and (bare_singular or is_open(item.stem))
    return (
        bool(singular)
        and not key
        and (
            is_open(item.stem)
            or bare_singular
            or bool(re.search(r"^who\b|\b(?:is|was) an?\b|\bwhich one\b|\bone of\b", asked, re.I))
        )
    )


_FORMS = (
    ("to", regex(r"^to [a-z]+", re.I)),
    (
        "ing",
        regex(r"^[a-z]{2,}ing (?:an?|the|its|their|of|in|on|by|to|from|up|out|more|less|all|into|[a-z]+s)\b", re.I),
    ),
    ("clause", regex(r"^(?:it|they|he|she|we|you|there|this|these|because|that) \w+", re.I)),
    ("noun", regex(r"^(?:an?|the|its|their|his|her) \w+", re.I)),
    ("preposition", regex(r"^(?:in|on|at|by|from|with|for|during|after|before|between|into|through) \w+", re.I)),
)


def _form(option: str) -> str:
    return next((name for name, pattern in _FORMS if pattern.match(option.strip())), "other")


_SHOWING_NUMBER = word_set("are were have is was has")
_BEFORE_VERBS = word_set("which what who")
_WITH_VERBS = ("are", "were", "called", "the", "is", "was", "an", "a")
"""One of each stands where the verb of a lead-in shows one or many, the last ones at its end."""


_LEADS = word_set("by of for with is are was because that a the in from as when can will must should does has have")
"""What a stem ends with where its options end the sentence."""


_AFTER = {
    **dict.fromkeys(("by", "of", "for", "from", "with", "in", "without", "at"), ("to", "clause")),
    **dict.fromkeys(("can", "will", "must", "should", "may", "cannot"), ("to", "ing", "noun", "clause")),
    **dict.fromkeys(("is", "are", "was", "were", "a", "an", "the", "than"), ("clause",)),
    "because": ("to", "ing", "preposition"),
    "that": ("to",),
}
"""What cannot follow the last word of a stem."""


def _unfit(item: Item) -> bool:
    """Whether an option, but not the key, cannot follow the last word of the stem: "is made by" "to heat it"."""
    last = (tokens(item.stem) or ("",))[-1]
    unfit = _AFTER.get(last, ())
    forms = [_form(option) for option in item.distractors if not re.match(r"(?:this|these|that|you)\b", option, re.I)]
    return bool(item.keys) and _form(item.keys[0]) not in unfit and any(form in unfit for form in forms)


_ONE, _MANY = frozenset(("is", "was", "has", "does")), frozenset(("are", "were", "have", "do"))


def _verbs_differ(item: Item) -> bool:
    """Whether options that begin with the verb take it for one and for many, or against the subject of the stem."""
    opened = [(tokens(option) or ("",))[0] for option in item.options]
    one, many = ({*opened} & verbs for verbs in (_ONE, _MANY))
    if one and many:
        return True
    words = tokens(item.stem)
    whole = len(words) <= 6 and not any(word in FINITE for word in words)
    return bool(one) and whole and _is_plural(item.stem) and len([word for word in opened if word in one]) < len(opened)


def _odd_key_out(item: Item) -> bool:
    """Whether a stem that an option ends takes the key's form alone: "by" and one -ing among clauses."""
    if len(item.keys) != 1 or len(item.options) < 3 or first_blank(item.stem):
        return False
    forms = [_form(option) for option in item.distractors]
    key = _form(item.keys[0])
    last = (tokens(item.stem) or ("",))[-1]
    if (
        last == "to"
        and any(
            re.match(r"(?:to |[a-z]{3,}ing (?:the|an?|its)\b|the |an? |it |they )", option, re.I)
            for option in item.distractors
        )
        and key == "other"
    ):
        return True
    if last in _LEADS:
        unlike = {"clause", *(("to", "ing", "noun") if key in ("noun", "ing", "to") else ())} - {key}
        return {*forms} <= unlike
    return "clause" in forms and key != "clause" and forms.count("clause") == len(forms)


@rule(Kind.SINGLE_CHOICE)
def word_repeat_cue(item: Item) -> Iterator[Diagnostic]:
    """W203. Haladyna et al. 2002, 28b (clang association); Case & Swanson: the ear finds the key."""
    if item.is_english and is_free_of_labels(item) and item.keys:
        stem = unquoted(item.stem)
        words = item.stem_words if stem == item.stem else tokens(stem)
        if not _may_sound(words, tokens(item.keys[0])) or item.keys[0] not in own_texts(item):
            return
        asked, told = _Sounds(content(stem)), content(item.keys[0])
        if not any(asked.echo(word) for word in told):
            return
        others = _Sounds(frozenset().union(*(content(other) for other in item.distractors)))
        own = [any(asked.echo(word) and word not in told for word in content(other)) for other in item.distractors]
        if 2 * sum(own) >= len(own):  # the distractors sound in the question too
            return
        found = next((word for word in sorted(told) if asked.echo(word) and not others.echo(word)), "")
        if found:
            yield _repeat(item, _written(item.keys[0], found), item.keys[0])


def _repeat(item: Item, word: str, key: str) -> Diagnostic:
    message = f'"{word}" sounds in the question and in the right answer alone'
    return diagnose(
        "W203",
        in_options(item, key),
        message,
        hint="use another word in one of the two places, or the word in a distractor too",
    )


_IRREGULAR = frozenset(IRREGULAR)


def _may_sound(asked: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether words with one root may stand among both, or one long word in another.

    A root is how its word begins: three letters at least, or the whole word. Irregular ones have other roots.
    """
    second = [word for word in told if word not in STOPWORDS and not word[0].isdigit()]
    if not second:
        return False
    first = frozenset(asked) - STOPWORDS
    here, there = f" {' '.join(first)}", f" {' '.join(second)}"
    if not _IRREGULAR.isdisjoint(first) or not _IRREGULAR.isdisjoint(second) or "'" in here or "'" in there:
        return True
    if any(map(here.__contains__, [f" {word[:3]}" for word in second])):
        return True
    return _holds_beginning(here, second) or _holds_beginning(there, first)


def _holds_beginning(text: str, words: Iterable[str]) -> bool:
    """Whether a long word begins with what stands, be it within a word, in a text."""
    return any(map(text.__contains__, [word[:5] for word in words if len(word) >= 5]))


class _Sounds:
    """Roots that something may sound like: they themselves, and how they begin and end where they are long."""

    def __init__(self, roots: frozenset[str]) -> None:
        self._roots = roots
        self._begun = {root[:4] for root in roots if len(root) >= 4}
        self._ended = {root[-5:] for root in roots if len(root) >= 5}

    def echo(self, root: str) -> bool:
        """Whether the root, or a long one that it is part of, is among these."""
        if root in self._roots:
            return True
        if len(root) < 4 or (root[:4] not in self._begun and root[-5:] not in self._ended):
            return False
        return any(_is_part(root, other) for other in self._roots if len(other) >= 4)


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) <= (2 if len(short) < 5 else 3):
        return True
    return len(short) >= 5 and len(long) - len(short) >= 3 and (long.startswith(short) or long.endswith(short))


def _written(text: str, found: str) -> str:
    return next((word for word in re.findall(r"[\w'’-]+", text) if found in content(word)), found)
