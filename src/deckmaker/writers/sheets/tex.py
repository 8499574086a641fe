"""A formula in LaTeX → nodes that the template builds with Typst's own functions; nothing of it is ever evaluated.

Strict: what is not in the tables of `tex_names` is an error that names it. A node is a JSON list, its name first:

    ["sym", character] · ["num", digits] · ["text", style, words] · ["row", nodes] · ["frac", top, bottom] ·
    ["binom", top, bottom] · ["root", index or null, node] · ["script", base, below or null, above or null, limits] ·
    ["fence", open, close, node] · ["matrix", open, close, rows] · ["cases", rows] · ["aligned", rows] ·
    ["accent", mark, node] · ["line", name, node] · ["style", name, node] · ["op", name, limits] · ["space", em]
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from deckmaker.writers.sheets import tex_names as names

Node: TypeAlias = list[Any]

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_DEEPEST = 16
"""Levels of parts in parts: more is no formula that a paper can show, and JSON readers have a limit."""
_ROW_ENDS = ("&", "\\\\", "\\end")


class TexError(ValueError):
    """What a formula has that paper cannot show; its text reads on after "the formula … "."""


def parse(tex: str) -> Node:
    """The formula's node. Raises TexError."""
    return _Reader(tex).formula()


class _Reader:
    def __init__(self, tex: str) -> None:
        self._tokens: list[str] = _TOKEN.findall(tex)
        self._at = 0
        self._depth = 0
        self._rows_open = 0

    def formula(self) -> Node:
        node = self._row()
        if (left := self._peek()) is not None:
            raise TexError(f'has a "{left}" without its partner')
        return node

    def _peek(self) -> str | None:
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> str:
        token = self._peek()
        if token is None:
            raise TexError("ends too early")
        self._at += 1
        return token

    def _expect(self, token: str) -> None:
        if self._peek() != token:
            raise TexError(f'lacks a "{token}"')
        self._at += 1

    def _row(self, *ends: str) -> Node:
        self._rows_open += 1
        if self._rows_open > 2 * _DEEPEST:
            raise TexError("is nested too deep")
        nodes: list[Node] = []
        while (token := self._peek()) is not None and token not in ends and token not in ("}", "\\right", *_ROW_ENDS):
            if token == "\\displaystyle":
                self._at += 1
                nodes.append(["style", "display", self._row(*ends)])
            else:
                nodes.append(self._scripted())
        self._rows_open -= 1
        return nodes[0] if len(nodes) == 1 else ["row", nodes]

    def _scripted(self) -> Node:
        token = self._peek()
        base: Node = ["row", []] if token in ("^", "_", "'") else self._atom()
        below: Node | None = None
        above: Node | None = None
        limits = base[0] == "line"
        while (token := self._peek()) in ("^", "_", "'", "\\limits", "\\nolimits"):
            self._at += 1
            if token == "'":
                above = _one("^", above, ["sym", self._primes()])
            elif token == "^":
                primes = above if above and above[0] == "sym" and above[1] in _PRIMES else None
                above = ["row", [primes, self._argument()]] if primes else _one("^", above, self._argument())
            elif token == "_":
                below = _one("_", below, self._argument())
            else:
                limits = token == "\\limits"
        return base if below is None and above is None else ["script", base, below, above, limits]

    def _argument(self) -> Node:
        """What a command or a script takes: a group, or one character."""
        if self._peek() == "{":
            return self._group()
        token = self._take()
        if token.isdigit():
            return ["num", token]
        self._at -= 1
        return self._atom()

    def _primes(self) -> str:
        """Those after the first, counted with it."""
        count = 0
        while self._peek() == "'" and count < len(_PRIMES) - 1:
            self._at += 1
            count += 1
        return _PRIMES[count]

    def _group(self) -> Node:
        self._expect("{")
        node = self._row("}")
        self._expect("}")
        return node

    def _atom(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TexError("is nested too deep")
        node = self._bare_atom()
        self._depth -= 1
        return node

    def _bare_atom(self) -> Node:
        token = self._take()
        if token.isdigit():
            return ["num", token + self._digits()]
        if token == "{":
            self._at -= 1
            return self._group()
        if token.startswith("\\"):
            return self._command(token[1:])
        if token in "%#$&^_":
            raise TexError(f'has a "{token}", which has to be written "\\{token}"')
        return ["sym", names.CHARACTERS.get(token, token)]

    def _digits(self) -> str:
        """The rest of a number; "{,}" is a decimal or thousands comma, as in MathJax."""
        digits = ""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            following = self._tokens[self._at + 1 : self._at + 4]
            if token.isdigit() or (token == "." and following[:1] and following[0].isdigit()):
                digits += token
                self._at += 1
            elif token == "{" and following[:2] == [",", "}"]:
                digits += ","
                self._at += 3
            else:
                break
        return digits

    def _command(self, name: str) -> Node:
        if name in names.SYMBOLS:
            return ["sym", names.SYMBOLS[name]]
        if name in names.BIG:
            return ["sym", names.BIG[name]]
        if name in names.FUNCTIONS or name in names.LIMITS:
            return ["op", name, name in names.LIMITS]
        if name in names.SPACES:
            return ["space", names.SPACES[name]]
        if name in names.ACCENTS:
            return ["accent", names.ACCENTS[name], self._argument()]
        if name in names.LINES:
            return ["line", name, self._argument()]
        if name in names.STYLES:
            return ["style", names.STYLES[name], self._argument()]
        if name in names.TEXTS:
            return ["text", names.TEXTS[name], self._words()]
        if name in _SPECIAL:
            return _SPECIAL[name](self)
        raise TexError(f'uses "\\{name}", which paper cannot show')

    def _words(self) -> str:
        """The letters between two braces, spaces and all."""
        self._expect("{")
        words = ""
        while self._at < len(self._tokens) and (token := self._tokens[self._at]) != "}":
            if token in "{$" or (token.startswith("\\") and token[1:] not in "{}%$&#_ "):
                raise TexError(f'has "{token}" among words')
            words += token.removeprefix("\\")
            self._at += 1
        self._expect("}")
        return words

    def fraction(self, name: str) -> Node:
        top = self._argument()
        return [name, top, self._argument()]

    def root(self) -> Node:
        index = None
        if self._peek() == "[":
            self._at += 1
            index = self._row("]")
            self._expect("]")
        return ["root", index, self._argument()]

    def fence(self) -> Node:
        opening = self._fence()
        node = self._row("\\right")
        self._expect("\\right")
        return ["fence", opening, self._fence(), node]

    def _fence(self) -> str:
        token = self._take()
        character = names.SYMBOLS.get(token[1:], token) if token.startswith("\\") else token
        if character == ".":
            return ""
        if character not in names.FENCES:
            raise TexError(f'has "{token}" as a bracket')
        return character

    def named(self) -> Node:
        return ["op", self._words(), False]

    def over(self) -> Node:
        above = self._argument()
        return ["script", self._argument(), None, above, True]

    def under(self) -> Node:
        below = self._argument()
        return ["script", self._argument(), below, None, True]

    def negated(self) -> Node:
        node = self._argument()
        if node[0] != "sym" or node[1] not in _NEGATED:
            raise TexError('uses "\\not" with a sign that paper cannot strike through')
        return ["sym", _NEGATED[node[1]]]

    def environment(self) -> Node:
        name = self._words()
        rows = self._rows()
        self._expect("\\end")
        if self._words() != name:
            raise TexError(f'lacks the end of "{name}"')
        width = max(len(row) for row in rows)
        even = [row + [["row", []]] * (width - len(row)) for row in rows]
        if name in ("cases", "aligned"):
            return [name, even]
        if name not in names.MATRICES:
            raise TexError(f'uses "\\begin{{{name}}}", which paper cannot show')
        return ["matrix", *names.MATRICES[name], even]

    def _rows(self) -> list[list[Node]]:
        rows: list[list[Node]] = [[self._row()]]
        while (token := self._peek()) in ("&", "\\\\"):
            self._at += 1
            if token == "&":
                rows[-1].append(self._row())
            elif self._peek() != "\\end":
                rows.append([self._row()])
        return rows


def _one(sign: str, before: Node | None, node: Node) -> Node:
    if before is not None:
        raise TexError(f'has two "{sign}" in a row')
    return node


_PRIMES = ("′", "″", "‴", "⁗")
_NEGATED = dict(zip("=∈⊂⊃⊆<>≤≥≡∼", "≠∉⊄⊅⊈≮≯≰≱≢≁", strict=True))

_SPECIAL: dict[str, Callable[[_Reader], Node]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac"), lambda reader: reader.fraction("frac")),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), lambda reader: reader.fraction("binom")),
    **dict.fromkeys(("operatorname", "operatorname*"), _Reader.named),
    "sqrt": _Reader.root,
    "left": _Reader.fence,
    "overset": _Reader.over,
    "stackrel": _Reader.over,
    "underset": _Reader.under,
    "not": _Reader.negated,
    "begin": _Reader.environment,
}
