"""Whether one answer alone fits what is to be filled in. English.

A blank after "was born" takes a place, a date or a manner (teaching centres: one brief definite answer; Wozniak 4, 11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.completion import answers_of, gaps_of, is_about_words
from deckmaker.checks.wording.reading import BLANK, may_have_blank, sentences
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import folded, pieces, word_set
from deckmaker.model.questions import Flashcard, Kind, ShortAnswer
from deckmaker.model.text import plain

_EVENT = (
    r"(?:born|died|dies|lived|lives|began|begins|started|ended|invented|discovered|founded|built|published|written|"
    r"painted|composed|signed|held|took\s+place|takes\s+place|happened|happens|occurred|occurs|fought|met|married|"
    r"arrived|landed|opened|introduced|established|launched|won|crowned|killed|buried|elected|abolished|created|"
    r"discovered\s+\w+|invented\s+\w+|founded\s+\w+|moved|appeared|grows|arose|emerged|originated|spread)"
)
_NAMING = r"(?:call|nam|term|know|label|consider|dub|abbreviat|express|measur|writ|denot|symboli[sz]|defin|class)"
_PARTICIPLE = (
    rf"(?:(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?(?!{_NAMING})\w+(?:ed|en|wn|ade|uilt|ound|orn|ept))"
)
_SHORT = r"^(?:the|an?)?\s*(?:[\"“]?\w[\w’'-]*[\"”]?\s+){1,3}"

_OPEN_ENDS = tuple(
    (regex(pattern, re.IGNORECASE), why, word_set(last))
    for pattern, why, last in (
        (rf"\b(?:{_EVENT}|{_PARTICIPLE}|lies|stands|flows|sits|comes?|hunts?|sleeps?|feeds?|"
         r"works?|worked|lived?|lies?|sank|sinks?|went|goes|travel(?:s|led)?|sail(?:s|ed)|fell|falls|grows?|marched"
         r"|fled|"
         r"returned|flew|fl(?:y|ies)|swims?|nests?|spread|escaped|disappeared|collapsed|broke\s+out|burned\s+down"
         r"|studied)"
         r"(?:\s+(?:by\s+(?:accident|chance)|first|again|there))?$",
         "a place, a time or a manner would fit as well", ""),
        (r"\b(?:because(?:\s+of)?|so\s+that|in\s+order\s+to|although|due\s+to|owing\s+to|thanks\s+to"
         r"|as\s+a\s+result\s+of|"
         r"(?:led|leads?)\s+to|(?:used|needed|useful)\s+(?:to|for|in)|reached|when|whenever|if|while|unless)$",
         "many reasons or ways would fit", "because of that to although for in reached when whenever if while unless"),
        (r"\b(?:such\s+as|for\s+example|e\.g\.|for\s+instance|including|includes?|(?:can|may|must|should"
         r"|ought\s+to)\s+be|"
         r"(?:famous|known|important|good|bad|useful|necessary|responsible)\s+for|depends?\s+on|"
         r"affects?|influences?|helps?(?:\s+(?:to|us))?|is\s+about|are\s+about)(?:\s+(?:an?|the))?$",
         "one of many would fit", "as example g instance including include includes be for on affect affects influence "
         "influences help helps to us about a an the"),
        (r"\b(?:can|may|might|must|should|will)\s+(?:always|never|also|first|get|have|cause|do|suffer\s+from|lead\s+to)"
         r"(?:\s+(?:an?|the))?$", "one of many would fit",
         "always never also first get have cause do from to a an the"),
        (r"^(?:in|on|at|during|after|before|since)\s(?:[^,]{1,40},"
         r"|\d{4},?)$", "everything that happened then would fit", ""),
        (r"^(?:(?:an?|one|another|some)\s+(?:\w+\s+)?(?:example|instance|kind|type|way|reason|cause|symptom|sign"
         r"|effect|use|"
         r"advantage|disadvantage|benefit|member)s?|one)\s+of\s(?:.*)\b(?:is|was|are)(?:\s+(?:an?|the|that|to))?$"
         r"|^an?\s+\w+\s+(?:that|which|who)\s.*\bis\s+the$", "one of many would fit",
         "is was are a an the that to"),
        (_SHORT + r"(?:has|have|had|contains?|needs?|uses?|makes?|gets?|likes?|eats?|does|do|can|causes?)"
         r"(?:\s+(?:an?|the|some))?$", "much else would fit", "has have had contain contains need needs use uses make "
         "makes get gets like likes eat eats does do can cause causes a an the some"),
        (_SHORT + r"(?:is|are|was|were)(?:\s+(?:an?|the|very|so))?$", "what it is can be said in many ways",
         "is are was were a an the very so"),
    )
)  # fmt: skip
"""What stands before a blank that ends the sentence, why no single answer follows, and one of which runs is its last.

Where none are named, the last may be any; but of the first see `_may_be_event`.
"""
_OPEN_WHOLES = frozenset(pattern for pattern, *_ in _OPEN_ENDS if pattern.pattern.startswith("^"))
"""Those of them that take the whole sentence."""
_EVENTS = word_set(
    """
    born died dies lived lives began begins started ended invented discovered founded built published written painted
    composed signed held took takes happened happens occurred occurs fought met married arrived landed opened introduced
    established launched won crowned killed buried elected abolished created moved appeared grows arose emerged
    originated spread worked works sailed travelled studied taught grew settled
    """
)
"""One of these runs stands in `_EVENT`, or another verb of `_IN`."""
_LAST_OF_EVENTS = _EVENTS | word_set(
    """
    place lies stands flows sits come comes hunt hunts sleep sleeps feed feeds work live lie sank sink sinks went goes
    travel travels sails fell falls grow marched fled returned flew fly flies swim swims nest nests escaped disappeared
    out down accident chance first again there
    """
)
_FOUND = frozenset(("discovered", "invented", "founded"))
"""Events that take what was found, any word."""
_PARTICIPLES = ("ed", "en", "wn", "ade", "uilt", "ound", "orn", "ept")
_RUN = regex(r"\w+")
_LETTER = regex(r"\w")
_MOST_AT_END = 8
"""In words: what one of these takes that does not take the whole sentence."""
_DEFINITE = regex(
    r"\b(?:of|per|first|second|third|last|next|only|formula|symbol|unit|name|answer|opposite|\w{2,}est|most"
    r"|\w+['’]s?)\b|\d",
    re.IGNORECASE,
)
"""What makes a short subject point to one thing."""
_PAST = rf"(?:was|were)\s+(?:\w+ly\s+|first\s+)?(?!{_NAMING}|located|situated|found\b)\w+(?:ed|en|wn|ade|uilt|orn|ept)"
_IN = regex(
    rf"\b(?:{_EVENT}|{_PAST}|work(?:ed|s)|sailed|travelled|studied|taught|grew\s+up|settled)\b(?:[^.;]*\s)?\s*(?:in"
    rf"|(?<=died )on)$",
    re.IGNORECASE,
)
_SORT_OF_PLACE = regex(
    r"\b(?:city|town|village|country|state|region|continent|county|year|century|month|decade|place|island|season)\b|\d",
    re.IGNORECASE,
)
_NEEDS = regex(_SHORT + r"(?:needs?|requires?|uses?|contains?|has|have|eats?)(?:\s+(?:an?|the|some))?$", re.IGNORECASE)
_TO_DO = regex(r"(?:to|for|in\s+order)\b", re.IGNORECASE)
_OPEN_START = regex(r"^(?:is|are|was|were)\s+(?:an?|one\s+of|some)\s+(?:\w[\w’'-]*\s*){1,4}[.!]?$", re.IGNORECASE)
_ONE_OF_MANY = regex(
    r"^(?:please\s+)?(?:(?:name|give|state|list|mention|write(?:\s+down)?|cite|provide|identify|suggest|tell"
    r"|think\s+of|say)\s+"
    r"(?:me\s+)?(?:an?|one|any|some|another)\b(?!\s+(?:word|term|name|synonym)\b)|what\s+(?:is|are|was)\s+"
    r"(?:an?\s+example|one\b|an?\s+reason|some\b)|(?:(?:an?|one)\s+)?example\s+(?:of|for)\b|(?:an?|one|any"
    r"|some)\s+(?:\w+\s+)?"
    r"(?:reason|symptom|cause|effect|advantage|disadvantage|benefit|use|way|sign|consequence|member)\s+(?:of|for|to"
    r"|why)\b|(?:can|could)\s+you\s+(?:name|give)\s+(?:an?|one)\b)",
    re.IGNORECASE,
)
_VAGUE = regex(
    r"^(?:what\s+happened\s+(?:in|on|during|at|after)\b|what\s+about\b|what\s+is\s+(?:special|important"
    r"|interesting)\s+about|"
    r"what\s+do\s+\w+\s+do\s*\?$|what\s+did\s+(?:[A-Z]\w+\s+)+do\s*\?$|what\s+can\s+(?:be|we)\b|what\s+is\s+(?:good"
    r"|bad|necessary|needed|useful|"
    r"helpful|important)\s+(?:for|to|in)\b|what\s+\w+\s+can\s+an?\s[^?]*\sbe\s*\?$|(?:which\s+(?:\w+\s+)?"
    r"|what\s+\w+\s+)(?:is|was)\s+an?\s+"
    r"\w+\s*\?$|who\s+(?:is|was)\s+an?\s|what\s+do\s+you\s+know\s+(?:of|about)\b|"
    r"who\s+(?:was|is)\s+[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,3}\s*\?$|what\s+(?:can|could)\s+(?:you|we|one)\s+say\b)"
)
_ADVERBIAL = regex(
    r"^(?:in|on|at|by|during|because|after|before|with|through|from|near|under|when|while|since|for|to)\s",
    re.IGNORECASE,
)
"""How an answer begins that says where, when, how or why."""
_TITLE = regex(r"\s(?!the\b)[^\s,]+(?:ed|ote|ilt|ung|on|ound|ught|ook|ade|id|ew|ave|an)\s(?:[^,]*\s)?[A-Z][\w’'-]+$")
"""A verb in the past and the name or title that is its object: what follows says where, when or how."""
_PROPER = regex(r"^(?:[Tt]he\s+)?[A-Z][\w’'-]+\s+(?:of|and)\s+(?:the\s+)?[A-Z][\w’'-]+\s+(?:is|was|were|are)$")
_OPENINGS = frozenset(
    (
        *(
            "name",
            "give",
            "state",
            "list",
            "mention",
            "write",
            "cite",
            "provide",
            "identify",
            "suggest",
            "tell",
            "think",
        ),
        *("say", "what", "example", "reason", "some"),
        *("symptom", "cause", "effect", "advantage", "disadvantage", "benefit", "use", "way", "sign", "consequence"),
        *("member", "one"),
    )
)
"""One of these pieces stands where one of many is asked for."""
_IN_WORDS = frozenset((Kind.SHORT_ANSWER, Kind.FLASHCARD))
_ASKS_WHAT = frozenset(("what", "which", "who"))
_WHAT_IS_A = regex(r"^what\s+(?:is|are)\s+(?:an?\s+)?[\w’'-]+(?:\s+[\w’'-]+)?\s*\?$", re.IGNORECASE)
_LEFT_OPEN = regex(r"\be\.g\.|\bfor example\b|\bany\b|\bfor instance\b|\bone of\b", re.IGNORECASE)


@rule()
def several_answers_fit(item: Item) -> Iterator[Diagnostic]:
    """One answer is keyed and others are as right, so that a learner who knows may be marked wrong."""
    if not _may_be_open(item) or not item.is_english:
        return
    why = next(_reasons(item), "")
    if why and not any(gap.hint for gap in gaps_of(item)):
        hint = "say in the sentence what kind of answer is wanted, and of what"
        yield diagnose("W303", item.at("text", "stem", "front"), f"several answers fit: {why}", hint=hint)


def _may_be_open(item: Item) -> bool:
    """Whether there is a blank, or a question that is answered in words."""
    return item.kind in _IN_WORDS or may_have_blank(item.stem)


def _reasons(item: Item) -> Iterator[str]:
    if may_have_blank(item.stem):
        yield from _open_blanks(item)
    body = item.question.body
    if not isinstance(body, ShortAnswer | Flashcard):
        return
    for sentence in sentences(item.stem):
        found = item.stem_pieces if sentence == item.stem else pieces(sentence)
        if not _OPENINGS.isdisjoint(found) and _ONE_OF_MANY.match(sentence) and not _is_open(item):
            yield "one of many is asked for, and one is keyed"
        if not _ASKS_WHAT.isdisjoint(found) and _VAGUE.match(sentence[:1].lower() + sentence[1:]):
            yield "the question can be answered on many levels"
        if (
            isinstance(body, ShortAnswer)
            and "what" in found
            and _WHAT_IS_A.match(sentence)
            and len(words(body.answer)) <= 2
        ):
            yield "what it is can be said in many ways"


def _open_blanks(item: Item) -> Iterator[str]:
    """Why the only blank of a sentence can be filled in many ways."""
    answers = list(answers_of(item))
    for sentence in sentences(item.stem):
        found = list(BLANK.finditer(sentence))
        here, answers = answers[: len(found)], answers[len(found) :]
        if len(found) == 1:
            before, after = sentence[: found[0].start()].strip(), sentence[found[0].end() :].strip()
            yield from _around(before, after)
            if here and not _LETTER.search(after):
                yield from _after_clause(before, here[0])


def _after_clause(before: str, answer: str) -> Iterator[str]:
    """Why a blank after a whole clause can be filled in many ways: its answer is no part that the clause asks for."""
    if len(before.split()) < 2 or is_about_words(before):
        return
    is_common = answer[:1].islower()
    if _ADVERBIAL.match(answer) or (is_common and before.split()[-1][0].isupper() and _TITLE.search(before)):
        yield "a place, a time or a manner would fit as well"
    if is_common and _PROPER.match(before):
        yield "what it is can be said in many ways"


def _around(before: str, after: str) -> Iterator[str]:
    """Why a blank between those words can be filled in many ways."""
    if _LETTER.search(after):
        if _TO_DO.match(after) and _NEEDS.search(before):
            yield "much else would fit"
        if not before and _OPEN_START.search(after) and not _DEFINITE.search(after):
            yield "everything of that kind would fit"
        return
    end, told = _end_of(before), _RUN.findall(folded(before))
    for pattern, why, last in _OPEN_ENDS[0 if _may_be_event(told) else 1 :]:
        if last and told and told[-1] not in last:
            continue
        match = pattern.match(before) if pattern in _OPEN_WHOLES else pattern.search(before, end)
        if match and not (pattern.pattern.startswith("^(?:the") and _DEFINITE.search(match[0])):
            yield why
    ends_in = folded(before[-2:]) in ("in", "on") and _may_be_in(told)
    if ends_in and _IN.search(before) and not _SORT_OF_PLACE.search(before):
        yield "a place and a time would both fit"


def _may_be_event(told: list[str]) -> bool:
    """Whether the last of a text's runs may end the first of the open ends: an event, a participle, what goes by."""
    ends = told[-1:] and (told[-1] in _LAST_OF_EVENTS or told[-1].endswith(_PARTICIPLES))
    return bool(ends) or not _FOUND.isdisjoint(told[-2:])


def _may_be_in(told: list[str]) -> bool:
    """Whether a text with these runs may tell an event, or what was done."""
    if not _EVENTS.isdisjoint(told):
        return True
    done = [told[at + 1 : at + 3] for at, word in enumerate(told) if word in ("was", "were")]
    return any(word.endswith(_PARTICIPLES) for words in done for word in words)


def _end_of(text: str) -> int:
    """Where the last words of a text begin: more of them than an open end has."""
    parts = text.rsplit(maxsplit=_MOST_AT_END)
    return len(parts[0]) if len(parts) > _MOST_AT_END else 0


def _is_open(item: Item) -> bool:
    """Whether the author lets other answers count."""
    body = item.question.body
    if isinstance(body, ShortAnswer):
        return bool(body.accept)
    return isinstance(body, Flashcard) and _LEFT_OPEN.search(plain(body.back)) is not None
