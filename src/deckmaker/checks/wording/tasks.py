"""The rule about the task itself: one thing at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.pieces import pieces
from deckmaker.checks.wording.joined import states_twice
from deckmaker.checks.wording.reading import CHOICES, in_stem, lead_in, sentences, unquoted
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.stem_words import RESPECTS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Kind

_ASKING = (*CHOICES, Kind.SHORT_ANSWER, Kind.NUMERIC, Kind.FLASHCARD)
_TWO_QUESTIONS = regex(
    r"\b(?:which|what|who|whom|whose|when|where|why|how)\b[^?]*?(?:,? (?:and|or|plus)(?: also)?|;) (?:(?:in|at|on"
    r"|to|by|for|of|with|from|about|under|since|into|through|after|before|during|until|against) )?(?:why|how|when"
    r"|where|what|(?<=, and )who|(?<=, and )which"
    r"|(?<=; )which|(?<=; )who|(?:in|at|on|to|by|for|of|with|from|into|through|after|before|during|until"
    r"|against) which|which (?=\w+ (?:is|was|are|were|did|does"
    r"|do|has|had)))\b(?! (?:is why|is how|not\b))",
    re.I,
)
_WH_AND_WH = regex(
    r"\b(?:when|where|why|how|who|(?:what|which)(?: \w+)?) and (?:in |at |on |by |to |for |under |with )?(?:when"
    r"|where|why"
    r"|how|who|whom|whose|what|which)\b",
    re.I,
)
_TWO_ORDERS = regex(
    r"^(?:name|define|state|give|calculate|find|explain|describe|list|compute|identify|determine|tell|say|write"
    r"|who|what|which|when|where|how|why)\b.{4,}?(?:,| ) ?(?:and|then) (?:also |then |briefly )?(?:explain|state"
    r"|give|name|say|tell|describe|list|define|calculate|find|write|identify|determine|justify|compute)\b",
    re.I,
)
_JOINED = regex(
    r"\b(?:the )?([\w-]+)(?: of [\w ]{1,30}?)? and (?:also )?(?:the |its |his |her |their |in which |what )?([\w-]+)\b",
    re.I,
)
_TWO_THINGS = regex(
    r"^(?:what (?:is|are|was|were)|give|name|state|find|calculate|determine|compute|identify|list|write(?: down)?"
    r"|tell)\s+"
    r"(?:the|its|his|her)\s+(?:(?!first|last|largest|smallest|highest|lowest|oldest|longest"
    r"|same)[\w-]+\s+){1,2}?(?:[^,?]{0,25}\s)??and\s+"
    r"(?:the|its|his|her)\s+(?:[\w-]+\s+){1,3}?(?:of|for|in)\b"
    r"|^(?:what (?:is|are|was|were)|give|name|state|find|calculate) the [\w ]{3,25}? (of|for|in) [^,?]{2,30}? and \1\b"
    r"|^(?:what (?:is|are|was|were)|name|give|state) the [\w ]{3,25}? and (?:its|his|her|their) [\w ]{3,30}[.?]?$"
    r"|,? and (?:who was |what was )?the (?:second|third|fourth|next|other)\s*\?$",
    re.I,
)
"""Two nouns, each with "the", that an order or a question asks for."""
_RELATES = regex(
    r"\b(?:between|compare\w*|differ\w*|common|relat\w+|both|together|respectively|sum|product of|combination"
    r"|versus|ratio)\b",
    re.I,
)


@rule(*_ASKING, Kind.TRUE_FALSE)
def two_questions(item: Item) -> Iterator[Diagnostic]:
    """W105. Haladyna et al. 2002, 1; teaching-centre guides: one idea an item, or nobody knows which one was missed."""
    if not item.is_english or item.question.family:
        return
    if item.kind in _ASKING and _asks_twice(item.stem):
        yield diagnose("W105", in_stem(item), "two things are asked at once", hint="make two questions of it")
    elif item.kind is Kind.TRUE_FALSE and states_twice(lead_in(item.stem)):
        message = "two statements are joined: either may be false alone"
        yield diagnose("W105", in_stem(item), message, hint="make two questions of it, or give one half as known")


_JOINING = frozenset(("and", "or", "plus", "then", ";"))
"""One of these pieces stands where two things are asked in one sentence."""


def _asks_twice(stem: str) -> bool:
    text = unquoted(stem)
    if not _JOINING & pieces(text) and text.count("?") < 2:
        return False
    if (
        sum(sentence.rstrip(" )").endswith("?") for sentence in sentences(text)) > 1
        or len(re.findall(r"\?+", text)) > 1
    ):
        return True
    asked = lead_in(text)
    return bool(
        _WH_AND_WH.search(asked)
        or _TWO_QUESTIONS.search(asked)
        or _TWO_ORDERS.search(asked)
        or _two_respects(asked)
        or (_TWO_THINGS.search(asked) and not _RELATES.search(asked))
    )


def _two_respects(asked: str) -> bool:
    """ "the capital and the currency of …": two nouns that each ask for something else."""
    if _RELATES.search(asked) or re.search(
        r"\band (?:the )?(?:first|last|largest|longest|highest|oldest|smallest|main|present|past)\b", asked
    ):
        return False
    if re.search(r"\bwhat (?:are|were) the (?:\w+ ){1,2}and (?:the )?(?:\w+ ){1,2}of\b", asked, re.I):
        return True
    return any(
        one.casefold() in RESPECTS and other.casefold() in RESPECTS for one, other in _JOINED.findall(asked)
    ) and not asked.casefold().startswith(("why", "how"))
