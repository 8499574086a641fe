"""What is measured: contests, each of a few contestants that run in turn."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import names, peers
from benchmarks.measure import Contestant, Failed, in_turn, nothing, run, size
from benchmarks.rooms import DECKMAKER, ROOT, SOURCE, Room, built, no_lint, room

HERE = Path(__file__).parent
RIVALS = HERE / "rivals"
PASS = Contestant(names.PASS, [sys.executable, "-c", "pass"], runs=21)


@dataclass
class Bench:
    """Where a run works, and what it has found.

    work: a folder; data: by contest, runs and what failed; say: tells how far it is.
    """

    work: Path
    say: Callable[[str], None]
    data: dict[str, Any] = field(default_factory=dict)

    def contest(self, name: str, contestants: list[Contestant], **more: object) -> None:
        """Run it and keep what was measured."""
        self.say(f"{name}: {', '.join(each.name for each in contestants)}")
        runs, failed = in_turn(contestants, self.say)
        rounded = {
            who: [{key: round(value, 4) for key, value in one.items()} for one in each] for who, each in runs.items()
        }
        self.data[name] = {"runs": rounded, "failed": failed, **more}

    def bank(self, count: int, seed: int = 1) -> Path:
        """A bank of so many questions."""
        folder = self.work / f"bank-{count}"
        self.say(f"writing a bank of {count} questions")
        run([sys.executable, HERE / "bank.py", _fresh(folder), str(count), str(seed)])
        return folder


def banks(bench: Bench, count: int, runs: int, rivals: dict[str, int]) -> None:
    """Clean builds of a bank. rivals: how often each runs that is not ours, 0 for never."""
    bank = bench.bank(count)
    ours = room(bench.work / f"clean-{count}", bank)
    linted = room(bench.work / f"linted-{count}", bank)
    made = bench.work / f"made-{count}"
    made.mkdir(exist_ok=True)
    few = min(runs, 3) if count <= 10_000 else 1
    rows = _rows(bench, bank, made)
    contestants = [
        Contestant(
            names.OURS,
            ours.build("--to", "anki", *no_lint()),
            ours.restored,
            ours.package,
            runs,
            environment=ours.environment,
        )
    ]
    if no_lint():
        command = linted.build("--to", "anki")
        contestants.append(
            Contestant(names.LINTED, command, linted.restored, linted.package, few, environment=linted.environment)
        )
    contestants += [each for each in _by_hand(bank, made, rivals) if each.runs]
    for name, how in ((names.RAW, "stored"), (names.RAW_PRESSED, "pressed")):
        out = made / f"raw-{how}.apkg"
        contestants.append(
            Contestant(name, [sys.executable, RIVALS / "raw_rows.py", "write", rows, out, how], made=out, runs=runs)
        )
    out = made / "genanki.apkg"
    contestants.append(
        Contestant(names.GENANKI, [sys.executable, RIVALS / "plain_genanki.py", rows, out], made=out, runs=few)
    )
    contestants += _peers(bench, bank, made, rivals)
    packages = {each.name: each.made for each in contestants if each.made}
    bench.contest(f"clean {count}", contestants, questions=count, source=size(bank / "questions.yaml"))
    bench.data[f"clean {count}"]["notes"] = _counted(packages)


def _by_hand(bank: Path, made: Path, rivals: dict[str, int]) -> Iterator[Contestant]:
    for name, loader in ((names.BY_HAND, "SafeLoader"), (names.BY_HAND_C, "CSafeLoader")):
        out = made / f"{loader}.apkg"
        command = [sys.executable, RIVALS / "by_hand.py", bank / "questions.yaml", out, loader]
        yield Contestant(name, command, made=out, runs=rivals.get(name, 1))


def _peers(bench: Bench, bank: Path, made: Path, rivals: dict[str, int]) -> Iterator[Contestant]:
    if rivals.get(names.AYT) and (command := peers.installed(names.AYT, bench.work, bench.say)):
        source, out = made / "anki-yaml-tool.yaml", made / "anki-yaml-tool.apkg"
        run([sys.executable, RIVALS / "anki_yaml_tool.py", bank / "questions.yaml", source])
        yield Contestant(
            names.AYT, [command, "build", "--file", source, "--output", out], made=out, runs=rivals[names.AYT]
        )
    if rivals.get(names.ANKC) and (command := peers.installed(names.ANKC, bench.work, bench.say)):
        source, out = made / "ankcompiler", made / "ankcompiler-out"
        run([sys.executable, RIVALS / "ankcompiler.py", bank / "questions.yaml", source])
        out.mkdir(exist_ok=True)
        command_line = [command, "build", "--all", "--path", source, "--output", out]
        yield Contestant(names.ANKC, command_line, made=out / "bank.apkg", runs=rivals[names.ANKC])


def _rows(bench: Bench, bank: Path, made: Path) -> Path:
    """The rows of our package, for the raw limit."""
    bench.say(f"building {bank.name} once, for its rows")
    once = built(made / "once", bank, "--to", "anki", *no_lint())
    run([sys.executable, RIVALS / "raw_rows.py", "take", once.package, made / "rows"])
    return made / "rows"


def _counted(packages: dict[str, Path]) -> dict[str, list[int]]:
    there = {name: path for name, path in packages.items() if path.exists()}
    done = subprocess.run(
        [sys.executable, RIVALS / "counted.py", *there.values()], capture_output=True, text=True, check=True
    )
    return dict(zip(there, json.loads(done.stdout), strict=True))


def rebuilds(bench: Bench, count: int, runs: int) -> None:
    """A bank that is built: one question edited, nothing changed. State and cache are put back before each run."""
    bank = bench.bank(count)
    options = ("--to", "anki", *no_lint())
    bench.say(f"building {bank.name} once, to have something to rebuild")
    edited, same = built(bench.work / "edited", bank, *options), built(bench.work / "same", bank, *options)
    edit = bench.work / "edited.yaml"
    run([sys.executable, "-c", EDIT, bank / "questions.yaml", edit])

    def with_edit() -> None:
        edited.restored()
        shutil.copyfile(edit, edited.set / "questions.yaml")

    (bench.work / "made-edited").mkdir(exist_ok=True)
    out = bench.work / "made-edited" / "hand.apkg"
    hand = [sys.executable, RIVALS / "by_hand.py", edit, out]
    contestants = [
        Contestant(names.OURS, edited.build(*options), with_edit, edited.package, runs, environment=edited.environment),
        Contestant(names.BY_HAND, [*hand, "SafeLoader"], made=out, runs=1 if count > 10_000 else 3),
        Contestant(names.BY_HAND_C, [*hand, "CSafeLoader"], made=out, runs=min(runs, 3)),
    ]
    bench.contest(f"edited {count}", contestants, same_bytes=None)
    bench.data[f"edited {count}"]["same_bytes"] = _same_as_clean(bench, edited, options)
    ours = Contestant(
        names.OURS, same.build(*options), same.restored, same.package, max(runs, 9), environment=same.environment
    )
    bench.contest(f"unchanged {count}", [ours, PASS])


EDIT = """
import sys
source, out = sys.argv[1:]
lines = open(source, encoding="utf-8").read().splitlines(keepends=True)
stems = [n for n, line in enumerate(lines) if line.startswith("    stem: ")]
n = stems[len(stems) // 2]
lines[n] = lines[n].replace("    stem: ", "    stem: By the records of the town, ", 1)
open(out, "w", encoding="utf-8", newline="\\n").writelines(lines)
"""


def _same_as_clean(bench: Bench, edited: Room, options: tuple[str, ...]) -> bool:
    """Whether the rebuilt package has the bytes of one built anew, with the same lock and no cache."""
    anew = bench.work / "anew"
    shutil.rmtree(anew, ignore_errors=True)
    anew.mkdir()
    for name in ("set.yaml", "claims.yaml", "questions.yaml", "article.txt", "deck.lock"):
        shutil.copyfile(edited.set / name, anew / name)
    clean = built(bench.work / "clean-edited", anew, *options)
    return clean.package.read_bytes() == edited.package.read_bytes()


def own_sets(bench: Bench, runs: int) -> None:
    """The sets of `decks/`, with their locks, as somebody builds them after cloning."""
    for name in ("who-says-so", "tides"):
        kept = bench.work / f"own-{name}"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(ROOT / "decks" / name, kept)
        one = room(bench.work / f"clean-{name}", kept)
        out = one.folder / "out"
        contestants = [
            Contestant(
                f"deckmaker build --to {to}",
                one.build("--to", to),
                one.restored,
                out,
                runs,
                environment=one.environment,
            )
            for to in ("anki", "print")
        ]
        bench.contest(f"own {name}", [*contestants, PASS])


def papers(bench: Bench, runs: int, versions: int = 30) -> None:
    """40 questions of four options in 30 versions with keys, from two classes of 15; and ten times as many."""
    few, many = bench.work / "quiz-30" / "set", bench.work / "quiz-300" / "set"
    run([sys.executable, HERE / "quizzes.py", few, "40", "2", "15", "30"])
    run([sys.executable, HERE / "quizzes.py", many, "40", "20", "15", "300"])
    ours, more, named = (
        room(bench.work / f"print-{name}", each) for name, each in (("30", few), ("300", many), ("named", few))
    )
    roster = ("--roster", str(many.with_name("class.csv")))
    contestants = [_printed(names.PAPERS, ours, runs), *_printers(bench, few, runs)]
    bench.contest("papers", contestants)
    contestants = [
        _printed(names.PAPERS, ours, 3),
        _printed(names.PAPERS_300, more, 2),
        _printed(names.NAMED_300, named, 2, *roster),
    ]
    bench.contest("many papers", contestants)


def _printed(name: str, one: Room, runs: int, *options: str) -> Contestant:
    command = one.build("--to", "print", *options)
    return Contestant(name, command, one.restored, one.folder / "out", runs, environment=one.environment)


def _printers(bench: Bench, source: Path, runs: int) -> Iterator[Contestant]:
    if command := peers.installed(names.WEASYPRINT, bench.work, bench.say):
        folder = _fresh(bench.work / "weasyprint")
        run([sys.executable, RIVALS / "weasyprint_papers.py", "prepare", source, folder], **SOURCE)
        yield Contestant(
            names.WEASYPRINT, [command, RIVALS / "weasyprint_papers.py", "print", folder], runs=min(runs, 2)
        )
    if latex := peers.pdflatex():
        folder = _fresh(bench.work / "pdflatex")
        run([sys.executable, RIVALS / "pdflatex_papers.py", source, folder], **SOURCE)
        once = f'"{latex}" -interaction=batchmode -halt-on-error "$each" > once.log || exit 1'
        yield Contestant(
            names.PDFLATEX, ["sh", "-c", f"for each in *.tex; do {once}; {once}; done"], runs=runs, folder=folder
        )
    else:
        bench.say("  pdflatex or its exam class is not installed: left out")


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def starts(bench: Bench, runs: int) -> None:
    """What starting costs: `--help`, and `check` of a set of 30 questions."""
    bank = bench.bank(30, seed=2)
    click = Contestant(names.CLICK, [sys.executable, "-c", "import click"], runs=runs)
    bench.contest("help", [Contestant(names.HELP, [*DECKMAKER, "--help"], runs=runs, environment=SOURCE), click, PASS])
    one = room(bench.work / "check-30", bank)
    check = [*DECKMAKER, "check", str(one.set)]
    bench.contest("check", [Contestant(names.CHECK, check, nothing, runs=runs, environment=one.environment), PASS])


def prepared() -> None:
    """Compile this tree's modules, as an installer does with the others'."""
    with suppress(Failed):
        run([sys.executable, "-m", "compileall", "-q", ROOT / "src" / "deckmaker"])
