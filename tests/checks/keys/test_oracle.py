"""The checker against an oracle that was written from the note on claims: random small registers, and the real one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmaker.checks.keys import keys_against_register
from deckmaker.checks.keys.answers import truth_of
from deckmaker.model.claims import ARTICLE, BASES, THE_ARTICLE, Claim, Source, SourceKind
from deckmaker.model.document import Document, QuestionSet
from deckmaker.model.labels import basis_label
from deckmaker.model.questions import Choice, Kind, Option, Question
from deckmaker.model.text import text_of
from deckmaker.source import NOWHERE
from tests.checks.keys.oracle import Oracle
from tests.checks.keys.test_planted import every_family, own
from tests.support import sound_set
from tests.support.samples import sample

PEOPLE = ("ada", "bo", "cleo", "dan", "eve")
NAMELESS = {"quay": "people on the quay", "labs": "unnamed research", "aides": "unnamed officials"}
PAPERS = ("survey", "letter")
SPEAKING = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.STATE)
AXES = ("speaker", "basis")

MADE = sound_set("""\
article: {title: Council sells the old harbour, disclosure: A made-up report.}
sources:
  reyes: {name: Ana Reyes, kind: person}
claims:
  - {id: jobs, claim: people will find work, speaker: reyes, basis: on_record, quote: sale brings jobs, paragraph: 1}
questions:
  - {id: who, stem: Who says that people will find work?, answer: Ana Reyes, claim: jobs}
""")
"""A register and a question to be filled anew."""
BASE, BASE_QUESTION = replace(MADE.set, questions=()), MADE.questions[0]


def one(*ids: str) -> st.SearchStrategy[str]:
    return st.sampled_from(ids)


def some(ids: tuple[str, ...], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=most, unique=True).map(tuple)


@st.composite
def registers(draw: st.DrawFn) -> QuestionSet:
    """Two to five claims of two articles, some saying the same; people in bodies in bodies, papers, unnamed sources."""
    sources = {ARTICLE: THE_ARTICLE}
    for at, id in enumerate(PEOPLE):
        above = one("", *PEOPLE[at + 1 :])
        kind = draw(st.sampled_from(SPEAKING))
        sources[id] = Source(id, f"{id.title()} Lund", kind, speaks_for=draw(above), part_of=draw(above))
    sources |= {id: Source(id, name, SourceKind.UNNAMED, part_of=draw(one("", "eve"))) for id, name in NAMELESS.items()}
    sources |= {id: Source(id, f"the {id}", SourceKind.DOCUMENT) for id in PAPERS}
    model = replace(BASE.claims["jobs"], span=NOWHERE, spans={})
    ids = tuple(f"claim{number}" for number in range(draw(st.integers(2, 5))))
    claims = {id: draw(claims_of(id, ids, tuple(sources), model)) for id in ids}
    return replace(BASE, sources=sources, claims=claims, spans={})


def claims_of(id: str, ids: tuple[str, ...], sources: tuple[str, ...], model: Claim) -> st.SearchStrategy[Claim]:
    return st.builds(
        lambda **given: replace(model, id=id, text=text_of(f"the pier {id} is old"), hedge="", **given),
        article=one("a", "a", "a", "b"),
        speaker=one(*sources),
        basis=one(*BASES, *sources[1:]),
        via=some(sources[1:]),
        same_as=some(ids, 1),
        also_speaker=some(sources, 1),
        also_basis=some((*BASES, *sources[1:]), 1),
    )


def differences(register: QuestionSet) -> list[str]:
    """Where the checker's answers are others than the oracle's."""
    truth, oracle = truth_of(register), Oracle(register)
    found = {"speaker": truth.speaker, "basis": truth.basis}
    return [
        f"{axis} of {id}: {sorted(have ^ want)}"
        for id in register.claims
        for axis in AXES
        if (have := {*found[axis][id].right}) != (want := oracle.right(id, axis))
    ]


STEMS = {
    "speaker": "In the article, who says that {}?",
    "basis": "On what, if anything, does the article base the statement that {}?",
}


def question(register: QuestionSet, claim: str, axis: str, right: list[str], wrong: list[str]) -> Question:
    """Asks for the axis of the claim, these ids taught as right and wrong."""
    texts = [(basis_label(id, register.sources), id in right) for id in dict.fromkeys((*right, *wrong))]
    options = tuple(Option(text_of(text), correct) for text, correct in texts)
    stem = text_of(STEMS[axis].format(f"the pier {claim} is old"))
    return replace(
        BASE_QUESTION, id="q", kind=Kind.MULTIPLE_ANSWER, body=Choice(options, several=True), stem=stem,
        claims=(claim,),     )  # fmt: skip


def found(register: QuestionSet, one: Question) -> dict[str, set[str]]:
    """By code, the ids of what was said to be wrong; by labels, which are all different."""
    ids = {basis_label(id, register.sources): id for id in (*BASES, *register.sources)}
    out: dict[str, set[str]] = {"K001": set[str](), "K003": set[str]()}
    for problem in keys_against_register(Document(register, (one,), (), {})):
        code = "K003" if problem.code.id == "K005" else problem.code.id
        out[code].add(ids[problem.message.split('"')[1]])
    return out


def asked_for(register: QuestionSet, axis: str) -> list[str]:
    """What could be an option: "unnamed research" is a source and a fixed basis, and stands once."""
    fixed = [id for id in BASES if id != "unnamed_research"] if axis == "basis" else []
    return [*register.sources, *fixed]


@sample(150)
@given(registers())
def test_the_answers_of_a_random_register_are_those_of_the_oracle(register: QuestionSet) -> None:
    assert differences(register) == []


@sample(60)
@given(registers())
def test_what_the_oracle_lets_one_defend_is_no_distractor_and_never_a_wrong_key(register: QuestionSet) -> None:
    oracle = Oracle(register)
    for claim in register.claims:
        for axis in AXES:
            right = oracle.right(claim, axis) & {*asked_for(register, axis)}
            key = getattr(register.claims[claim], axis)
            others = [id for id in asked_for(register, axis) if id != key]
            problems = found(register, question(register, claim, axis, [key], others))
            assert problems["K001"] >= right - {key, "labs"}, (claim, axis)
            assert problems["K003"] == set[str]()
            taught = found(register, question(register, claim, axis, sorted(right | {key}), []))
            assert taught["K003"] == set[str](), (claim, axis)


@sample(60)
@given(registers())
def test_what_the_oracle_rules_out_is_no_second_right_option_and_is_found_as_a_key(register: QuestionSet) -> None:
    oracle = Oracle(register)
    for claim in register.claims:
        for axis in AXES:
            wrong = {*asked_for(register, axis)} - oracle.right(claim, axis) - oracle.doubtful(claim, axis)
            key = getattr(register.claims[claim], axis)
            assert found(register, question(register, claim, axis, [key], sorted(wrong)))["K001"] == set[str](), (
                claim,
                axis,
            )
            assert found(register, question(register, claim, axis, sorted(wrong), [key]))["K003"] >= wrong - {"labs"}, (
                claim,
                axis,
            )


@pytest.mark.parametrize("document", [own, every_family])
def test_the_answers_of_the_real_register_are_those_of_the_oracle(document) -> None:
    assert differences(document().set) == []


@pytest.mark.parametrize("broken", [
    lambda id, sources: frozenset((id,)),
    lambda id, sources: frozenset((id, *(one.id for one in sources.values() if id and id in (one.speaks_for,)))),
    lambda id, sources: frozenset(sources),
], ids=["no kin", "one step, one way", "all are kin"])  # fmt: skip
def test_the_oracle_disagrees_where_the_rules_of_kinship_are_broken(broken, monkeypatch) -> None:
    monkeypatch.setattr("deckmaker.checks.keys.answers.kin", broken)
    assert differences(own().set)
