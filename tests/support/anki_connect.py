"""The real anki-connect-server: AnkiConnect's API over Anki's own backend, in an environment and a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anki.buildinfo

VERSION = "0.5.0"
_NEEDS = (f"anki-connect-server=={VERSION}", f"anki=={anki.buildinfo.version}", "httpx")
"""Its httpx is not declared."""


def environment(folder: Path) -> Path:
    """The server's program, installed there unless it is."""
    program = folder / "bin" / "anki-connect-server"
    if not (folder / "complete").exists():
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        quiet = ["install", "--quiet", "--disable-pip-version-check", "--ignore-requires-python"]
        _run([str(folder / "bin" / "pip"), *quiet, *_NEEDS])
        if sys.version_info < (3, 12):
            (package,) = folder.glob("lib/python*/site-packages/anki_connect_server")
            _spell_for_python_3_11(package)
        (folder / "complete").touch()
    return program


def _spell_for_python_3_11(package: Path) -> None:
    """Its few lines that only Python 3.12 reads, in the older spelling: type aliases, one generic function, TypedDict."""
    for path in package.glob("*.py"):
        words = path.read_text("utf-8")
        new = re.sub(r"^type (\w+)\[.*?\] = .*$", r"\1 = type", words, flags=re.M)
        alias = r'\1 = __import__("typing_extensions").TypeAliasType("\1", "\2")'
        new = re.sub(r"^type (\w+) = (.*)$", alias, new, flags=re.M)
        new = re.sub(
            r"^((?:async )?def \w+)\[R\]\(", r'R = __import__("typing").TypeVar("R")\n\n\n\1(', new, flags=re.M
        )
        new = re.sub(
            r"^from typing import (.*), TypedDict$",
            r"from typing import \1\nfrom typing_extensions import TypedDict",
            new,
            flags=re.M,
        )
        path.write_text(new, "utf-8")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@dataclass(frozen=True)
class Server:
    """A server that runs. address: where it listens."""

    address: str

    def ask(self, action: str, **params: Any) -> Any:
        """The result of an action."""
        body = json.dumps({"action": action, "version": 6, "params": params}).encode()
        request = urllib.request.Request(self.address, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            said = json.loads(answer.read())
        assert said["error"] is None, said
        return said["result"]


@contextmanager
def server(program: Path, collection: Path, port: int) -> Iterator[Server]:
    """The server over a collection's file; it has closed the collection when the block ends."""
    settings = {"ANKICONNECT_PORT": str(port), "ANKICONNECT_COLLECTION_PATH": str(collection)}
    log = collection.with_suffix(".log")
    with log.open("w") as out:
        process = subprocess.Popen([program, "api"], env={**os.environ, **settings}, stdout=out, stderr=out)
    made = Server(f"http://127.0.0.1:{port}")
    try:
        _wait(process, made, log)
        yield made
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], made: Server, log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, log.read_text()
        try:
            made.ask("version")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text())
