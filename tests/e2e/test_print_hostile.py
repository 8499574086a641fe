"""Whatever is typed is printed as typed, or refused by name: it is never run, read as markup, or left out silently."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml

from deckmaker import papers
from deckmaker.model.document import Document
from deckmaker.model.text import plain
from deckmaker.writers.docx import DocxOptions
from deckmaker.writers.docx import write as write_docx
from deckmaker.writers.print import PrintOptions, write
from tests.support import compile_set
from tests.support.office import as_pdf, text

CHINESE = Path("/usr/share/fonts/truetype/wqy")
"""A font for Chinese, of Debian's fonts-wqy-microhei."""
PIECES = {
    "typst code": '#read("/etc/passwd") #strong[x] #import "x"',
    "typst markup": "= heading _a_ <label> @ref // comment /* x */ ~ -- ... '",
    "backslashes": "\\\\ \\\\n \\\\u{41} C:\\\\new",
    "dollars": "$5 and $10, x$",
    "stars and brackets": "\\*not\\* \\[x\\] (y) \\_z\\_",
    "tags": "<b>bold</b> <script>alert(1)</script> </script> &amp",
    "templates": "{{Front}} {{c1::x}} {% raw %} ${x}",
    "quotes": "“x” ‘y’ \"z\" 'w' «v» `",
    "hyphens": "al-Qaeda co-author U\u2011turn 1\u20132 \u2014",
    "spaces": "a\u00a0b\u2009c\u3000d",
    "right to left marks": "a\u200fb\u200e c\u061c",
    "overrides": "abc\u202edef\u202c",
    "invisible": "in\u00advis\u200bible\u2060 \ufeff",
    "hebrew": "שלום עולם abc 123",
    "arabic": "مرحبا 123 abc",
    "combining": "e\u0301 a\u030a n\u0303 ѐ",
    "ligatures": "office final flow",
    "emoji": "🙂 👩\u200d🔬 🇨🇭",
    "chinese": "漢字",
    "private": "\ue000",
    "unassigned": "\u0378",
    "control": "a\x07b",
    "escape": "a\x1b[31mb",
    "math letters": "𝐱 𝔸 ℝ",
    "old letters": "𐀀 𒀀",
}


def document(piece: str) -> tuple[Document, list[str]]:
    """A set with the piece everywhere that reaches paper, and the codes of what was said of it."""
    made = {
        "deckmaker": 1, "uid": "7e57da7a", "title": f"Title {piece}",
        "questions": [
            {"id": "q", "stem": f"Stem {piece} end", "answer": f"Key {piece}", "distractors": [f"Wrong {piece} end", "no"]},
            {"id": "m", "type": "matching", "stem": "Match", "pairs": [[f"left {piece}", "r"], ["l", f"right {piece}"]]},
        ],
        "quizzes": [
            {"id": "quiz", "title": f"Quiz {piece}", "instructions": f"Do {piece} end",
             "sections": [{"title": f"Part {piece}", "passage": f"Read {piece} end", "pick": "all"}]}
        ],
    }  # fmt: skip
    found, problems = compile_set(yaml.safe_dump(made, allow_unicode=True))
    return found, [problem.code.id for problem in problems if problem.is_error]


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_is_printed_as_typed_or_refused_by_name(name):
    made, errors = document(PIECES[name])
    if errors:
        assert set(errors) <= {"Y003", "Y004", "Y005", "Q006", "T001"}, errors
        return
    planned, _ = papers.plan(made)
    files, problems = write(made, PrintOptions(planned))
    if problems:
        assert {problem.code.id for problem in problems} == {"X002"}
        assert all("U+" in problem.message for problem in problems)
        assert not files
        return
    words = letters(all_text(files["quiz-A.pdf"]))
    stem = letters(plain(made.questions[0].stem))
    assert letters("Stem") in words
    assert sorted(stem) == sorted(char for char in stem if char in words)
    if not set(name.split()) & {"hebrew", "arabic", "right", "overrides"}:
        assert stem in words


def all_text(pdf: bytes) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def letters(words: str) -> str:
    """What one sees: compatibility forms folded, nothing invisible, no spaces; a hyphen at a line's end is one."""
    folded = unicodedata.normalize("NFKC", words.replace("\ufffe", "-").replace("\u2011", "-"))
    return "".join(char for char in folded if unicodedata.category(char) not in ("Cf", "Cc", "Zs", "Mn"))


@pytest.mark.parametrize("name", ["typst code", "tags", "templates", "dollars", "backslashes"])
def test_word_shows_it_as_typed_too(name, tmp_path):
    made, errors = document(PIECES[name])
    assert not errors
    planned, _ = papers.plan(made)
    files, problems = write_docx(made, DocxOptions(planned))
    assert not problems
    words = letters(text(as_pdf({"quiz-A.docx": files["quiz-A.docx"]}, tmp_path)["quiz-A.docx"]))
    assert letters(plain(made.questions[0].stem)) in words


def test_chinese_is_printed_with_a_font_that_has_it():
    assert CHINESE.is_dir(), "apt-get install fonts-wqy-microhei"
    made, errors = document("漢字 是什么")
    assert not errors
    planned, _ = papers.plan(made)
    files, problems = write(made, PrintOptions(planned, (CHINESE.as_posix(),)))
    assert not problems
    assert "漢字" in letters(all_text(files["quiz-A.pdf"]))
    with pikepdf.open(io.BytesIO(files["quiz-A.pdf"])) as pdf:
        assert pdf.Root.Lang is not None
