from __future__ import annotations

import signal

import pytest

from tests.hostile.attack import Here

MOST_SECONDS = 100


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder of its own; what waits for ever, or works without end, is ended."""

    def end(*_):
        raise TimeoutError(f"not done after {MOST_SECONDS} s")

    monkeypatch.chdir(tmp_path)
    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(MOST_SECONDS)
    yield Here(tmp_path)
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
