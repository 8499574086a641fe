"""Names that files can have on every system that a set may travel to."""

from __future__ import annotations

from deckmaker.model.patterns import regex

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that Windows keeps for itself, whatever follows after a dot."""
_MISREAD = regex(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What makes a name read otherwise than it is: line ends, what terminals obey, what turns letters around."""
_ELSEWHERE = regex(r'[/\\:*?"<>|]')
"""What some system takes for something else."""
MOST_BYTES_OF_A_NAME = 200
"""Systems have room for 255, and an output's name is longer than its set's."""


def is_name(name: str) -> bool:
    """Whether it can be a name at all: no way to another folder, and printed as it is."""
    return bool(name.strip(". ")) and (name.isprintable() or not _MISREAD.search(name))


def fits_everywhere(name: str) -> bool:
    """Whether files and folders can be called so on Windows, macOS and Linux."""
    if not is_name(name) or _ELSEWHERE.search(name) or name.strip(" ") != name or name.endswith("."):
        return False
    return not is_reserved(name) and len(name.encode()) <= MOST_BYTES_OF_A_NAME


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for itself."""
    return name.partition(".")[0].strip().lower() in _RESERVED
