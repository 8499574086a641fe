"""Papers and keys by WeasyPrint: tagged PDF/UA-1 from HTML, a file for each version and one for its key.

usage: python benchmarks/rivals/weasyprint_papers.py prepare SET FOLDER | print FOLDER

`prepare`, not timed, asks deckmaker for the versions of a set and writes HTML with the same words, marks, columns, head
and foot, in the same font. `print` is what is measured.
"""

from __future__ import annotations

import html
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckmaker.model.papers import Paper, Version

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


def prepare(source: str, folder: str) -> None:
    """Write the HTML of every version and key."""
    from deckmaker.pipeline import check, find_sets

    (found,), _ = find_sets([Path(source)])
    Path(folder).mkdir(parents=True, exist_ok=True)
    for paper in check(found).papers:
        for one in paper.versions:
            Path(folder, f"{paper.id}-{one.name}.html").write_text(_paper(paper, one), "utf-8")
            Path(folder, f"{paper.id}-{one.name}-key.html").write_text(_key(paper, one), "utf-8")


def print_all(folder: str) -> None:
    """A PDF beside each HTML file."""
    from weasyprint import HTML

    for path in sorted(Path(folder).glob("*.html")):
        HTML(filename=str(path)).write_pdf(str(path.with_suffix(".pdf")), pdf_variant="pdf/ua-1")


def _page(paper: Paper, one: Version, title: str, body: str, style: str = "") -> str:
    """With the head, the fields, the lines and the foot that our papers have."""
    fonts = str(files("fontpkg_atkinson_hyperlegible") / "files")
    foot = f"{paper.title} · Version {one.name} · {one.code}"
    return (
        f'<html lang="en"><head><title>{_text(title)}</title><style>{STYLE.replace("FONTS", fonts)}</style></head>'
        f'<body class="{style}"><p class="foot">{_text(foot)}</p>{body}</body></html>'
    )


def _paper(paper: Paper, one: Version) -> str:
    from deckmaker.model.text import plain

    fields = "".join(f"<div><b>{name}</b></div>" for name in ("Name", "Class", "Date", f"Score / {one.points}"))
    box = f'<div class="box"><b>Version {one.name}</b><br>{one.code}</div>'
    head = f'<div class="head"><h1>{_text(paper.title)}</h1>{box}</div>'
    about = f'<div class="about">{len(one.items)} questions · {one.points} points</div>'
    items = "".join(
        f'<li class="item">{_stem(item.number, plain(item.question.stem))}<ol class="options">'
        + "".join(
            f'<li><span class="mark">{letter}</span><span>{_text(plain(option))}</span></li>'
            for letter, option in zip("ABCD", item.shown, strict=True)
        )
        + "</ol></li>"
        for item in one.items
    )
    body = f'{head}<div class="fields">{fields}</div>{about}<ol>{items}</ol><p>End of the paper</p>'
    return _page(paper, one, f"{paper.title} · Version {one.name}", body)


def _key(paper: Paper, one: Version) -> str:
    from deckmaker.model.text import plain

    quick = " ".join(f"{item.number} <b>{item.key[0]}</b>" for item in one.items)
    items = "".join(
        f'<li class="item">{_stem(item.number, plain(item.question.stem))}'
        f'<p class="answer">→ {item.key[0]} {_text(plain(item.shown["ABCD".index(item.key[0])]))}</p></li>'
        for item in one.items
    )
    head = f"<h1>Answer key: {_text(paper.title)}</h1><p><b>For the teacher: do not hand out.</b></p>"
    quick = f'<h2>Version {one.name} · Code {one.code}</h2><div class="about">Answers: {quick}</div>'
    return _page(paper, one, f"Answer key: {paper.title}", f"{head}{quick}<ol>{items}</ol>", "key")


def _stem(number: int, words: str) -> str:
    return f'<div class="stem"><h2>{number}.</h2><span>{_text(words)}</span><span class="points">(1 point)</span></div>'


def _text(words: str) -> str:
    return html.escape(words)


if __name__ == "__main__":
    {"prepare": prepare, "print": print_all}[sys.argv[1]](*sys.argv[2:])
