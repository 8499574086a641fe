"""Shapes as pydantic models: every fault of a file at once, and JSON Schema. Loaded where something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    create_model,
)  # fmt: skip
from pydantic_core import PydanticCustomError

from deckmaker.readers.fields import NEEDED, NOTHING, PROSE, REF, Key, Kind
from deckmaker.readers.markup import too_deep
from deckmaker.readers.shapes import OptionShape, PairShape, SetFile

_ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=False)


@cache
def model(of: Any) -> type[BaseModel]:
    """The shape as a pydantic model of the same name."""
    fields: dict[str, Any] = {name: (_type(each), _field(each)) for name, each in of.keys().items()}
    made: type[BaseModel] = create_model(of.__name__, __base__=_Model, __doc__=of.__doc__, **fields)
    return made


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a set's file, for editors."""
    schema = model(SetFile).model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "deckmaker set",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _type(key: Key) -> Any:
    kind = exact(key.kind)
    return kind | None if key.default is None else kind


def _field(key: Key) -> Any:
    alias: dict[str, Any] = {"alias": key.alias} if key.alias else {}
    if key.default is NOTHING:
        empty = model(key.kind.of[0])
        return Field(default_factory=lambda: empty(), description=key.says or None, **alias)
    return Field(... if key.default is NEEDED else key.default, description=key.says or None, **alias)


def exact(kind: Kind) -> Any:
    """The type that pydantic holds a value of this kind against."""
    return _MADE[kind.name](*kind.of) if kind.name in _MADE else _PLAIN[kind.name]


def _not_too_deep(text: str) -> str:
    if too_deep(text):
        raise PydanticCustomError("nested_too_deep", "nested too deep")
    return text


def _text(pattern: str, most: int | None = None, *, typed: bool = True) -> Any:
    """Text of a pattern; editors take numbers and booleans for text where `typed`."""
    known: dict[str, Any] = {**_ANY_TEXT, "pattern": pattern}
    made = Annotated[str, StringConstraints(pattern=pattern, max_length=most)]
    return Annotated[made, WithJsonSchema(known)] if typed else made


def _decimal(most: int | None = None, **said: int) -> Any:
    schema: dict[str, Any] = {"type": ["number", "string"], **said}
    return Annotated[Decimal, Field(ge=0, le=most), WithJsonSchema(schema)]


def _line(most: int | None = None) -> Any:
    return Annotated[str, StringConstraints(min_length=1, max_length=most), WithJsonSchema(_ANY_TEXT)]


def _prose(most: int) -> Any:
    bounds = StringConstraints(min_length=1, max_length=most)
    return Annotated[str, bounds, AfterValidator(_not_too_deep), WithJsonSchema(_ANY_TEXT)]


def _id(most: int) -> Any:
    return _text(r"^[^\W_][\w.-]*$", most)


def _pair(value: Any) -> Any:
    if isinstance(value, list) and len(value) == 2:
        return {"left": value[0], "right": value[1]}
    if isinstance(value, dict) and {"left", "right"} & set(value):
        return value
    raise PydanticCustomError("not_a_pair", "not a pair")


def _pairs() -> Any:
    made: Any = model(PairShape)
    given = made | _list_of(PROSE, 2, 2)
    return Annotated[made, BeforeValidator(_pair, json_schema_input_type=given)]


def _option(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _options() -> Any:
    made: Any = model(OptionShape)
    return Annotated[made, BeforeValidator(_option, json_schema_input_type=made | exact(PROSE))]


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _many(of: Kind, most: int | None) -> Any:
    schema = {"type": "string", "enum": list(of.of)} if of.name == "one_of" else _ANY_TEXT
    several = {"type": "array", "items": schema, **({"maxItems": most} if most else {})}
    schema = {"anyOf": [schema, several]}
    return Annotated[
        _list_of(of, 0, most),
        BeforeValidator(_as_list, json_schema_input_type=Any),
        WithJsonSchema(schema),
    ]


def _list_of(of: Kind, least: int, most: int | None = None) -> Any:
    made: Any = list[exact(of)]  # type: ignore[misc]
    return Annotated[made, Field(min_length=least or None, max_length=most)] if least or most else made


def _map_of(keys: Kind, values: Kind) -> Any:
    return dict[exact(keys), exact(values)]  # type: ignore[misc]


def _whole(least: int, most: int | None) -> Any:
    return Annotated[int, Field(ge=least, le=most)]


def _one_of(*words: str) -> Any:
    return Literal[words]


def _selected(value: Any) -> Any:
    return [value] if isinstance(value, str) and value != "all" else value


def _all_or(of: Any, least: int) -> Any:
    one: Any = exact(REF)
    made: Any = model(of)
    several: Any = _list_of(REF, least)
    given = Literal["all"] | one | list[one] | made
    wanted = Literal["all"] | several | made
    return Annotated[wanted, BeforeValidator(_selected, json_schema_input_type=given)]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _profiles() -> Any:
    one: Any = Literal["normal", "large", "dyslexia"]
    given: Any = one | list[one]
    return Annotated[list[one], Field(min_length=1), BeforeValidator(_listed, json_schema_input_type=given)]


_PLAIN: dict[str, Any] = {
    "ref": _line(),
    "language": _text(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
    "uid": Annotated[str, StringConstraints(pattern="^[A-Za-z0-9]{6,32}$"), WithJsonSchema(_ANY_TEXT)],
    "sha256": _text("^[0-9a-f]{64}$", typed=False),
    "subdecks": _text("^(none|section|tag:.+)$", typed=False),
    "by": _text("^(basis|speaker|family|type|tag(:.+)?)$", typed=False),
    "number": _decimal(minimum=0),
    "points": _decimal(1000, minimum=0, maximum=1000),
    "percent": _decimal(100),
    "share": Annotated[float, Field(ge=0, le=1)],
    "truth": bool,
}
"""Kinds that are made of nothing else."""

_MADE: dict[str, Callable[..., Any]] = {
    "prose": _prose,
    "line": _line,
    "id": _id,
    "pair": _pairs,
    "option": _options,
    "profiles": _profiles,
    "one_of": _one_of,
    "whole": _whole,
    "many": _many,
    "list_of": _list_of,
    "map_of": _map_of,
    "shape": model,
    "all_or": _all_or,
}
"""Kinds that are made of others, or with bounds."""
