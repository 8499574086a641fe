"""The hash of what a note shows. Equal for equal content, whatever the file's order, the process, the machine.

Fields of the model go in by themselves, so that a new one cannot be forgotten; what no note shows is named in
`_LEFT_OUT`. Empty values stay out, so that a new field alone changes no hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from json import dumps
from operator import attrgetter
from typing import Any

from deckmaker.model.article import Article
from deckmaker.model.claims import Claim, Quote, Source
from deckmaker.model.document import Document
from deckmaker.model.identity import digest
from deckmaker.model.questions import ImageOcclusion, Question
from deckmaker.model.text import Image
from deckmaker.source import Span

RENDER = 1
"""Raised when a change of the writers, not of a set, must reach notes that students have already."""

_LEFT_OUT: Mapping[type, frozenset[str]] = {
    # An id and its former ones are identity; the rest is for authors.
    Question: frozenset(("id", "was", "allow", "where", "claims", "span", "spans")),
    # Sources go in as they read, not by their ids; kinship of claims is for generators.
    Claim: frozenset(
        ("article", "speaker", "basis", "via", "also_speaker", "also_basis", "same_as", "near", "conflicts_with")
        + ("core", "quiz", "note", "tags", "span", "spans")
    ),
    Quote: frozenset(("prefix", "suffix", "span", "place_span")),
    Source: frozenset(("id", "speaks_for", "part_of", "aliases", "span")),
    Article: frozenset(("id", "path", "sha256", "text", "span")),
    # A picture is its bytes.
    Image: frozenset(("src",)),
    ImageOcclusion: frozenset(("image",)),
}
