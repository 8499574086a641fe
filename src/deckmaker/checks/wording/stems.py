"""Rules about what a stem asks: a definite task, everything in it that it needs, blank at the end, how many answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording import stem_words
from deckmaker.checks.wording.reading import (
    BLANK,
    CHOICES,
    asks_with,
    before_lead_in,
    first_blank,
    in_stem,
    lead_in,
    shows_something,
    tokens,
    unquoted,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.stem_words import ABOUT, JUDGED, STATEMENTS
from deckmaker.checks.wording.tables import BASES, FINITE
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import folded, pieces, word_set
from deckmaker.model.questions import Flashcard, Kind
from deckmaker.model.text import plain

_GROUP = (
    rf"(?:one )?(?:of (?:the )?(?:following|these|those|below)(?: \w+)?(?: {STATEMENTS})?|(?:of the )?(?:\w+ "
    rf")?{STATEMENTS}(?: below)?|is|are)"
)
_WHICH_HOLDS = regex(
    rf"\b(?:which|what) {_GROUP} (?:{ABOUT} .{{1,60}} )?holds?(?: true)?(?: {ABOUT} .*)?\?$", re.I, needs="hold holds"
)
_WHICH_IS_TRUE = regex(
    rf"\b(?:which|what) (?:{_GROUP} )?(?:(?:{ABOUT}|on|concerning) .{{1,90}}? )?(?:is|are|holds?|would be|can be"
    r"|was|were)?"
    rf"(?: (?:considered|said to be))?(?: (?:not|the|most|all|also|always))* ?(?:{JUDGED})(?: (?:{STATEMENTS}))?"
    rf"(?: {ABOUT} .*)?\s*[?:.]?$",
    re.I,
)
_WHICH_STATEMENT = regex(
    rf"^(?:choose|select|mark|tick|pick|identify|find|circle|indicate)\b.{{0,30}}\b(?:{JUDGED}) (?:{STATEMENTS}"
    r"|one)\b.*$",
    re.I,
)
_DESCRIBES = regex(
    rf"\b(?:which|what) (?:{_GROUP} )(?:best )?(?:describes?|applies|apply|fits?|characteri[sz]es?|refers?|relates?)"
    r"(?: (?:best|to|with))* (.{1,60}?)\s*[?:.]?$",
    re.I,
    needs="describe describes applies apply fit fits characterise characterises characterize characterizes "
    "refer refers relate relates",
)
_ONE_HOLDS = regex(
    rf"\bone of (?:the|these)(?: following)?(?: \w+)? {STATEMENTS}\b[^?]*? (?:is|are) {JUDGED}\.? which(?: one"
    rf"| is it)?\s*\?$",
    re.I,
)
_HOLDS_OF = regex(
    rf"^(?:(?:the following|it|this|one|which)(?: thing| fact| statement)? (?:is|holds) (?:true )?(?:of|for"
    rf"|about)\b[^?]{{2,60}}(?::| that)\s*$"
    rf"|the following (?:{STATEMENTS}|is|are)\b[^?]* (?:is|are) {JUDGED}:?$"
    rf"|(?:which|what) {_GROUP} do(?: you|es one| we) (?:associate|connect|link) with [^?]+\?$)",
    re.I,
)
_ABOUT_FIRST = ("concerning", "regarding", "about")
_TOPIC_ENDS = regex(r"(?:^|\s)(?:is|are|was|were|has|have|can|the|a|an)$", re.I)
_DATED = regex(rf"\b(?:{'|'.join(stem_words.DATED)})\b")
_COMPARES = regex(r"\bbut not\b|\bboth\b|\brather than\b", re.I)


@rule(*CHOICES, Kind.FLASHCARD)
def unfocused_stem(item: Item) -> Iterator[Diagnostic]:
    """W101. Haladyna, Downing & Rodriguez 2002, 14 and 15; Case & Swanson: the stem must set a task by itself."""
    body = item.question.body
    if isinstance(body, Flashcard) and body.reversed:
        return  # a term and what it means
    if not item.is_english or item.question.family or not item.stem.strip() or not _may_be_unfocused(item):
        return
    stem = item.stem.strip()
    asked = lead_in(stem)
    if _is_card_topic(item) if item.kind is Kind.FLASHCARD else _sets_no_task(stem, asked):
        hint = "ask one thing about it: its cause, purpose, date, effect …"
        yield diagnose("W101", in_stem(item, asked), "the question does not say what is asked", hint=hint)


_JUDGES = (
    *("true", "correct", "right", "accurate", "valid", "false", "wrong", "best", "appropriate", "apt", "applicable"),
    *("the case", "a fact"),
)
"""One of these stands, perhaps within a word, in a stem that asks for what is true (`JUDGED`)."""
_ASKED_LOOSELY = word_set(
    """
    hold holds associate connect link describe describes applies apply fit fits characterise characterises characterize
    characterizes refer refers relate relates
    """
)
"""One of these pieces stands in most others that set no task."""
_IN_LOOSE_TASKS = ("about", "tell", "facts", "notes", "info", "points")
"""One of these stands, perhaps within a word, in an opening that sets no task."""
_CONNECTED = frozenset(("associate", "connect", "link"))
_LONGEST_TOPIC = 8
"""In words; what ends with a comma or a colon may be longer."""


def _may_be_unfocused(item: Item) -> bool:
    """Whether the stem is short, open at its end, or has words of those that set no task."""
    if not _ASKED_LOOSELY.isdisjoint(item.stem_pieces) or len(item.stem_words) <= _LONGEST_TOPIC:
        return True
    stem = item.stem_folded.rstrip()
    if stem.endswith((",", ":", "that")) or _judges(stem):
        return True
    may_be_loose = any(map(stem.__contains__, _IN_LOOSE_TASKS))
    return may_be_loose and _is_loose(item.stem if item.kind is Kind.FLASHCARD else lead_in(item.stem.strip()))


def _judges(stem: str) -> bool:
    return any(map(stem.__contains__, _JUDGES))


def _sets_no_task(stem: str, asked: str) -> bool:
    if _COMPARES.search(asked) or re.search(r"\d|=", asked):
        return False
    if re.search(r"(?<!only )\b\w{4,}ly (?:true|correct|right|accurate)\b", asked):  # grammatically, historically
        return False
    if _WHICH_HOLDS.search(asked) or _is_loose(asked) or _asks_for_truth(stem, asked):
        return True
    described = _DESCRIBES.search(asked)
    if described:
        return not _names_respect(described[1])
    return not before_lead_in(stem) and _is_topic(stem)


def _asks_for_truth(stem: str, asked: str) -> bool:
    """Whether it asks which statement is true, or true of something."""
    judges = _judges(folded(stem))
    if judges and (_WHICH_IS_TRUE.search(asked) or _WHICH_STATEMENT.search(asked) or _ONE_HOLDS.search(stem)):
        return True
    is_open = folded(stem).rstrip().endswith((":", "that"))
    if not (judges or is_open or not _CONNECTED.isdisjoint(pieces(stem))):
        return False
    return _HOLDS_OF.search(stem) is not None


def _is_loose(text: str) -> bool:
    return " ".join(tokens(text)[:8]).startswith(stem_words.LOOSE_TASKS)


def _names_respect(phrase: str) -> bool:
    found = tokens(phrase)
    return (
        len(found) > 6
        or any(word in stem_words.RESPECTS for word in found)
        or any(word.endswith("ing") for word in found)
        or re.search(r"[a-z] of ", phrase) is not None
        or "between" in found
        or "how" in found
        or "why" in found
    )


def _is_topic(text: str) -> bool:
    """A few words without a question, an order or a verb; perhaps the bare beginning of a sentence."""
    found = tokens(text.rstrip(":…. ?–-"))
    if (
        re.match(rf"(?:{ABOUT}|as for|concerning|regarding|about)\b", text, re.I)
        and text.rstrip()[-1:] in ",:"
        and len(found) > 1
    ) or (found[:1] and found[0] in _ABOUT_FIRST and text.rstrip()[-1:] not in "?." and len(found) <= 8):
        return True
    if not found or BLANK.search(text) or asks_with(text) or found[0] in stem_words.IMPERATIVES:
        return False
    if text.rstrip().endswith(":"):
        return len(found) <= 5 and not _names_respect(text) and not any(word in FINITE for word in found)
    if _TOPIC_ENDS.search(" ".join(found)):
        return (
            len(found) <= 4
            and found[-1] in ("is", "are", "was", "were", "has", "have", "can")
            and not _names_respect(text)
        )
    is_clause = len(found) > 1 and found[-1] in BASES and found[-2].endswith("s")  # "the kidneys filter"
    return (
        len(found) <= 5
        and not is_clause
        and not any(word in FINITE for word in found)
        and not _leads_on(found)
        and not _names_respect(text)
    )


def _leads_on(found: tuple[str, ...]) -> bool:
    """Whether an option can end the sentence: it stops at a verb, a preposition or the like."""
    if found[0] in ("a", "an", "each", "every") and len(found) >= 3 and found[-1].endswith("s"):
        return True
    return found[-1] in (
        "by",
        "to",
        "of",
        "in",
        "with",
        "from",
        "for",
        "as",
        "at",
        "on",
        "than",
        "because",
        "that",
        "called",
    ) or (found[-1].endswith(("s", "ed", "ing")) and len(found) > 3)


def _is_card_topic(item: Item) -> bool:
    body = item.question.body
    assert isinstance(body, Flashcard)
    back = tokens(plain(body.back))
    if shows_something(item):
        return False
    found = tokens(item.stem)
    if _is_loose(item.stem) or (
        found[:1]
        and found[0] in ("describe", "explain", "discuss", "summarise", "summarize", "outline")
        and not _names_respect(item.stem)
        and len(found) <= 6
    ):
        return True
    pair_of_terms = len(back) <= 2 and len(found) <= 3
    return not pair_of_terms and not (" of " in item.stem and item.stem[:1].islower()) and _is_topic(item.stem)


@rule(*CHOICES, Kind.SHORT_ANSWER)
def blank_not_at_end(item: Item) -> Iterator[Diagnostic]:
    """W109. Haladyna & Downing 1989; teaching-centre guides: what is asked is known only when the blank is reached."""
    blank = first_blank(item.stem)
    if blank and _goes_on(re.sub(r"\([^)]*\)", "", item.stem[blank.end() :])):
        hint = "turn the sentence so that the blank ends it, or ask a question"
        yield diagnose("W109", in_stem(item, blank[0].strip()), "words follow the blank", hint=hint)


def _goes_on(rest: str) -> bool:
    same_sentence = re.split(r"[.?!](?:\s|$)", rest, maxsplit=1)[0]
    return any(word not in stem_words.UNITS and not word[0].isdigit() for word in tokens(same_sentence))


_DATED_WORDS = word_set(
    """
    this currently recently nowadays present moment days last yesterday now recent next until current incumbent newest
    latest
    """
)
"""One of these pieces stands in each of `DATED` and `DATED_TITLES`."""


@rule(needs=_DATED_WORDS)
def dated_wording(item: Item) -> Iterator[Diagnostic]:
    """W111. Wozniak, rule 19: a card comes up for years, "currently" means another time by then."""
    if not item.is_english or _DATED_WORDS.isdisjoint(item.stem_pieces):
        return
    text = unquoted(item.stem)
    asked = lead_in(text)
    if re.search(r"\b(?:1\d|20)\d\d\b", asked) or not asked:
        return
    lowered = asked.casefold()
    match = _DATED.search(lowered)
    found = match[0] if match else ""
    title = "" if found else next((match[0] for match in re.finditer(stem_words.DATED_TITLES, asked, re.I)), "")
    if found or title:
        start = lowered.find(found) if found else 0
        said = asked[start : start + len(found)] if found else title
        yield diagnose(
            "W111",
            in_stem(item, said),
            f'"{said}" means another time when the question comes up again',
            hint="name the year",
        )
