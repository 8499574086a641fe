"""Text → plain data, with the place of every value: PyYAML's nodes are known here alone.

Scalars stay the text that was typed; a value left empty is not given. A line that is not YAML is reported by `traps`,
put right in memory as its hint says, and reading goes on, so that one run shows all such lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from deckmaker.collector import collector_resting
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.readers.node_problems import key_twice, no_space_after_colon, text_cut, word_lost
from deckmaker.readers.shapes import known_keys
from deckmaker.readers.traps.explain import explain
from deckmaker.source import SourceFile, Span

Data = Any
"""Plain data: dict with text keys, list, or str."""
Path = tuple[str | int, ...]
"""Where a value stands in the data: keys and indexes from the root."""

MOST_REPAIRS = 25
MOST_DEPTH = 40
MOST_ALIASED = 100_000

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Tree:
    """A file's data and its places.

    file: the file.
    data: its top-level mapping; empty where there is none.
    """

    file: SourceFile
    data: dict[str, Data]
    _root: yaml.Node | None
    _patched: SourceFile
    _lines: frozenset[int] = field(default_factory=frozenset)

    def span(self, path: Path) -> Span:
        """Where the value at `path` stands; for a path that leads nowhere, where its nearest parent does."""
        nodes = self._nodes(path)
        return self._span(nodes[-1][1]) if nodes else self.file.span(0)

    def key_span(self, path: Path) -> Span:
        """Where the key of the value at `path` stands; of a list item, its own first key or itself."""
        nodes = self._nodes(path)
        if not nodes:
            return self.file.span(0)
        key, value = nodes[-1]
        return self._head(value) if key is None else self._span(key)

    def spans(self, path: Path) -> dict[str, Span]:
        """Where each field of the mapping at `path` stands."""
        nodes = self._nodes(path)
        node = nodes[-1][1] if nodes else self._root
        if not isinstance(node, yaml.MappingNode):
            return {}
        return {key.value: self._span(value) for key, value in node.value if isinstance(key, yaml.ScalarNode)}

    @cached_property
    def scalar_starts(self) -> frozenset[int]:
        """Where scalars without quotes start."""
        found, waiting, seen = set[int](), [self._root], set[int]()
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.ScalarNode) and not node.style:
                found.add(self._place(node.start_mark.index))
            elif isinstance(node, yaml.CollectionNode) and id(node) not in seen:
                seen.add(id(node))
                waiting += [part for one in node.value for part in (one if isinstance(one, tuple) else (one,))]
        return frozenset(found)

    def _nodes(self, path: Path) -> list[tuple[yaml.Node | None, yaml.Node]]:
        node, found = self._root, []
        for step in path:
            step_found = _child(node, step)
            if step_found is None:
                if isinstance(node, yaml.ScalarNode) and step == 0:
                    continue  # one value where a list may stand
                break
            found.append(step_found)
            node = step_found[1]
        return found or ([(None, node)] if node is not None and not path else [])

    def _head(self, node: yaml.Node) -> Span:
        if isinstance(node, yaml.MappingNode) and node.value:
            return self._span(node.value[0][0])
        return self._span(node)

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark.index, node.end_mark.index
        if not isinstance(node, yaml.ScalarNode):
            end = min(end, start + len(self._patched.text[start:end].splitlines()[0] if end > start else ""))
        end = start + len(self._patched.text[start:end].rstrip())
        return Span(self.file, self._place(start), self._place(end))

    def _place(self, offset: int) -> int:
        if not self._lines:
            return offset
        line, column = self._patched.position(offset)
        return self.file.line_starts[line - 1] + min(column - 1, len(self.file.line(line)))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def parse(file: SourceFile) -> tuple[Tree, list[Diagnostic]]:
    """The file's top-level mapping and everything that is wrong with it as YAML."""
    root, patched, lines, problems = _compose(file)
    tree = Tree(file, {}, root, patched, lines)
    if root is None:
        return tree, problems
    if not isinstance(root, yaml.MappingNode):
        span = tree.span(())
        problems.append(
            diagnose(
                "Y118", span, "a set starts with keys such as title: and questions:", hint="begin with\ndeckmaker: 1"
            )
        )
        return Tree(file, {}, None, patched, lines), problems
    maker = _Maker(tree)
    data = maker.make(root, 0)
    if maker.refused:
        return Tree(file, {}, None, patched, lines), problems + maker.problems
    return Tree(file, data or {}, root, patched, lines), problems + maker.problems


def _compose(file: SourceFile) -> tuple[yaml.Node | None, SourceFile, frozenset[int], list[Diagnostic]]:
    """The node tree of the text, its lines put right one by one where they are not YAML."""
    patched, lines, problems = file, set[int](), list[Diagnostic]()
    while True:
        try:
            with collector_resting():
                return yaml.compose(patched.text, Loader=_Loader), patched, frozenset(lines), problems
        except RecursionError:
            problems.append(_too_deep(file))
            return None, patched, frozenset(lines), problems
        except yaml.YAMLError as error:
            if "nesting depth" in str(getattr(error, "problem", "")):
                problems.append(_too_deep(file, _marks(error, patched)[0]))
                return None, patched, frozenset(lines), problems
            problem, repair = explain(file, patched, _marks(error, patched), str(getattr(error, "problem", "")))
            if repair is None or repair.line in lines or len(problems) >= MOST_REPAIRS:
                problems += [problem] if repair is None or repair.line not in lines else []
                return None, patched, frozenset(lines), problems
            problems.append(problem)
            lines.add(repair.line)
            patched = repair.apply(patched)


def _marks(error: yaml.YAMLError, file: SourceFile) -> tuple[int, ...]:
    """The offsets that the parser names, the problem's first."""
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    found = tuple(min(mark.index, len(file.text)) for mark in marks if mark is not None)
    position = getattr(error, "position", None)  # a ReaderError has no mark
    return found or ((position,) if isinstance(position, int) else (0,))


def _too_deep(file: SourceFile, at: int = 0) -> Diagnostic:
    return diagnose(
        "Y121", file.span(at), "lists and keys are nested too deep", hint=f"keep them under {MOST_DEPTH} levels"
    )


class _Maker:
    """Nodes → plain data; what is wrong on the way is kept in `problems`.

    refused: whether what was made is no use, since parts too deep or too often repeated are not in it.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.problems: list[Diagnostic] = []
        self.refused = False
        self._text = tree._patched.text
        self._open: set[int] = set()
        self._made = 0
        self._nodes_in_text = self._text.count("\n") + self._text.count(",") + self._text.count(":") + 10

    def make(self, node: yaml.Node, depth: int) -> Data:
        """The node's data; None for an empty value and for what is refused."""
        self._made += 1
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if depth > MOST_DEPTH:
            hint = f"keep them under {MOST_DEPTH} levels"
            return self._refuse_once("Y121", node, "lists and keys are nested too deep here", hint)
        if id(node) in self._open or self._made > self._nodes_in_text * 4 + MOST_ALIASED:
            hint = "write it out without & and *"
            return self._refuse_once("Y116", node, "an alias repeats this too often", hint)
        self._open.add(id(node))
        made = self._mapping(node, depth) if isinstance(node, yaml.MappingNode) else self._sequence(node, depth)
        self._open.discard(id(node))
        return made

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        if self._text[node.start_mark.index : node.start_mark.index + 1] in ("!", "&"):
            self._marked(node)
        if node.value == "" and not node.style:
            return None
        return str(node.value)

    def _sequence(self, node: yaml.Node, depth: int) -> list[Data]:
        # an empty item stays, as empty text, so that indexes are those of the file
        return ["" if (made := self.make(child, depth + 1)) is None else made for child in node.value]

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Data]:
        made: dict[str, Data] = {}
        first: dict[str, yaml.Node] = {}
        if node.flow_style:
            self._cut_texts(node)
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                made["{"] = "{"  # seen as a value of the wrong shape, where `shapes` says what was wanted
            elif key.value in first:
                spans = self.tree._span(key), self.tree._span(first[key.value])
                self.problems.append(key_twice(*spans, holds_text=isinstance(value, yaml.ScalarNode)))
                if key.value == "id":
                    break  # what follows belongs to another item
            elif (joined := _joined(key)) is not None and isinstance(value, yaml.ScalarNode):
                self.problems.append(no_space_after_colon(self.tree._span(key), in_braces=bool(node.flow_style)))
                made.setdefault(joined[0], ": ".join(filter(None, (joined[1], str(value.value)))))
            else:
                first[key.value] = key
                content = self.make(value, depth + 1)
                if content is not None:
                    made[str(key.value)] = content
                elif key.value not in known_keys() and not self._has_no_colon(key):
                    made[str(key.value)] = ""  # an unknown key is told even if it says nothing
        return made

    def _cut_texts(self, node: yaml.MappingNode) -> None:
        """`{claim: Iran, al-Qaeda agree}`: the words after the comma are a key of their own to YAML."""
        ends: dict[int, tuple[yaml.Node, yaml.Node, str]] = {}
        start: yaml.Node | None = None
        name = ""
        for key, value in node.value:
            if not self._has_no_colon(key):
                start, name = value, str(key.value)
            elif _joined(key) is not None:
                start = None
            elif isinstance(start, yaml.ScalarNode) and not start.style:
                ends[id(start)] = start, key, name
        for first, last, name in ends.values():
            places = self.tree._place(first.start_mark.index), self.tree._place(last.end_mark.index)
            self.problems.append(text_cut(Span(self.tree.file, *places), name))

    def _has_no_colon(self, key: yaml.Node) -> bool:
        end = key.end_mark.index
        return isinstance(key, yaml.ScalarNode) and not self._text[end : end + 20].lstrip().startswith(":")

    def _marked(self, node: yaml.ScalarNode) -> None:
        """A value that YAML takes for tagged (`!x`) or anchored (`&x`): most people mean text."""
        start = node.start_mark.index
        word = self._text[start:].split(None, 1)[0]
        if word.startswith("!!") or (word.startswith("&") and f"*{word[1:]}" in self._text):
            return
        places = self.tree._place(start), self.tree._place(start + len(word))
        self.problems.append(word_lost(Span(self.tree.file, *places)))

    def _refuse_once(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        self.refused = True
        if all(problem.code.id != code for problem in self.problems):
            self.problems.append(diagnose(code, self.tree._head(node), message, hint=hint))


def _joined(key: yaml.ScalarNode) -> tuple[str, str] | None:
    """`kind:person`: the key and text that YAML takes for one word, since no space parts them."""
    match = re.fullmatch(r"([a-z][\w-]*):(\S.*)", str(key.value))
    return (match[1], match[2]) if match and match[1] in known_keys() else None
