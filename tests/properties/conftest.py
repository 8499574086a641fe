from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from deckmaker import pipeline
from deckmaker.cli import turns
from tests.support.faults import FOLDER, NOW, SET, remembered, write


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small set, where the clock stands still, nobody waits long, and outputs are made once."""
    folder = tmp_path / "place"
    (folder / FOLDER).mkdir(parents=True)
    write(folder, SET)
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    monkeypatch.setattr(os, "fsync", lambda handle: None)  # it may fail in its turn; that it works is another matter
    monkeypatch.setattr(time, "time", lambda: float(NOW))
    monkeypatch.setattr(pipeline, "outputs", remembered(pipeline.outputs))
    return folder
