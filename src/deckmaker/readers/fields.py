"""The kinds of value that a key of a set's file can have, by name; what each takes is said in `quick` and `exact`."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Kind(Struct, frozen=True):
    """A kind of value.

    name: which.
    of: what it is made of, or its bounds: other kinds, shapes, words, numbers.
    """

    name: str
    of: tuple[Any, ...] = ()


class Key(Struct, frozen=True):
    """A key of a mapping.

    kind: what its value may be.
    says: what it means, for tables and editors.
    default: what stands for it where it is not given; NEEDED where it must be.
    alias: how it is spelt in files, "" where that is its name here.
    """

    kind: Kind
    says: str
    default: Any
    alias: str = ""


NEEDED: Any = ...
"""No default: the key must be given."""
NOTHING: Any = object()
"""The default of a shape that has only keys with defaults: that shape with nothing given."""

MOST_LETTERS, MOST_OF_A_LINE, MOST_OF_AN_ID = 200_000, 10_000, 200
"""Of a text that people read, of one taken as it is, of an id."""
MOST_PARTS = 100
"""Options of a question, pairs, things to order, hidden parts of a picture."""

PROSE = Kind("prose", (MOST_LETTERS,))
"""Text that people read: CommonMark inline, images, math."""
LINE = Kind("line", (MOST_OF_A_LINE,))
"""Text taken as it is."""
ID = Kind("id", (MOST_OF_AN_ID,))
"""Letters, digits, - . _ ; starts with a letter or digit."""
REF = Kind("ref")
"""The id of something else."""
LANGUAGE = Kind("language")
"""As BCP 47 writes it."""
UID = Kind("uid")
SHA256 = Kind("sha256")
SUBDECKS = Kind("subdecks")
BY = Kind("by")
NUMBER = Kind("number")
"""A decimal number from 0."""
POINTS = Kind("points")
"""A decimal number from 0 to 1000."""
PERCENT = Kind("percent")
"""A decimal number from 0 to 100."""
SHARE = Kind("share")
"""From 0 to 1."""
TRUTH = Kind("truth")
PAIR = Kind("pair")
"""[left, right], or a mapping of both."""
OPTION = Kind("option")
"""A text, or a mapping."""
PROFILES = Kind("profiles")


def one_of(*words: str) -> Kind:
    """One of these words."""
    return Kind("one_of", words)


def whole(least: int, most: int | None = None) -> Kind:
    """A whole number within these bounds."""
    return Kind("whole", (least, most))


def many(kind: Kind, most: int | None = None) -> Kind:
    """A list of at most so many; one alone may stand without brackets."""
    return Kind("many", (kind, most))


def list_of(kind: Kind, least: int = 0, most: int | None = None) -> Kind:
    """A list of at least and at most so many."""
    return Kind("list_of", (kind, least, most))


def map_of(keys: Kind, values: Kind) -> Kind:
    """A mapping with keys of the author's own."""
    return Kind("map_of", (keys, values))


def shape(of: type) -> Kind:
    """A mapping with known keys."""
    return Kind("shape", (of,))


def all_or(of: type, least: int = 0) -> Kind:
    """`all`, one id, a list of at least so many, or a mapping that says which."""
    return Kind("all_or", (of, least))


def key(kind: Kind, says: str, default: Any = NEEDED, alias: str = "") -> Any:
    """A key in a shape's declaration."""
    return Key(kind, says, default, alias)


class Shape:
    """A mapping with known keys: what a subclass declares by `key`."""

    @classmethod
    def keys(cls) -> dict[str, Key]:
        """Its keys, by their names here."""
        return {name: each for name, each in vars(cls).items() if isinstance(each, Key)}

    @classmethod
    def spelt(cls) -> dict[str, Key]:
        """Its keys as files spell them."""
        return {each.alias or name: each for name, each in cls.keys().items()}
