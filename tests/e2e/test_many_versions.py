"""26 versions of a 40-question quiz with every type: what is printed is what the key says, read back from the PDFs."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from deckmaker.model.answers import parts
from deckmaker.model.papers import Paper, Version
from deckmaker.model.questions import Choice, Ordering
from deckmaker.model.text import plain
from tests.support import sound_set
from tests.support.glyphs import overlaps
from tests.support.marks import VERSIONS, bank, marks_on_key, marks_on_paper, right
from tests.support.paper import keys, normal, printed, read_back
from tests.support.sets import picture


@pytest.fixture(scope="module")
def printed_bank() -> tuple[Paper, dict[str, bytes]]:
    (paper,), files, problems = printed(sound_set(bank(), files={"a.png": picture()}))
    assert not problems
    assert (len(paper.versions), len(paper.versions[0].items)) == (VERSIONS, 40)
    return paper, files


def test_each_version_is_a_true_permutation_and_pins_hold(printed_bank):
    paper, _ = printed_bank
    asked = {item.question.id for item in paper.versions[0].items}
    assert len({tuple(item.question.id for item in version.items) for version in paper.versions}) == VERSIONS
    for version in paper.versions:
        assert {item.question.id for item in version.items} == asked
        for item in version.items:
            assert sorted(item.order) == list(range(len(parts(item.question))))
            if item.question.id.startswith("pin"):
                assert plain(item.shown[-1]).startswith("none of these")


def test_the_letter_beside_the_right_answer_on_each_paper_is_the_letter_on_its_key(printed_bank):
    paper, files = printed_bank
    said = keys(paper, files)
    for sheet in read_back(paper, files):
        code, answers = said[sheet.version.name]
        assert code == sheet.version.code
        assert code in sheet.text or f"Code {code}" in normal(sheet.parts[0])
        for item in sheet.version.items:
            shown = marks_on_paper(item, sheet.parts[item.number].partition(" End of the paper")[0])
            assert marks_on_key(item, answers[item.number]) == [shown[words] for words in right(item)], item.question.id


def test_the_overview_says_where_each_question_stands_and_no_two_words_meet(printed_bank):
    paper, files = printed_bank
    document = pypdfium2.PdfDocument(files["big-overview.pdf"])
    assert not list(overlaps(document))
    text = normal(" ".join(page.get_textpage().get_text_range() for page in document))
    for half in (paper.versions[:13], paper.versions[13:]):
        names = " ".join(version.name for version in half)
        assert f"Question Type {names}" in text
        for question in paper.questions:
            numbers = " ".join(str(number_of(version, question.id)) for version in half)
            assert re.search(rf"{question.id} [a-z -]+ {numbers}\b", text), question.id


def number_of(version: Version, id: str) -> int:
    return next(item.number for item in version.items if item.question.id == id)


def test_strips_have_every_answer_of_every_version(printed_bank):
    paper, files = printed_bank
    document = pypdfium2.PdfDocument(files["big-strips.pdf"])
    assert not list(overlaps(document))
    texts = [normal(page.get_textpage().get_text_range()) for page in document]
    assert all("For the teacher: do not hand out. Cut along the lines" in text for text in texts)
    for version in paper.versions:
        (text,) = [text for text in texts if version.code in text]
        for item in version.items:
            if item.key:
                mark = (", " if isinstance(item.question.body, Choice) else " ").join(item.key)
                assert f"{item.number} {mark}" in text, item.question.id


def test_the_numbers_on_the_key_put_what_the_paper_shows_in_order(printed_bank):
    paper, files = printed_bank
    said = keys(paper, files)
    for version in paper.versions:
        for item in version.items:
            if isinstance(item.question.body, Ordering):
                pairs = re.findall(r"→ (\d) (step \w+)", said[version.name][1][item.number])
                assert [words for _, words in sorted(pairs)] == [plain(step) for step in item.question.body.items]
