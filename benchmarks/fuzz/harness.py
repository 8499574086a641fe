"""One target under atheris, for so many seconds: `harness.py TARGET SECONDS FOLDER`. `run` starts it.

FOLDER holds the corpus, and gets a file for each finding, called after what went wrong and where; a finding does not
end the run, so that one mistake hides no other. `seen.json` there counts.
"""

from __future__ import annotations

import gc
import hashlib
import json
import resource
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["deckmaker"]):
    from tests.fuzz.targets import TARGETS
from tests.fuzz.seeds import TOKENS, seeds

SLOWEST = 4.0
"""CPU seconds that one input may take, instrumented as the code is here."""
STUCK = 60
"""Seconds after which libFuzzer ends an input that does not."""


class Watched:
    """A target that never fails: what goes wrong in it is written down."""

    def __init__(self, name: str, folder: Path) -> None:
        self._run, self._folder = TARGETS[name].run, folder
        self._seen: dict[str, object] = {"executions": 0, "findings": [], "slowest": 0.0, "memory": []}
        self._next = time.monotonic()

    def __call__(self, data: bytes) -> None:
        start = time.process_time()
        try:
            self._run(data)
        except Exception as error:
            self._found(_where(error), data)
        took = time.process_time() - start
        if took > SLOWEST:
            self._found("slow", data)
        self._seen["executions"] += 1  # type: ignore[operator]
        self._seen["slowest"] = max(self._seen["slowest"], took)  # type: ignore[call-overload]
        if time.monotonic() > self._next:
            self._note()

    def _found(self, what: str, data: bytes) -> None:
        findings: list[str] = self._seen["findings"]  # type: ignore[assignment]
        if what not in findings:
            findings.append(what)
            name = "".join(char if char.isalnum() or char in "-." else "-" for char in what)[:100]
            (self._folder / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}").write_bytes(data)
            self._note()

    def _note(self) -> None:
        self._next = time.monotonic() + 5
        used = resource.getrusage(resource.RUSAGE_SELF)
        memory: list[float] = self._seen["memory"]  # type: ignore[assignment]
        memory.append(_memory())
        words = json.dumps({**self._seen, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024})
        (self._folder / "seen.json").write_text(words, "utf-8")


def _where(error: BaseException) -> str:
    """The kind of error and the last line of ours on its way."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "deckmaker" in frame.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {Path(last.filename).name}-{last.lineno}"


def _memory() -> float:
    """MB that the process holds now."""
    gc.unfreeze()  # each load freezes what there is, garbage too, as one that ends with its set may
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / (1 << 20)


def main() -> None:
    name, seconds, place = sys.argv[1:4]
    folder = Path(place)
    corpus, words = folder / "corpus", folder / "tokens.dict"
    if not corpus.is_dir():
        corpus.mkdir(parents=True)
        for data in seeds(name):
            (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    quoted = ("".join(f"\\x{byte:02x}" for byte in token.encode("utf-8", "surrogatepass")) for token in TOKENS)
    words.write_text("".join(f'"{token}"\n' for token in quoted), "utf-8")
    atheris.Setup(
        [
            sys.argv[0], f"-max_total_time={seconds}", f"-max_len={TARGETS[name].longest}", f"-timeout={STUCK}",
            f"-dict={words}", f"-artifact_prefix={folder}/stuck-", "-rss_limit_mb=3000", "-detect_leaks=0",
            "-print_final_stats=1", "-reload=0", str(corpus),
        ],
        Watched(name, folder),
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main()
