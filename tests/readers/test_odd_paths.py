"""Names of files that no file system takes are said, like names of files that are not there."""

from __future__ import annotations

from tests.support import compile_set, said

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
