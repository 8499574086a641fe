"""relayed: does a speaker say it first-hand, or rely on a document or on somebody else?

Key: from the claim's relays (`via`), three fixed options that are never shuffled. Only speakers of whom the register
has claims of more than one sort are asked about: else the name alone would tell.
"""

from __future__ import annotations

from deckmaker.generators import phrasing
from deckmaker.generators.basis import no_evidence
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import BY_HAND, contested_speaker
from deckmaker.generators.register import Register
from deckmaker.generators.wording import Wording
from deckmaker.model.claims import BASES, Claim, SourceKind
from deckmaker.model.questions import PLACES, Choice, Kind, Option
from deckmaker.model.text import text_of

ON_RECORD, UNNAMED_PEOPLE, UNNAMED_RESEARCH, NONE_GIVEN = BASES

OWN_WORD, DOCUMENT, SOMEBODY = "own-word", "document", "somebody"
"""The answers."""

SORTS = {
    SourceKind.PERSON: SOMEBODY,
    SourceKind.ORGANISATION: SOMEBODY,
    SourceKind.STATE: SOMEBODY,
    SourceKind.DOCUMENT: DOCUMENT,
    SourceKind.PUBLICATION: DOCUMENT,
}
"""What each kind of relay is; one without a name is of no kind for sure."""

FIXED = {ON_RECORD: OWN_WORD, NONE_GIVEN: OWN_WORD, UNNAMED_PEOPLE: SOMEBODY, UNNAMED_RESEARCH: DOCUMENT}
"""What each basis that is no source comes to."""


def relays(claim: Claim) -> tuple[str, ...]:
    """The claim's relays beside its speaker."""
    return tuple(id for id in claim.via if id != claim.speaker)


def _no_speaker(request: Request) -> Reason | None:
    source = request.register.set.sources.get(request.claim.speaker)
    if request.own_voice or source is None:
        return Reason("the article says it in its own voice, and no speaker stands in between", 'ask it by "basis"')
    if source.kind is SourceKind.UNNAMED:
        return Reason(f'its speaker, "{source.name}", has no name', 'ask it by "who-said" or "basis"')
    if SORTS[source.kind] is DOCUMENT:
        return Reason(
            f'its speaker, "{source.name}", is not a person or body that relays something', 'ask it by "basis"'
        )
    return None


def _unclear_relays(request: Request) -> Reason | None:
    claim, register = request.claim, request.register
    close = [id for id in relays(claim) if id in register.kin_of([claim.speaker])]
    if close:
        cause = f'its relay, "{register.label(close[0])}", is close to the speaker, so it may count as the own word'
        return Reason(cause, BY_HAND)
    nameless = [id for id in relays(claim) if _sort(register, claim, id) is None]
    if nameless:
        cause = f'its relay, "{register.label(nameless[0])}", has no name, so it may be a person or a document'
        return Reason(cause, "change the `kind` of that source, if the article tells")
    if len({_sort(register, claim, id) for id in relays(claim)}) > 1:
        names = " and ".join(f'"{register.label(id)}"' for id in relays(claim))
        return Reason(f"it is relayed by {names}, so both a document and somebody would be right", BY_HAND)
    return None


def _no_relay_and_no_word(request: Request) -> Reason | None:
    claim, register = request.claim, request.register
    if relays(claim) or claim.basis == ON_RECORD:
        return None
    cause = f'no relay is given (`via`), but its basis is "{register.label(claim.basis)}", not the speaker\'s own word'
    return Reason(cause, "say who or what relays it by `via`, or make its basis `on_record`")


def _other_answer(request: Request) -> Reason | None:
    """Something that it rests on, or could be said to rest on, would be another answer than its relays are."""
    claim, register, key = request.claim, request.register, answer(request.register, request.claim)
    rests_on = () if claim.basis in (ON_RECORD, NONE_GIVEN) else (claim.basis,)
    for id in (*rests_on, *claim.also_basis):
        if _sort(register, claim, id) != key:
            how = "is its basis" if id in rests_on else "could be called its basis as well (also_ok)"
            return Reason(f'"{register.label(id)}" {how}, which would be another answer', BY_HAND)
    return None


def _relay_in_claim(request: Request) -> Reason | None:
    claim, register = request.claim, request.register
    named = [id for id in relays(claim) if id in register.naming[claim.id]]
    if not named:
        return None
    return Reason(f'the claim names its relay, "{register.label(named[0])}"', "reword it without the name")


def _same_otherwise(request: Request) -> Reason | None:
    """The speaker says the same elsewhere on other grounds."""
    claim, register = request.claim, request.register
    for id in sorted(register.same[claim.id]):
        other = register.set.claims[id]
        if other.speaker == claim.speaker and answer(register, other) != answer(register, claim):
            cause = f'claim "{id}" says the same, by the same speaker, and is relayed otherwise'
            return Reason(cause, "word the two claims apart and take `same_as` out, if they do differ")
    return None


def _no_contrast(request: Request) -> Reason | None:
    register, speaker = request.register, request.claim.speaker
    its = [claim for claim in register.set.claims.values() if claim.speaker == speaker]
    if len({answer(register, claim) for claim in its}) > 1:
        return None
    cause = f'every claim of "{register.label(speaker)}" would have the same answer, so the name alone tells it'
    return Reason(cause, "list a claim of the same speaker that is relayed otherwise, if there is one")


REFUSALS = (
    _no_speaker, no_evidence, contested_speaker, _unclear_relays, _no_relay_and_no_word, _other_answer, _relay_in_claim,
    _same_otherwise, _no_contrast,
)  # fmt: skip


def answer(register: Register, claim: Claim) -> str:
    """What the claim's relays come to; several sorts and relays without a name are sorts of their own."""
    sorts = {_sort(register, claim, id) or SourceKind.UNNAMED for id in relays(claim)}
    return "+".join(sorted(sorts)) or OWN_WORD


def _sort(register: Register, claim: Claim, id: str) -> str | None:
    """What a source or a basis of a claim comes to; None where that cannot be told."""
    if id == claim.speaker:
        return OWN_WORD
    source = register.set.sources.get(id)
    return FIXED.get(id) if source is None else SORTS.get(source.kind)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    register, claim, words = request.register, request.claim, phrasing.wording(request)
    key, options = answer(register, claim), labels(words)
    via = ", ".join(register.label(id) for id in relays(claim))
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=Choice(tuple(Option(text_of(label), one == key) for one, label in options.items()), False),
        stem=phrasing.stem(request, words.relayed, speaker=text_of(register.label(claim.speaker))),
        answer=key,
        label=options[key],
        feedback=phrasing.feedback(request, words.relies_on if via else words.on_record, relay=via),
        shuffle=False,
    )


def labels(words: Wording) -> dict[str, str]:
    """The options in their order."""
    return {OWN_WORD: words.own_word, DOCUMENT: words.a_document, SOMEBODY: words.somebody}


FAMILY = Family(
    name="relayed",
    draft=draft,
    axis="relay",
    level="discriminate",
    where=PLACES,
    asks="As the article reports it, on what does the speaker rely: the own word, a document, somebody else?",
    distractors="the other two of these three, always in this order",
    refuses=(
        "the article says it itself, or the speaker has no name or is a document",
        "somebody who is not kin of the speaker could be called the speaker as well",
        "the claim is a prediction, a recommendation, or a speaker's judgement",
        "it is relayed by a document and by somebody, or by a source without a name",
        "it has no relay, and its basis is not the speaker's own word",
        "its basis, or what could be called its basis, would be another answer",
        "the claim names its relay",
        "all claims of the speaker would have the same answer",
    ),
)
