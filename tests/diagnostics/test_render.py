from __future__ import annotations

import json
import re
from itertools import combinations_with_replacement, product

import pytest

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.diagnostics.render import render
from deckmaker.diagnostics.render.measure import width
from deckmaker.source import NOWHERE, SourceFile, Span


def place(file: SourceFile, words: str) -> Span:
    start = file.text.index(words)
    return file.span(start, start + len(words))


def said(text: str, words: str, note: str = "", hint: str = "", **labels: str) -> Diagnostic:
    """An error about `words` of a file, with labels (text="words")."""
    file = SourceFile("tides.yaml", text)
    marks = tuple(Label(place(file, at), label) for label, at in labels.items())
    return diagnose("S003", place(file, words), "this is wrong", note, hint, marks)


def body(diagnostic: Diagnostic) -> str:
    """What is rendered, without the summary."""
    return render([diagnostic]).rpartition("\n\n")[0] + "\n"


def under(diagnostic: Diagnostic) -> tuple[str, int]:
    """The line above the carets, and how many cells stand between the gutter and the first caret."""
    lines = body(diagnostic).splitlines()
    at = next(index for index, line in enumerate(lines) if "^" in line)
    return lines[at - 1], lines[at].index("^") - len("1 | ")


class TestText:
    def test_one_place_with_note_and_hint(self) -> None:
        text = "\n" * 40 + "    quote: agreement not to target\n"
        file = SourceFile("decks/who-says-so/claims.yaml", text)
        diagnostic = diagnose(
            "E104",
            place(file, "agreement not to target"),
            "quote not found in paragraph 9",
            note="these words do not stand there",
            hint='the article has "agreement to not target"',
        )
        assert render([diagnostic]) == (
            """\
error[E104]: quote not found in paragraph 9
  --> decks/who-says-so/claims.yaml:41:12
   |
41 |     quote: agreement not to target
   |            ^^^^^^^^^^^^^^^^^^^^^^^ these words do not stand there
   |
   = hint: the article has "agreement to not target"

1 error in 1 file
for more: deckmaker explain E104
"""
        )

    def test_labels_stand_in_the_order_of_lines_and_gaps_are_shown(self) -> None:
        text = "- id: a\n  stem: x\n- id: b\n  stem: y\n  hint: z\n- id: last\n"
        diagnostic = said(text, "id: b", "here", first="id: a", later="id: last")
        assert (
            body(diagnostic)
            == """\
error[S003]: this is wrong
 --> tides.yaml:3:3
  |
1 | - id: a
  |   ----- first
2 |   stem: x
3 | - id: b
  |   ^^^^^ here
...
6 | - id: last
  |   -------- later
"""
        )

    def test_a_label_in_another_file_and_one_in_no_file(self) -> None:
        other = SourceFile("decks/moon.yaml", "\n" * 10 + "uid: 1234\n")
        tides = SourceFile("decks/tides.yaml", "uid: 1234\n")
        labels = (Label(place(other, "1234"), "also here"), Label(NOWHERE, "built in"))
        diagnostic = diagnose("R005", place(tides, "1234"), "two sets", labels=labels, hint="make a new one")
        assert (
            body(diagnostic)
            == """\
error[R005]: two sets
  --> decks/tides.yaml:1:6
   |
 1 | uid: 1234
   |      ^^^^
   |
  ::: decks/moon.yaml:11:6
   |
11 | uid: 1234
   |      ---- also here
   |
   = built in
   = hint: make a new one
"""
        )

    def test_a_hint_keeps_its_lines_and_their_indentation(self) -> None:
        diagnostic = said("stem: a: b\n", ": b", hint='put it in quotes:\n  stem: "a: b"')
        assert body(diagnostic).endswith('  = hint: put it in quotes:\n            stem: "a: b"\n')

    def test_what_stands_nowhere_has_a_headline_and_a_hint(self) -> None:
        diagnostic = diagnose("Y008", NOWHERE, 'no set in "decks"', hint="make one")
        assert body(diagnostic) == 'error[Y008]: no set in "decks"\n  = hint: make one\n'

    def test_an_empty_file_is_named_without_a_line(self) -> None:
        empty = SourceFile("tides.yaml", "")
        assert body(diagnose("Y009", empty.span(0), "nothing in it")) == (
            "error[Y009]: nothing in it\n --> tides.yaml\n"
        )

    @pytest.mark.parametrize(("before", "cells"), [
        ("stem: 潮汐 ", 11),
        ("stem: cafe\u0301 ", 11),
        ("stem: 🌊🌊 ", 11),
        ("stem: 👩‍🏫 ", 9),
        ("stem: ❤️ ", 9),
        ("stem: 👍🏽 ", 9),
        ("\tstem:\t", 12),
        ("stem: a\x1b[31mb ", 14),
        ("stem: नमस् ", 10),
        ("stem: 각 ", 9),
        ("stem: a\u202eb ", 17),
    ])  # fmt: skip
    def test_carets_stand_under_their_words(self, before: str, cells: int) -> None:
        assert under(said(before + "HERE\n", "HERE"))[1] == cells

    def test_wide_letters_get_two_carets_each(self) -> None:
        assert "潮汐 is\n  |       ^^^^\n" in body(said("stem: 潮汐 is\n", "潮汐"))

    def test_a_span_of_several_lines_is_clipped_to_its_first(self) -> None:
        assert "1 | a: first  \n" not in body(said("a: first  \n  second\n", "first  \n  second"))
        assert "  |    ^^^^^\n" in body(said("a: first  \n  second\n", "first  \n  second"))

    @pytest.mark.parametrize("text", ["a: [1", "a: [1\n", "a: [1\r\n", "\n", "x"])
    def test_the_end_of_a_file_gets_one_caret(self, text: str) -> None:
        file = SourceFile("tides.yaml", text)
        assert body(diagnose("Y114", file.span(len(text)), "not closed")).count("^") == 1

    def test_crlf_does_not_reach_the_terminal(self) -> None:
        assert "\r" not in body(said("a: x\r\nb: y\r\n", "y"))

    @pytest.mark.parametrize("where", ["start", "middle", "end"])
    def test_a_long_line_is_cut_around_its_place(self, where: str) -> None:
        words = ["word"] * 400
        words[{"start": 0, "middle": 200, "end": 399}[where]] = "THERE"
        line, cells = under(said("stem: " + " ".join(words) + "\n", "THERE"))
        assert line[len("1 | ") + cells :].startswith("THERE")
        assert len(line) < 120
        assert (line.startswith("1 | …"), line.endswith("…")) == (where != "start", where != "end")

    def test_a_long_line_of_wide_letters_is_cut_by_cells(self) -> None:
        line, _ = under(said("潮" * 500 + "X" + "潮" * 500 + "\n", "X"))
        assert width(line) < 120

    @pytest.mark.parametrize(
        "dangerous", ["\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2028", "\ud800", "\ufeff", "\x00"]
    )
    @pytest.mark.parametrize("format", ["text", "json", "github"])
    def test_no_control_character_of_the_users_is_sent(self, dangerous: str, format: str) -> None:
        file = SourceFile(f"a{dangerous}.yaml", f"stem: b{dangerous}[2J\n")
        diagnostic = diagnose(
            "S003",
            file.span(0, 4),
            f"m{dangerous}",
            f"n{dangerous}",
            f"h{dangerous}",
            (Label(file.span(6, 9), f"l{dangerous}"),),
        )
        out = render([diagnostic], format)  # type: ignore[arg-type]
        assert dangerous not in out
        out.encode()

    def test_every_place_in_every_short_text_gets_carets_on_its_line_and_nothing_raw(self) -> None:
        for letters in product("a \t\n\r潮\u0301\x1b", repeat=3):
            file = SourceFile("a.yaml", "".join(letters))
            for start, end in combinations_with_replacement(range(4), 2):
                out = body(diagnose("S003", file.span(start, end), "m"))
                *_, carets = out.splitlines()
                assert set(carets[4:].strip()) == {"^"}, (letters, start, end)
                assert not set("\t\r\x1b") & set(out)

    def test_escapes_are_shown_as_signs(self) -> None:
        assert "stem: ␛[2J gone" in body(said("stem: \x1b[2J gone\n", "gone"))

    def test_diagnostics_are_sorted_by_file_and_place(self) -> None:
        one, two = SourceFile("a.yaml", "x: 1\ny: 2\n"), SourceFile("b.yaml", "x: 1\n")
        late, early = diagnose("S003", one.span(5, 6), "third"), diagnose("S003", one.span(0, 1), "second")
        rendered = render([diagnose("S003", two.span(0), "last"), late, early, diagnose("Y008", NOWHERE, "first")])
        assert re.findall(r"\]: (\w+)", rendered) == ["first", "second", "third", "last"]

    def test_the_summary_counts_and_names_the_next_step(self) -> None:
        one, two = SourceFile("a.yaml", "x: 1\ny: 2\n"), SourceFile("b.yaml", "x: 1\n")
        given = [
            diagnose("T001", one.span(0, 1), "w"),
            diagnose("S003", one.span(5, 6), "e"),
            diagnose("S001", two.span(0, 1), "e"),
        ]
        assert render(given).endswith("\n2 errors, 1 warning in 2 files\nfor more: deckmaker explain S003\n")

    def test_advice_is_counted_and_shown_when_asked_for(self) -> None:
        advice = diagnose("Y006", SourceFile("a.yaml", "x: 1\n").span(0, 1), "a byte order mark")
        assert render([advice]) == "1 piece of advice not shown: --verbose shows it\n"
        assert render([advice], verbose=True).startswith("advice[Y006]: a byte order mark\n")

    def test_nothing_to_say_is_nothing_said(self) -> None:
        assert render([]) == ""

    def test_colours_only_when_asked_for_and_nothing_else_changes(self) -> None:
        diagnostic = said("a: b\nc: d\n", "d", "note", "hint", label="b")
        coloured = render([diagnostic], colour=True)
        assert "\x1b[1;31merror[S003]\x1b[0m" in coloured
        assert "\x1b[1;31m^ note\x1b[0m" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render([diagnostic])


class TestJson:
    def test_an_object_for_each_with_places_from_one(self) -> None:
        diagnostic = said("a: é\nb: two\n", "two", "note", "hint", label="é")
        (found,) = json.loads(render([diagnostic], "json"))
        assert found == {
            "code": "S003",
            "name": "wrong-shape",
            "severity": "error",
            "message": "this is wrong",
            "file": "tides.yaml",
            "line": 2,
            "column": 4,
            "end_line": 2,
            "end_column": 7,
            "note": "note",
            "labels": [{"file": "tides.yaml", "line": 1, "column": 4, "end_line": 1, "end_column": 5, "text": "label"}],
            "hint": "hint",
        }

    def test_what_stands_nowhere_has_no_place(self) -> None:
        (found,) = json.loads(render([diagnose("Y008", NOWHERE, "no set")], "json"))
        assert [found[key] for key in ("file", "line", "column", "end_line", "end_column")] == [None] * 5

    def test_nothing_to_say_is_an_empty_list(self) -> None:
        assert json.loads(render([], "json")) == []


class TestGithub:
    def test_a_command_a_line(self) -> None:
        assert render([said("a: b\n", "b", "note", "hint")], "github") == (
            "::error file=tides.yaml,line=1,col=4,endLine=1,endColumn=5,title=S003 wrong-shape"
            "::this is wrong%0Anote%0Ahint\n"
        )

    def test_what_github_reads_as_its_own_is_escaped(self) -> None:
        file = SourceFile("100%, a:b\n.yaml", "x: 1\n")
        line = render([diagnose("T001", file.span(0, 1), "50%: a,", hint="b\r\nc")], "github")
        assert line.startswith("::warning file=100%25%2C a%3Ab␊.yaml,line=1,")
        assert line.endswith("::50%25: a,%0Ab%0Ac\n")

    def test_columns_are_left_out_of_several_lines(self) -> None:
        assert "file=tides.yaml,line=1,endLine=2,title=" in render([said("a: b\nc: d\n", "b\nc")], "github")

    def test_advice_is_a_notice(self) -> None:
        advice = diagnose("Y006", SourceFile("a.yaml", "x: 1\n").span(0, 1), "m")
        assert render([advice], "github", verbose=True).startswith("::notice file=a.yaml,")


def test_of_very_many_the_first_are_shown_and_all_are_counted() -> None:
    file = SourceFile("many.yaml", "a\n" * 250)
    many = [diagnose("S001", file.span(2 * line, 2 * line + 1), f'unknown key "{line}"') for line in range(250)]
    said = render(many)
    assert said.count("error[S001]") == 100
    assert "and 150 more, shown once these are mended\n" in said
    assert "250 errors in 1 file" in said
    assert render(many, "github").count("::error") == 250


def test_of_very_many_errors_come_before_what_stops_no_build() -> None:
    file = SourceFile("many.yaml", "a\n" * 250)
    spans = [file.span(2 * line, 2 * line + 1) for line in range(250)]
    warnings = [diagnose("T001", span, "m") for span in spans[:-1]]
    said = render([*warnings, diagnose("S001", spans[-1], "the one error")])
    assert "error[S001]: the one error" in said
    assert said.count("warning[T001]") == 99
