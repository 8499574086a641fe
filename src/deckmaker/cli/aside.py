"""Files that are made and not written yet: outside memory, however many they are."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from weakref import finalize

_IN_MEMORY = 4_000_000
"""Bytes that need no file: a set with a few papers."""


class Aside(MutableMapping[str, bytes]):
    """Files by name, in the order they were put in; what does not fit into memory lies in a file without a name.

    That file goes with this object, whatever ends the process. Raises OSError where there is no room for it.
    """

    def __init__(self) -> None:
        from tempfile import SpooledTemporaryFile

        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed with this object
        finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __setitem__(self, name: str, data: bytes) -> None:
        self._file.seek(self._end)
        self._file.write(data)
        self._places[name] = self._end, len(data)
        self._end += len(data)

    def __getitem__(self, name: str) -> bytes:
        start, length = self._places[name]
        self._file.seek(start)
        return self._file.read(length)

    def __delitem__(self, name: str) -> None:
        del self._places[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
