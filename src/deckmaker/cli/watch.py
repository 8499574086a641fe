"""`build --watch`: a draft again each time that a file of a set is saved, until Ctrl-C.

What saves a file does so in many ways (in place, by another file's name, twice, half of it first): what counts is that
afterwards something else stands there. A set that is broken, or gone, is told of and waited for.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

from deckmaker.cli import unchanged
from deckmaker.cli.making import make
from deckmaker.cli.order import Order
from deckmaker.cli.output import of_the_system
from deckmaker.cli.telling import tell
from deckmaker.cli.terminal import say

_LOOK_AGAIN = 500
"""Milliseconds after which folders that are gone are looked for."""


def watch_and_build(order: Order) -> None:
    """Build, then again whenever something was saved. Ends by Ctrl-C."""
    roots = sorted({_root(path) for path in (*order.paths, *filter(None, (order.text, order.roster)), *order.fonts)})
    say(f"watching {', '.join(path.as_posix() for path in roots)}; Ctrl-C ends it", err=True)
    before: object = ()
    try:
        for changed in _changes(roots):
            now = _stamps(roots, order.output)
            if now != before or (now is None and changed):  # folders of which nothing can be told
                before = now
                _build(order, changed)
    except KeyboardInterrupt:
        say("", err=True)


def _root(path: Path) -> Path:
    """What to watch for a path: a folder that holds it."""
    return path if path.is_dir() or not path.suffix else path.parent


def _build(order: Order, changed: list[str]) -> None:
    started = time.monotonic()
    if changed:
        say("", f"{time.strftime('%H:%M:%S')}  {', '.join(changed)}", err=True)
    try:
        is_well = make(order, unchanged.Asked((), "", (), ""), None)
    except OSError as error:  # a file that went between two looks
        problem = of_the_system(error)
        if problem is None:
            raise
        tell([problem])
        is_well = False
    say(f"{'built' if is_well else 'not built'} in {time.monotonic() - started:.2f} s", err=True)
    gc.unfreeze()  # what earlier builds left is searched again
    gc.collect()


def _stamps(roots: list[Path], output: Path) -> unchanged.Stamps | None:
    return unchanged.stamps(
        unchanged.Asked(tuple(path.as_posix() for path in roots), output.as_posix(), (), ""), locks=False
    )


def _changes(roots: list[Path]) -> Iterator[list[str]]:
    """Names of what was changed, again and again; none where something may have been."""
    from watchfiles import watch

    yield []
    while True:
        there = [root for root in roots if root.is_dir()]
        if len(there) < len(roots):
            yield []
            time.sleep(_LOOK_AGAIN / 1000)
        if not there:
            continue
        kept, is_new = [_identity(root) for root in there], True
        for changes in watch(*there, watch_filter=None, rust_timeout=_LOOK_AGAIN, yield_on_timeout=True, debounce=400):
            names = sorted({os.path.basename(path) for _, path in changes})
            if names or is_new:  # what was saved before anybody watched is seen by what stands there
                yield names
            is_new = False
            if [_identity(root) for root in there] != kept or [root for root in roots if root.is_dir()] != there:
                yield ["…"]  # a folder went, or came back: what is watched is not what it was
                break


def _identity(root: Path) -> tuple[int, int]:
    try:
        found = root.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
