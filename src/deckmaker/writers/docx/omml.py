"""Formulas from the nodes of `sheets.tex` → Word's own (Office Math Markup Language), which Word can edit.

ECMA-376, part 1, section 22.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from deckmaker.writers.docx.letters import clean

Element = Any
Node = Sequence[Any]

_SPACES = ((0.9, "\u2003"), (0.2, "\u2005"), (0.0, "\u2009"))
"""Characters for spaces of at least so many em."""
_SCRIPTS = {"bb": "double-struck", "cal": "script", "frak": "fraktur", "sans": "sans-serif", "mono": "monospace"}
_LINES = {"overline": "top", "underline": "bot"}
_BRACES = {"overbrace": ("\u23de", "top"), "underbrace": ("\u23df", "bot")}


def formula(node: Node) -> Element:
    """An `m:oMath` element."""
    return _tag("oMath", *_inner(node))


def _tag(name: str, *children: Element, **values: str) -> Element:
    made = OxmlElement(f"m:{name}")
    for key, value in values.items():
        made.set(qn(f"m:{key}"), value)
    for child in children:
        made.append(child)
    return made


def _inner(node: Node | None) -> list[Element]:
    """What stands in an argument: a row without a wrapper, nothing for None."""
    if node is None:
        return []
    kind, *rest = node
    if kind == "row":
        return [element for child in rest[0] for element in _inner(child)]
    return _NODES[kind](*rest)


def _arg(name: str, node: Node | None) -> Element:
    return _tag(name, *_inner(node))


def _run(words: str, upright: bool = False, bold: bool = False, script: str = "") -> list[Element]:
    text = _tag("t")
    text.text = clean(words)
    properties: list[Element] = [_tag("scr", val=script)] if script else []
    if upright or bold:
        properties.append(_tag("sty", val="b" if bold else "p"))
    return [_tag("r", *([_tag("rPr", *properties)] if properties else []), text)]


def _words(style: str, words: str) -> list[Element]:
    return _run(words, upright=style != "italic", bold=style == "bold")


def _frac(top: Node, bottom: Node) -> list[Element]:
    return [_tag("f", _arg("num", top), _arg("den", bottom))]


def _binom(top: Node, bottom: Node) -> list[Element]:
    bare = _tag("f", _tag("fPr", _tag("type", val="noBar")), _arg("num", top), _arg("den", bottom))
    return [_delimited("(", ")", [bare])]


def _delimited(open: str, close: str, inside: Iterable[Element]) -> Element:
    ends = _tag("dPr", _tag("begChr", val=open), _tag("endChr", val=close))
    return _tag("d", ends, _tag("e", *inside))


def _root(index: Node | None, node: Node) -> list[Element]:
    hide = [] if index else [_tag("radPr", _tag("degHide", val="1"))]
    return [_tag("rad", *hide, _arg("deg", index), _arg("e", node))]


def _script(base: Node, below: Node | None, above: Node | None, limits: bool) -> list[Element]:
    if limits:
        made = _inner(base)
        if below is not None:
            made = [_tag("limLow", _tag("e", *made), _arg("lim", below))]
        return [_tag("limUpp", _tag("e", *made), _arg("lim", above))] if above is not None else made
    if below is not None and above is not None:
        return [_tag("sSubSup", _arg("e", base), _arg("sub", below), _arg("sup", above))]
    if below is not None:
        return [_tag("sSub", _arg("e", base), _arg("sub", below))]
    return [_tag("sSup", _arg("e", base), _arg("sup", above))]


def _matrix(open: str, close: str, rows: Sequence[Sequence[Node]]) -> list[Element]:
    return [_delimited(open, close, [_rows(rows)])]


def _rows(rows: Sequence[Sequence[Node]]) -> Element:
    return _tag("m", *(_tag("mr", *(_arg("e", cell) for cell in row)) for row in rows))


def _aligned(rows: Sequence[Sequence[Node]]) -> list[Element]:
    lines = [[element for cell in row for element in _inner(cell)] for row in rows]
    return [_tag("eqArr", *(_tag("e", *line) for line in lines))]


def _accent(mark: str, node: Node) -> list[Element]:
    return [_tag("acc", _tag("accPr", _tag("chr", val=mark)), _arg("e", node))]


def _line(name: str, node: Node) -> list[Element]:
    if name in _LINES:
        return [_tag("bar", _tag("barPr", _tag("pos", val=_LINES[name])), _arg("e", node))]
    mark, side = _BRACES[name]
    return [_tag("groupChr", _tag("groupChrPr", _tag("chr", val=mark), _tag("pos", val=side)), _arg("e", node))]


def _styled(name: str, node: Node) -> list[Element]:
    made = _inner(node)
    for run in (found for element in made for found in element.iter(qn("m:r"))):
        for old in run.findall(qn("m:rPr")):
            run.remove(old)
        properties = [_tag("scr", val=_SCRIPTS[name])] if name in _SCRIPTS else []
        weight = {"upright": "p", "bold": "b", "bold-italic": "bi"}.get(name)
        properties += [_tag("sty", val=weight)] if weight else []
        if properties:
            run.insert(0, _tag("rPr", *properties))
    return made


def _space(em: float) -> list[Element]:
    return _run(next(char for least, char in _SPACES if em >= least)) if em > 0 else []


_NODES: Mapping[str, Callable[..., list[Element]]] = {
    "sym": _run,
    "num": lambda digits: _run(digits, upright=True),
    "text": _words,
    "frac": _frac,
    "binom": _binom,
    "root": _root,
    "script": _script,
    "fence": lambda open, close, node: [_delimited(open, close, _inner(node))],
    "matrix": _matrix,
    "cases": lambda rows: [_delimited("{", "", [_rows(rows)])],
    "aligned": _aligned,
    "accent": _accent,
    "line": _line,
    "style": _styled,
    "op": lambda words, limits: _run(words, upright=True),
    "space": _space,
}
