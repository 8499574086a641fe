"""Shapes as msgspec structs: the quick way from plain data to a file's shape, for files with nothing wrong in them.

It takes less than `exact` does (`yes` for true, letters of other scripts in ids, numbers with signs), never more, and
gives the same values; what it does not take is held against `exact`. A property test holds the one against the other.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from deckmaker.readers.fields import NEEDED, NOTHING, PROSE, REF, Key, Kind
from deckmaker.readers.laid_out import LaidOut
from deckmaker.readers.markup import MOST_NESTED, too_deep
from deckmaker.readers.shapes import OptionShape, PairShape

Finish = Callable[[Any], Any]


def quick(of: Any, data: dict[str, Any], texts: list[str]) -> Any:
    """The data in its shape, `texts` all texts in it; None where it takes a closer look."""
    laid_out = {key: value for key, value in data.items() if isinstance(value, LaidOut)}
    try:
        made = msgspec.convert({**data, **{key: [] for key in laid_out}}, struct(of), strict=False)
    except (msgspec.ValidationError, RecursionError):
        return None
    for key, items in laid_out.items():
        setattr(made, key, items.handed_over())
    return made if none_too_deep(texts) else None


def none_too_deep(texts: list[str]) -> bool:
    """Whether in none of them emphasis, links, formulas and the like stand too deep in themselves."""
    return not any(map(too_deep, _with_many_marks(texts)))


def _with_many_marks(texts: list[str]) -> list[str]:
    """Those that may be nested too deep; `too_deep` looks closer. All at once: one by one takes four times as long."""
    some = range(0, len(texts), _AT_ONCE)
    return [text for start in some for text in _among(texts[start : start + _AT_ONCE])]


_AT_ONCE = 10_000
"""Texts; of all texts of a large file together a copy is not made."""


def _among(texts: list[str]) -> list[str]:
    marks = "\0".join(texts).encode("utf-8", "surrogatepass").translate(None, _NO_MARKS).split(b"\0")
    if len(marks) != len(texts):  # a text holds the mark that sets them apart
        return texts
    return [text for text, found in zip(texts, marks, strict=True) if len(found) > MOST_NESTED]


_NO_MARKS = bytes(set(range(256)) - set(b"*_[{+-\\0123456789\0"))


@cache
def struct(of: Any) -> type[msgspec.Struct]:
    """The shape as a struct with the names and defaults of its keys; values are as `exact` gives them."""
    keys = of.keys()
    finish = tuple((name, how) for name, each in keys.items() if (how := _finish(each.kind)))
    fields = sorted(((name, *_field(each)) for name, each in keys.items()), key=len)
    return msgspec.defstruct(
        of.__name__,
        fields,
        namespace={"__post_init__": _finisher(finish)} if finish else {},
        forbid_unknown_fields=True,
        rename={name: each.alias for name, each in keys.items() if each.alias},
    )


def _field(key: Key) -> tuple[Any, ...]:
    kind = _type(key.kind)
    if key.default is NEEDED:
        return (kind,)
    if key.default is NOTHING:
        return kind, msgspec.field(default_factory=struct(key.kind.of[0]))
    if isinstance(key.default, list | dict):
        return kind, msgspec.field(default_factory=key.default.copy)
    return kind, key.default


def _finisher(finish: tuple[tuple[str, Finish], ...]) -> Callable[[Any], None]:
    names = [name for name, _ in finish]
    values = attrgetter(*names) if len(names) > 1 else lambda made: (getattr(made, names[0]),)

    def finished(self: Any) -> None:
        for (name, how), value in zip(finish, values(self), strict=True):
            if value.__class__ in _UNFINISHED:
                setattr(self, name, how(value))

    return finished


_UNFINISHED = frozenset((str, list, dict))
"""What something else is made of; what is not given, or is a default, is finished."""


def _type(kind: Kind) -> Any:
    """What msgspec takes."""
    return _MADE[kind.name](*kind.of) if kind.name in _MADE else _PLAIN[kind.name]


def _text(pattern: str, most: int | None = None) -> Any:
    return Annotated[str, Meta(pattern=pattern, max_length=most)]


def _words(most: int | None = None) -> Any:
    return Annotated[str, Meta(min_length=1, max_length=most)]


def _id(most: int) -> Any:
    return _text(r"^[A-Za-z0-9][A-Za-z0-9_.-]*\Z", most)


_PLAIN: dict[str, Any] = {
    "ref": _words(),
    "language": _text(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z"),
    "uid": _text(r"^[A-Za-z0-9]{6,32}\Z"),
    "sha256": _text(r"^[0-9a-f]{64}\Z"),
    "subdecks": _text(r"^(none|section|tag:[\w-]+)\Z"),
    "by": _text(r"^(basis|speaker|family|type|tag(:[\w-]+)?)\Z"),
    "number": _text(r"^[0-9]{1,6}(\.[0-9]{1,6})?\Z"),
    "points": _text(r"^[0-9]{1,3}(\.[0-9]{1,6})?\Z"),
    "percent": _text(r"^[0-9]{1,2}(\.[0-9]{1,6})?\Z"),
    "share": Annotated[float, Meta(ge=0, le=1)],
    "truth": Literal["true", "false", "True", "False", "yes", "no", "Yes", "No"],
    "whole": _text(r"^[0-9]{1,4}\Z"),
}


def _pairs() -> Any:
    return _list_of(PROSE, 2, 2) | struct(PairShape)


def _options() -> Any:
    return _type(PROSE) | struct(OptionShape)


def _one_or_list(kind: Kind, most: int | None) -> Any:
    return _type(kind) | _list_of(kind, 0, most)


def _list_of(kind: Kind, least: int, most: int | None = None) -> Any:
    return Annotated[list[_type(kind)], Meta(min_length=least, max_length=most)]  # type: ignore[misc]


def _map_of(keys: Kind, values: Kind) -> Any:
    return dict[_type(keys), _type(values)]  # type: ignore[misc]


def _one_of(*words: str) -> Any:
    return Literal[words]


def _all_or(of: Any, least: int) -> Any:
    return _type(REF) | _list_of(REF, least) | struct(of)


def _profiles() -> Any:
    one: Any = Literal["normal", "large", "dyslexia"]
    return one | Annotated[list[one], Meta(min_length=1)]


_MADE: dict[str, Callable[..., Any]] = {
    "prose": _words,
    "line": _words,
    "id": _id,
    "pair": _pairs,
    "option": _options,
    "profiles": _profiles,
    "one_of": _one_of,
    "whole": lambda *_bounds: _PLAIN["whole"],
    "many": _one_or_list,
    "list_of": _list_of,
    "map_of": _map_of,
    "shape": lambda of: struct(of),
    "all_or": _all_or,
}


def _finish(kind: Kind) -> Finish | None:
    """What makes of a value that msgspec took what `exact` gives; None where it is that already."""
    if kind.name == "whole":
        return _whole(*kind.of)
    if kind.name in ("list_of", "map_of"):
        inner = _finish(kind.of[0 if kind.name == "list_of" else 1])
        return None if inner is None else lambda values: [inner(value) for value in values]
    return _FINISH.get(kind.name)


def _whole(least: int, most: int | None) -> Finish:
    def number(typed: Any) -> int:
        made = int(typed)
        if made < least or (most is not None and made > most):
            raise ValueError
        return made

    return number


def _truth(value: Any) -> bool:
    return value in ("true", "True", "yes", "Yes") if value.__class__ is str else value


def _as_list(value: Any) -> Any:
    return value if value.__class__ is list else [value]


def _chosen(value: Any) -> Any:
    return [value] if value.__class__ is str and value != "all" else value


def _option(value: Any) -> Any:
    return struct(OptionShape)(value) if value.__class__ is str else value


def _pair(value: Any) -> Any:
    return struct(PairShape)(*value) if value.__class__ is list else value


_FINISH: dict[str, Finish] = {
    "truth": _truth,
    "number": Decimal,
    "points": Decimal,
    "percent": Decimal,
    "many": _as_list,
    "profiles": _as_list,
    "all_or": _chosen,
    "option": _option,
    "pair": _pair,
}
