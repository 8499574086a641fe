"""What a terminal is told besides diagnostics: every word of it made of signs alone."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from deckmaker.diagnostics.render.measure import visible


def say(*lines: str, err: bool = False) -> str:
    """Print lines of ours with the user's words and names in them, nothing in them that a terminal would obey.

    Gives back what was printed.
    """
    shown = "\n".join(map(visible, lines))
    click.echo(shown, err=err)
    return shown


def size(count: int) -> str:
    """Bytes in words: "812 bytes", "64 kB"."""
    return f"{count / 1000:.0f} kB" if count >= 1000 else f"{count} bytes"


def listed(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Files that were made, a line each."""
    return [f"{(folder / file).as_posix()}  {size(len(files[file]))}" for file in sorted(files)]


def progress(words: str) -> None:
    """What is going on, on a line of its own that the next one replaces; nothing where nobody watches."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{visible(words)}", err=True, nl=False)


def counted(count: int, word: str) -> str:
    """So many of something: "1 file", "2 files"."""
    return f"{count} {word}{'s' * (count != 1)}"
