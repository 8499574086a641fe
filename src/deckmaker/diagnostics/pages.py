"""The page of each code: documentation, the text of `deckmaker explain`, and a test, all in one Markdown file.

A page is `# E104 · quote-not-found`, prose, and fenced blocks, each announced by its first line:

    ```yaml bad tides.yaml          a file of the bad example; `good` of the mended one, `both` of the two
    ```text both article.txt encoding=cp1252    attributes after the name say how the file is written
    ```console                      the command, what it says about the bad example, and "=> 1", its exit code

Attributes: `encoding=NAME`, `newline=crlf`, `bom`, `visible` (signs such as ␇ and ⟨U+FEFF⟩ stand for the characters
that they show), `base64`, `times=N` (the text so many times over).
"""

from __future__ import annotations

import base64
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from deckmaker.diagnostics.codes import CODES

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"# (?P<code>\w+) · (?P<name>[\w-]+)$", re.MULTILINE)
_EXIT = re.compile(r"^=> \d+\n\Z", re.MULTILINE)
_SHOWN = re.compile(r"[␀-␟]|␡|⟨U\+[0-9A-F]{4,6}⟩")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file of a page's examples.

    role: "bad", "good" or "both".
    name: its path, relative, forward slashes.
    data: what stands in it.
    """

    role: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page in its parts.

    code, name: as its heading gives them.
    files: of its examples.
    command: what is run, without "$ ".
    output, exit_code: exactly what it prints about the bad example, and how it ends.
    """

    code: str
    name: str
    files: tuple[PageFile, ...]
    command: str
    output: str
    exit_code: int

    def example(self, role: str) -> dict[str, bytes]:
        """The files of the "bad" or the "good" example, by name."""
        return {file.name: file.data for file in self.files if file.role in (role, "both")}


def page(code: str) -> str:
    """The page of a code as Markdown. Raises KeyError for a code that the table does not have."""
    return (files("deckmaker.diagnostics") / "pages" / f"{CODES[code].id}.md").read_text(encoding="utf-8")


def parse(markdown: str) -> Page:
    """The parts of a page. Raises ValueError where it has not the form above."""
    heading = _HEADING.match(markdown)
    if not heading:
        raise ValueError("a page begins with its code and name")
    command, output, exit_code = _console(markdown)
    return Page(heading["code"], heading["name"], tuple(_files(markdown)), command, output, exit_code)


def with_console(markdown: str, output: str, exit_code: int) -> str:
    """The page with the output of its command, and its exit code, replaced."""
    block = next(match for match in _FENCE.finditer(markdown) if match["info"].strip() == "console")
    command, _, _ = block["body"].partition("\n")
    end = f"=> {exit_code}\n" if exit_code else ""
    start, past = block.span("body")
    return f"{markdown[:start]}{command}\n{output}{end}{markdown[past:]}"


def _console(markdown: str) -> tuple[str, str, int]:
    blocks = [match["body"] for match in _FENCE.finditer(markdown) if match["info"].strip() == "console"]
    if len(blocks) != 1 or not blocks[0].startswith("$ "):
        raise ValueError('a page has one console block, which begins with "$ " and a command')
    command, _, output = blocks[0].removeprefix("$ ").partition("\n")
    output, _, exit_code = output.rpartition("=> ") if _EXIT.search(output) else (output, "", "0")
    return command, output, int(exit_code)


def _files(markdown: str) -> Iterator[PageFile]:
    for fence in _FENCE.finditer(markdown):
        words: list[str] = fence["info"].split()
        role, name, *attributes = [*words[1:], "", ""]
        if role in ("bad", "good", "both") and name:
            yield PageFile(role, name, _bytes(fence["body"], dict(map(_attribute, attributes))))


def _attribute(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    return name, value


def _bytes(text: str, attributes: dict[str, str]) -> bytes:
    """What the file holds: the block's lines, the last line end among them."""
    if "base64" in attributes:
        return base64.b64decode(text)
    if "visible" in attributes:
        text = _SHOWN.sub(lambda match: _meant(match[0]), text)
    text *= int(attributes.get("times", "1"))
    if attributes.get("newline") == "crlf":
        text = text.replace("\n", "\r\n")
    bom = codecs.BOM_UTF8 if "bom" in attributes else b""
    return bom + text.encode(attributes.get("encoding", "utf-8"))


def _meant(sign: str) -> str:
    if sign == "␡":
        return "\x7f"
    return chr(int(sign[3:-1], 16)) if sign.startswith("⟨") else chr(ord(sign) - 0x2400)
