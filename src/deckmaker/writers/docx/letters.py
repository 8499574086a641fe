"""Letters that XML can hold."""

from __future__ import annotations

import re

_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """The words without what XML cannot hold; U+200B, which only breaks lines, goes too."""
    return _INVALID.sub("\ufffd", words).replace("\u200b", "")
