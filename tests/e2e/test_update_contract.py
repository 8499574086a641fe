"""docs/anki.md promises what an update does; every row of its tables is done in real Anki."""

from __future__ import annotations

import pytest

from tests.e2e.updates import TABLES, Row

pytestmark = pytest.mark.anki
ROWS = [row for rows in TABLES.values() for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.shows.__name__)
def test_an_update_does_what_the_table_says(row: Row) -> None:
    row.shows()
