"""basis: what does the article point to as evidence?

Key: the claim's basis. Distractors: what other claims of the register rest on. The stem asks for the speaker's evidence
where a speaker with a name points to it, so that the speaker's own word is no second right answer; a rule's own stem
does so by having `{speaker}` in it.
"""

from __future__ import annotations

from deckmaker.generators import phrasing
from deckmaker.generators.distractors import Candidate, choice, pick, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.kinds import distance
from deckmaker.generators.refusals import BY_HAND
from deckmaker.generators.register import Register
from deckmaker.generators.speakers import Rules, kept_out, offered
from deckmaker.generators.wording import Wording
from deckmaker.model.claims import ARTICLE, BASES, SourceKind
from deckmaker.model.questions import PLACES, Kind, Option
from deckmaker.model.text import text_of

ON_RECORD, UNNAMED_PEOPLE, UNNAMED_RESEARCH, NONE_GIVEN = BASES
NAMELESS = (UNNAMED_PEOPLE, UNNAMED_RESEARCH)
SPEAKING = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.STATE)


def of_speaker(request: Request) -> bool:
    """Whether the stem asks for the speaker's evidence."""
    if request.rule.stem:
        return phrasing.asks_for_speaker(request.rule.stem)
    speaks = not request.own_voice and _kind(request.register, request.claim.speaker) in SPEAKING
    return speaks and request.claim.basis not in (ON_RECORD, NONE_GIVEN)


def no_evidence(request: Request) -> Reason | None:
    """What has not happened, ought to happen, or is a speaker's judgement rests on nothing that could be pointed to."""
    kind = request.claim.kind
    if kind in ("prediction", "recommendation") or (kind == "evaluative" and not request.own_voice):
        cause = f'it is marked "{kind}", for which there is no evidence to point to'
        return Reason(cause, "ask who says it, or change `kind` if it states a fact")
    return None


def _same_rests_on_other(request: Request) -> Reason | None:
    claim, register = request.claim, request.register
    for id in sorted(register.same[claim.id]):
        other = register.set.claims[id]
        if other.basis != claim.basis and other.article == claim.article:
            cause = f'claim "{id}" says the same, and its basis is "{register.label(other.basis)}"'
            return Reason(cause, "word the two claims apart and take `same_as` out, if they do differ")
    return None


def _contested(request: Request) -> Reason | None:
    also = [id for claim in request.said for id in claim.also_basis]
    if not also or of_speaker(request):
        return None
    return Reason(f'"{request.register.label(also[0])}" could be called its basis as well (also_ok)', BY_HAND)


def _in_claim(request: Request) -> Reason | None:
    claim, register = request.claim, request.register
    if claim.basis not in register.naming[claim.id]:
        return None
    return Reason(f'the claim names its basis, "{register.label(claim.basis)}"', "reword it without the name")


def _only_here(request: Request) -> Reason | None:
    basis, register = request.claim.basis, request.register
    if register.mentions[basis] > 1:
        return None
    cause = f'no other claim has to do with "{register.label(basis)}", so the option would give itself away'
    return Reason(cause, "list the other claims that rest on it, if there are any")


REFUSALS = (no_evidence, _same_rests_on_other, _contested, _in_claim, _only_here)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    register, basis = request.register, request.claim.basis
    every = offered(request, register.bases)
    out = kept_out(every, basis_rules(request))
    key = _candidate(register, basis, basis)
    legal = [_candidate(register, id, basis) for id in every if id not in out]
    found = pick(request, key, legal, apart=lambda one, other: one in register.kin_of([other]))
    if reason := too_few(request, found, {id: why for id, why in out.items() if id != basis}):
        return reason
    words = phrasing.wording(request)
    template = words.basis_of_speaker if of_speaker(request) else words.basis
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, basis, found, lambda id: Option(text_of(register.label(id)), id == basis)),
        stem=phrasing.stem(request, template, speaker=text_of(register.label(request.claim.speaker))),
        answer=basis,
        label=register.label(basis),
        feedback=phrasing.feedback(request, told(request, words)),
        chosen=found,
        out=out,
    )


def told(request: Request, words: Wording) -> str:
    """The feedback's template."""
    fixed = {
        ON_RECORD: words.on_record,
        UNNAMED_PEOPLE: words.unnamed_people,
        UNNAMED_RESEARCH: words.unnamed_research,
        NONE_GIVEN: words.unsourced if request.own_voice else words.none_given,
    }
    return fixed.get(request.claim.basis, words.cited if of_speaker(request) else words.documented)


def _candidate(register: Register, id: str, key: str) -> Candidate:
    """Length plays no part: a basis is called the same in every question, so its length tells nothing of this one."""
    return Candidate(id, register.label(id), (distance(_kind(register, key), _kind(register, id)),))


def _kind(register: Register, id: str) -> SourceKind | None:
    if id in NAMELESS:
        return SourceKind.UNNAMED
    source = register.set.sources.get(id)
    return source.kind if source else None


def basis_rules(request: Request) -> Rules:
    """What may not stand beside the claim's basis."""
    claim, register = request.claim, request.register
    yield register.kin_of([claim.basis]), "is the basis or close to it"
    for each in request.said:
        yield register.kin_of(each.also_basis), "can be defended as an answer"
        yield register.kin_of({each.speaker} - {ARTICLE}), "is the speaker or close to it"
        yield register.kin_of(each.via), "is a relay of the claim or close to one"
    yield _to_the_same_effect(request), "comes to the same as the answer"
    yield register.naming[claim.id], "is named in the claim"
    similar = [register.set.claims[id].basis for id in register.near[claim.id]]
    yield register.kin_of(similar), "is what a similar claim rests on, or close to it"


def _to_the_same_effect(request: Request) -> frozenset[str]:
    """Fixed bases, and sources without a name, that say of the claim what its own basis says."""
    claim, register = request.claim, request.register
    behind = {id for each in request.said for id in (each.basis, each.speaker, *each.via)}
    nameless = {id for id, source in register.set.sources.items() if source.kind is SourceKind.UNNAMED}
    out: set[str] = set()
    if claim.basis in NAMELESS:
        out |= nameless
    elif nameless & behind:
        out |= {*NAMELESS}
    speakers = {each.speaker for each in request.said}
    asks_anybody = speakers != {ARTICLE} and not of_speaker(request)
    if asks_anybody or any(_kind(register, id) in SPEAKING for id in behind - speakers):
        out.add(ON_RECORD)
    return frozenset(out)


FAMILY = Family(
    name="basis",
    draft=draft,
    axis="basis",
    level="discriminate",
    where=PLACES,
    asks="On what, if anything, does the article base the statement that …?",
    distractors="what other claims rest on, of the same kind first; no source and one's own word are of every kind",
    refuses=(
        "the claim is a prediction, a recommendation, or a speaker's judgement",
        "a claim that says the same rests on something else",
        "something else could be called the basis as well, and the stem does not ask for the speaker's evidence",
        "the claim names its basis",
        "no other claim has to do with the basis, so the option would give itself away",
        "too few clean distractors",
    ),
)
