"""A run's data → the page on performance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import names
from benchmarks.bars import BARS, Data
from benchmarks.measure import middle, ratio

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parent / "docs" / "performance.md"
NOT_MEASURED = "not measured in this run"


def page(data: Data) -> str:
    """The whole page: the words of performance.template.md, and tables in the place of `{{name}}`."""
    text = (HERE / "performance.template.md").read_text("utf-8")
    for name, make in PARTS.items():
        text = text.replace(f"{{{{{name}}}}}", make(data))
    return text


def _bars(data: Data) -> str:
    rows = []
    for bar in BARS:
        try:
            found = bar.found(data)
        except KeyError:
            rows.append((bar.work, bar.against, bar.words, NOT_MEASURED, ""))
        else:
            rows.append(
                (bar.work, bar.against, bar.words, f"{_figure(found)} ×", "yes" if bar.is_reached(found) else "**no**")
            )
    same = data["contests"].get("edited 10000", {}).get("same_bytes")
    said = NOT_MEASURED if same is None else "the same" if same else "others"
    rows.append(("that edit, bytes of the package", "a clean build", "the same", said, _yes(same)))
    return _table(("work", "against", "asked", "measured", "reached"), rows)


def _yes(same: bool | None) -> str:
    return "" if same is None else "yes" if same else "**no**"


def _machine(data: Data) -> str:
    machine = data["machine"]
    libraries = ", ".join(f"{name} {version}" for name, version in machine["libraries"].items())
    return (
        f"Measured on {data['date']}: {machine['cores']} cores ({machine['architecture']}), {machine['system']}, "
        f"{machine['python']}. Libraries: {libraries}."
    )


def _rules(data: Data) -> str:
    if data["no_lint"]:
        said = "Validation and evidence are on in both rows of ours"
        return f"{said}; the first leaves out the rules about wording (`--no-lint`)."
    return "This deckmaker cannot leave out its rules about wording: every row of ours has them all on."


def _clean(data: Data) -> str:
    parts = []
    for count in (1_000, 10_000, 100_000):
        if contest := data["contests"].get(f"clean {count}"):
            parts.append(f"### {count:,} questions ({contest['source'] / 1e6:.1f} MB of YAML)\n\n{_contest(contest)}")
    return "\n\n".join(parts)


def _contest(contest: Mapping[str, Any], base: str = names.OURS) -> str:
    """A row for each that ran, with how its CPU time stands to the first of ours."""
    runs, notes = contest["runs"], contest.get("notes", {})
    base = base if base in runs else next(iter(runs), "")
    head = ["", "CPU s", "wall s", "peak MB", "made", "CPU, times ours", "runs", *(["notes, cards"] if notes else [])]
    rows = []
    for name, each in runs.items():
        row = [name, *_figures(each), _figure(ratio(each, runs[base])), str(len(each))]
        rows.append((*row, *([", ".join(map("{:,}".format, notes.get(name, ())))] if notes else [])))
    failed = "".join(f"\n\n{name} failed." for name in contest["failed"])
    return _table(head, rows) + failed


def _figures(runs: list[dict[str, float]]) -> Iterator[str]:
    cpu, wall = middle(runs, "cpu"), middle(runs, "wall")
    yield f"{cpu:.2f}" if cpu >= 1 else f"{cpu:.3f}"
    yield f"{wall:.2f}" if wall >= 1 else f"{wall:.3f}"
    yield f"{middle(runs, 'memory'):.0f}"
    size = middle(runs, "size")
    yield f"{size / 1e6:.2f} MB" if size >= 1e5 else f"{size / 1e3:.0f} kB" if size else ""


def _several(*contests: str) -> Callable[[Data], str]:
    def made(data: Data) -> str:
        there = [data["contests"][name] for name in contests if name in data["contests"]]
        return "\n\n".join(_contest(each) for each in there) or NOT_MEASURED.capitalize() + "."

    return made


def _own(data: Data) -> str:
    found = {name: each for name, each in data["contests"].items() if name.startswith("own ")}
    return "\n\n".join(f"`decks/{name.removeprefix('own ')}`:\n\n{_contest(each)}" for name, each in found.items())


def _growth(data: Data) -> str:
    """Time and memory for a question, by the size of the bank."""
    sizes = [count for count in (1_000, 10_000, 100_000) if f"clean {count}" in data["contests"]]
    runs = {count: data["contests"][f"clean {count}"]["runs"] for count in sizes}
    everyone = dict.fromkeys(name for count in sizes for name in runs[count])
    rows = []
    for name in everyone:
        cells = [
            f"{middle(runs[count][name], 'cpu') / count * 1e6:.0f} µs, {middle(runs[count][name], 'memory'):.0f} MB"
            if name in runs[count]
            else ""
            for count in sizes
        ]
        if len(list(filter(None, cells))) > 1:
            rows.append((name, *cells))
    return _table(("CPU for a question, peak of memory", *(f"{count:,}" for count in sizes)), rows)


def _figure(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 100 else f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def _table(head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [tuple(head), tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


PARTS: Mapping[str, Callable[[Data], str]] = {
    "bars": _bars,
    "machine": _machine,
    "rules": _rules,
    "clean": _clean,
    "rebuilds": _several("edited 10000", "unchanged 10000"),
    "growth": _growth,
    "own": _own,
    "papers": _several("papers", "many papers"),
    "starts": _several("help", "check"),
}
