"""Pictures and sounds on their way into a package, each named after its content.

Anki knows files by name alone and keeps what it has under a name for ever; with the content's hash in its name a
changed picture is another file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field

from deckmaker.model.patterns import regex

_KEPT = regex(r"[^A-Za-z0-9]+")


class Pictures(Struct):
    """The pictures that notes refer to.

    available: bytes by path in the set.
    files: bytes by name in the package, of those asked for so far.
    paths: path in the set by name in the package, of the same.
    """

    available: Mapping[str, bytes]
    files: dict[str, bytes] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)

    def name(self, path: str) -> str:
        """The name to refer to, `<stem>-<hash>.<ext>`; "" for a path that the set has no bytes for."""
        data = self.available.get(path)
        if data is None:
            return ""
        parts = PurePosixPath(path)
        stem = _KEPT.sub("-", parts.stem).strip("-").lower() or "picture"
        name = f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}{parts.suffix.lower()}"
        self.files[name] = data
        self.paths.setdefault(name, path)
        return name
