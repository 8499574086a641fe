"""Phrases by which an English sentence names its axis, credits a source, turns round, or keeps a hedge: tables.

They are held against words as `names.squashed` and `mentions.Marked` leave them: small letters, straight quotes.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.model.claims import Certainty
from deckmaker.model.patterns import regex
from deckmaker.model.wording import HEDGE_CERTAINTY

SAY = (
    r"(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|report(?:s|ed|ing)?|t(?:ell|ells|old|elling)|sp(?:eak|eaks|oke|eaking)"
    r"|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|assert(?:s|ed|ing)?|announc(?:e|es|ed|ing)|wr(?:ite|ites|ote|iting)"
    r"|mention(?:s|ed|ing)?|warn(?:s|ed|ing)?|predict(?:s|ed|ing)?|call(?:s|ed|ing)?|describ(?:e|es|ed|ing)"
    r"|den(?:y|ies|ied|ying)|add(?:s|ed)?|explain(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|insist(?:s|ed|ing)?"
    r"|admit(?:s|ted|ting)?|confirm(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|declar(?:e|es|ed|ing)"
    r"|not(?:e|es|ed|ing)|reveal(?:s|ed|ing)?|maintain(?:s|ed|ing)?|suggest(?:s|ed|ing)?|believ(?:e|es|ed)"
    r"|hold(?:s)?|held|put(?:s|ting)?|mak(?:e|es|ing)|made|accus(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|comment(?:s|ed)?)"
)
"""Words of saying in all their forms."""

AXIS_PHRASES: Mapping[str, tuple[str, ...]] = {
    "speaker": (
        rf"\bwho(?:m|se)?\b.*?\b{SAY}\b",
        r"\bwhose\b",
        r"\baccording to (?:who|which|what)",
        r"\b(?:speaker|spokes\w+|own voice|attributed|attribution|credited|statement of|speaks)\b",
        rf"\bwhich (?!it\b|he\b|she\b|they\b|the article)\w+(?: \w+)? (?:\w+ )?{SAY}\b",
    ),
    "basis": (
        r"\bevidence\b",
        r"\bproof\b",
        r"\bbasis\b",
        r"\bgrounds\b",
        r"\bbas(?:e|es|ed|ing)\b",
        r"\brest(?:s|ed|ing)? (?:up)?on\b|\bon (?:what|which)\b.*\brest",
        r"\brel(?:y|ies|ied|ying) (?:up)?on\b|\bon (?:what|which)\b.*\brel",
        r"\bpoint(?:s|ed|ing)? to\b",
        r"\bcit(?:e|es|ed|ing)\b",
        r"\b(?:nam|giv|identif)\w* (?:any |no |a |its |the |his |her |their )*sources?\b",
        r"\b(?:which|what) sources?\b",
        r"\bback(?:s|ed)? up\b|\bsupport(?:s|ed)?\b",
    ),
    "relay": (r"\brela(?:y|ys|yed)\b", r"\b(?:first|second)-? ?hand\b", r"\bpass(?:es|ed)? on\b"),
    "certainty": (
        r"\bhow (?:sure|certain|firm|firmly|strong|strongly|confident)\b",
        r"\bhow (?:do|does|did|is|was|are|were)\b.*\bput\b",
        r"\bas certain\b",
    ),
    "time": (r"\bin (?:what|which) order\b", r"\border\b", r"\bwhen\b", r"\bwhich .*\b(?:first|last|earlie|late)"),
    "fit": (r"\bfit\b", r"\bcontradict", r"\bconflict", r"\bat odds\b"),
}
"""The registered axis phrases: a stem that has one of them says what it asks for."""

_AXES = {axis: regex("|".join(phrases)) for axis, phrases in AXIS_PHRASES.items()}
AXIS_LETTERS: Mapping[str, tuple[str, ...]] = {
    "speaker": ("who", "which", "according", "speak", "spokes", "voice", "attribut", "credited", "statement"),
    "basis": ("evidence", "proof", "bas", "ground", "rest", "rel", "point", "cit", "source", "back", "support"),
    "relay": ("rela", "hand", "pass"),
    "certainty": ("how", "certain"),
    "time": ("order", "when", "which"),
    "fit": ("fit", "contradict", "conflict", "odds"),
}
"""Letters one of which stand in every phrase of an axis: without them nothing is searched for it."""

_M = r"(?:the )?⟦(\d+)⟧"
_NOUN = r"(?:words?|statements?|claim|view|conclusion|remarks?|phrase|account|opinion|judgement)"

CREDITS: Mapping[str, tuple[str, ...]] = {
    "speaker": (
        rf"according to {_M}",
        rf"⟦(\d+)⟧ (?:itself |himself |herself )?{SAY}\b",
        r"⟦(\d+)⟧ (?:point(?:s|ed|ing)?|cit(?:es|ed|ing)|rel(?:ies|ied|ying)|refer(?:s|red|ring)?)\b",
        rf"(?:quotes?|presents?|reports?|names?|has|shows?|describes?) {_M} as (?:the (?:one|speaker) )?\w+",
        rf"(?:credits?|attribut\w+(?: \w+){{0,4}} to|it is) {_M}",
        r"⟦(\d+)⟧ (?:is|are|was|were) (?:quoted|reported|presented|credited|said|cited)",
        rf"(?:said|stated|claimed|made|reported|told|asserted) by {_M}",
        rf"⟦(\d+)⟧ s (?:own )?{_NOUN}",
        rf"{_NOUN} of {_M}",
    ),
    "basis": (
        rf"(?:reports?|takes?|draws?|learns?|has|knows?|comes?|quotes?)(?: this| it| that)? from {_M}",
        rf"point(?:s|ed|ing)? to {_M}",
        rf"(?:rest|rel|bas)\w*(?: \w+){{0,8}} (?:up)?on {_M}",
        rf"(?:cit(?:e|es|ed|ing)|quotes?) {_M}",
        rf"evidence(?: \w+){{0,5}} (?:is|are|from|in) {_M}",
        r"⟦(\d+)⟧ (?:indicat|show|confirm|reveal|prov|suggest|bear)\w*",
        r"⟦(\d+)⟧ as (?:the |its )?(?:evidence|source|basis|proof)",
        rf"(?:is|are|stands?|found|written) in {_M}",
    ),
}
"""What credits a source with saying something, and what names it as evidence; `⟦3⟧` is the fourth source mentioned."""

CREDIT = {axis: tuple(map(regex, patterns)) for axis, patterns in CREDITS.items()}

OWN_VOICE = regex(r"\bown (?:voice|words|account)\b|⟦\d+⟧ itself\b|without (?:naming|crediting)")
"""What makes "the article says" a credit: it says everything in it."""

NEGATIVE = regex(
    r"\b(?:not|never|except|no one|nobody|neither|nor|least|cannot|wrong|false|incorrect|mistaken|unlike)\b"
    r"|\bmisattribut|n't\b"
)
"""What turns a question round."""

NO_SOURCE = regex(
    r"without (?:\w+ )?(?:naming|giving|citing|any|a|crediting)\b[^.?]*\bsource|\bnam\w+ no source|\bgiv\w+ no source"
    r"|\bnot nam\w+ (?:a|any) source|\bno source"
)
"""What asks for that for which no source is named."""

DOES_NOT_FIT = regex(r"\bnot fit\b|n't fit\b|\bconflict|\bcontradict|\bat odds\b|\bcannot both\b")
"""What asks for that which cannot hold beside something else."""

OTHER_WAY_ROUND = regex(r"\b(?:last|latest|newest|most recent|reverse|backwards?)\b")
"""What may put the latest first."""

_CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.POSSIBLE: r"\b(?:only possib\w+|possib\w+|may|might|could)\b",
    Certainty.PROBABLE: r"\b(?:apparent\w*|appear\w*|indicat\w+|likely|probabl\w+|seem\w*|suggest\w*)\b",
    Certainty.CERTAIN: r"\b(?:certain|sure|definite\w*|as (?:a )?fact|no doubt|without (?:a )?doubt)\b",
}
_LABELS = {certainty: regex(pattern) for certainty, pattern in _CERTAINTIES.items()}

OWN_WORD, DOCUMENT, SOMEBODY = "the speaker's own word", "a document", "somebody else"
_RELAYS = {
    OWN_WORD: regex(r"\bown (?:word|statement|account)|\bfirst-?hand\b|\bnothing (?:beyond|else)"),
    DOCUMENT: regex(r"\bdocuments?\b|\bpapers?\b|\brecords?\b|\bfiles?\b"),
    SOMEBODY: regex(r"\b(?:somebody|someone|anybody|people|another person|other persons?|others)\b"),
}

GUARDED = regex(
    rf"\b(?:guard\w+|cautio\w+|hedg\w+|uncertain\w*|tentative\w*|less than certain|how (?:sure|certain)|possib\w+"
    rf"|probab\w+|indicat\w+|appear\w*|{'|'.join(word for word in HEDGE_CERTAINTY if not word.startswith('claim'))})\b"
)
"""What shows that something is not put as certain."""


def axis_in(words: str, axes: tuple[str, ...] = tuple(AXIS_PHRASES)) -> frozenset[str]:
    """The axes that squashed words name."""
    return frozenset([axis for axis in axes if _may_name(words, axis) and _AXES[axis].search(words)])


def _may_name(words: str, axis: str) -> bool:
    return any(map(words.__contains__, AXIS_LETTERS[axis]))


def certainty_in(words: str) -> Certainty | None:
    """The one degree of certainty that a label names."""
    found = [certainty for certainty, pattern in _LABELS.items() if pattern.search(words)]
    return found[0] if len(found) == 1 and not NEGATIVE.search(words) else None


def relay_in(words: str) -> str:
    """The one sort of relay that a label names, "" where there is none or more."""
    found = [sort for sort, pattern in _RELAYS.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else ""
