"""Tables that become lists of cards on a phone. Roles are spelt out: browsers drop them with `display: block`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from deckmaker.writers.report.elements import Content, Markup, tag


class Cell(Struct, frozen=True):
    """A cell.

    content: what it shows.
    sort: what its column is sorted by; the words shown where "".
    """

    content: Content
    sort: str = ""


Row = tuple[Sequence[Cell], Mapping[str, str]]
"""Cells, the first a heading of its row, and attributes of the row."""


def table(id: str, caption: str, columns: Sequence[str], rows: Iterable[Row], *, sortable: bool = False) -> Markup:
    """A table; `sortable` ones get buttons in their headings from the page's script."""
    heads = (tag("th", name, role="columnheader", scope="col") for name in columns)
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", heads, role="row"), role="rowgroup"),
        tag("tbody", (_row(columns, cells, attributes) for cells, attributes in rows), role="rowgroup", id=id),
        role="table",
        class_="cards",
        data_sortable=sortable,
    )


def _row(columns: Sequence[str], cells: Sequence[Cell], attributes: Mapping[str, str]) -> Markup:
    made = (_cell(name, cell, head=number == 0) for number, (name, cell) in enumerate(zip(columns, cells, strict=True)))
    return tag("tr", made, role="row", class_="item", **attributes)


def _cell(column: str, cell: Cell, *, head: bool) -> Markup:
    sort = cell.sort or None
    if head:
        return tag("th", tag("div", cell.content), role="rowheader", scope="row", data_sort=sort)
    return tag("td", tag("div", cell.content), role="cell", data_label=column, data_sort=sort)
