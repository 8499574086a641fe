"""Archives are to the byte what `zipfile` makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.writers.anki import zipped as module
from deckmaker.writers.anki.zipped import zipped

NAMES = st.text("abc.0129_- /", min_size=1, max_size=6).filter(lambda name: not name.endswith("/"))


@given(st.dictionaries(NAMES, st.binary(max_size=60) | st.just(bytes(70_000)), max_size=6), st.sets(NAMES))
def test_an_archive_is_what_zipfile_makes(members, some):
    stored = {name for number, name in enumerate(sorted(members)) if number % 2 or name in some}
    assert zipped(members, stored) == module._by_zipfile(members, stored)


@pytest.mark.parametrize(("most", "most_files"), [(10, 99), (1 << 31, 1)])
def test_what_is_large_is_left_to_zipfile(monkeypatch, most, most_files):
    made, members = [], {"a": b"x" * 20, "b": b""}
    monkeypatch.setattr(module, "_MOST", most)
    monkeypatch.setattr(module, "_MOST_FILES", most_files)
    monkeypatch.setattr(module, "_by_zipfile", lambda *given: made.append(given) or b"")
    assert zipped(members) == b""
    assert made == [(members, ())]
