"""Programs of others that are measured against, each in an environment of its own under the work folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Failed, run

PACKAGES = {
    "anki-yaml-tool": "anki-yaml-tool==0.4.0",
    "ankcompiler": "ankcompiler==0.6.0",
    "WeasyPrint": "weasyprint==70.0",
}
COMMANDS = {"anki-yaml-tool": "anki-yaml-tool", "ankcompiler": "ankc", "WeasyPrint": "python"}


def installed(name: str, work: Path, say: Callable[[str], None]) -> Path | None:
    """The command of a peer, installed when it is not; None where that fails."""
    folder = work / "peers" / name
    command = folder / ("Scripts" if sys.platform == "win32" else "bin") / COMMANDS[name]
    if not (folder / "done").exists():
        say(f"installing {PACKAGES[name]}")
        try:
            run([sys.executable, "-m", "venv", "--clear", folder])
            run([command.with_name("python"), "-m", "pip", "install", "--quiet", PACKAGES[name]])
            if name == "WeasyPrint":
                run([command, "-c", "import weasyprint"])
        except Failed as error:
            say(f"  left out: {error}")
            return None
        (folder / "done").touch()
    return command


def version_of(latex: str) -> str:
    """What pdflatex calls its version."""
    words = subprocess.run([latex, "--version"], capture_output=True, text=True, check=True).stdout.split()
    return next(word.rpartition("-")[2] for word in words if "." in word)


def pdflatex() -> str | None:
    """Its path, where it and the exam class are there."""
    found = shutil.which("pdflatex")
    try:
        run(["kpsewhich", "exam.cls"])
    except (Failed, OSError):
        return None
    return found
