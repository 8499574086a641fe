"""What the print writer can be told."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping

from msgspec import Struct

from deckmaker.model.papers import Paper


class PrintOptions(Struct, frozen=True):
    """What to print.

    papers: as `deckmaker.papers.plan` made them.
    font_paths: folders of further fonts, for scripts that the fonts shipped with deckmaker lack.
    kept: makes what the files are put into; `dict` holds them all in memory.
    """

    papers: tuple[Paper, ...]
    font_paths: tuple[str, ...] = ()
    kept: Callable[[], MutableMapping[str, bytes]] = dict
