"""deckmaker compiles an article's claims and their sources, written in YAML, into Anki decks and printable quizzes.

As a library: `find_sets` names the sets at some paths, `check` reads and checks one, `advanced` gives the lock that
goes with it, `outputs` the files to write. Nothing of it prints, writes, or asks the clock.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deckmaker.pipeline import advanced, check, find_sets, outputs

__version__ = "0.1.0"
__all__ = ["__version__", "advanced", "check", "find_sets", "outputs"]


def __getattr__(name: str) -> Any:
    """The library's functions, loaded when first used: the command line's help needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("deckmaker.pipeline"), name)
