"""The processes that do jobs at once."""

from __future__ import annotations

import os
import pickle
import selectors
import signal
from collections.abc import Callable, Generator, Sequence
from typing import Any, Generic, NoReturn, TypeVar

from msgspec import Struct

T = TypeVar("T")


class _Worker(Struct):
    """A process at work. job: its number; pid: its own; said: what came from it so far, pickled."""

    job: int
    pid: int
    said: bytearray


class Crew(Generic[T]):
    """The processes that do some jobs, so many at a time.

    jobs: what each does; workers: how many are at work at most.
    """

    def __init__(self, jobs: Sequence[Callable[[], T]], workers: int) -> None:
        self._jobs = jobs
        self._workers = workers
        self._waiting = list(reversed(range(len(jobs))))
        self._at_work: dict[int, _Worker] = {}
        self._done: dict[int, Callable[[], T]] = {}

    def results(self) -> Generator[T]:
        """What the jobs give, in their order; see `at_once`. However it ends, no process is left."""
        try:
            with selectors.DefaultSelector() as pipes:
                for number in range(len(self._jobs)):
                    while number not in self._done:
                        self._go_on(pipes)
                    yield self._done.pop(number)()
        except BaseException as error:
            self._stop(getattr(error, "number", signal.SIGINT))
            raise

    def _go_on(self, pipes: selectors.BaseSelector) -> None:
        while self._waiting and len(self._at_work) < self._workers:
            pipe = self._started(self._waiting.pop())
            pipes.register(pipe, selectors.EVENT_READ)
        for key, _ in pipes.select():
            if part := os.read(key.fd, 1 << 16):
                self._at_work[key.fd].said += part
            else:
                pipes.unregister(key.fd)
                os.close(key.fd)
                self._end(self._at_work.pop(key.fd))

    def _started(self, number: int) -> int:
        """Start the job of that number; the pipe that its result comes through."""
        ours, its = os.pipe()
        pid = os.fork()
        if pid == 0:
            _work(self._jobs[number], ours, its)
        os.close(its)
        self._at_work[ours] = _Worker(number, pid, bytearray())
        return ours

    def _end(self, worker: _Worker) -> None:
        _, status = os.waitpid(worker.pid, 0)
        # one that was killed, perhaps for want of memory, has said nothing: its job is done here
        self._done[worker.job] = self._jobs[worker.job] if status else _told(bytes(worker.said))

    def _stop(self, number: int) -> None:
        """Ask the processes to end, each once, and wait until they have cleaned up behind them."""
        for worker in self._at_work.values():
            os.kill(worker.pid, number)
        for pipe, worker in self._at_work.items():
            os.close(pipe)
            os.waitpid(worker.pid, 0)


def _work(job: Callable[[], object], reading: int, pipe: int) -> NoReturn:
    """A forked process: do the job, send what comes of it, and end without a word.

    reading: the end of the pipe that is read, by another.
    """
    code = 1
    try:
        os.close(reading)
        os.setpgid(0, 0)  # Ctrl-C goes to the one that started us, which asks us to stop
        try:
            said = True, job()
        except BaseException as error:
            said = False, error
        data = pickle.dumps(said)
        with os.fdopen(pipe, "wb") as out:
            out.write(data)
        code = 0
    finally:
        os._exit(code)


def _told(data: bytes) -> Callable[[], Any]:
    is_well, said = pickle.loads(data)

    def result() -> Any:
        if not is_well:
            raise said
        return said

    return result
