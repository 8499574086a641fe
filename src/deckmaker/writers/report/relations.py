"""Who stands in the source graph, how often, and what leads from whom to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from deckmaker.model.claims import ARTICLE, Source, SourceKind
from deckmaker.writers.report.material import Material

SPEAKS_FOR, PART_OF, RELAYS = "speaks for", "part of", "relays"
"""What a line of the graph can mean."""

_COLUMNS = (
    (SourceKind.PERSON,),
    (SourceKind.ORGANISATION, SourceKind.STATE),
    (SourceKind.DOCUMENT, SourceKind.PUBLICATION, SourceKind.UNNAMED),
)
"""The kinds of source that stand below one another; the article stands before them all."""


class Standing(Struct, frozen=True):
    """A source with what it does in the register.

    source: which.
    column: where it stands in the graph, from 0; columns with nothing in them are not counted.
    says, bears: of how many claims it is the speaker and the basis.
    """

    source: Source
    column: int
    says: int
    bears: int


class Line(Struct, frozen=True):
    """Something between two sources.

    start, end: their ids.
    means: SPEAKS_FOR, PART_OF or RELAYS; one that relays tells what `end` says.
    count: in how many claims.
    """

    start: str
    end: str
    means: str
    count: int


def standings(material: Material) -> list[Standing]:
    """Every source, in the register's order."""
    claims = material.set.claims.values()
    says, bears = Counter(claim.speaker for claim in claims), Counter(claim.basis for claim in claims)
    sources = material.set.sources
    used = sorted({_column(source) for source in sources.values()})
    return [Standing(each, used.index(_column(each)), says[id], bears[id]) for id, each in sources.items()]


def _column(source: Source) -> int:
    if source.id == ARTICLE:
        return 0
    return next(number for number, kinds in enumerate(_COLUMNS, 1) if source.kind in kinds)


def lines(material: Material) -> list[Line]:
    """Kin first, then relays, each in the register's order."""
    return [line for line in (*_kin(material), *_relays(material)) if line.start != line.end]


def _kin(material: Material) -> Iterator[Line]:
    sources = material.set.sources
    for source in sources.values():
        for body, means in ((source.speaks_for, SPEAKS_FOR), (source.part_of, PART_OF)):
            if body in sources:
                yield Line(source.id, body, means, 0)


def _relays(material: Material) -> Iterator[Line]:
    steps = (step for claim in material.set.claims.values() for step in pairwise((claim.speaker, *claim.via)))
    known = material.set.sources
    for (start, end), count in Counter(steps).items():
        if start in known and end in known:
            yield Line(start, end, RELAYS, count)
