"""Rules about the wording of single options."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.option_words import (
    ABSOLUTE,
    ALL_OF_THEM,
    JOKES,
    NONE_OF_THEM,
    VAGUE,
    VAGUE_AMOUNTS,
    VAGUE_PHRASES,
    WEAK_ABSOLUTE,
)
from deckmaker.checks.wording.reading import CHOICES, in_options, in_stem, tokens, unquoted
from deckmaker.checks.wording.tables import FINITE, NUMBER_WORDS, RULE_WORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import Choice, Kind, Option, TrueFalse

_RATIO, _MARGIN = 1.5, 12
_MOST_OPTIONS = 5
_ALL = re.compile(ALL_OF_THEM, re.I)
_NONE = re.compile(NONE_OF_THEM, re.I)
_PLACED = re.compile(r"\b(?:above|below|preceding|previous|foregoing|following|earlier)\b", re.I)
_QUALIFIES = re.compile(
    r"\b(?:because|so that|which|whose|where|although|though|unless|provided|except|depending|according to|in order to|if|when|while|until|since|thus|thereby|therefore|but|without|rather than|such as|for example|as long as|even if|as well as|instead of)\b|[,;:(–—]",
    re.I,
)
_LETTER = r"\(?(?:[A-Ha-h]|[1-9]|I{1,3}|IV|VI{0,3}|i{1,3}|iv|vi{0,3})\)?\.?"
_LETTERS = re.compile(
    rf"^(?:both |only |either |neither |all but |all except |answers? |options? |statements? |numbers? |nos?\. |choices? )*{_LETTER}(?:(?:,? (?:and|or|nor|&|plus) |, ?| ?& ?){_LETTER})*(?: (?:only|alone|are|is|but|not|both|correct|true|right|together|apply|{_LETTER}))*$"
)
_ONE_LETTER = re.compile(rf"^{_LETTER}$")
_POINTS_AT_OPTIONS = re.compile(
    r"\b(?:both|two|three|either|each|all but one|some|only one|only two|more than one) (?:of )?(?:the |these |those )?(?:above|first two|last two|first three|other two|others|answers|options|preceding|previous|statements)\b"
    r"|\bthe (?:first|second|third|last|fourth|former|latter)(?: one)? and (?:the )?(?:second|third|fourth|last|latter)\b|\b(?:first|last) two\b|^(?:both|the first|the second|two of (?:these|them|the above))(?: (?:of them|of these|are \w+|is \w+))?$"
    r"|\b(?:option|answer|choice|statement)s? (?:[A-Ha-h]|\d)\b|\b[A-H] and [A-H] (?:are|only|but)\b|\b(?:both|neither) [A-H1-9] (?:and|nor) [A-H1-9]\b|\ba combination of\b.*\b(?:above|these)\b",
    re.I,
)
_NUMBERED = re.compile(r"(?:^|[\s(:;,.?])(?:\(?(?:1|I|i|a|A)\)|(?:1|I|A)\.)\s*\S.*?(?:\(?(?:2|II|ii|b|B)\)|(?:2|II|B)\.)\s", re.S)
_PAIR = re.compile(r"^(?:both )?(.+?)(?:,? and |,? or | & | plus )(?:both )?(.+?)(?: (?:both|only|together|alike))?$", re.I)
_PERIODS = frozenset("day days week month year night morning hour minute second time other two three four five six seven eight nine ten".split())
_NO_GENERAL = re.compile(r"^no (?!entry|change|effect|influence|difference|one in|longer|more than|answer|limit|charge|force|current|reaction|response|name|source|vote|signal)\w+", re.I)
_DEFINES = re.compile(r"\b(?:triangles?|squares?|circles?|angles?|numbers?|product|sum|odd|even|prime|integers?|rectangles?|by definition|parallel|equal to|polygons?)\b", re.I)


def is_free_of_labels(item: Item) -> bool:
    """Whether the options are words to judge: not the labels that generators put, not names of the set's sources."""
    if item.question.family or item.kind not in CHOICES:
        return False
    sources = item.document.set.sources.values()
    names = {name.casefold() for source in sources for name in (source.name, *source.aliases)} | {"the article itself", "the article"}
    return not (item.document.set.sources and all(option.casefold() in names for option in item.options))


def key_longest(item: Item) -> Iterator[Diagnostic]:
    """W201. Haladyna et al. 2002, 28a; Case & Swanson: authors make the right option exact, students count letters."""
    if item.kind is not Kind.SINGLE_CHOICE or not is_free_of_labels(item) or not item.keys or not item.distractors:
        return
    key, longest = item.keys[0], max(map(len, item.distractors))
    if _ALL.search(key) or names_options(key) or _combines(key, item.options) or _NONE.search(key):
        return
    much_longer = len(key) >= _RATIO * longest and len(key) >= longest + _MARGIN
    alone = _QUALIFIES.search(key) and not any(_QUALIFIES.search(other) for other in item.distractors)
    if much_longer or (alone and len(tokens(key)) >= 6 and len(key) >= 1.3 * longest and len(key) >= longest + 8):
        message = f"the right option is the longest by far: {len(key)} characters against {longest}"
        yield diagnose("W201", in_options(item, key), message, hint="shorten it, or put the explanation into the feedback")


def absolute_term(item: Item) -> Iterator[Diagnostic]:
    """W204. Haladyna et al. 2002, 28a (specific determiners); Case & Swanson: the test-wise take it for false."""
    if not item.is_english:
        return
    found = _absolute_option(item) if is_free_of_labels(item) else ("", "")
    if item.kind is Kind.TRUE_FALSE and not item.question.family:
        found = (_absolute_statement(item), "")
    if found[0]:
        place = in_options(item, found[1]) if found[1] else in_stem(item, found[0])
        message = f'"{found[0]}" is taken as a sign of a false statement'
        yield diagnose("W204", place, message, hint="say it without the absolute word, or where it holds")


def _absolute_option(item: Item) -> tuple[str, str]:
    asked = frozenset(tokens(item.stem))
    kept = [option for option in item.options if not (_ALL.search(option) or _NONE.search(option) or names_options(option))]
    strong = [(word, option) for option in kept for word in tokens(unquoted(option)) if word in ABSOLUTE and word not in asked]
    if strong and len({option for _, option in strong}) < len(item.options) and len(kept) > 1:
        return strong[0]
    keyed = frozenset(word for key in item.keys for word in tokens(key))
    wrong = [option for option in item.distractors if option in kept]
    weak = [(word, option) for option in wrong for word in _weak(option) if word not in asked and word not in keyed]
    if any(word in ("must", "cannot") for word, _ in weak) and RULE_WORDS & asked:
        weak = [pair for pair in weak if pair[0] not in ("must", "cannot")]
    every = all(any(word in WEAK_ABSOLUTE | ABSOLUTE for word in tokens(option)) for option in kept)
    return weak[0] if weak and not every else ("", "")


def _weak(option: str) -> Iterator[str]:
    found = tokens(unquoted(option))
    for index, word in enumerate(found):
        following = found[index + 1 : index + 2]
        if word == "all" and (found[index - 1 : index] in (("at",), ("above",), ("of",), ("for",)) or (following and following[0] in NUMBER_WORDS)):
            continue
        if word in ("every", "each", "any", "all") and following and (following[0] in _PERIODS or following[0].isdigit()):
            continue
        if word in ("each", "any") or (word == "all" and len(found) < 3):
            continue
        if word in WEAK_ABSOLUTE and len(found) > 1:
            yield word
    if len(found) > 3 and any(word in FINITE for word in found[2:]) and _NO_GENERAL.search(option):
        yield "no"


def _absolute_statement(item: Item) -> str:
    assert isinstance(item.question.body, TrueFalse)
    found = tokens(unquoted(item.stem))
    if "should" in found:
        return ""
    strong = next((word for word in found if word in ABSOLUTE - {"anyone", "anything", "anywhere"}), "")
    if strong and not (item.question.body.answer and _DEFINES.search(item.stem)):
        return strong
    if item.question.body.answer:
        return ""
    for index, word in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else ""
        before = found[index - 1] if index else ""
        if word in ("all", "every", "none") and before not in ("at", "above", "after", "first", "for") and following not in _PERIODS and following not in NUMBER_WORDS and not following.isdigit():
            return word
        if word == "only" and before not in ("the", "not", "an", "its", "his", "her", "their", "if") and following not in ("child", "if", "one", "a", "after") and not following.isdigit():
            return word
        if word == "no" and index == 0 and following not in ("one",):
            return word
        if word in ("must", "cannot", "can't") and any(other in ("any", "be", "ever", "under") for other in found[index + 1 : index + 3]) and not RULE_WORDS & {*found}:
            return word
    return ""


def vague_term(item: Item) -> Iterator[Diagnostic]:
    """W205. Case & Swanson (vague frequency terms): what "often" means, every reader decides anew."""
    if not item.is_english or item.question.family:
        return
    if item.kind is Kind.TRUE_FALSE:
        found = _vague(unquoted(item.stem), statement=True)
        if found:
            yield diagnose("W205", in_stem(item, found), f'how much is "{found}"', hint="give a number, or a comparison that can be checked")
    elif is_free_of_labels(item):
        for option in item.options:
            found = _vague(unquoted(option), statement=False)
            if found and found not in tokens(item.stem):
                yield diagnose("W205", in_options(item, option), f'how much is "{found}"', hint="give a number, or leave the word out")
                return


def _vague(text: str, *, statement: bool) -> str:
    found = tokens(text)
    lowered = f" {' '.join(found)} "
    phrase = next((phrase for phrase in VAGUE_PHRASES if f" {phrase} " in lowered), "")
    often = next((word for word in found if word in VAGUE), "")
    if phrase or often:
        return often or phrase
    if found[:1] and found[0] in ("many", "some", "several", "few"):
        return found[0]
    if statement and not RULE_WORDS & {*found}:
        amounts = [word for index, word in enumerate(found) if word in VAGUE_AMOUNTS and found[index - 1 : index] not in (("how",), ("as",), ("so",), ("too",)) and not (word == "may" and (not found[index - 1 : index] or found[index - 1] in ("in", "on", "of") or found[index - 1].isdigit())) and word != "much"]
        if amounts:
            return amounts[0]
        measure = re.search(r"\b(?:is|are|was|were|has|have) (?:an? )?(?:very |quite |rather )?(large|small|big|high|low|long|short|heavy|old|rich|important|close|far|difficult)(?: (?:area|number|population|amount|effect|part|share))?[.]?$", text, re.I)
        return measure[1] if measure else ""
    return ""


def all_of_the_above(item: Item) -> Iterator[Diagnostic]:
    """W206, Q010. Haladyna et al. 2002, 27; Tarrant et al. 2006: two right options known give it away."""
    for option, words in _matching(item, _ALL):
        if not _NONE.search(words):
            yield diagnose("W206", in_options(item, words), f'"{words}" is right as soon as two others are', hint="use multiple_answer, or another distractor")
            yield from _not_pinned(item, option, words)


def none_of_the_above(item: Item) -> Iterator[Diagnostic]:
    """W207, Q010. Haladyna et al. 2002, 25: use with care; whoever is right by it may know nothing."""
    for option, words in _matching(item, _NONE):
        yield diagnose("W207", in_options(item, words), f'"{words}" tells only what the answer is not', hint="name another plausible answer")
        yield from _not_pinned(item, option, words)


def _matching(item: Item, pattern: re.Pattern[str]) -> list[tuple[Option, str]]:
    if not item.is_english or not is_free_of_labels(item):
        return []
    assert isinstance(item.question.body, Choice)
    others = len(item.options) > 2
    return [(option, words) for option, words in zip(item.question.body.options, item.options, strict=True) if others and pattern.search(words.strip().rstrip("."))]


def _not_pinned(item: Item, option: Option, words: str) -> Iterator[Diagnostic]:
    if item.question.shuffle and not option.pin and _PLACED.search(words):
        message = f'"{words}" may come to stand first: options are shuffled'
        yield diagnose("Q010", in_options(item, words), message, hint=f"pin it\n{{text: {words}, pin: true}}")


def combination_options(item: Item) -> Iterator[Diagnostic]:
    """W208, Q009. Haladyna et al. 2002, 9 (type K): it tests the combining, and cues more than it asks."""
    if item.kind not in CHOICES or not item.is_english or not is_free_of_labels(item):
        return
    named = [option for option in item.options if names_options(option)]
    in_stem_numbered = bool(_NUMBERED.search(item.stem))
    if named and (in_stem_numbered or len(named) < len(item.options) - 1 or any(_POINTS_AT_OPTIONS.search(option) for option in named)):
        yield _combined(item, named[0])
        if not in_stem_numbered and _moves(item):
            message = f'"{named[0]}" names options by their places, and options are shuffled'
            yield diagnose("Q009", in_options(item, named[0]), message, hint="say what they say, or write\nshuffle: false")
        return
    both = next((option for option in item.options if _combines(option, item.options)), "")
    if both:
        yield _combined(item, both)


def _combined(item: Item, option: str) -> Diagnostic:
    return diagnose("W208", in_options(item, option), f'"{option}" combines other options', hint="use multiple_answer, or ask for one of them")


def names_options(option: str) -> bool:
    """Whether the option names others by letter, number or place: "both A and C"."""
    return not _ONE_LETTER.match(option.strip()) and bool(_LETTERS.match(option.strip().rstrip(".")) or _POINTS_AT_OPTIONS.search(option))


def _combines(option: str, options: tuple[str, ...]) -> bool:
    others = {_bare(other) for other in options if other != option}
    found = _PAIR.match(option.strip().rstrip("."))
    return bool(found and _bare(found[1]) in others and _bare(found[2]) in others)


def _bare(option: str) -> str:
    return re.sub(r"^(?:both |either |only |an? |the |by |to |in |it |they )+", "", option.strip().rstrip(".").casefold())


def _moves(item: Item) -> bool:
    assert isinstance(item.question.body, Choice)
    return item.question.shuffle and not all(option.pin for option in item.question.body.options)


def joke_option(item: Item) -> Iterator[Diagnostic]:
    """W216. Haladyna et al. 2002, 28f and 31: nobody takes it, so it only makes guessing easier."""
    if not item.is_english or not is_free_of_labels(item):
        return
    serious = f" {' '.join(tokens(item.stem))} {' '.join(word for key in item.keys for word in tokens(key))} "
    for option in item.distractors:
        lowered = f" {' '.join(tokens(option))} "
        word = next((phrase for phrase in JOKES if f" {phrase} " in lowered and f" {phrase} " not in serious), "")
        is_name = not re.search(r"(?:^| )[a-z]", option) and not re.search(r"(?:^| )[a-z]", item.keys[0])
        shouts = option.rstrip().endswith("!") and len(tokens(option)) > 2 and not item.keys[0].rstrip().endswith("!")
        if (word or shouts) and not is_name:
            yield diagnose("W216", in_options(item, option), f'"{option}" is a joke, no answer that anyone would take', hint="give an answer that someone who half knows would take")
            return


def many_options(item: Item) -> Iterator[Diagnostic]:
    """W217. Rodriguez 2005, over 80 years of studies: three options are enough; more cost time and go unused."""
    if item.kind is Kind.SINGLE_CHOICE and len(item.options) > _MOST_OPTIONS and not item.question.family:
        yield diagnose("W217", in_options(item), f"{len(item.options)} options, where three or four are enough", hint="keep the distractors that someone takes")


