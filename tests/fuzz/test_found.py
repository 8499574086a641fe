"""What fuzzing found, each once, in words."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import diagnose
from deckmaker.source import NOWHERE
from tests.fuzz.targets import OWN_FIELDS, PART, TARGETS
from tests.support import check_set, said
from tests.support.article import ARTICLE, with_claim


def own(**fields: str) -> bytes:
    """A note that says it is ours, with these fields."""
    return PART.join(fields.get(name, "").encode() for name in OWN_FIELDS)


def test_a_claim_whose_paragraph_lacks_its_space_is_told():
    found = check_set(with_claim("quote: made a pact\nparagraph:2"), article=ARTICLE).problems
    assert [line for line in said(found) if line.startswith("Y")] == ["Y113 17:15 a space is missing after the colon"]


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", " \n\n "])
def test_users_words_in_a_message_stay_on_its_line(between):
    assert diagnose("E109", NOWHERE, f'hedge "may{between}be" not found').message == 'hedge "may be" not found'


def test_a_control_character_in_a_formula_is_no_bar_to_a_word_file():
    TARGETS["text"].run(b"a$x\x05y$")


@pytest.mark.parametrize("choices", ["", '<ol class="dm-options"><li data-ok="2">x</li></ol>'])
def test_a_package_of_ours_with_a_choice_that_has_no_key_is_read(choices):
    TARGETS["own"].run(own(Kind="single_choice", Question="Which?", Choices=choices))


@pytest.mark.parametrize("rect", ["left=x:top=0", "left", "left=1=2:top=0", ""])
def test_a_package_of_ours_with_a_hidden_part_that_is_nowhere_is_read(rect):
    marks = f"{{{{c1::image-occlusion:rect:{rect}:oi=1}}}}"
    TARGETS["own"].run(own(Kind="image_occlusion", Occlusion=marks, Image='<img src="a.png" alt="b">'))
