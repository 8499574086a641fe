"""A file's questions as pieces of its bytes, so that a rebuild sees which of them were edited.

A file is cut only where every cut is sure: `questions:` is its last key, and each question starts in one column with a
dash. Pieces that are so many questions by themselves are the same questions in any such file: nothing in YAML reaches
from one item of a list into the next but quotes and brackets that are not closed, and then there are fewer; and names
for values (`&x`), and a file with such is not cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

_HEADING = re.compile(rb"^questions:[ ]*\n(?:[ ]*(?:#[^\n]*)?\n)*(?P<indent>[ ]*)- ", re.M)

_DIGITS = 16
"""Of the hash of a piece: 64 bits of SHA-256."""


class Pieces(Struct, frozen=True):
    """A file cut up.

    data: the file; sign: what stands before each question but the first, the end of the line above included.
    bounds: where each question starts, behind its dash, and ends.
    hashes: of what stands above the questions, and of each of them, as `hashed` has them.
    """

    data: bytes
    sign: bytes
    bounds: list[tuple[int, int]]
    hashes: str

    def only(self, indexes: list[int]) -> bytes:
        """The file with these questions alone."""
        head = self.data[: self.bounds[0][0]]
        return head + self.sign.join([self.data[slice(*self.bounds[index])] for index in indexes])


def hashed(pieces: Iterable[bytes]) -> str:
    """The hashes of pieces, one behind the other."""
    return b"".join([sha256(piece).digest()[: _DIGITS // 2] for piece in pieces]).hex()


def each(hashes: str) -> list[str]:
    """The hashes one by one."""
    return [hashes[start : start + _DIGITS] for start in range(0, len(hashes), _DIGITS)]


def cut(data: bytes) -> Pieces | None:
    """The file cut up; None where that is not sure."""
    heading = _HEADING.search(data)
    if heading is None or b"\r" in data or data.startswith(b"\xef\xbb\xbf") or _may_name(data):
        return None
    indent = len(heading["indent"])
    sign = b"\n" + b" " * indent + b"- "
    # what stands further out than the dashes ends the list, or the document, or belongs to who knows what
    further_out = rb"\n {0,%d}[^ \n#]" % (indent - 1) if indent else rb"\n(?:[^ \n#-]|-(?=[^ ]))"
    signs = [found.span() for found in re.compile(sign + b"|" + further_out).finditer(data, heading.end() - len(sign))]
    if any(end - start < len(sign) for start, end in signs):
        return None
    bounds = list(zip([end for _, end in signs], [start for start, _ in signs[1:]] + [len(data)], strict=True))
    return Pieces(data, sign, bounds, hashed([data[start:end] for start, end in [(0, bounds[0][0]), *bounds]]))


def _may_name(data: bytes) -> bool:
    """Whether a value may be given a name (`&x`) by which another question takes it over.

    A name is of ASCII letters, digits, - and _; before it stands anything but a letter or digit.
    """
    at = data.find(b"&")
    while at >= 0:
        before, after = data[at - 1 : at], data[at + 1 : at + 2]
        if (after.isalnum() or after in (b"-", b"_")) and not before.isalnum():
            return True
        at = data.find(b"&", at + 1)
    return False
