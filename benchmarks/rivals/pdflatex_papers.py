"""Papers and keys as LaTeX, for pdflatex and the exam class: a file for each version and one for its key.

usage: python benchmarks/rivals/pdflatex_papers.py SET FOLDER

Not timed. The same words, letters, fields and foot as our papers, in LaTeX's own font, without tags. "Page 1 of 7"
needs a second pass, so both passes count.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckmaker.model.papers import Item, Paper, Version

HEAD = r"""\documentclass[12pt,a4paper%(options)s]{exam}
\usepackage[utf8]{inputenc}
\usepackage[margin=2cm]{geometry}
\pagestyle{foot}
\cfoot{\small Page \thepage\ of \numpages\ -- %(title)s -- Version %(name)s -- %(code)s}
\pointsinrightmargin
\begin{document}
"""
PAPER = r"""\noindent{\Large\bfseries %(title)s}\hfill\fbox{Version %(name)s, Code %(code)s}\par\bigskip
\noindent Name \hrulefill\ Class \hrulefill\par\medskip
\noindent Date \hrulefill\ Score \hrulefill\ / %(points)s\par\medskip
\hrule\smallskip\noindent %(count)s questions, %(points)s points\smallskip\hrule
"""
KEY = r"""\noindent{\Large\bfseries Answer key: %(title)s}\par\noindent\textbf{For the teacher: do not hand out.}\par
\noindent Version %(name)s, Code %(code)s\par\medskip\hrule\smallskip
\noindent Answers: %(quick)s\smallskip\hrule
"""
SIGNS = re.compile(r"[&%$#_{}]")


def main(source: str, folder: str) -> None:
    """Write the LaTeX of every version and key."""
    from deckmaker.pipeline import check, find_sets

    (found,), _ = find_sets([Path(source)])
    Path(folder).mkdir(parents=True, exist_ok=True)
    for paper in check(found).papers:
        for one in paper.versions:
            Path(folder, f"{paper.id}-{one.name}.tex").write_text(_written(paper, one, key=False), "utf-8")
            Path(folder, f"{paper.id}-{one.name}-key.tex").write_text(_written(paper, one, key=True), "utf-8")


def _written(paper: Paper, one: Version, *, key: bool) -> str:
    quick = " ".join(rf"{item.number}~\textbf{{{item.key[0]}}}" for item in one.items)
    values = {
        "options": ",answers" if key else "",
        "title": _text(paper.title),
        "name": one.name,
        "code": one.code,
        "points": one.points,
        "count": len(one.items),
        "quick": quick,
    }
    items = "".join(_item(item, key=key) for item in one.items)
    end = r"\end{questions}" + ("" if key else "\nEnd of the paper") + "\n\\end{document}\n"
    return HEAD % values + (KEY if key else PAPER) % values + f"\\begin{{questions}}\n{items}{end}"


def _item(item: Item, *, key: bool) -> str:
    from deckmaker.model.text import plain

    stem = rf"\question[1] {_text(plain(item.question.stem))}"
    if key:
        right = _text(plain(item.shown["ABCD".index(item.key[0])]))
        return f"{stem}\\par\\nopagebreak\\textbf{{$\\rightarrow$ {item.key[0]} {right}}}\n"
    options = "".join(f"\\choice {_text(plain(option))}\n" for option in item.shown)
    return f"{stem}\n\\begin{{choices}}\n{options}\\end{{choices}}\n"


def _text(words: str) -> str:
    return SIGNS.sub(lambda match: f"\\{match[0]}", words)


if __name__ == "__main__":
    main(*sys.argv[1:])
