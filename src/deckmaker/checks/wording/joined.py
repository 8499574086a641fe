"""Whether a statement joins two, either of which may be false alone. English, by shape: clauses and predicates."""

from __future__ import annotations

import re

from deckmaker.checks.wording.reading import unquoted
from deckmaker.checks.wording.tables import BASES, FINITE, NAMED_SUBJECTS, VERBS
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set

_BECAUSE = regex(
    r"(?<!merely )(?<!just )(?<!only )(?<!simply )(?<!partly )(?<!mainly )\b(?:because(?! of\b)|so that|which is "
    r"why|whereas|therefore|hence|, so|, while|although|, though|and thus|and therefore|and so|thereby|, making"
    r"|, causing|, which|, where|, who(?:se|m)?|, yet|, since|since (?:it|they|he|she)|, as (?:it|they|he|she)"
    r"|as well as \w+ing)\b|^(?:besides|apart from|in addition to) \w+ing\b|;",
    re.I,
)
_BUT = regex(r"(?<!nothing )(?<!anything )(?<!all )(?<!everything )\bbut\b", re.I)
_SUBORDINATE = frozenset(
    (
        "if",
        "when",
        "that",
        "whether",
        "where",
        "who",
        "which",
        "whose",
        "once",
        "until",
        "after",
        "before",
        "while",
        "unless",
        "between",
        "both",
    )
)
_AFTER_VERB = word_set(
    """
    the a an its his her their this that these those in by to from at on for into with no not only as all each
    every three two four five six seven eight nine ten through about after before under over during of up out
    one more less most about
    """
)
_PAST = word_set(
    """
    wrote became began led won took gave made died lost fought built found held ran sold sent ended fell rose
    grew left kept brought taught sang founded ruled served set put
    """
)
_PARTICIPLE = regex(
    r"^(?!(?:in|on|at|by|for|of|if|when)\b)[^,]{12,}, (?:thus |thereby |so )?(\w{3,}ing) (?!to\b)\w", re.I
)
_NO_VERB = word_set(
    "including according depending assuming counting beginning starting during regarding excluding following"
)
_PLAIN_VERB = regex(r"(?:ate|ise|ize|fy|orb|uce|ain|ibe|ect|olve|eed|ive|row)$")
"""How verbs end that are no nouns as well: "hibernate", "absorb"."""
_LINK = regex(r", (?:and|but|yet|nor) (?!(?:not|so|then|therefore|thus|hence|vice)\b)", re.I)
_OPENING = regex(
    r"^(?:in|on|at|by|for|of|under|during|after|before|since|among|unlike|like|within|with|from|today"
    r"|however)\b[^,]*,(?! (?:and|but|yet|nor)\b)",
    re.I,
)
_ON_CONDITION = regex(r"^(?:if|when|whenever|once|unless|although|while|after|before|the (?:more|less|\w+er)\b)", re.I)
_LEAST_WORDS = 3
"""So many words a clause has at least."""


_JOINING = word_set(
    """
    because so which whereas therefore hence while although though and thus thereby making causing where who whose whom
    yet since as besides apart addition but nor ;
    """
)
"""One of these pieces stands where a conjunction or a relative clause joins two statements."""


def may_state_twice(found: frozenset[str]) -> bool:
    """Whether a statement with these pieces may be two: it has a word that joins, or a comma and a word on -ing."""
    return not _JOINING.isdisjoint(found) or ("," in found and any("ing" in piece for piece in found))


def states_twice(statement: str) -> bool:
    """Whether a conjunction, a relative clause or a participle adds a second assertion to the first."""
    text = unquoted(statement)
    if _BECAUSE.search(text) or (_BUT.search(text) and not re.search(r"\bnot\b[^;]*\bbut\b", text, re.I)):
        return True
    if _links_clauses(text) or _adds_participle(text):
        return True
    found = tuple(word.casefold() for word in re.findall(r"[\w'’-]+", text))
    return any(_joins(found, index) for index, word in enumerate(found) if word == "and")


def _joins(found: tuple[str, ...], index: int) -> bool:
    """Whether the "and" at this place joins two clauses or two predicates."""
    before, after = found[:index], found[index + 1 : index + 8]
    if not after or _SUBORDINATE & {*before[-8:]} or not any(word in FINITE or word.endswith("s") for word in before):
        return False
    if any(word in ("if", "when") for word in before) or len(before) < 3:
        return False
    has_verb = any(word in FINITE or word in _PAST or word.endswith("ed") for word in before)
    if after[0] in NAMED_SUBJECTS or (after[0] in FINITE and has_verb):
        return True
    if has_verb and any(word in FINITE for word in after[1:5]):
        return True
    if after[0] in VERBS and len(after) > 1 and any(word in FINITE or word in VERBS for word in before[1:]):
        return True
    if after[0] in BASES and _PLAIN_VERB.search(after[0]) and after[1:2] and after[1] in _AFTER_VERB:
        return True
    if (
        after[0] in ("the", "its", "their")
        and after[1:]
        and (after[1].endswith("est") or after[1] in ("only", "first"))
        and {"is", "are", "was", "were"} & {*before}
    ):
        return True
    looks_like_verb = after[0] in _PAST or (
        after[0].endswith(("ed", "s")) and not after[0].endswith(("ss", "us", "is"))
    )
    return (
        looks_like_verb
        and len(after) > 1
        and after[1] in _AFTER_VERB - {"of"}
        and any(word in FINITE or word.endswith(("ed", "s")) for word in before)
    )


def _links_clauses(text: str) -> bool:
    """Whether ", and" is the only comma of the statement: then it parts two clauses and no list."""
    body = _OPENING.sub("", text.strip(), count=1).strip()
    link = _LINK.search(body)
    if not link or body.count(",") > 1 or _ON_CONDITION.match(body):
        return False
    return min(len(body[: link.start()].split()), len(body[link.end() :].split())) >= _LEAST_WORDS


def _adds_participle(text: str) -> bool:
    """Whether a clause with -ing follows: "lava cools slowly, forming glass"."""
    match = _PARTICIPLE.search(text)
    return bool(match and match[1].casefold() not in _NO_VERB and text.count(",") == 1)
