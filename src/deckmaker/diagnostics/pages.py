"""The page of each code: documentation, the text of `deckmaker explain`, and a test, all in one Markdown file.

A page is `# E104 · quote-not-found`, prose, and fenced blocks, each announced by its first line:

    ```yaml bad tides.yaml          a file of the bad example; `good` of the mended one, `both` of the two
    ```text both article.txt encoding=cp1252    attributes after the name say how the file is written
    ```console                      the command, what it says about the bad example, and "=> 1", its exit code

Attributes: `encoding=NAME`, `newline=crlf`, `bom`, `visible` (signs such as ␇ and ⟨U+FEFF⟩ stand for the characters
that they show), `base64`, `times=N` (the text so many times over), `fill=N` (⋯ stands for the word before it, so many
times over), `copies=N` (so many files, each with its number in the name).
"""

from __future__ import annotations

import base64
import codecs
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from msgspec import Struct

from deckmaker.diagnostics.codes import CODES

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"# (?P<code>\w+) · (?P<name>[\w-]+)$", re.MULTILINE)
_TURN = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ |=> \d+$).*\n)*)(?:=> (?P<exit>\d+)\n)?", re.MULTILINE)
_FILLED = re.compile(r"(\S+) ⋯")
_SHOWN = re.compile(r"[␀-␟]|␡|⟨U\+[0-9A-F]{4,6}⟩")


class Block(Struct, frozen=True):
    """A fenced block.

    words: of its first line.
    body: what stands in it.
    """

    words: tuple[str, ...]
    body: str

    @property
    def role(self) -> str:
        """The second word: whose file it holds; "" where it holds none."""
        return self.words[1] if len(self.words) > 2 else ""

    @property
    def name(self) -> str:
        """The third word: the file's path, relative, with forward slashes."""
        return self.words[2] if len(self.words) > 2 else ""

    @property
    def names(self) -> list[str]:
        """The paths of all files that it holds."""
        copies = dict(map(_attribute, self.words[3:])).get("copies")
        stem, dot, ending = self.name.rpartition(".")
        return [f"{stem}{n}{dot}{ending}" for n in range(int(copies))] if copies else [self.name]

    @property
    def data(self) -> bytes:
        """What the file holds: the block's lines, the last line end among them."""
        return _bytes(self.body, dict(map(_attribute, self.words[3:])))


class Turn(Struct, frozen=True):
    """A command and what it said.

    command: without "$ ".
    output, exit_code: exactly what it prints, and how it ends.
    """

    command: str
    output: str
    exit_code: int

    def __str__(self) -> str:
        return f"$ {self.command}\n{self.output}" + (f"=> {self.exit_code}\n" if self.exit_code else "")


class Page(Struct, frozen=True):
    """A page in its parts.

    code, name: as its heading gives them.
    files: the blocks that hold files of its examples.
    turn: the command, and what it says about the bad example.
    """

    code: str
    name: str
    files: tuple[Block, ...]
    turn: Turn

    def example(self, role: str) -> dict[str, bytes]:
        """The files of the "bad" or the "good" example, by name."""
        files = [file for file in self.files if file.role in (role, "both")]
        return {name: file.data for file in files for name in file.names}


def page(code: str) -> str:
    """The page of a code as Markdown. Raises KeyError for a code that the table does not have."""
    return (files("deckmaker.diagnostics") / "pages" / f"{CODES[code].id}.md").read_text(encoding="utf-8")


def parse(markdown: str) -> Page:
    """The parts of a page. Raises ValueError where it has not the form above."""
    heading = _HEADING.match(markdown)
    if not heading:
        raise ValueError("a page begins with its code and name")
    parts = list(blocks(markdown))
    said = [turn for block in parts if block.words == ("console",) for turn in turns(block.body)]
    if len(said) != 1:
        raise ValueError('a page has one console block, in which "$ " begins the one command')
    return Page(heading["code"], heading["name"], tuple(block for block in parts if block.role), said[0])


def blocks(markdown: str) -> Iterator[Block]:
    """The fenced blocks, in their order."""
    for match in _FENCE.finditer(markdown):
        yield Block(tuple(match["info"].split()), match["body"])


def turns(body: str) -> Iterator[Turn]:
    """The commands of a console block and what they said."""
    for match in _TURN.finditer(body):
        yield Turn(match["command"], match["output"], int(match["exit"] or 0))


def with_turns(markdown: str, said: Iterable[Turn]) -> str:
    """The Markdown with these turns in place of those in its console blocks, as many as stand there."""
    new = iter(said)

    def replaced(match: re.Match[str]) -> str:
        if match["info"].split() != ["console"]:
            return match[0]
        body = "".join(str(next(new)) for _ in turns(match["body"]))
        return f"{match['fence']}{match['info']}\n{body}{match['fence']}"

    return _FENCE.sub(replaced, markdown)


def _attribute(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    return name, value


def _bytes(text: str, attributes: dict[str, str]) -> bytes:
    if "base64" in attributes:
        return base64.b64decode(text)
    if "visible" in attributes:
        text = _SHOWN.sub(lambda match: _meant(match[0]), text)
    text *= int(attributes.get("times", "1"))
    if "fill" in attributes:
        text = _FILLED.sub(lambda match: " ".join([match[1]] * int(attributes["fill"])), text)
    if attributes.get("newline") == "crlf":
        text = text.replace("\n", "\r\n")
    bom = codecs.BOM_UTF8 if "bom" in attributes else b""
    return bom + text.encode(attributes.get("encoding", "utf-8"))


def _meant(sign: str) -> str:
    if sign == "␡":
        return "\x7f"
    return chr(int(sign[3:-1], 16)) if sign.startswith("⟨") else chr(ord(sign) - 0x2400)
