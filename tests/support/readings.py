"""What two ways of reading a file must agree on."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from deckmaker.readers.events import read_events
from deckmaker.readers.laid_out import LaidOut
from deckmaker.readers.lists import read_lists
from deckmaker.readers.quick import quick
from deckmaker.readers.shapes import SetFile
from deckmaker.source import SourceFile


def plain(value: Any) -> Any:
    """A shape as plain data, whichever of the two made it."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def typed(value: Any) -> Any:
    """The same with the type of each value, so that 1 and True are told apart."""
    if isinstance(value, dict):
        return {key: typed(each) for key, each in value.items()}
    return list(map(typed, value)) if isinstance(value, list) else (type(value).__name__, value)


def alike(text: str) -> int:
    """How many items were read by their layouts' list; libyaml must then read the whole alike."""
    read = read_lists(SourceFile("set.yaml", text))
    if read is None:
        return 0
    whole = read_events(text)
    assert whole is not None, text
    lists = {key: value for key, value in read.data.items() if isinstance(value, LaidOut)}
    assert list(whole.data.items()) == [
        (key, list(value) if key in lists else value) for key, value in read.data.items()
    ]
    assert {key: list(map(set, whole.data[key])) for key in lists} == {key: each.keys for key, each in lists.items()}
    assert (whole.top, whole.items) == (read.top, read.items), text
    assert whole.has_texts_for_lists == read.has_texts_for_lists, text
    shape, other = quick(SetFile, whole.data, whole.scalars), quick(SetFile, read.data, read.scalars)
    assert typed(plain(shape)) == typed(plain(other)), text
    return sum(map(len, lists.values()))
