"""The same questions and the same bytes from other Pythons, on other hash seeds.

    benchmarks/pythons.py PYTHON [PYTHON ...]

For each interpreter a fresh environment is made; in it every set of `decks/` is generated anew without its lock (the
report shows every question with its options) and built with it. Exit code 1 where any file differs.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
SEEDS = ("0", "1", "4242")


def run(command: list[str | Path], seed: str = "0") -> None:
    """Run it quietly; what it says is shown where it fails."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")


def installed(python: str, folder: Path) -> Path:
    """The command of deckmaker in an environment of its own."""
    run([python, "-m", "venv", folder])
    run([folder / "bin" / "pip", "install", "--quiet", ROOT])
    return folder / "bin" / "deckmaker"


def made(command: Path, sets: Path, output: Path, seed: str) -> dict[str, str]:
    """The SHA-256 of what is generated without a lock, and of what is built with it, by name."""
    bare = output / "bare"
    shutil.copytree(sets, bare, ignore=shutil.ignore_patterns("deck.lock"))
    for folder in sorted(path for path in bare.iterdir() if path.is_dir()):
        run([command, "report", folder, "-o", output / "generated" / folder.name], seed)
    run([command, "build", "--locked", sets, "-o", output / "built"], seed)
    return dict(sums(output / "generated", output)) | dict(sums(output / "built", output))


def sums(folder: Path, base: Path) -> Iterator[tuple[str, str]]:
    """Name and SHA-256 of every file."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.relative_to(base).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def main(pythons: list[str]) -> int:
    """Compare every Python on every seed with the first one on the first."""
    first: dict[str, str] = {}
    differ = 0
    with TemporaryDirectory() as name:
        for number, python in enumerate(pythons):
            command = installed(python, Path(name) / f"venv{number}")
            for seed in SEEDS:
                found = made(command, ROOT / "decks", Path(name) / f"{number}-{seed}", seed)
                first = first or found
                others = sorted(file for file in first.keys() | found.keys() if first.get(file) != found.get(file))
                print(f"{python} seed {seed}: {len(found)} files, {len(others)} differ {' '.join(others)}".rstrip())
                differ += len(others)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [sys.executable]))
