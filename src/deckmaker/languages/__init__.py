"""Languages: the words that deckmaker itself puts on cards and papers, a file for each, which a translator can extend.

A file says who, speaking the language, has read it; nobody yet where `checked_by` is empty.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

ENGLISH = "en"

_FOLDER = Path(__file__).parent


@cache
def tags() -> tuple[str, ...]:
    """The languages that there is a file for, by the first part of their BCP 47 tags."""
    files = _FOLDER.iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def tag_of(language: str) -> str:
    """The first part of a BCP 47 tag: "pt" of "pt-BR"."""
    return language.replace("_", "-").split("-")[0].casefold()


@cache
def table(tag: str) -> dict[str, Any]:
    """What the language's file says: names and sections. Raises KeyError where there is none."""
    if tag not in tags():
        raise KeyError(tag)
    import tomllib  # for papers, and for sets in other languages than English

    return tomllib.loads((_FOLDER / f"{tag}.toml").read_text("utf-8"))
