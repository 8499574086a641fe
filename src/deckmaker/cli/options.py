"""Arguments and options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_PATH = Path("decks")


def paths(function: F) -> F:
    """Which sets: files or folders; `decks` when none is named."""
    return click.argument("paths", nargs=-1, type=click.Path(path_type=Path))(function)


def text(function: F) -> F:
    """The article's text, where it does not lie beside the set."""
    return click.option(
        "--text",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The article's text, when it does not lie where the set says.",
    )(function)


def fonts(function: F) -> F:
    """Fonts for scripts that ours lack."""
    return click.option(
        "--fonts",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help='A folder with further fonts for papers; a set\'s own folder "fonts" is used by itself.',
    )(function)


def or_default(given: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths named, or the default one."""
    return given or (DEFAULT_PATH,)


def wants_colour(stream: object) -> bool:
    """Whether a stream is a terminal that shows colours, and nobody asked for none."""
    isatty = getattr(stream, "isatty", lambda: False)
    return bool(isatty()) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
