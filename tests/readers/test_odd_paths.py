"""Names of files that no file system takes are said, like names of files that are not there."""

from __future__ import annotations

import pytest

from tests.support import compile_set, said
from tests.support.sets import picture

LONG = "a" * 3000


def test_a_picture_with_a_name_too_long_is_said():
    _, problems = compile_set(f"questions:\n  - {{id: q, stem: '![x]({LONG}.png)', answer: x}}\n")
    assert [line.split()[0] for line in said(problems)] == ["M001"]


def test_a_text_with_a_name_too_long_is_said():
    _, problems = compile_set(f"""\
article: {{title: A, disclosure: D, text: {LONG}}}
sources: {{ann: {{name: Ann, kind: person}}}}
claims:
  - {{id: rain, claim: it rains, speaker: ann, basis: on_record, quote: rain, paragraph: 1}}
""")
    assert [line.split()[0] for line in said(problems)] == ["A006"]


@pytest.mark.parametrize("name", ["größe.png", "my map.png", "图.png", "a%b.png", "50%25.png", "a+b.png", "a(1).png"])
def test_a_picture_is_found_whatever_letters_its_name_has(name):
    typed_name = name.replace("%", "%25")
    document, problems = compile_set(
        f"questions:\n  - {{id: q, stem: '![x](<{typed_name}>)', answer: x}}\n", files={name: picture()}
    )
    assert not [problem for problem in problems if problem.is_error], said(problems)
    assert list(document.set.media) == [name]
