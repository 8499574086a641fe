"""How much of a property run is tried: a fixed-seed sample, or, for `benchmarks/long`, many times that at random."""

from __future__ import annotations

import os

from hypothesis import settings

LONG = bool(os.environ.get("DECKMAKER_LONG"))
TIMES = 8


def sample(examples: int) -> settings:
    """Hypothesis settings for a sample of so many examples."""
    return settings(max_examples=examples * (TIMES if LONG else 1), deadline=None, derandomize=not LONG, database=None)
