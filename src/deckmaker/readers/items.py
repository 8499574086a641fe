"""A file's questions as pieces of its bytes, so that a rebuild sees which of them were edited.

A file is cut only where every cut is sure: `questions:` is its last key, and each question starts in one column with a
dash. Pieces that are so many questions by themselves are the same questions in any such file: nothing in YAML reaches
from one item of a list into the next but quotes and brackets that are not closed, and then there are fewer; and names
for values (`&x`), and a file with such is not cut.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from msgspec import Struct

_HEADING = re.compile(rb"^questions:[ ]*\n(?:[ ]*(?:#[^\n]*)?\n)*(?P<indent>[ ]*)- ", re.M)


_ANCHOR = re.compile(rb"&\w")


class Pieces(Struct, frozen=True):
    """A file cut up.

    head: all before the first question's dash; sign: what stands before each further one, its line's end included.
    items: each question, from behind its dash; hashes: of each.
    """

    head: bytes
    sign: bytes
    items: list[bytes]
    hashes: list[str]

    def only(self, indexes: list[int]) -> bytes:
        """The file with these questions alone."""
        return self.head + self.sign[1:] + self.sign.join([self.items[index] for index in indexes])


def cut(data: bytes) -> Pieces | None:
    """The file cut up; None where that is not sure."""
    heading = _HEADING.search(data)
    if heading is None or b"\r" in data or data.startswith(b"\xef\xbb\xbf"):
        return None
    indent = len(heading["indent"])
    start = heading.end() - indent - 2
    # what stands further out than the dashes ends the list, or the document, or belongs to who knows what
    further_out = rb"\n(?: {0,%d}[^ \n#])" % (indent - 1) if indent else rb"\n(?:[^ \n#-]|-[^ ]|\.)"
    if re.compile(further_out).search(data, start):
        return None
    if _has_anchor(data):
        return None
    sign = b"\n" + b" " * indent + b"- "
    items = data[start + indent + 2 :].split(sign)
    return Pieces(data[:start], sign, items, [blake2b(item, digest_size=12).hexdigest() for item in items])


def _has_anchor(data: bytes) -> bool:
    """Whether a value may be given a name by which another question takes it over."""
    return any(data[found.start() - 1 : found.start()] in b" [{,:\n" for found in _ANCHOR.finditer(data))
