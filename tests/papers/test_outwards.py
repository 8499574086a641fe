"""Where a question goes when its drawn place would make too long a run of one letter: the nearest place that does not."""

from __future__ import annotations

import pytest

from deckmaker.papers.shuffling import _outwards


@pytest.mark.parametrize("count", range(1, 9))
def test_places_are_tried_from_the_nearest_to_the_farthest(count: int) -> None:
    for start in range(count):
        assert list(_outwards(start, count)) == sorted(range(count), key=lambda place: abs(place - start))
