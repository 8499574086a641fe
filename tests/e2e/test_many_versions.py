"""26 versions of a 40-question quiz with every type: what is printed is what the key says, read back from the PDFs."""

from __future__ import annotations

import re

import pytest

from deckmaker.model.answers import letter, parts
from deckmaker.model.papers import Item, Paper
from deckmaker.model.questions import Choice, Matching, Ordering
from deckmaker.model.text import plain
from tests.support import sound_set
from tests.support.paper import keys, normal, printed, read_back
from tests.support.sets import picture

VERSIONS = 26


def bank() -> str:
    """40 questions: ten kinds of them, four times."""
    made = ["questions:"]
    for n in range(4):
        made += [
            f"  - {{id: one{n}, stem: First of {n}?, answer: key {n}a, distractors: [wrong {n}b, wrong {n}c, wrong {n}d]}}",
            f"  - {{id: some{n}, stem: Several of {n}?, answers: [good {n}a, good {n}b], distractors: [bad {n}c, bad {n}d]}}",
            f"  - {{id: pin{n}, stem: Pinned of {n}?, options: [{{text: pinkey {n}, correct: true}}, {{text: pinned {n}b}}, "
            f"{{text: pinned {n}c}}, {{text: none of these {n}, pin: true}}]}}",
            f"  - {{id: true{n}, stem: Statement {n} holds., answer: {'true' if n % 2 else 'false'}}}",
            f"  - {{id: match{n}, type: matching, stem: Match {n}, pairs: [[left {n}a, right {n}a], [left {n}b, right {n}b], "
            f"[left {n}c, right {n}c]], extra: [right {n}x]}}",
            f"  - {{id: order{n}, type: ordering, stem: Order {n}, items: [step {n}a, step {n}b, step {n}c, step {n}d]}}",
            f"  - {{id: number{n}, type: numeric, stem: How many {n}?, answer: {n}7.5}}",
            f"  - {{id: gap{n}, type: cloze, text: 'The gap of {n} is {{{{c1::filled{n}}}}} so.'}}",
            f"  - {{id: short{n}, type: short_answer, stem: Name {n}, answer: written {n}}}",
            f"  - {{id: essay{n}, type: essay, stem: Explain {n}, lines: 3, rubric: graded {n}}}"
            if n
            else "  - {id: hidden, type: image_occlusion, stem: Name it, image: a.png, alt: a field, "
            "regions: [{left: 0.1, top: 0.1, width: 0.3, height: 0.3, label: upper part}]}",
        ]
    return "\n".join(made) + "\nquizzes: [{id: big, title: Big, versions: 26, sections: [{pick: all}]}]\n"


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


def right(item: Item) -> list[str]:
    """What the set says is right, in words that stand on the paper, in the order in which the key names them."""
    body = item.question.body
    match body:
        case Choice(options=options):
            return sorted((plain(option.text) for option in options if option.correct), key=shown_order(item))
        case Matching(pairs=pairs):
            return [plain(right) for _, right in pairs]
        case _:
            return []


def shown_order(item: Item):
    order = [plain(text) for text in item.shown]
    return order.index


def marks_on_paper(item: Item, words: str) -> dict[str, str]:
    """For each option as it stands on the PDF the letter before it."""
    if isinstance(item.question.body, Ordering):
        return {}
    found = {}
    for place in range(len(item.order)):
        mark, following = letter(place), letter(place + 1)
        match = re.search(rf"(?<!\w){mark} (.+?)(?: {following} |$)", words)
        assert match, (mark, words)
        found[match[1].strip()] = mark
    return found


def marks_on_key(item: Item, words: str) -> list[str]:
    """The letters that the key gives, in its order."""
    if not isinstance(item.question.body, Choice | Matching):
        return []
    return re.findall(r"→ ([A-Z]) ", words)


def test_the_numbers_on_the_key_put_what_the_paper_shows_in_order(printed_bank):
    paper, files = printed_bank
    said = keys(paper, files)
    for version in paper.versions:
        for item in version.items:
            if isinstance(item.question.body, Ordering):
                pairs = re.findall(r"→ (\d) (step \w+)", said[version.name][1][item.number])
                assert [words for _, words in sorted(pairs)] == [plain(step) for step in item.question.body.items]
