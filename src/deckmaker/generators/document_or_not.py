"""document-or-not: does the article point to this document as evidence?

True of a claim that rests on the document, false of one that rests on something else. Half of the questions about a
document are true: else one could answer without having read anything. Where a claim near to it has the other answer,
the stem says who points to the document: two speakers may say nearly the same, and only one of them from a document.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.generators import phrasing
from deckmaker.generators.basis import NAMELESS, UNNAMED_RESEARCH, no_evidence, told
from deckmaker.generators.family import Draft, Family, Reason, Request
from deckmaker.generators.refusals import BY_HAND
from deckmaker.generators.speakers import Rules, kept_out
from deckmaker.model.claims import ARTICLE, Claim, SourceKind
from deckmaker.model.identity import ranked
from deckmaker.model.questions import PRINT, Kind, TrueFalse
from deckmaker.model.text import text_of

DOCUMENTS = (SourceKind.DOCUMENT, SourceKind.PUBLICATION)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := no_evidence(request):
        return reason
    documents = _documents(request)
    if not documents:
        return Reason("no claim of its article rests on a document", "list the claims that do, if there are any")
    against = {id: reason for id in documents if (reason := _against(request, id))}
    legal = [id for id in documents if id not in against]
    return _question(request, _chosen(request, legal), against) if legal else against[documents[0]]


def _question(request: Request, document: str, against: dict[str, Reason]) -> Draft:
    register, claim = request.register, request.claim
    answer = claim.basis == document
    named = _names_speaker(request, document)
    return Draft(
        kind=Kind.TRUE_FALSE,
        body=TrueFalse(answer),
        stem=phrasing.stem(
            request,
            _template(request, named),
            basis=text_of(register.label(document)),
            speaker=text_of(register.label(claim.speaker)),
        ),
        answer=f"{document}:{str(answer).lower()}",
        label=f"{str(answer).lower()}, about {register.label(document)}",
        feedback=phrasing.feedback(request, told(request, phrasing.wording(request))),
        chosen=(document, claim.speaker) if named else (document,),
        out={id: f"is not fair to ask about: {reason.cause}" for id, reason in against.items()},
        group=document,
        prefer=0 if document in _near_bases(request) else 1,
    )


def _template(request: Request, named: bool) -> str:
    words, hedged = phrasing.wording(request), bool(request.claim.hedge)
    if not named:
        return words.document_hedged if hedged else words.document
    if request.own_voice:
        return words.document_own_hedged if hedged else words.document_own
    return words.document_speaker_hedged if hedged else words.document_speaker


def _documents(request: Request) -> list[str]:
    """What may be asked about: the claim's own document, or else those on which other claims of its article rest."""
    register, claim = request.register, request.claim
    others = {other.basis for other in register.set.claims.values() if other.article == claim.article}
    every = ranked(_only_documents(request, others), str, register.set.uid, request.question, "document")
    return [claim.basis] if claim.basis in every else every


def _only_documents(request: Request, bases: set[str]) -> set[str]:
    sources = request.register.set.sources
    return {id for id in bases if id in sources and id != ARTICLE and sources[id].kind in DOCUMENTS}


def _chosen(request: Request, legal: list[str]) -> str:
    """What an earlier build asked about, else what a near claim rests on, else the first."""
    near = _near_bases(request)
    return next((id for id in request.kept if id in legal), None) or min(legal, key=lambda id: id not in near)


def _near_bases(request: Request) -> frozenset[str]:
    return frozenset(other.basis for other in _near(request))


def _near(request: Request) -> Iterator[Claim]:
    register, claim = request.register, request.claim
    for id in register.near[claim.id]:
        if register.set.claims[id].article == claim.article:
            yield register.set.claims[id]


def _names_speaker(request: Request, document: str) -> bool:
    """Whether a near claim of somebody else has the other answer; what an earlier build named stays named."""
    claim = request.claim
    answer = claim.basis == document
    unlike = any((near.basis == document) != answer and near.speaker != claim.speaker for near in _near(request))
    return unlike or claim.speaker in request.kept[1:]


def _against(request: Request, document: str) -> Reason | None:
    """Why the claim cannot be asked about with this document."""
    claim, register = request.claim, request.register
    if document in register.naming[claim.id]:
        return Reason(f'the claim names "{register.label(document)}"', "reword it without the name")
    for other in request.said:
        if (document == other.basis) != (document == claim.basis):
            cause = f'claim "{other.id}" says the same, and its basis is "{register.label(other.basis)}"'
            return Reason(cause, "word the two claims apart and take `same_as` out, if they do differ")
    if why := kept_out([document], _contested(request, document)).get(document):
        return Reason(f'"{register.label(document)}" {why}', BY_HAND)
    return None


def _contested(request: Request, document: str) -> Rules:
    """What makes neither true nor false the one right answer."""
    claim, register = request.claim, request.register
    if claim.basis == document:
        others = frozenset(id for each in request.said for id in each.also_basis) - register.kin_of([document])
        for id in sorted(others):
            yield (
                frozenset([document]),
                f'is its basis, but "{register.label(id)}" could be called so as well (also_ok)',
            )
        return
    yield register.kin_of([claim.basis]), "is close to what it rests on"
    for each in request.said:
        yield register.kin_of([each.basis]), "is what a claim that says the same rests on, or close to it"
        yield register.kin_of(each.also_basis), "could be called its basis as well (also_ok)"
        yield register.kin_of({each.speaker} - {ARTICLE}), "is the speaker or close to it"
        yield (
            register.kin_of(each.also_speaker),
            "could be called the speaker as well, or is close to who could (also_ok)",
        )
        yield register.kin_of(each.via), "is a relay of the claim or close to one"
    of_same_voice = [near.basis for near in _near(request) if near.speaker in register.kin_of([claim.speaker])]
    yield register.kin_of(of_same_voice), "is what a similar claim of the same speaker rests on, or close to it"
    if _rests_on_nameless(request):
        yield frozenset([document]), "could be what the article does not name: nothing says that it is not"


def _rests_on_nameless(request: Request) -> bool:
    """Whether research or a source without a name stands behind it. Unnamed people are no document."""
    sources = request.register.set.sources
    return any(
        claim.basis == UNNAMED_RESEARCH or (SourceKind.UNNAMED in behind and claim.basis not in NAMELESS)
        for claim in request.said
        for behind in [[sources[id].kind for id in (claim.basis, claim.speaker, *claim.via) if id in sources]]
    )


FAMILY = Family(
    name="document-or-not",
    draft=draft,
    axis="basis",
    level="discriminate",
    where=(PRINT,),
    may=(PRINT,),
    even=True,
    asks="Either the article or somebody whom it quotes points to … as evidence that …. (true or false)",
    distractors="none; as many are true as false, and what is near to a claim that rests on the document goes first",
    refuses=(
        "no claim of the article rests on a document",
        "the claim is a prediction, a recommendation, or a speaker's judgement",
        "the claim names the document",
        "a claim that says the same has the other answer",
        "the document is a relay of the claim, close to its speaker or its basis, or could be called one of them",
        "a similar claim of the same speaker rests on the document",
        "it rests on a document, and something else could be called its basis as well",
        "it rests on research that has no name, which could be the document",
    ),
)
