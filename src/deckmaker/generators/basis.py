"""basis: what does the article point to as evidence?

Key: the claim's basis. Distractors: what other claims of the register rest on. The stem asks for the speaker's evidence
where a speaker with a name points to it, so that the speaker's own word is no second right answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.generators import phrasing, speakers
from deckmaker.generators.distractors import Candidate, choice, pick, too_few
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.wording import Wording
from deckmaker.model.claims import BASES, SourceKind
from deckmaker.model.questions import PLACES, Kind
from deckmaker.model.text import Str, leaves, text_of

ON_RECORD, UNNAMED_PEOPLE, UNNAMED_RESEARCH, NONE_GIVEN = BASES
_NAMELESS = (UNNAMED_PEOPLE, UNNAMED_RESEARCH)
_SPEAKING = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.STATE)


def _narrowed(request: Request) -> bool:
    """Whether the stem asks for the speaker's evidence: the rule's by naming the speaker, the family's where it fits."""
    if request.rule.stem:
        return any(isinstance(node, Str) and "{speaker}" in node.text for node in leaves(request.rule.stem))
    source = request.register.set.sources.get(request.claim.speaker)
    speaks = not request.own_voice and source is not None and source.kind in _SPEAKING
    return speaks and request.claim.basis not in (ON_RECORD, NONE_GIVEN)


def _contested(request: Request) -> Reason:
    also = request.claim.also_basis
    if not also or _narrowed(request):
        return ""
    return f'"{request.register.label(also[0])}" could be called its basis as well'


def _in_claim(request: Request) -> Reason:
    claim, register = request.claim, request.register
    return f'the claim names its basis, "{register.label(claim.basis)}"' if register.names(claim, claim.basis) else ""


def _only_here(request: Request) -> Reason:
    claim, register = request.claim, request.register
    others = (other for id, other in register.set.claims.items() if id != claim.id)
    if any(claim.basis in (other.basis, other.speaker, *other.via, *other.also_basis) for other in others):
        return ""
    return f'nothing else in the register rests on "{register.label(claim.basis)}", so the option gives itself away'


def _similar_differs(request: Request) -> Reason:
    """The same is said by the same speaker on another basis."""
    claim, register = request.claim, request.register
    for id in sorted(register.same[claim.id]):
        other = register.set.claims[id]
        if other.basis != claim.basis and other.article == claim.article:
            return f'claim "{id}" says the same, and its basis is "{register.label(other.basis)}"'
    return ""


REFUSALS = (_similar_differs, _contested, _in_claim, _only_here)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    register, basis = request.register, request.claim.basis
    others = [id for id in register.bases if id != basis]
    out = kept_out(request, others)
    key = Candidate(basis, text_of(register.label(basis)))
    found = pick(request, key, [_candidate(request, id) for id in others if id not in out])
    if len(found) < request.distractors:
        return too_few(request, len(found), out, {id: register.label(id) for id in out})
    words, narrowed = phrasing.wording(request), _narrowed(request)
    stem = words.basis_of_speaker if narrowed else words.basis
    return Draft(
        kind=Kind.SINGLE_CHOICE,
        body=choice(request, key, found),
        stem=phrasing.stem(request, stem, speaker=text_of(register.label(request.claim.speaker))),
        answer=basis,
        label=register.label(basis),
        chosen=tuple(candidate.id for candidate in found),
        feedback=phrasing.feedback(request, _reason(words, basis, narrowed)),
    )


def _candidate(request: Request, id: str) -> Candidate:
    near = speakers.distance(request, request.claim.basis, id)
    return Candidate(id, text_of(request.register.label(id)), (near,), apart=request.register.kin_of([id]))


def _reason(words: Wording, basis: str, narrowed: bool) -> str:
    fixed = {
        ON_RECORD: words.on_record,
        UNNAMED_PEOPLE: words.unnamed_people,
        UNNAMED_RESEARCH: words.unnamed_research,
        NONE_GIVEN: words.none_given,
    }
    return fixed.get(basis, words.cited if narrowed else words.documented)


def kept_out(request: Request, candidates: Iterable[str]) -> dict[str, Reason]:
    """Those of the candidates that may not stand beside the basis, each with the first rule that says so."""
    rules = tuple(_rules(request))
    found = {id: next((why for out, why in rules if id in out), "") for id in candidates}
    return {id: why for id, why in found.items() if why}


def _rules(request: Request) -> Iterator[tuple[frozenset[str], Reason]]:
    claim, register = request.claim, request.register
    yield register.kin_of(claim.also_basis), "can be defended as an answer"
    yield register.kin_of([claim.basis]), "is the basis or close to it"
    if not request.own_voice:
        yield register.kin_of([claim.speaker]), "is the speaker or close to it"
    yield register.kin_of(claim.via), "is a relay of the claim or close to one"
    yield _same_in_other_words(request), "comes to the same as the answer"
    yield frozenset(id for id in register.set.sources if register.names(claim, id)), "is named in the claim"
    similar = [register.set.claims[id].basis for id in sorted(register.near[claim.id])]
    yield register.kin_of(similar), "is what a similar claim rests on, or close to it"


def _same_in_other_words(request: Request) -> frozenset[str]:
    """Fixed bases, and sources without a name, that say of the claim what its own basis says."""
    claim, sources = request.claim, request.register.set.sources
    kinds = {id: source.kind for id, source in sources.items()}
    nameless = {id for id, kind in kinds.items() if kind is SourceKind.UNNAMED}
    out: set[str] = set()
    if claim.basis in _NAMELESS:
        out |= nameless
    elif nameless & {claim.basis, claim.speaker, *claim.via}:
        out |= {*_NAMELESS}
    if kinds.get(claim.basis) in _SPEAKING or not (request.own_voice or _narrowed(request)):
        out.add(ON_RECORD)
    return frozenset(out)


FAMILY = Family(
    name="basis",
    draft=draft,
    axis="basis",
    where=PLACES,
    asks="What does the article point to as evidence that …?",
    distractors="what other claims rest on, of the same kind first; no source, or the speaker's word, is near to all",
    refuses=(
        "a claim that says the same rests on something else; something else could be called the basis; "
        "the claim names its basis; nothing else in the register rests on it; too few clean distractors; balance"
    ),
)
