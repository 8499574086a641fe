"""Text → plain data, with the place of every value.

Scalars stay the text that was typed; a value left empty is not given. A line that is not YAML is reported by `traps`,
put right in memory as its hint says, and reading goes on, so that one run shows all such lines.
"""

from __future__ import annotations

import re

import yaml

from deckmaker.collector import collector_resting
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.readers.events import MOST_DEPTH, read_events
from deckmaker.readers.lists import LARGE, read_lists
from deckmaker.readers.node_problems import key_twice, no_space_after_colon, text_cut, word_lost
from deckmaker.readers.places import LOADER, NodePlaces
from deckmaker.readers.shapes import known_keys
from deckmaker.readers.traps.faults import BLANKS
from deckmaker.readers.tree import Data, Tree
from deckmaker.source import SourceFile, Span

MOST_REPAIRS = 25
MOST_ALIASED = 100_000
_ODD_BLANK = regex(f"[{BLANKS}]")


def parse(file: SourceFile) -> tuple[Tree, list[Diagnostic]]:
    """The file's top-level mapping and everything that is wrong with it as YAML."""
    events = read_lists(file) if len(file.text) >= LARGE else None
    events = events or read_events(file.text)
    if events is not None and not any(key[:1].isspace() for key in events.data):
        return Tree.of_events(file, events), []
    return parse_nodes(file)


def parse_nodes(file: SourceFile) -> tuple[Tree, list[Diagnostic]]:
    """The same, node by node: whatever is wrong is seen."""
    root, patched, lines, problems = _compose(file)
    tree = Tree(file, {}, NodePlaces(file, root, patched, lines))
    if root is None:
        return tree, problems
    if not isinstance(root, yaml.MappingNode):
        span = tree.span(())
        problems.append(
            diagnose(
                "Y118", span, "a set starts with keys such as title: and questions:", hint="begin with\ndeckmaker: 1"
            )
        )
        return tree.without_data(), problems
    maker = _Maker(tree, patched.text)
    data = maker.make(root, 0)
    if maker.refused:
        return tree.without_data(), problems + maker.problems
    tree.data = data or {}
    return tree, problems + maker.problems


def _compose(file: SourceFile) -> tuple[yaml.Node | None, SourceFile, frozenset[int], list[Diagnostic]]:
    """The node tree of the text, its lines put right one by one where they are not YAML."""
    patched, lines, problems = file, set[int](), list[Diagnostic]()
    while True:
        try:
            with collector_resting():
                root = yaml.compose(patched.text, Loader=LOADER)
            places, words = _oddly_indented(root), ""
            if not places:
                return root, patched, frozenset(lines), problems
        except RecursionError:
            problems.append(_too_deep(file))
            return None, patched, frozenset(lines), problems
        except yaml.YAMLError as error:
            places, words = _marks(error, patched), str(getattr(error, "problem", ""))
            if "nesting depth" in words:
                problems.append(_too_deep(file, places[0]))
                return None, patched, frozenset(lines), problems
        from deckmaker.readers.traps.explain import explain  # most files need no such explanation

        problem, repair = explain(file, patched, places, words)
        if repair is None or repair.line in lines or len(problems) >= MOST_REPAIRS:
            problems += [problem] if repair is None or repair.line not in lines else []
            return None, patched, frozenset(lines), problems
        problems.append(problem)
        lines.add(repair.line)
        patched = repair.apply(patched)


def _oddly_indented(root: yaml.Node | None) -> tuple[int, ...]:
    """Where the first key stands that begins with a blank: one that YAML takes for a letter. Empty where none does."""
    keys = (key for key, _ in root.value) if isinstance(root, yaml.MappingNode) else ()
    return next(((key.start_mark.index,) for key in keys if _ODD_BLANK.match(str(key.value)) and not key.style), ())


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

    def __init__(self, tree: Tree, text: str) -> None:
        self.tree = tree
        self.problems: list[Diagnostic] = []
        self.refused = False
        self._text = text
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
                spans = self.tree.span_of(key), self.tree.span_of(first[key.value])
                self.problems.append(key_twice(*spans, holds_text=isinstance(value, yaml.ScalarNode)))
                if key.value == "id":
                    break  # what follows belongs to another item
            elif (joined := _joined(key)) is not None and isinstance(value, yaml.ScalarNode):
                self.problems.append(no_space_after_colon(self.tree.span_of(key), in_braces=bool(node.flow_style)))
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
            places = self.tree.place(first.start_mark.index), self.tree.place(last.end_mark.index)
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
        places = self.tree.place(start), self.tree.place(start + len(word))
        self.problems.append(word_lost(Span(self.tree.file, *places)))

    def _refuse_once(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        self.refused = True
        if all(problem.code.id != code for problem in self.problems):
            self.problems.append(diagnose(code, self.tree.head(node), message, hint=hint))


def _joined(key: yaml.ScalarNode) -> tuple[str, str] | None:
    """`kind:person`: the key and text that YAML takes for one word, since no space parts them."""
    match = re.fullmatch(r"([a-z][\w-]*):(\S.*)", str(key.value))
    return (match[1], match[2]) if match and match[1] in known_keys() else None
