"""Jobs at once, each in a process of its own, as many at a time as there are cores.

By fork, so that a job need not be sent anywhere, only what comes of it; on Linux alone, since elsewhere systems' own
libraries do not bear it. Nor do libraries with threads of their own, which are missing in the copy: Typst, once it has
set a paper, and what watches folders.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from deckmaker.cli.turns import orderly_end

T = TypeVar("T")


def at_once(jobs: Sequence[Callable[[], T]]) -> Generator[T]:
    """What the jobs give, in their order; what one raises is raised when its turn comes.

    Where processes cannot be had, or there is one job or one core, they run here, one after another.
    """
    workers = min(len(jobs), cores())
    if workers < 2 or not _can_fork():
        yield from (job() for job in jobs)
        return
    from deckmaker.cli.crew import Crew  # loads more than a build of one set has to do with

    with orderly_end():
        yield from Crew(jobs, workers).results()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _can_fork() -> bool:
    return (
        sys.platform == "linux" and not {"typst", "watchfiles"} & sys.modules.keys() and threading.active_count() == 1
    )
