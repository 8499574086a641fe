"""The source graph: who stands where, and that its layout holds for any graph."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.writers.layered import WIDTH, Layout, lay_out
from tests.support.report import ARTICLE, REVIEWED, Page, report_of
from tests.support.sets import picture


def test_every_source_is_drawn_with_what_it_says_and_bears():
    html = report_of(REVIEWED, article=ARTICLE, chart_png=picture())
    drawn = html[html.index('id="graph-desc"') : html.index("<figcaption>")]
    for name, counts in [("Ida Marsh", "says 1"), ("the surveys", "basis of 1"), ("Tom Reed", "says 1")]:
        assert re.search(rf">{name}</text><text [^>]*>{counts}<", drawn)
    assert "speaks for" in drawn
    assert "× 1" in drawn


def test_no_line_is_drawn_over_what_is_written_beside_another():
    html = report_of(REVIEWED, article=ARTICLE, chart_png=picture())
    drawn = html[html.index('id="graph-desc"') : html.index("<figcaption>")]
    lines = [found.start() for found in re.finditer(r'<path [^>]*class="(?:kin|relay)"', drawn)]
    words = [found.start() for found in re.finditer(r'class="between ', drawn)]
    assert len(lines) == len(words) > 1
    assert max(lines) < min(words)


def test_the_table_below_says_what_is_drawn():
    words = Page(report_of(REVIEWED, article=ARTICLE, chart_png=picture())).words["sources-list"]
    assert "speaks for the harbour board" in words
    assert "relays the surveys in 1 claim" in words


NODES = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 3), min_size=1)


@st.composite
def graphs(draw):
    found = draw(NODES)
    used = sorted(set(found.values()))
    columns = {name: used.index(column) for name, column in found.items()}
    heights = {name: float(draw(st.integers(40, 100))) for name in columns}
    names = st.sampled_from(sorted(columns))
    edges = (
        draw(st.lists(st.tuples(names, names).filter(lambda edge: edge[0] != edge[1]), max_size=12))
        if len(columns) > 1
        else []
    )
    return columns, heights, edges


@given(graphs())
@settings(max_examples=80, deadline=None)
def test_nodes_never_overlap_and_lines_pass_between_them(graph):
    columns, heights, edges = graph
    made = lay_out(columns, heights, edges)
    for one, other in combinations(made.boxes.values(), 2):
        apart = one.left != other.left or one.top + one.height < other.top or other.top + other.height < one.top
        assert apart
    for path in made.paths:
        for (x, y), (to_x, to_y) in pairwise(path[1:-1]):
            if y == to_y and abs(to_x - x) == WIDTH:
                assert not _hit(made, min(x, to_x), y)


def _hit(made: Layout, left: float, height: float) -> bool:
    return any(box.left == left and box.top <= height <= box.top + box.height for box in made.boxes.values())


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_every_line_begins_and_ends_at_the_sides_of_its_nodes_and_within_the_drawing(graph):
    columns, heights, edges = graph
    made = lay_out(columns, heights, edges)
    assert len(made.paths) == len(edges)
    for (start, end), path in zip(edges, made.paths, strict=True):
        for name, (x, y) in ((start, path[0]), (end, path[-1])):
            box = made.boxes[name]
            assert x in (box.left, box.left + WIDTH)
            assert box.top < y < box.top + box.height
        assert all(0 <= x <= made.width and 0 <= y <= made.height for x, y in path)


def test_lines_that_need_not_cross_do_not():
    made = lay_out({"a": 0, "b": 0, "c": 1, "d": 1}, dict.fromkeys("abcd", 50.0), [("a", "d"), ("b", "c")])
    up = made.boxes["a"].top < made.boxes["b"].top
    assert up == (made.boxes["d"].top < made.boxes["c"].top)
