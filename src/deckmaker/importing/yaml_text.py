"""A set as plain mappings → the text of its file, in the layout of our own examples."""

from __future__ import annotations

from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Lists stand in from their key, long lines stay lines, texts of several lines stand as they read."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, _data: Any) -> bool:
        return True


class InLine(list[str]):
    """A short list that stands on one line, in brackets."""


_Dumper.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
    ]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
"""Numbers need no quotation marks: our reader takes every scalar as it was typed."""


def _string(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    # Line ends at its end would want a "..." after a block, which ends the file.
    style = None if "\n" not in words else '"' if words.endswith("\n") else "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


def _in_line(dumper: yaml.SafeDumper, items: InLine) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _string)
_Dumper.add_representer(InLine, _in_line)


def yaml_text(content: dict[str, Any]) -> str:
    """The text; questions apart by an empty line."""
    questions = content.get("questions", [])
    head = {key: value for key, value in content.items() if key != "questions"}
    parts = [_dumped(head)]
    if questions:
        each = [_dumped({"questions": [question]}).removeprefix("questions:\n") for question in questions]
        parts.append("\nquestions:\n" + "\n".join(each))
    return "".join(parts)


def scalar(words: str, *, in_brackets: bool = True) -> str:
    """A text as one YAML scalar on one line: as typed where that is safe, in quotation marks otherwise.

    in_brackets: whether it stands within [ ] or { }, where commas and braces need quotation marks.
    """
    if "\n" in words:
        quoted: str = yaml.dump(words, default_style='"', allow_unicode=True, width=1 << 30)
        return quoted.strip()
    dumped = yaml.dump([words], Dumper=_Dumper, allow_unicode=True, width=1 << 30, default_flow_style=in_brackets)
    return dumped.strip().removeprefix("[").removesuffix("]") if in_brackets else dumped.strip().removeprefix("- ")


def _dumped(content: Any) -> str:
    made: str = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30)
    return made
