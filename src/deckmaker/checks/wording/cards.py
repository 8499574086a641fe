"""Rules about flashcards: one fact, to be brought back from memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.reading import sentences
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces
from deckmaker.model.questions import Flashcard, Kind
from deckmaker.model.text import Listing, Paragraph, plain

LONGEST_BACK = 25
"""In words: what runs on longer holds more than one fact (Wozniak 4)."""
MEMBERS = 3
"""From so many on a back is a list (Wozniak 9, 10)."""

_ASKS_SEVERAL = regex(
    r"^(?:list|enumerate)\b|\b(?:name|give|state|what\s+are|which\s+are|who\s+(?:are|were)|what\s+were"
    r"|recite)\s+(?:all\b|the\s+(?:\w+\s+){0,2}\w+s\b|"
    r"(?:the\s+)?(?:\w+\s+)?(?:three|four|five|six|seven|eight|nine|ten|twelve|\d+)\b)|\b(?:which|what|the|name"
    r"|give)\s+"
    r"(?:three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s+\w+|\bin\s+(?:the\s+right\s+)?order\b|^(?:what"
    r"|which)\s+(?!does\b)\w{2,}(?<![suia])s\s+|^(?:steps|stages|parts|phases|members)\s+of\b",
    re.IGNORECASE,
)
_BETWEEN = regex(
    r"(?:^|\s+)\d[.)]\s+|\s*(?:[;\n•·/|]|,(?!\d{3}\b)|\s[–—→]\s|->)\s*(?:(?:and|or|then)\s+)?|\s+(?:and|or)\s+",
    re.IGNORECASE,
)
_BETWEEN_WORDS = frozenset(("and", "or"))
_NUMBERED = regex(r"\d[.)]\s")
_DOES = regex(r"^(?:what|which)\b(?!\s+(?:is|was|\w+\s+is)\b)", re.IGNORECASE)
_PLAIN = regex(r"^(?!(?:an?|the|it|to|its)\s)[a-z]")
"""A member without article or capital: no part of a definition or of an address."""
_NUMBERS = regex(r"(?:^|\s)\d[.)]\s")
_RUNS_ON = regex(
    r"^(?:which|who|whom|whose|that|in|on|at|of|by|from|to|for|with|where|when|while|because|since|so|but|not|as|if|"
    r"however|usually|also|such|especially|e\.g|i\.e|a\s|an\s)\b",
    re.IGNORECASE,
)
_VERB = regex(
    r"\b(?:is|are|was|were|has|have|had|can|will|would|does|do|did|makes?|means|says|consists?|contains?|becomes?)\b",
    re.IGNORECASE,
)

_AUXILIARY = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|must|may|might)(?:n[’']t)?"
)
_ALSO = regex(r"\band (?:then )?(?:it|they|he|she)\b")
_YES_NO = regex(rf"^{_AUXILIARY}\b(?!,)", re.IGNORECASE)
_TOLD = regex(
    r"\b(?:true\s+or\s+false|yes\s+or\s+no|right\s+or\s+wrong|correct\s+or\s+incorrect|fact\s+or\s+fiction)\b",
    re.I,
    needs="or",
)
_A_NAME = regex(r"(?:May|Will|Can)\s+[A-Z]")
_THREE = regex(r",[^,?]*\bor\b", re.IGNORECASE)
"""What names more than two things, in a question that begins with its verb."""
_AFTER_ADVERBIAL = regex(rf",\s+{_AUXILIARY}\s+\w+[^,]*\?$", re.IGNORECASE)
_WH = regex(r"\b(?:what|which|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)
_YES_NO_BACK = regex(
    r"^(?:yes|no|true|false|right|wrong|correct|incorrect|it\s+(?:is|does|can)(?:\s+not|n[’']t)?)\s*(?:[.,;:!–—-]|$)",
    re.I,
)
_ALTERNATIVES = regex(
    r"(?:[,:–—(-]|\beither\b|\bmore\s+like\b)\s*((?:[\w’'-]+\s+){1,5}?)or\s+((?:[\w’'.-]+\s*){1,5})\)?\s*\?",
    re.I,
    needs="or",
)

_ALTERNATIVES_FIRST = regex(
    r"^(?:[\w’'-]+\s+){1,3}or\s+(?:[\w’'-]+\s*){1,3}[:,–—]\s*(?:which|who|what)\b", re.I, needs="or"
)


@rule(Kind.FLASHCARD)
def enumeration_on_card(item: Item) -> Iterator[Diagnostic]:
    """Sets and lists are the hardest thing to keep: no cue leads from one member to the next (Wozniak 9, 10)."""
    if (count := _members(item)) >= MEMBERS:
        message = f"the back is a list of {count}"
        hint = "make a card for each member, or a cloze with one gap at a time"
        yield diagnose("W501", item.at("back"), message, hint=hint)


@lru_cache(maxsize=1)  # asked twice of one card
def _members(item: Item) -> int:
    """How many members the list has that a back is; 0 where it is none."""
    body = item.question.body
    if not isinstance(body, Flashcard):
        return 0
    listed = sum(len(block.items) for block in body.back if isinstance(block, Listing))
    back = plain(body.back).strip().rstrip(".")
    lead, colon, rest = back.partition(": ")
    if not _may_be_list(back):
        return listed
    parts = [part for part in _BETWEEN.split(rest if colon and len(words(lead)) < 8 else back) if words(part)]
    return max(listed, len(parts) if item.is_english and _is_list(item.stem, back, parts) else 0)


def _may_be_list(back: str) -> bool:
    """Whether a word or a number stands in it that may part one member from the next, or two signs."""
    if not _BETWEEN_WORDS.isdisjoint(pieces(back)) or sum(map(back.count, ";\n•·/|,–—→>")) >= MEMBERS - 1:
        return True
    return _NUMBERED.search(back) is not None


def _is_list(front: str, back: str, parts: list[str]) -> bool:
    is_prose = len(sentences(back)) > 1 and len(_NUMBERS.findall(back)) < MEMBERS
    if len(parts) < MEMBERS or is_prose or any(_RUNS_ON.match(part) for part in parts[1:]):
        return False
    if _ASKS_SEVERAL.search(front):
        return all(len(words(part)) <= 8 for part in parts)
    joined = re.search(r",?\s(?:and|or)\s+[^,]*$|[;\n•]|→|->", back) is not None
    short = all(len(words(part)) <= 4 for part in parts) and not _VERB.search(back)
    joined = joined or (_DOES.match(front) is not None and all(_PLAIN.match(part) for part in parts))
    return short and (joined or len(parts) > MEMBERS)


@rule(Kind.FLASHCARD)
def overloaded_card(item: Item) -> Iterator[Diagnostic]:
    """More than one fact cannot be marked right or wrong as a whole (Wozniak 4; Matuschak: focused)."""
    body = item.question.body
    if not isinstance(body, Flashcard) or _members(item) >= MEMBERS:
        return
    back = plain(body.back)
    count = len(words(back))
    facts = _facts(back) + sum(isinstance(block, Paragraph) for block in body.back[1:] if len(words((block,))) > 2)
    if facts > 1 or count > LONGEST_BACK:
        message = f"the back holds {facts} facts" if facts > 1 else f"the back runs over {count} words"
        yield diagnose("W502", item.at("back"), message, hint="make a card for each fact")


def _facts(back: str) -> int:
    """How many sentences, and clauses parted by a semicolon, that say something of their own."""
    said = [clause for sentence in sentences(back) for clause in sentence.split(";")]
    more = sum(len(_ALSO.findall(clause)) for clause in said if "and " in clause)
    return sum(len(words(clause)) >= 2 for clause in said) + more


@rule(Kind.FLASHCARD)
def yes_no_card(item: Item) -> Iterator[Diagnostic]:
    """Half of all guesses are right, and recognising is not recalling (Matuschak: effortful)."""
    body = item.question.body
    if not isinstance(body, Flashcard) or not item.is_english:
        return
    if _YES_NO_BACK.match(plain(body.back)) or _is_binary(item.stem):
        hint = "ask for the thing itself: which, what, how much"
        yield diagnose("W503", item.at("stem", "front"), "one of two answers is right, and both are named", hint=hint)


def _is_binary(front: str) -> bool:
    """Whether the front can be answered by yes or no, or by one of two things that it names."""
    return any(_asks_one_of_two(sentence) for sentence in sentences(front))


def _asks_one_of_two(sentence: str) -> bool:
    if _TOLD.search(sentence) or _ALTERNATIVES_FIRST.search(sentence):
        return True
    if not sentence.endswith("?"):
        return False
    if _YES_NO.match(sentence) and not _A_NAME.match(sentence):
        return _THREE.search(sentence) is None
    if not _WH.search(sentence) and _AFTER_ADVERBIAL.search(sentence):
        return True
    match = _ALTERNATIVES.search(sentence)
    return bool(match and match[1].strip()) and not _is_third(sentence[: match.start()] if match else "")


def _is_third(before: str) -> bool:
    """Whether another alternative stands before the two: a short part between marks, without a question word."""
    _, mark, last = before.rpartition(",") if "," in before else before.rpartition(":")
    return bool(mark) and len(words(last)) <= 3 and not _WH.search(last)
