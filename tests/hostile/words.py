"""Words that some program would act upon: each is shown as it was typed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from tests.hostile.attack import CARD, QUIZ, Attack, Here
from tests.support.sets import ARTICLE, REGISTER, picture


class _Page(HTMLParser):
    """Elements and letters of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.letters = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.letters += data


def _cards(here: Here, *words: str) -> None:
    """Each is a card's front, whose letters are those, without any element that does something."""
    here.set(
        "questions:\n"
        + "".join(
            f"  - {{id: q{n}, type: flashcard, front: {json.dumps(each)}, back: b}}\n" for n, each in enumerate(words)
        )
    )
    notes = here.notes().notes
    for n, each in enumerate(words):
        page = _Page(notes[f"q{n}"].fields["Question"])
        assert page.letters == each
        assert {tag for tag, _ in page.elements} <= {"span"}


def html(here: Here) -> None:
    _cards(
        here, "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<!-- x",
        "<iframe src=https://example.org>", "<style>*{display:none}</style>", "&bogus;<x>", "<base href=//example.org>",
    )  # fmt: skip


def links_that_run(here: Here) -> None:
    for address in (
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "\\tjavascript:x",
    ):
        here.set(f'questions:\n  - {{id: q, type: flashcard, front: "[press](<{address}>)", back: b}}\n')
        page = _Page(here.notes().notes["q"].fields["Question"])
        assert "press" in page.letters
        assert page.elements == []
    here.set(
        "questions:\n  - {id: q, type: flashcard, front: '[press](<https://example.org/\"onclick=\"x>)', back: b}\n"
    )
    ((tag, attributes),) = _Page(here.notes().notes["q"].fields["Question"]).elements
    assert (tag, list(attributes)) == ("a", ["href"])


def marks_in_attributes(here: Here) -> None:
    here.put("tides/a.png", picture())
    here.set("questions:\n  - {id: q, type: flashcard, front: '![\"onerror=\"alert(1) {{c1::x}}](a.png)', back: b}\n")
    ((tag, attributes),) = _Page(here.notes().notes["q"].fields["Question"]).elements
    assert (tag, attributes["alt"]) == ("img", '"onerror="alert(1) {{c1::x}}')


def titles_and_tags(here: Here) -> None:
    """A deck's name and its tags are no HTML, and no tag has a space in it."""
    here.set(
        "deckmaker: 1\nuid: 7e57da7a\ntitle: '<b>T</b>::{{x}} \"y\"'\n"
        "questions:\n  - {id: q, type: flashcard, front: a, back: b, tags: [\"a b\\tc\", '<img src=x>']}\n"
    )
    package = here.notes()
    assert {"a-b-c", "<img-src=x>"} <= set(package.notes["q"].tags)
    assert any("<b>T</b>" in name for name in package.decks)


def generators_patterns(here: Here) -> None:
    """`{…}` in an author's own stem is filled in by name alone: no attribute is looked up."""
    stem = "'{claim.class} {0} {} {speaker.init.globals} says {claim}?'"
    here.set(REGISTER + f"generate:\n  - {{family: who-said, stem: {stem}}}\n", article__txt=ARTICLE.encode())
    package = here.notes()
    fronts = [_Page(note.fields["Question"]).letters for note in package.notes.values()]
    assert fronts
    assert all(front.startswith("{claim.class} {0} {} {speaker.init.globals} says ") for front in fronts)


def latex(here: Here) -> None:
    for tex in (
        "\\\\input{/etc/passwd}",
        "\\\\write18{touch owned}",
        "\\\\def\\\\a{\\\\a\\\\a}\\\\a",
        "\\\\href{javascript:x}{y}",
        "\\\\require{html}",
        "\\\\csname x\\\\endcsname",
    ):
        here.set(f'questions:\n  - {{id: q, stem: "Which ${tex}$?", answer: b, type: short_answer}}\n' + QUIZ)
        assert "X001" in here.run("build", "tides", "--to", "print").output
        here.built()
    assert not (here.folder / "owned").exists()


def deep_latex(here: Here) -> None:
    for opens, closes in (("{", "}"), ("x^{", "}"), ("\\\\left(", "\\\\right)"), ("\\\\sqrt{", "}")):
        here.set(
            f'questions:\n  - {{id: q, stem: "Which $a {opens * 3000}x{closes * 3000}$?", answer: b, type: short_answer}}\n'
            + QUIZ
        )
        here.refused("T003", at="tides/set.yaml", line=5)
    for flat in ("\\\\displaystyle" * 3000, "\\\\sqrt" * 3000, "\\\\not" * 3000, "'" * 3000, "x_" * 3000):
        here.set(f'questions:\n  - {{id: q, stem: "Which $a {flat}$?", answer: b, type: short_answer}}\n' + QUIZ)
        here.run("build", "tides", "--to", "print")


def deep_markdown(here: Here) -> None:
    deep = (
        "*a **b " * 3000,
        "[" * 3000 + "]" * 3000,
        "{{c1::" * 3000,
        "> " * 3000 + "x",
        "\\n".join("  " * n + "- x" for n in range(300)),
    )
    for words in deep:
        here.set(f'questions:\n  - {{id: q, type: flashcard, front: "{words}", back: b}}\n')
        assert here.run("build", "tides", "--to", "anki").exit_code in (0, 1)


RUNS = ("<", "&", "*", "_", "`", "[", "](", "![", "$", "$$", "{{", "{{c1::", "}}", "::", "\\\\", "<!--", "a@", "http://", "\\u0301", " ", "al-", "9,", "1. ", ": ", "- ", "# ", "(", "…", "\\u200b")  # fmt: skip


def words_without_end(here: Here) -> None:
    """Each would take minutes where time grows with the square of the length."""
    rows = [
        f'  - {{id: q{n}, type: flashcard, front: "x {run * (20_000 // len(run))} x", back: b}}\n'
        for n, run in enumerate(RUNS)
    ]
    here.set("questions:\n" + "".join(rows))
    here.check()


def terminal_escapes(here: Here) -> None:
    """From files as bytes, from YAML's escapes, from an article: `run` asserts that no command prints one."""
    escape = "\\e[2J\\e]0;owned\\a\\x9b31m\\u202e"
    here.set(
        REGISTER.replace("title: Harbour\n", f'title: "Harbour{escape}"\n')
        + f'questions:\n  - {{id: q, stem: "a{escape}?", answer: "b{escape}", claim: lower-tide, bogus: "{escape}"}}\n',
        article__txt=ARTICLE.encode(),
    )
    for command in (
        ("check",),
        ("check", "--format", "github"),
        ("check", "--format", "json"),
        ("refused",),
        ("build",),
    ):
        output = here.run(command[0], "tides", *command[1:]).output
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)
    here.set(
        REGISTER.replace("Ida Marsh", "Ida\\e[31m").replace("{name: Ida\\e[31m", '{name: "Ida\\e[31m"')
        + 'questions:\n  - {id: q, stem: "a?", answer: "b", claim: lower-tide}\n',
        article__txt=ARTICLE.replace("Nobody", "No\x1b[31mbody").encode(),
    )
    assert "␛" in here.run("trace", "q", "tides").output


def workflow_commands(here: Here) -> None:
    words = "x\\n::error::owned\\n::set-output name=a::b\\r\\n%0A::warning::w"
    here.set(
        f'questions:\n  - {{id: "{words}", type: "{words}", front: a, "{words}": b}}\nlint: {{"{words}": off}}\nedit: {{"{words}": {{drop: x}}}}\n'
    )
    output = here.run("check", "--format", "github", "tides").output
    assert output.count("\n") == len(here.check())
    assert all(re.match("::(error|warning|notice) file=tides/set.yaml,", line) for line in output.splitlines())
    assert "%0A::" not in output.replace("%250A", "")


def overrides_in_diagnostics(here: Here) -> None:
    here.set('questions:\n  - {id: "user\u202e \u2066admin", type: flashcard, front: a, back: b}\n')
    output = here.run("check", "tides").output
    assert "⟨U+202E⟩" in output
    assert not {"\u202e", "\u2066"} & set(output)


def no_network(here: Here) -> None:
    """Every command but push, with the network pulled out."""
    import socket

    here.set(
        REGISTER + 'description: "![x](https://example.org/a.png) [y](https://example.org)"\n' + CARD + QUIZ,
        article__txt=ARTICLE.encode(),
    )
    with pytest.MonkeyPatch.context() as patch:
        for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
            patch.setattr(socket, name, _no_network)
        for command in (
            ("check",),
            ("build", "--to", "anki", "--to", "print", "--to", "docx", "--to", "flashcards"),
            ("report",),
            ("refused",),
        ):
            assert here.run(command[0], "tides", *command[1:]).exit_code == 0
        assert here.run("import", "build/tides/tides.apkg", "-o", "again").exit_code == 0


def _no_network(*_: object, **__: object) -> None:
    raise AssertionError("somebody asks for the network")


WORDS = (
    Attack("`</script>`, `<img onerror>`, `<style>` and other HTML", "shown as typed", html),
    Attack("links by `javascript:`, `data:`, `file:`", "their words alone; no link", links_that_run),
    Attack("quotation marks in a picture's words", "stay in their attribute", marks_in_attributes),
    Attack("HTML and blanks in titles and tags", "a name like any other; no tag falls in two", titles_and_tags),
    Attack("`{claim.class}` and `{0}` in a stem of one's own", "shown as typed: names are filled in, nothing is looked up", generators_patterns),
    Attack("`{{Front}}`, `{{c1::…}}`, `[sound:…]`, `[latex]`, `[anki:tts]` anywhere", "shown as typed, in Anki's own backend: no card, sound or field more", (
        "tests/e2e/test_anki_hostile.py::test_a_cloze_has_the_cards_that_are_meant_and_shows_every_letter",
        "tests/e2e/test_anki_hostile.py::test_hostile_words_elsewhere_show_as_typed",
    )),
    Attack("Typst: `#read(\"/etc/passwd\")`, `#import`, `= heading`", "printed as typed", (
        "tests/e2e/test_print_hostile.py::test_a_piece_is_printed_as_typed_or_refused_by_name[typst code]",
        "tests/e2e/test_print_hostile.py::test_a_piece_is_printed_as_typed_or_refused_by_name[typst markup]",
    )),
    Attack("all of these in a Word file", "shown as typed", (
        "tests/e2e/test_print_hostile.py::test_word_shows_it_as_typed_too[typst code]",
        "tests/e2e/test_print_hostile.py::test_word_shows_it_as_typed_too[tags]",
    )),
    Attack("all of these in the report", "no element; its policy allows its own script alone", (
        "tests/writers/report/test_report_page.py::test_what_a_user_wrote_never_becomes_an_element",
        "tests/writers/report/test_report_page.py::test_the_page_asks_for_nothing_and_its_policy_knows_its_script",
    )),
    Attack("NUL, U+FEFF and other characters that no PDF may hold", "refused by name (X002)", (
        "tests/fuzz/test_found.py::test_characters_that_no_pdf_may_hold_are_refused_by_name",
    )),
    Attack("LaTeX: `\\input`, `\\write18`, `\\def`, `\\href`", "refused on paper (X001); MathJax in Anki has no files", latex),
    Attack("LaTeX nested 3,000 deep", "refused (T003)", deep_latex),
    Attack("Markdown nested 3,000 deep", "refused (T003), or read", deep_markdown),
    Attack("20,000 letters of whatever a parser broods over", "checked in seconds", words_without_end),
    Attack("terminal escapes in titles, texts, articles", "shown as signs by every command, never sent", terminal_escapes),
    Attack("GitHub's `::error` and line ends in ids and keys", "one command a line, all ours", workflow_commands),
    Attack("overrides that turn letters round in what is said", "shown as signs", overrides_in_diagnostics),
    Attack("pictures and links to the web, in every output", "no connection is opened; `push` alone opens one", no_network),
)  # fmt: skip
