"""More faults: in statements, pairs, orders, scales, options that are claims, and hedges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, permutations

from msgspec.structs import replace

from deckmaker.model.claims import ARTICLE, Certainty, Claim, Quiz
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label
from deckmaker.model.questions import (
    Choice,
    Cloze,
    Kind,
    Matching,
    Option,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)  # fmt: skip
from deckmaker.model.text import EMPTY, Str, Text, join, map_inlines, plain, text_of
from tests.checks.keys.oracle import Oracle
from tests.checks.keys.planting import Fault, distractors, key, options, reworded, swapped, with_options


def of_family(document: Document, *families: str) -> Iterator[Question]:
    yield from (question for question in document.questions if question.family in families)


def fault(document: Document, question: Question, what: str, codes: str) -> Fault:
    return Fault(question.id, what, tuple(codes.split()), replace(document, questions=(question,)))


def statement_turned(document: Document) -> Iterator[Fault]:
    """True for false, and false for true; where a document is wrongly credited then, that is told."""
    for question in document.questions:
        if isinstance(question.body, TrueFalse):
            made = replace(question, body=TrueFalse(not question.body.answer))
            claim = document.set.claims[question.claims[0]]
            own = claim.speaker == ARTICLE and not question.body.answer
            yield fault(document, made, f"called {not question.body.answer}", "K005" if own else "K003")


def document_stated(document: Document) -> Iterator[Fault]:
    """A statement, called true, that credits a document with what the article says in its own voice."""
    oracle, sources = Oracle(document.set), document.set.sources
    model = next(question for question in document.questions if isinstance(question.body, TrueFalse))
    papers = [id for id in sources if oracle.is_paper(id)]
    for claim in document.set.claims.values():
        out = oracle.right(claim.id, "basis") | oracle.right(claim.id, "speaker") | oracle.doubtful(claim.id, "basis")
        for id in papers if claim.speaker == ARTICLE else []:
            for before, between in (("The article reports from ", ""), ("The article points to ", " as evidence")):
                stem = join(f"{before}{basis_label(id, sources)}{between} that ", claim.text, ".")
                made = replace(model, claims=(claim.id,), stem=stem, body=TrueFalse(True), feedback=EMPTY, family="")
                if id not in out:
                    yield fault(document, made, f"{claim.id} from {id}", "K005")


def false_pair(document: Document) -> Iterator[Fault]:
    """Two names of a matching interchanged, or one with the name left over."""
    for question in document.questions:
        if not isinstance(question.body, Matching):
            continue
        rights = [right for _, right in question.body.pairs] + list(question.body.extra)
        for at in range(len(question.body.pairs)):
            for other in range(at + 1, len(rights)):
                turned = {at: rights[other], other: rights[at]}
                known = any(plain(rights[other]) == source.name for source in document.set.sources.values())
                code = (
                    "K003" if known else "K001"
                )  # a name that the register does not have may be another for the speaker
                yield fault(document, _matched(question, turned), f"{at} and {other} interchanged", code)


def second_name(document: Document) -> Iterator[Fault]:
    """The name left over, and each other name, made right of a second statement."""
    oracle = Oracle(document.set)
    for question in document.questions:
        if not isinstance(question.body, Matching):
            continue
        for at, (left, _) in enumerate(question.body.pairs):
            claim = _claim_of(document, left)
            if claim is None:
                continue
            shown = {plain(right) for _, right in question.body.pairs}
            for id in sorted(oracle.speaker(claim.id)):
                words = basis_label(id, document.set.sources)
                if words not in shown:
                    extra = len(question.body.pairs)
                    made = _matched(question, {extra: text_of(words)})
                    yield fault(document, made, f"{words} beside {at}", "K001")


def _matched(question: Question, turned: dict[int, Text]) -> Question:
    body = question.body
    assert isinstance(body, Matching)
    count = len(body.pairs)
    pairs = tuple((left, turned.get(at, right)) for at, (left, right) in enumerate(body.pairs))
    extra = tuple(turned.get(count + at, right) for at, right in enumerate(body.extra))
    return replace(question, body=Matching(pairs, extra))


def _claim_of(document: Document, words: Text) -> Claim | None:
    """The claim that some words say letter for letter."""
    text = plain(words)
    found = [claim for claim in document.set.claims.values() if plain(claim.text) in text]
    return max(found, key=lambda claim: len(plain(claim.text)), default=None)


def sourced_key(document: Document) -> Iterator[Fault]:
    """A claim that has a source as the one that has none, and one that has none as a distractor."""
    oracle = Oracle(document.set)
    every = document.set.claims.values()
    none = [one for one in every if one.quiz is Quiz.ASK and _unsourced(oracle, one)]
    some = [one for one in every if _sourced(oracle, one)]
    for question in document.questions:
        if question.family != "no-source" and question.id != "two-without-source":
            continue
        for at in distractors(question):
            if question.family:
                yield fault(document, swapped(question, at), f"{at} for the key", "K003")
            for claim in none:
                if not any(plain(claim.text) in plain(option.text) for option in options(question)):
                    made = reworded(question, at, join("that ", claim.text))
                    yield fault(document, made, f"{claim.id} as a distractor", "K001")
        for claim in some:
            made = reworded(question, key(question), join("that ", claim.text))
            yield fault(document, made, f"{claim.id} as the key", "K003")


def _unsourced(oracle: Oracle, claim: Claim) -> bool:
    return ARTICLE in oracle.speaker(claim.id) and "none_given" in oracle.basis(claim.id)


def _sourced(oracle: Oracle, claim: Claim) -> bool:
    return ARTICLE not in oracle.speaker(claim.id) or "none_given" not in oracle.basis(claim.id)


def true_attribution(document: Document) -> Iterator[Fault]:
    """An attribution that matches as the key, one that does not as a distractor, and both interchanged."""
    oracle, sources = Oracle(document.set), document.set.sources
    for question in of_family(document, "misattributed"):
        at = key(question)
        claim = _claim_of(document, options(question)[at].text)
        assert claim is not None
        for id in sorted(oracle.speaker(claim.id)):
            words = join(f"{basis_label(id, sources)}: that ", claim.text)
            yield fault(document, reworded(question, at, words), f"{id} as the wrong one", "K003")
        for other in distractors(question):
            yield fault(document, swapped(question, other), f"{other} for the key", "K003")
            said = _claim_of(document, options(question)[other].text)
            assert said is not None
            for id in sources:
                out = (
                    oracle.right(said.id, "speaker")
                    | oracle.right(said.id, "basis")
                    | oracle.doubtful(said.id, "basis")
                )
                if id not in out:
                    words = join(f"{basis_label(id, sources)}: that ", said.text)
                    yield fault(document, reworded(question, other, words), f"{id} beside the wrong one", "K001")


def wrong_order(document: Document) -> Iterator[Fault]:
    """Hands in every order but the two that run along the chain."""
    for question in document.questions:
        if isinstance(question.body, Ordering) and not question.family:
            items = question.body.items
            for order in permutations(items):
                if order not in (items, items[::-1]):
                    what = ", ".join(map(plain, order))
                    yield fault(document, replace(question, body=Ordering(order)), what, "K003")


def wrong_time(document: Document) -> Iterator[Fault]:
    """Events of known years, and events that `before` puts in order, the wrong way round."""
    ask = [claim for claim in document.set.claims.values() if claim.quiz is Quiz.ASK]
    model = document.questions[0]
    for one, other in pairwise(ask):
        body = Ordering(tuple(join("that ", claim.text) for claim in (other, one)))
        made = replace(
            model, id="order", kind=Kind.ORDERING, body=body, stem=text_of("The earliest first"), axis="time"
        )
        made = replace(made, claims=(one.id, other.id), feedback=EMPTY, family="")
        for what, early, late in (
            ("years", replace(one, event_time="1998"), replace(other, event_time="in 2011")),
            ("before", replace(one, before=(other.id,)), other),
        ):
            claims = {**document.set.claims, one.id: early, other.id: late}
            changed = Document(replace(document.set, claims=claims), (), (), {})
            yield fault(changed, made, f"{what}: {one.id} after {other.id}", "K003")


def wrong_degree(document: Document) -> Iterator[Fault]:
    """Another point of a scale as the key; the register saying another."""
    for question in of_family(document, "hedge", "relayed"):
        for at in distractors(question):
            yield fault(document, swapped(question, at), f"{at} for the key", "K003")
        claim = document.set.claims[question.claims[0]]
        for certainty in Certainty:
            if question.family == "hedge" and certainty is not claim.certainty:
                claims = {**document.set.claims, claim.id: replace(claim, certainty=certainty)}
                changed = replace(document, set=replace(document.set, claims=claims))
                yield fault(changed, question, f"{claim.id} is {certainty}", "K003")


def wrong_fit(document: Document) -> Iterator[Fault]:
    """What fits as what does not, and a second one that does not."""
    for question in of_family(document, "no-fit"):
        lead = document.set.claims[question.claims[0]]
        for at in distractors(question):
            yield fault(document, swapped(question, at), f"{at} for the key", "K003")
            other = _claim_of(document, options(question)[at].text)
            assert other is not None
            for one, two in ((lead, other), (other, lead)):
                changed = replace(one, conflicts_with=(*one.conflicts_with, two.id))
                made = replace(document.set, claims={**document.set.claims, one.id: changed})
                yield fault(replace(document, set=made), question, f"{one.id} against {two.id}", "K001")


def hedge_lost(document: Document) -> Iterator[Fault]:
    """The hedge and every guarded wording gone from stem, options and feedback."""
    for question in document.questions:
        hedged = [document.set.claims[id] for id in question.claims if document.set.claims[id].hedge]
        stated = [claim for claim in hedged if plain(claim.text) in _shown(question)]
        if stated and question.axis != "certainty":
            yield fault(document, _unhedged(question, stated), "no hedge", "K004")


GUARDED = (", in guarded words,", ", in guarded words", "In guarded words, ", ", and in guarded words")


def _unhedged(question: Question, claims: list[Claim]) -> Question:
    def bare(words: str) -> str:
        for part in (*GUARDED, *(claim.hedge for claim in claims)):
            words = words.replace(part, "")
        return words

    def strip(text: Text) -> Text:
        return map_inlines(
            text, lambda node: (replace(node, text=bare(node.text) or " "),) if isinstance(node, Str) else (node,)
        )

    return replace(_body_changed(question, strip), stem=strip(question.stem), feedback=EMPTY)


def _body_changed(question: Question, change: Callable[[Text], Text]) -> Question:
    match question.body:
        case Choice(options=every):
            made = {at: Option(change(one.text), one.correct) for at, one in enumerate(every)}
            return with_options(question, made)
        case Matching(pairs=pairs, extra=extra):
            return replace(question, body=Matching(tuple((change(left), right) for left, right in pairs), extra))
        case Cloze(text=text):
            return replace(question, body=Cloze(change(text)))
        case Ordering(items=items):
            return replace(question, body=Ordering(tuple(map(change, items))))
        case _:
            return question


def _shown(question: Question) -> str:
    words = [plain(question.stem)]
    match question.body:
        case Choice(options=every):
            words += [plain(one.text) for one in every]
        case Matching(pairs=pairs):
            words += [plain(left) for left, _ in pairs]
        case Cloze(text=text):
            words.append(plain(text))
        case _:
            pass
    return " | ".join(words)


def other_short_answer(document: Document) -> Iterator[Fault]:
    """A written question without options: every source that is neither asked about nor named in the claim."""
    oracle = Oracle(document.set)
    for question in document.questions:
        if question.family or not isinstance(question.body, ShortAnswer) or len(question.claims) != 1:
            continue
        claim = document.set.claims[question.claims[0]]
        for id, source in document.set.sources.items():
            out = {claim.basis, *claim.via, *oracle.kin(claim.speaker)}
            if id not in out and source.name not in plain(claim.text):
                body = ShortAnswer(text_of(source.name), ())
                yield fault(document, replace(question, body=body), f"{id} as the answer", "K003")
