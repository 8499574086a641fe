"""Balance plots: bars, with their numbers as text."""

from __future__ import annotations

from deckmaker.model.papers import Paper
from deckmaker.writers.report.elements import Markup, join, tag
from deckmaker.writers.report.material import Material
from deckmaker.writers.report.tallies import Tally, key_positions, tallies


def balance(material: Material) -> Markup:
    """Every plot; papers last."""
    plots = [_plot(tally) for tally in tallies(material)]
    plots += [plot for paper in material.options.papers if (plot := _positions(paper))]
    return tag("div", plots, class_="plots") if plots else tag("p", "There are no questions.")


def _plot(tally: Tally) -> Markup:
    lines = (
        tag("tr", tag("th", label, scope="row"), tag("td", _bar(count, tally.total)), _numbers(count, tally.total))
        for label, count in tally.rows
    )
    return tag("table", tag("caption", tally.title), tag("tbody", lines), class_="plot")


def _numbers(count: int, total: int) -> Markup:
    share = tag("td", f"{round(100 * count / total)} %", class_="number quiet")
    return join(tag("td", str(count), class_="number"), share)


def _bar(count: int, total: int) -> Markup:
    width = f"{100 * count / total:.1f}" if total else "0"
    track = tag("rect", x=0, y=0, width=100, height=10, class_="track")
    filled = tag("rect", x=0, y=0, width=width, height=10, class_="fill")
    return tag(
        "svg", track, filled, viewBox="0 0 100 10", preserveAspectRatio="none", class_="bar", aria_hidden="true",
        focusable="false",
    )  # fmt: skip


def _positions(paper: Paper) -> Markup:
    """Letters across, versions down; nothing for a paper with no such question."""
    counts = key_positions(paper)
    letters = sorted({letter for each in counts.values() for letter in each}, key=lambda each: (len(each), each))
    if not letters:
        return Markup("")
    heads = tag("tr", tag("th", "Version", scope="col"), (tag("th", letter, scope="col") for letter in letters))
    lines = (
        tag("tr", tag("th", name, scope="row"),
            (tag("td", str(each[letter]), _bar(each[letter], each.total())) for letter in letters))
        for name, each in counts.items()
    )  # fmt: skip
    caption = tag("caption", f"Place of the key: {paper.title or paper.id}")
    return join(tag("table", caption, tag("thead", heads), tag("tbody", lines), class_="plot letters"))
