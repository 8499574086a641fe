"""Papers and keys against WeasyPrint making equal ones: CPU seconds, memory, and their ratios.

usage: .venv/bin/python benchmarks/papers.py [VERSIONS [QUESTIONS]]

Needs `pip install weasyprint` and Pango. Both get the same questions in the same orders, and make tagged PDF/UA-1, a
file for each version and one for its key. Ours are set by the writer as it ships; WeasyPrint's come from HTML with the
same words, marks, columns, head and foot, in the same font. Each runs in a process of its own, which reports its CPU
time and its peak of memory. What WeasyPrint does not make (strips, overview, manifest) is timed apart.
"""

from __future__ import annotations

import html
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from dataclasses import replace
from importlib.resources import files

from deckmaker.model.answers import letter
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper, Version
from deckmaker.model.questions import Choice
from deckmaker.model.text import plain

STEM = "Which of these words would a careful reader of notice {n} choose for what the harbour master wrote down then"
HEAD = "deckmaker: 1\nuid: 0bec4a12\ntitle: A bank\nquestions:\n"
STYLE = """
@font-face { font-family: Hyper; src: url(FONTS/AtkinsonHyperlegible-Regular.ttf) }
@font-face { font-family: Hyper; font-weight: bold; src: url(FONTS/AtkinsonHyperlegible-Bold.ttf) }
@page { size: A4; margin: 1.8cm 2cm 2.1cm;
  @bottom-center { font-size: 9pt; content: "Page " counter(page) " of " counter(pages) " · " string(foot) } }
body { font: 12pt/1.35 Hyper; margin: 0 } h1 { font-size: 1.5em } .foot { string-set: foot content(); display: none }
.head { display: flex; justify-content: space-between } .box { border: .8pt solid; border-radius: 3pt; padding: .5em }
.fields { display: grid; grid-template-columns: 3fr 2fr; gap: 1em 1.6em } .fields div { border-bottom: .8pt solid }
.about { border: solid #777; border-width: .6pt 0; margin: 1em 0; padding: .6em 0; font-size: 10pt }
ol { list-style: none; padding: 0 } .item { break-inside: avoid; margin: 1.9em 0 }
.stem { display: grid; grid-template-columns: 2em 1fr auto; gap: .5em } h2 { font-size: 1em; margin: 0 }
.points { font-size: 10pt; color: #404040 } .options { margin-left: 2.5em }
.options li { display: flex; gap: .7em; margin: .35em 0 }
.mark { width: 1.45em; height: 1.45em; border: .8pt solid; border-radius: 50%; text-align: center; font-weight: bold;
  font-size: .82em } .key { font-size: 10.5pt } .answer { margin-left: 2.5em; font-weight: bold }
"""


def planned(versions: int, questions: int) -> tuple[Document, Paper]:
    """A bank of single choices with four options of eight words, in so many versions."""
    from deckmaker.model.quizzes import Layout, Pick, Quiz, Section
    from deckmaker.model.text import EMPTY
    from deckmaker.papers import plan
    from deckmaker.papers.picking import pick
    from deckmaker.papers.versions import version
    from tests.support import sound_set

    lines = []
    for n in range(questions):
        options = [f"a{n} word that was written down on the day number {k}" for k in range(4)]
        lines.append(
            f"  - {{id: q{n}, stem: {STEM.format(n=n)}?, answer: {options[0]}, "
            f"distractors: [{', '.join(options[1:])}]}}\n"
        )
    document = sound_set(HEAD + "".join(lines))
    (paper,), _ = plan(document)
    quiz = Quiz(
        "quiz",
        "A bank",
        EMPTY,
        1,
        "1",
        Layout(),
        None,
        None,
        (Section("", EMPTY, Pick(), None, True, paper.span),),
        paper.span,
    )
    picked, _ = pick(document, quiz, "A")
    made = tuple(version(paper.uid, quiz, letter(n), picked, document.questions) for n in range(versions))
    return document, replace(paper, versions=made)


def ours(document: Document, paper: Paper) -> int:
    """A paper and a key for each version, as they ship; how many bytes."""
    from deckmaker.writers.print.press import Press
    from deckmaker.writers.sheets.sheets import sheets

    press = Press(paper, ())
    made = sum(len(press.printed(sheet)) for sheet, _ in sheets(paper) if sheet.data["kind"] in ("paper", "key"))
    assert not press.problems
    return made


def whole(document: Document, paper: Paper) -> int:
    """All that a build makes of a paper; how many bytes."""
    from deckmaker.writers.print import PrintOptions, write

    made, problems = write(document, PrintOptions((paper,)))
    assert not problems, problems
    return sum(map(len, made.values()))


def weasy(document: Document, paper: Paper) -> int:
    """A paper and a key for each version; how many bytes."""
    from weasyprint import HTML

    made = 0
    for one in paper.versions:
        for page in (_paper(paper, one), _key(paper, one)):
            made += len(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1") or b"")
    return made


def _page(paper: Paper, one: Version, title: str, body: str, style: str = "") -> str:
    """With the head, the fields, the lines and the foot that our papers have."""
    fonts = str(files("fontpkg_atkinson_hyperlegible") / "files")
    foot = f"{paper.title} · Version {one.name} · {one.code}"
    return (
        f'<html lang="en"><head><title>{_text(title)}</title><style>{STYLE.replace("FONTS", fonts)}</style></head>'
        f'<body class="{style}"><p class="foot">{_text(foot)}</p>{body}</body></html>'
    )


def _paper(paper: Paper, one: Version) -> str:
    fields = "".join(f"<div><b>{name}</b></div>" for name in ("Name", "Class", "Date", "Score / 30"))
    box = f'<div class="box"><b>Version {one.name}</b><br>{one.code}</div>'
    head = f'<div class="head"><h1>{_text(paper.title)}</h1>{box}</div>'
    about = f'<div class="about">{len(one.items)} questions · {one.points} points</div>'
    items = "".join(
        f'<li class="item">{_stem(item.number, plain(item.question.stem))}<ol class="options">'
        + "".join(
            f'<li><span class="mark">{letter(place)}</span><span>{_text(plain(option))}</span></li>'
            for place, option in enumerate(item.shown)
        )
        + "</ol></li>"
        for item in one.items
    )
    body = f'{head}<div class="fields">{fields}</div>{about}<ol>{items}</ol><p>End of the paper</p>'
    return _page(paper, one, f"{paper.title} · Version {one.name}", body)


def _stem(number: int, words: str) -> str:
    return f'<div class="stem"><h2>{number}.</h2><span>{_text(words)}</span><span class="points">(1 point)</span></div>'


def _key(paper: Paper, one: Version) -> str:
    quick = " ".join(f"{item.number} <b>{item.key[0]}</b>" for item in one.items)
    items = "".join(
        f'<li class="item">{_stem(item.number, plain(item.question.stem))}'
        f'<p class="answer">→ {item.key[0]} {_text(right)}</p></li>'
        for item in one.items
        if isinstance(item.question.body, Choice)
        for right in [plain(option.text) for option in item.question.body.options if option.correct]
    )
    head = f"<h1>Answer key: {_text(paper.title)}</h1><p><b>For the teacher</b></p>"
    body = (
        f'{head}<h2>Version {one.name} · Code {one.code}</h2><div class="about">Answers: {quick}</div><ol>{items}</ol>'
    )
    return _page(paper, one, f"Answer key: {paper.title}", body, "key")


def _text(words: str) -> str:
    return html.escape(words)


def child(who: str, versions: int, questions: int) -> None:
    """One run: CPU seconds of the making alone, peak memory of the process in MB, bytes made."""
    document, paper = planned(versions, questions)
    start = time.process_time()
    size = {"ours": ours, "whole": whole, "weasyprint": weasy}[who](document, paper)
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size)


def measured(who: str, versions: int, questions: int) -> tuple[float, float, int]:
    """A run in a process of its own."""
    command = [sys.executable, __file__, "--child", who, str(versions), str(questions)]
    seconds, memory, size = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(memory), int(size)


def main(versions: int = 30, questions: int = 30) -> None:
    """Print a line for each, and the ratios."""
    mine = min(measured("ours", versions, questions) for _ in range(3))
    theirs = min(measured("weasyprint", versions, questions) for _ in range(3))
    many = measured("ours", versions * 10, questions)
    everything = measured("whole", min(versions, 26), questions)
    rows = (("deckmaker", versions, mine), ("WeasyPrint", versions, theirs), ("deckmaker", versions * 10, many))
    for name, count, (seconds, memory, size) in (*rows, ("a build", min(versions, 26), everything)):
        print(
            f"{name:10} {count:4} versions: {seconds:6.2f} CPU s, {memory:4.0f} MB at most, {size / 1e6:5.1f} MB made"
        )
    print(f"WeasyPrint takes {theirs[0] / mine[0]:.1f} times the CPU")
    print(f"ten times the versions take {many[1] / mine[1]:.2f} of the memory")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        main(*map(int, sys.argv[1:]))
