"""no-fit: which statement does not fit together with this one."""

from __future__ import annotations

import pytest

from deckmaker.generators import Generated, generate
from deckmaker.model.text import Str, Strong, leaves, plain
from tests.generators import SOURCES, ask, ask_in_many, distractors, key
from tests.support import compile_set

LEAD = (
    "{id: fee, claim: the fee will rise, speaker: mayor, basis: on_record, quote: fee, paragraph: 1, tags: [money]%s}"
)
KEY = (
    "{id: free, claim: the ferry is free, speaker: article, basis: none_given, quote: q, paragraph: 5, tags: [cost]%s}"
)
TIDE = "{id: tide, claim: the tide was late, speaker: pilot, basis: on_record, quote: q, paragraph: 2, hedge: may%s}"
LAMP = "{id: lamp, claim: the lamp is lit, speaker: keeper, basis: survey, quote: q, paragraph: 3%s}"


def town(*claims: str, rule: str = "claims: [fee]") -> str:
    lines = "".join(f"  - {claim.replace('%s', '')}\n" for claim in claims)
    return f"claims:\n{lines}generate: [{{family: no-fit, {rule}}}]\n"


@pytest.mark.parametrize("link", [(", conflicts_with: [free]", ""), ("", ", conflicts_with: [fee]")])
def test_the_key_is_what_conflicts_with_it_and_every_option_has_its_speaker(link):
    asked = ask(town(LEAD % link[0], KEY % link[1], TIDE, LAMP))
    question = asked.questions["fee/no-fit"]
    assert plain(question.stem) == (
        "Which of these statements in the article does not fit together with the statement of Ada Lund "
        "that the fee will rise?"
    )
    assert Strong((Str("not"),)) in leaves(question.stem)
    assert key(question) == "the article itself: that the ferry is free"
    assert distractors(question) == {
        "Bo Reis, in guarded words: that the tide was late", "Cleo Moss: that the lamp is lit",
    }  # fmt: skip
    assert plain(question.feedback) == (
        "The two that do not fit together: Ada Lund (paragraph 1) and the article itself (paragraph 5)."
    )
    assert {*question.claims} == {"fee", "free", "tide", "lamp"}
    assert (question.axis, question.level) == ("fit", "evaluate")


FITS = LEAD % ", conflicts_with: [free]"


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ([LEAD, KEY], "the register has no statement that conflicts with it"),
        ([LEAD % ", conflicts_with: [free], hedge: may", KEY], "it is hedged, so the conflict is one of degree only"),
        ([FITS, KEY % ", hedge: may"],
         'claim "free", with which it conflicts, is hedged, so the conflict is one of degree only'),
        ([FITS, KEY % ", quiz: careful, note: N"], 'claim "free", with which it conflicts, is marked "careful"'),
        ([FITS, KEY % ", quiz: avoid, note: N"], 'claim "free", with which it conflicts, is marked "avoid"'),
        ([FITS, KEY % ", article: b"], 'claim "free", with which it conflicts, is from another article'),
        ([FITS, KEY % ", also_ok: {speaker: [pilot]}"],
         'claim "free", with which it conflicts, has no clear speaker: '
         '"Bo Reis" could be called its speaker as well (also_ok)'),
        ([LEAD % ", conflicts_with: [free], also_ok: {speaker: [pilot]}", KEY],
         '"Bo Reis" could be called its speaker as well (also_ok)'),
    ],
)  # fmt: skip
def test_a_conflict_that_is_not_plain_is_not_asked(claims, reason):
    asked = ask(town(*claims, TIDE, LAMP) + "articles: {b: {title: A second report, disclosure: D}}\n")
    assert asked.refusals == {"fee/no-fit": reason}


@pytest.mark.parametrize(
    "fields",
    [
        ", tags: [money]",
        ", tags: [cost]",
        ", near: [fee]",
        ", near: [free]",
        ", same_as: [free]",
        ", conflicts_with: [fee], tags: [x]",
        ", conflicts_with: [free]",
        ", quiz: careful, note: N",
        ", article: b",
        ", also_ok: {speaker: [pilot]}",
    ],
)
def test_what_could_be_as_right_or_is_on_the_topic_is_no_distractor(fields):
    # Where it conflicts with the lead as well, either could be the key; neither stands beside the other.
    asked = ask(town(FITS, KEY, TIDE, LAMP % fields) + "articles: {b: {title: A second report, disclosure: D}}\n")
    assert asked.refusals["fee/no-fit"] == (
        "only 1 of the 2 distractors needed can stand "
        "(statements on other topics, with no tag in common with either side)"
    )


def test_what_says_the_same_as_the_lead_lends_it_its_conflicts():
    twin = "{id: twin, claim: fees go up, speaker: mayor, basis: on_record, quote: q, paragraph: 2, same_as: [fee], conflicts_with: [lamp]}"
    asked = ask(town(FITS, KEY, TIDE, LAMP, twin))
    assert asked.refusals["fee/no-fit"].startswith("only 1 of the 2")


def test_a_conflict_is_asked_from_one_side_only():
    for asked in ask_in_many(town(FITS, KEY, TIDE, LAMP, rule="claims: [fee, free]")):
        ((asked_side, refused_side),) = [(*asked.questions, *asked.refusals)]
        lead = asked_side.removesuffix("/no-fit")
        assert (
            asked.refusals[refused_side]
            == f'its conflict with "{lead}" is asked from the other side, by "{asked_side}"'
        )


def test_a_pin_chooses_the_side():
    edit = "edit: {free/no-fit: {pin: true}}\n"
    for asked in ask_in_many(
        town(LEAD % ", conflicts_with: [free], core: true", KEY, TIDE, LAMP, rule="claims: [fee, free]") + edit
    ):
        assert [*asked.questions] == ["free/no-fit"]


def test_two_conflicts_of_one_claim_are_two_questions():
    third = "{id: third, claim: nobody pays, speaker: pilot, basis: on_record, quote: q, paragraph: 9, conflicts_with: [free]}"
    asked = ask(town(FITS, KEY, TIDE, LAMP, third, rule="claims: [fee, free, third]"))
    asks = {tuple(sorted(question.claims[:2])) for question in asked.questions.values()}
    assert asks == {("fee", "free"), ("free", "third")}


RIVAL = (
    "{id: new%d, claim: a bell rang, speaker: union, basis: on_record, quote: q, paragraph: 6, conflicts_with: [fee]}"
)


def made(*claims: str, before: Generated | None = None) -> Generated:
    document, _ = compile_set(f"deckmaker: 1\nuid: 7e57da7a\ntitle: A town\n{SOURCES}{town(*claims)}")
    return generate(document.set, before.choices if before else {})[0]


def test_another_conflict_changes_neither_the_key_nor_what_stands_beside_it():
    before = made(FITS, KEY, TIDE, LAMP)
    rivals = [RIVAL % number for number in range(8)]
    assert all(made(FITS, rival, KEY, TIDE, LAMP, before=before).choices == before.choices for rival in rivals)
    fresh = {made(FITS, rival, KEY, TIDE, LAMP).choices["fee/no-fit"][0] for rival in rivals}
    assert fresh > {"free"}
