from __future__ import annotations

import subprocess
import sys

import pytest

from deckmaker import writers


def test_every_writer_of_the_table_can_be_loaded():
    assert all(callable(writers.get(name)) for name in writers.BUILT_IN)


def test_a_writer_that_is_not_in_the_table_is_a_key_error():
    with pytest.raises(KeyError):
        writers.get("papyrus")


def test_naming_the_writers_loads_none_of_them():
    code = "import sys, deckmaker.writers, deckmaker.pipeline; print({'genanki', 'typst'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
