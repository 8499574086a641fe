"""A value of the model in letters: what the hash of a note is made of. Equal for equal values, different for others.

Fields of the model go in by themselves, so that a new one cannot be forgotten; what no note shows is named in
`_LEFT_OUT`. Fields that say nothing (None, False, empty) stay out, so that a new field alone changes no hash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from types import CodeType
from typing import Any

from msgspec import Struct

from deckmaker.model.article import Article
from deckmaker.model.claims import Claim, Quote, Source
from deckmaker.model.questions import ImageOcclusion, Question
from deckmaker.model.text import Image, Paragraph, Sound, Str

_LEFT_OUT: Mapping[type, str] = {
    # Ids are identity, never content; points are for paper; `claims` go in as what they say.
    Question: "id was claims where allow axis points objective",
    # Sources go in as they read; what else is known of a claim is for authors and generators.
    Claim: "article via also_speaker also_basis same_as near conflicts_with core quiz note tags "
    "cue stance certainty booster negative kind said_when event_time",
    Quote: "prefix suffix",
    Source: "id kind speaks_for part_of aliases",
    Article: "id path sha256 nature text",
    # A picture is its bytes, whatever its file is called.
    Image: "src",
    Sound: "src",
    ImageOcclusion: "image",
}

_PICTURES: Mapping[type, str] = {Image: "src", Sound: "src", ImageOcclusion: "image"}
"""What names a file, and which of its fields does."""

_NUMBERS = (int, float, Decimal)
"""Types of which a zero says something; that of False does not."""

quoted = encode_basestring_ascii
"""Letters in letters, between quotation marks."""


class Letters(dict[type, Callable[[Any], str]]):
    """What writes the values of a class, by the class; made for each class when its first value comes.

    picture: what stands for a file, given its path in the set.
    straight: whether code is made for each class, which takes longer than it saves where there are few values.
    """

    def __init__(self, picture: Callable[[str], str], *, straight: bool) -> None:
        super().__init__({str: quoted, tuple: self._tuple})
        self._picture = picture
        self._straight = straight

    def of(self, value: Any) -> str:
        """The value in letters."""
        return self[value.__class__](value)

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        self[kind] = found = self._writer(kind)
        return found

    def _writer(self, kind: type) -> Callable[[Any], str]:
        if issubclass(kind, Struct):
            return self._made(kind) if self._straight else self._object
        if issubclass(kind, tuple):
            return self._tuple
        if issubclass(kind, Mapping):
            return self._mapping
        return quoted if issubclass(kind, str) else str

    def _made(self, kind: type[Struct]) -> Callable[[Any], str]:
        names: dict[str, Any] = {**_NAMES, "letters": self, "picture": self._picture}
        exec(_code(kind), names)
        made: Callable[[Any], str] = names["write"]
        return made

    def _object(self, value: Struct) -> str:
        kind = value.__class__
        heads, values = _fields(kind)
        written = [
            head + self.of(part)
            for head, part in zip(heads, values(value), strict=True)
            if part or (part is not None and part.__class__ in _NUMBERS)
        ]
        if kind in _PICTURES:
            written.append(self._picture(getattr(value, _PICTURES[kind])))
        return f"{kind.__name__}({','.join(written)})"

    def _tuple(self, value: tuple[Any, ...]) -> str:
        return f"[{','.join([self[part.__class__](part) for part in value])}]"

    def _mapping(self, value: Mapping[str, Any]) -> str:
        return f"{{{','.join(f'{quoted(key)}:{self.of(value[key])}' for key in sorted(value))}}}"


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields of a class that go in, each with its sign, and what gives their values."""
    names = _shown(kind)
    get = attrgetter(*names) if names else lambda value: ()
    return tuple(f"{name}=" for name in names), get if len(names) != 1 else lambda value: (get(value),)


def _shown(kind: type[Struct]) -> list[str]:
    """The fields that go in. Places in files, and tables of them, never do."""
    left_out, types = _LEFT_OUT.get(kind, "").split(), kind.__annotations__
    return [name for name in kind.__struct_fields__ if name not in left_out and "Span" not in types[name]]


_NAMES = {"Paragraph": Paragraph, "Str": Str, "NUMBERS": _NUMBERS, "quoted": quoted}

_TEXT = """\
    if part := value.{name}:
        if len(part) == 1 and part[0].__class__ is Paragraph and len(part[0].children) == 1 and (
            (only := part[0].children[0]).__class__ is Str
        ):  # as most texts are
            out += f',{name}=[Paragraph(children=[Str(text={{quoted(only.text)}})])]'
        else:
            out += f',{name}={{letters[tuple](part)}}'
"""
_BY_TYPE = {
    "str": "    if part := value.{name}: out += f',{name}={{quoted(part)}}'\n",
    "bool": "    if value.{name}: out += ',{name}=True'\n",
    "tuple[str, ...]": "    if part := value.{name}: out += f',{name}=[{{\",\".join(map(quoted, part))}}]'\n",
    "Text": _TEXT,
}
_OTHERWISE = """\
    part = value.{name}
    if part or part is not None and part.__class__ in NUMBERS:
        out += f',{name}={{letters[part.__class__](part)}}'
"""


@cache
def _code(kind: type[Struct]) -> CodeType:
    """A function `write` that does what `Letters._object` does for values of the class, in half of its time."""
    lines = ["def write(value):\n    out = ''\n"]
    for name in _shown(kind):
        of_its_type = _BY_TYPE.get(kind.__annotations__[name], _OTHERWISE)
        lines.append(of_its_type.format(name=name))
    if kind in _PICTURES:
        lines.append(f"    out += f',{{picture(value.{_PICTURES[kind]})}}'\n")
    lines.append(f"    return f'{kind.__name__}({{out[1:]}})'\n")
    return compile("".join(lines), f"<{kind.__name__} in letters>", "exec")
