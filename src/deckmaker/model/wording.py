"""Tables of words that the register is read by: cue verbs, hedges, guard words. English; data, not rules."""

from __future__ import annotations

from deckmaker.model.claims import Certainty, Stance

CUE_STANCE: dict[str, Stance] = {
    **dict.fromkeys(
        ("says", "said", "say", "stated", "states", "reported", "reports", "told", "wrote", "writes", "announced",
         "according to", "added", "adds", "explained", "argued", "argues", "arguing", "referred"), Stance.ACKNOWLEDGE),
    **dict.fromkeys(
        ("noted", "notes", "reveals", "revealed", "confirms", "confirmed", "admits", "admitted", "points out",
         "pointed out", "shows", "shown", "demonstrates", "demonstrated", "acknowledged", "known", "proves"),
        Stance.ENDORSE),
    **dict.fromkeys(
        ("claims", "claimed", "claim", "claiming", "alleges", "alleged", "purports", "insists", "insisted", "denied",
         "denies", "deny"), Stance.DISTANCE),
}  # fmt: skip
"""A cue verb's stance (Sydney "Write Site": endorsing and distancing verbs); a verb not listed acknowledges."""

HEDGE_CERTAINTY: dict[str, Certainty] = {
    **dict.fromkeys(
        ("appear", "appears", "appeared", "seem", "seems", "seemed", "indicate", "indicates", "indicated", "suggest",
         "suggests", "suggested", "likely", "probably", "apparently", "nearing"), Certainty.PROBABLE),
    **dict.fromkeys(
        ("may", "might", "could", "perhaps", "possibly", "allegedly", "reportedly", "claim", "claims", "claimed",
         "attempted", "would"), Certainty.POSSIBLE),
}  # fmt: skip
"""How certain a hedge leaves a claim; the weakest word of a hedge decides, an unlisted hedge makes it probable."""

NEGATIONS = frozenset(("not", "never", "no", "nor", "neither", "none", "without", "hardly"))
"""Words that deny; none of them is a hedge. "cannot" and "can't" are read as "not"."""

GUARD_WORDS = NEGATIONS | frozenset(
    (
        "may", "might", "could", "would", "appear", "appears", "appeared", "seem",
        "seems", "seemed", "indicate", "indicates", "suggest", "suggests", "claim", "claims", "claimed",
        "noted", "notes", "revealed", "reveals", "denied", "denies", "deny", "attempted", "allegedly",
        "reportedly",
    )
)  # fmt: skip
"""Words that turn or weaken a sentence: left out of a quotation, they change what it proves."""


def stance_of(cue: str) -> Stance:
    """The stance of a cue verb."""
    return CUE_STANCE.get(cue.casefold(), Stance.ACKNOWLEDGE)


def is_known_hedge(hedge: str) -> bool:
    """Whether the table has a word of the hedge."""
    return any(word in HEDGE_CERTAINTY for word in hedge.casefold().split())


def certainty_of(hedge: str) -> Certainty:
    """How certain a hedge leaves a claim; no hedge leaves it certain."""
    if not hedge:
        return Certainty.CERTAIN
    found = {HEDGE_CERTAINTY[word] for word in hedge.casefold().split() if word in HEDGE_CERTAINTY}
    return Certainty.POSSIBLE if Certainty.POSSIBLE in found else Certainty.PROBABLE
