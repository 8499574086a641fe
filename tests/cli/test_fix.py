"""`check --fix`: what has one safe remedy is mended in the files, nothing is lost, nothing else is touched."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec import Struct

from deckmaker import pipeline
from deckmaker.cli import main
from deckmaker.cli.fix import Fixed, difference, fixes
from deckmaker.cli.own_files import change
from deckmaker.diagnostics import CODES
from deckmaker.diagnostics.pages import page, parse
from deckmaker.source import Span
from tests.properties.test_reader_never_fails import prefixes, sources, with_awkward_values, without_a_line
from tests.support.samples import LONG

HEAD = "deckmaker: 1\nuid: 7e57da7a\ntitle: T\nquestions:\n"
STEPS = {prefixes: 53, without_a_line: 5, with_awkward_values: 59}


def put(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def made(folder: Path) -> Fixed:
    (found,), _ = pipeline.find_sets([folder])
    return fixes(found, None)


def mended(tmp_path: Path, text: str | bytes) -> str:
    """What a set of this one file holds after `--fix`."""
    put(tmp_path / "set", {"set.yaml": text})
    found = made(tmp_path / "set")
    assert not change(found.before, found.after)
    return (tmp_path / "set" / "set.yaml").read_bytes().decode()


def body(tmp_path: Path, lines: str) -> str:
    """The lines below the head of a set, mended."""
    return mended(tmp_path, HEAD + lines).removeprefix(HEAD)


@pytest.mark.parametrize(("typed", "better"), [
    ("stem: Remember: when?", 'stem: "Remember: when?"'),
    ("stem: *When* is it?", 'stem: "*When* is it?"'),
    ('stem: "When" is it?', "stem: '\"When\" is it?'"),
    ("stem: 'Tis high when?", 'stem: "\'Tis high when?"'),
    ("stem: '90s music began when?", 'stem: "\'90s music began when?"'),
    ("stem: 'When was Demir's mill built?'", 'stem: "When was Demir\'s mill built?"'),
    ("stem: 'When was Demir''s father's mill built?'", 'stem: "When was Demir\'s father\'s mill built?"'),
    ("stem: 'Who said 'hello' to Ann?'", 'stem: "Who said \'hello\' to Ann?"'),
    ("stem: {{c1::When}} is it?", 'stem: "{{c1::When}} is it?"'),
    ("stem: [map] When is it?", 'stem: "[map] When is it?"'),
    ("stem: @noon or when?", 'stem: "@noon or when?"'),
    ("stem:When is it?", "stem: When is it?"),
    ("stem:\u00a0When is it?", "stem: When is it?"),
    ("stem: When was prize #3 given?", 'stem: "When was prize #3 given?"'),
    ("stem: #3 is when?", 'stem: "#3 is when?"'),
    ('stem: "What is $\\sqrt{2}$?"', "stem: 'What is $\\sqrt{2}$?'"),
])  # fmt: skip
def test_a_text_that_yaml_takes_otherwise_is_put_in_quotes(tmp_path, typed, better):
    rest = "    answer: x\n"
    assert body(tmp_path, f"  - id: q\n    {typed}\n{rest}") == f"  - id: q\n    {better}\n{rest}"


@pytest.mark.parametrize(("typed", "better"), [
    ("    distractors: a, b\n", "    distractors: [a, b]\n"),
    ("    distractors: a, [b]\n", '    distractors: [a, "[b]"]\n'),
    ("    distractors: a, x; b\n", '    distractors: ["a, x", b]\n'),
    ("    distractors:\n      • a\n      • b\n", "    distractors:\n      - a\n      - b\n"),
    ("    distractors:\n      - a\n        - b\n", "    distractors:\n      - a\n      - b\n"),
    ("    distractors: [1,000 men, b]\n", '    distractors: ["1,000 men", b]\n'),
    ("    distractors:\n    - a\n    • b\n", "    distractors:\n    - a\n    - b\n"),
    ("\tdistractors: [a]\n", "    distractors: [a]\n"),
])  # fmt: skip
def test_items_of_a_list_get_the_marks_of_a_list(tmp_path, typed, better):
    question = "  - id: q\n    stem: Which?\n    answer: c\n"
    assert body(tmp_path, question + typed) == question + better


def test_a_text_with_a_colon_in_braces_is_put_in_quotes_and_nothing_else_is(tmp_path):
    typed = "  - {id: q, stem: Who said: I am here?, answer: me}\n"
    assert body(tmp_path, typed) == typed.replace("Who said: I am here?", '"Who said: I am here?"')


def test_numbers_in_front_of_items_are_taken_out_where_they_count_up(tmp_path):
    head = "  - id: q\n    stem: In which order?\n"
    numbered = "    items:\n      - 1. a\n      - '2. b'\n      - 3. c\n"
    assert body(tmp_path, head + numbered) == head + "    items:\n      - a\n      - 'b'\n      - c\n"
    other = "    items: [2. a, 1. b]\n"
    assert body(tmp_path, head + other) == head + other


@pytest.mark.parametrize("lines", [
    "    stem: Who made Tides # a set\n    answer: x\n",
    "    stem: When\n      was it: then?\n    answer: x\n",
    "    stem: *When* was it,\n      or who?\n    answer: x\n",
    "    stem: When?\n    answer: x\n    accept: Paris, France\n",
    "    stem: When?\n    answer: x\n    distractors:\n      a long text\n      that goes on\n",
    '    stem: When "?\n    answer: "x\n',
    "    stem When?\n    answer: x\n",
    "    stem: 'When was the mill built?\n    answer: x\n",
    "    stem: 'When was Demir's mill built?\n    answer: x\n",
    "    stem: 'The students' books are where?'\n    answer: x\n",
    '    stem: "When was the "Old Mill" built?\n    answer: x\n',
])  # fmt: skip
def test_what_may_have_been_meant_otherwise_is_left_to_its_author(tmp_path, lines):
    assert body(tmp_path, "  - id: q\n" + lines) == "  - id: q\n" + lines


def test_marks_around_some_words_of_a_quotation_are_left_to_its_author(tmp_path):
    text = """\
deckmaker: 1
uid: 7e57da7a
title: T
article: {title: A, disclosure: D}
claims:
  - id: c
    claim: x
    speaker: article
    basis: none_given
    paragraph: 1
    quote: "Those cracks" have been there
"""
    assert mended(tmp_path, text) == text


def test_marks_typed_around_a_quotation_are_taken_out(tmp_path):
    text = "deckmaker: 1\nuid: 7e57da7a\ntitle: T\narticle: {title: A, disclosure: D}\nclaims:\n  - {id: c, claim: x, "
    text += "speaker: article, basis: none_given, paragraph: 1, quote: “so it was”}\n"
    assert mended(tmp_path, text) == text.replace("“so it was”", "so it was")


def test_a_byte_order_mark_and_carriage_returns_go(tmp_path):
    text = HEAD + "  - id: q\n    stem: Remember: when?\n    answer: x\n"
    typed = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert mended(tmp_path, typed) == text.replace("Remember: when?", '"Remember: when?"')


def test_what_a_set_has_switched_off_is_not_fixed_and_line_ends_stay(tmp_path):
    off = HEAD.replace("questions:", "lint: {carriage-returns: off, byte-order-mark: off}\nquestions:")
    text = (off + "  - id: q\n    stem: Remember: when?\n    answer: x\n").replace("\n", "\r\n")
    typed = b"\xef\xbb\xbf" + text.encode()
    assert mended(tmp_path, typed) == "\ufeff" + text.replace("Remember: when?", '"Remember: when?"')


def test_more_faults_than_one_look_tells_are_all_mended(tmp_path):
    faults = "".join(f"  - id: q{n}\n    stem: Part {n}: when?\n    answer: x\n" for n in range(60))
    assert body(tmp_path, faults).count('"Part') == 60


def test_a_fix_that_would_make_a_new_error_leaves_the_whole_file_as_it_is(tmp_path):
    twice = "  - id: q\n    stem: Which?\n    answer: c\n    distractors: a, a\n"
    trap = "  - id: p\n    stem: *x*\n    answer: y\n"
    folder = put(
        tmp_path / "set", {"set.yaml": HEAD + twice + trap, "more.yaml": "questions:\n" + trap.replace("p", "r")}
    )
    found = made(folder)
    assert found.refused == (folder / "set.yaml",)
    assert {path.name: data.decode() for path, data in found.after.items()} == {
        "more.yaml": "questions:\n" + trap.replace("p", "r").replace("*x*", '"*x*"')
    }


def test_only_files_of_the_set_are_written(tmp_path):
    outside = put(tmp_path, {"elsewhere.yaml": "questions:\n  - id: r\n    stem: *x*\n    answer: y\n"})
    folder = put(tmp_path / "set", {"set.yaml": HEAD + "  - {id: q, stem: s, answer: t}\n"})
    try:
        os.symlink(outside / "elsewhere.yaml", folder / "more.yaml")
    except OSError:
        pytest.skip("no links here")
    assert made(folder).after == {}


def test_a_file_keeps_who_may_read_it(tmp_path):
    folder = put(tmp_path / "set", {"set.yaml": HEAD + "  - id: q\n    stem: *x*\n    answer: t\n"})
    (folder / "set.yaml").chmod(0o600)
    found = made(folder)
    change(found.before, found.after)
    assert (folder / "set.yaml").stat().st_mode & 0o777 == 0o600


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path):
    folder = put(tmp_path / "set", {"set.yaml": HEAD + "  - id: q\n    stem: *x*\n    answer: t\n"})
    found = made(folder)
    (folder / "set.yaml").write_text("mine", "utf-8")
    (problem,) = change(found.before, found.after)
    assert problem.code.id == "Y011"
    assert (folder / "set.yaml").read_text("utf-8") == "mine"


def test_a_diff_writes_nothing(tmp_path):
    put(tmp_path / "set", {"set.yaml": HEAD + "  - id: q\n    stem: *x*\n    answer: t\n"})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    with chdir(tmp_path):
        result = CliRunner().invoke(main, ["check", "--fix", "--diff", "set"])
    assert '+    stem: "*x*"' in result.output
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before


def test_a_diff_sends_no_terminal_what_it_would_obey(tmp_path):
    folder = put(tmp_path / "set", {"set.yaml": HEAD + "  - id: q\n    stem: *x\u202e*\r\n    answer: t\n"})
    shown = difference(made(folder))
    assert "⟨U+202E⟩" in shown
    assert "␍" in shown


# Whatever is mended: nothing is lost, it is mended for good, and the set says what it said.

QUOTING = (
    "Y101", "Y102", "Y103", "Y104", "Y105", "Y106", "Y109", "Y113", "Y120", "Y122", "Y124", "Y125",
)  # fmt: skip


def letters(data: bytes) -> str:
    return "".join(filter(str.isalpha, data.decode()))


def said(value: object) -> object:
    """A part of the model without its places."""
    if isinstance(value, Span):
        return None
    if isinstance(value, Struct):
        return type(value), *(said(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, Mapping):
        return {key: said(one) for key, one in value.items()}
    return tuple(map(said, value)) if isinstance(value, tuple) else value


def errors(checked: pipeline.Checked) -> set[tuple[str, str]]:
    return {(problem.code.id, problem.message) for problem in checked.problems if problem.is_error}


def check_twice(folder: Path) -> tuple[pipeline.Checked, Fixed, pipeline.Checked]:
    """The set before, what fixing it comes to, and the set after; asserts what always holds."""
    (found,), _ = pipeline.find_sets([folder])
    before, mending = pipeline.check(found), fixes(found, None)
    for path, data in mending.after.items():
        assert letters(data) == letters(mending.before[path])
    after = pipeline.check(found, None, mending.after)
    assert not change(mending.before, mending.after)
    again = fixes(found, None)
    assert again.after == {}
    return before, mending, after


@pytest.mark.parametrize("code", [code for code in CODES if code[0] in "YS"])
def test_the_bad_example_of_a_page_loses_nothing_and_is_mended_for_good(tmp_path, code):
    files = parse(page(code)).example("bad")
    put(tmp_path, files)
    with chdir(tmp_path):
        path = Path(parse(page(code)).turn.command.split()[-1])
        if len(pipeline.find_sets([path])[0]) != 1:
            return  # its fault is that there is no set
        before, change, after = check_twice(path)
        assert errors(after) <= errors(before)
        if code in QUOTING:
            assert before.document
            assert after.document
            assert change.count == 1
            assert after.is_sound
            assert said(before.document.set) == said(after.document.set)


@pytest.mark.parametrize("change", STEPS)
def test_fixing_a_damaged_set_loses_nothing_and_is_done_once(tmp_path, change):
    tried = 0
    for text in sources():
        for damaged in change(text)[:: 1 if LONG else STEPS[change]]:
            folder = put(tmp_path / str(tried), {"set.yaml": damaged.encode("utf-8", "surrogatepass")})
            check_twice(folder)
            tried += 1
    assert tried > 5
