"""Whatever a quiz is made of: versions are permutations, issues are read back as they were, damage is never printed."""

from __future__ import annotations

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from deckmaker import issued, papers
from deckmaker.model.answers import parts
from deckmaker.model.papers import Paper
from deckmaker.model.questions import Choice, Ordering
from tests.support import compile_set
from tests.support.samples import sample

LETTERS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="\ufeff"), min_size=1)
KINDS = ("choice", "several", "truth", "match", "order", "short", "number", "essay", "front")


def question(number: int, kind: str, words: str) -> str:
    said = json.dumps(words)
    return {
        "choice": f"stem: {said}, answer: a{number}, distractors: [b{number}, c{number}, d{number}]",
        "several": f"stem: {said}, answers: [a, b], distractors: [c, d, e]",
        "truth": f"stem: {said}, answer: {'true' if number % 2 else 'false'}",
        "match": f"type: matching, stem: {said}, pairs: [[a, r], [b, s], [c, t]], extra: [u]",
        "order": f"type: ordering, stem: {said}, items: [one, two, three, four]",
        "short": f"type: short_answer, stem: {said}, answer: it",
        "number": f"type: numeric, stem: {said}, answer: '{number}.5'",
        "essay": f"type: essay, stem: {said}, lines: 3",
        "front": f"front: {said}, back: it",
    }[kind]


@st.composite
def quizzes(draw: st.DrawFn) -> tuple[Paper, int]:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=14))
    words = [draw(LETTERS) for _ in kinds]
    lines = [
        f"  - {{id: q{n}, {question(n, kind, said)}}}\n"
        for n, (kind, said) in enumerate(zip(kinds, words, strict=True))
    ]
    versions, seed = draw(st.integers(1, 26)), draw(st.integers(0, 999))
    pick = draw(st.sampled_from(["all", f"{{count: {len(kinds)}, anew: true}}", "{count: 3, by: type}"]))
    quiz = f"quizzes: [{{id: q, title: Q, versions: {versions}, seed: {seed}, sections: [{{pick: {pick}}}]}}]\n"
    document, _ = compile_set("questions:\n" + "".join(lines) + quiz)
    found, _ = papers.plan(document)
    return (found[0], versions) if found else draw(st.nothing())


@sample(60)
@given(quizzes())
def test_every_version_is_a_permutation_and_its_key_is_right(made):
    paper, versions = made
    assert [version.name for version in paper.versions] == [chr(65 + n) for n in range(versions)]
    for version in paper.versions:
        assert [item.number for item in version.items] == list(range(1, len(version.items) + 1))
        assert len({item.question.id for item in version.items}) == len(version.items)
        for item in version.items:
            assert sorted(item.order) == list(range(len(parts(item.question))))
            body = item.question.body
            if isinstance(body, Choice):
                right = {parts(item.question)[n] for n, option in enumerate(body.options) if option.correct}
                assert {item.shown[ord(mark) - 65] for mark in item.key} == right
            if isinstance(body, Ordering):
                assert item.order != tuple(range(len(item.order)))
                pairs = sorted(zip(map(int, item.key), item.shown, strict=True))
                assert [shown for _, shown in pairs] == list(body.items)


@sample(60)
@given(quizzes())
def test_an_issue_is_read_back_as_the_paper_that_it_was(made):
    paper, _ = made
    (again,), problems = issued.read_issues({f"{paper.id}-0.json": issued.dump(paper)}, "issued", paper.uid)
    assert not problems
    assert issued.same(again, paper)
    assert issued.dump(again) == issued.dump(paper)


@sample(60)
@given(quizzes(), st.randoms(use_true_random=False))
def test_an_issue_that_was_changed_anywhere_is_told_and_never_read(made, chance: random.Random):
    paper, _ = made
    data = bytearray(issued.dump(paper))
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        data[at] = chance.choice([byte for byte in b' 0az"]},' if byte != data[at]])
    try:
        same = json.loads(bytes(data)) == json.loads(issued.dump(paper))
    except ValueError:
        same = False
    found, problems = issued.read_issues({f"{paper.id}-0.json": bytes(data)}, "issued", paper.uid)
    assert same or not found
    assert same or [problem.code.id[:2] for problem in problems] == ["F0"]
