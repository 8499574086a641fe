"""What somebody asks of a build. Light, since a build with nothing to do loads no more than this."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Order(NamedTuple):
    """What somebody asks of a build.

    paths: the sets; output: where it goes; to: which outputs.
    roster, deal: papers for each name of a class list, and how versions are dealt.
    fonts: further folders of them; flip: how sheets are turned; text: stands for the article's.
    locked, draft: whether the lock must not, or does not, change.
    lint: whether rules that only warn are asked; older_anki: whether the deck is for an old Anki too.
    verbose: whether advice is shown.
    """

    paths: tuple[Path, ...]
    output: Path
    to: tuple[str, ...]
    roster: Path | None
    deal: str
    fonts: tuple[Path, ...]
    flip: str
    text: Path | None
    locked: bool
    draft: bool
    lint: bool
    older_anki: bool
    verbose: bool
