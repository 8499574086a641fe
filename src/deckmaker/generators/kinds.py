"""How near kinds of sources are to each other: a table."""

from __future__ import annotations

from deckmaker.model.claims import SourceKind

_P, _O, _S, _D, _B, _U = (
    SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.STATE, SourceKind.DOCUMENT, SourceKind.PUBLICATION,
    SourceKind.UNNAMED,
)  # fmt: skip

NEAREST = {
    _P: (_P, _O, _S, _B, _U, _D),
    _O: (_O, _S, _P, _B, _U, _D),
    _S: (_S, _O, _P, _B, _U, _D),
    _D: (_D, _B, _O, _S, _U, _P),
    _B: (_B, _D, _O, _P, _S, _U),
    _U: (_U, _P, _O, _B, _D, _S),
}
"""For each kind of source all kinds, the nearest first."""


def distance(kind: SourceKind | None, other: SourceKind | None) -> int:
    """How far two kinds are apart, 0 for the same.

    None is near to every kind: the article itself, no source. If these stood only where they are right, their mere
    presence would tell.
    """
    return 0 if kind is None or other is None else NEAREST[kind].index(other)
