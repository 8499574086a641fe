"""Generators and checker share nothing but the model: what the one makes, the other must find nothing against."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmaker import generators
from deckmaker.checks.keys import keys_against_register
from deckmaker.generators.families import FAMILIES
from deckmaker.model.claims import Certainty, Claim
from deckmaker.model.document import Document, QuestionSet, Rule
from deckmaker.model.text import EMPTY
from tests.checks.keys.test_oracle import BASE, claims_of, registers, some
from tests.support import said
from tests.support.samples import sample

IDS = tuple(f"claim{number}" for number in range(10))


@st.composite
def larger_registers(draw: st.DrawFn) -> QuestionSet:
    """Ten claims, some hedged, some in conflict, some earlier than others; nothing in `also_ok`."""
    register = draw(registers())
    drawn = {id: draw(claims_of(id, IDS, tuple(register.sources), BASE.claims["jobs"])) for id in IDS}
    claims = {id: draw(related(claim)) for id, claim in drawn.items()}
    rules = tuple(Rule(name, IDS, None, EMPTY, (), None, (), register.span) for name in FAMILIES)
    return replace(register, claims=claims, rules=rules)


def related(claim: Claim) -> st.SearchStrategy[Claim]:
    hedged = replace(claim, also_speaker=(), also_basis=(), hedge="may be", certainty=Certainty.POSSIBLE)
    return st.builds(
        replace,
        st.sampled_from((replace(hedged, hedge="", certainty=Certainty.CERTAIN), hedged)),
        conflicts_with=some(IDS, 1),
        near=some(IDS, 1),
        before=some(IDS, 1),
    )


@sample(40)
@given(larger_registers())
def test_nothing_is_said_against_what_the_families_make_of_a_random_register(register: QuestionSet) -> None:
    generated, _ = generators.generate(register, {})
    document = Document(register, generated.questions, generated.refusals, {})
    assert said(list(keys_against_register(document))) == []
