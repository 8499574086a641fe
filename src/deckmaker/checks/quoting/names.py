"""Names that a set and its article share of necessity: of sources, and the article's own titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.quoting.parts import Parts
from deckmaker.model.document import QuestionSet
from deckmaker.model.patterns import regex

_LEADING = regex(r"^(?:the|an?)\s+", re.I)


class Names:
    """The names of a set's sources, their other names, and the titles of its articles."""

    def __init__(self, made: QuestionSet) -> None:
        """Gathers them."""
        self._by_first: dict[str, list[list[str]]] = {}
        for keys in map(_bare, map(Parts, _names(made))):
            if keys:
                self._by_first.setdefault(keys[0], []).append(keys)

    def given(self, ours: Parts) -> set[int]:
        """The parts of ours that are such a name, "'s" behind it or not."""
        keys = _bare(ours)
        return {
            part + step
            for part, key in enumerate(keys)
            for name in self._by_first.get(key, ())
            if keys[part : part + len(name)] == name
            for step in range(len(name))
        }


def _bare(parts: Parts) -> list[str]:
    return [key.removesuffix("'s") for key in parts.keys]


def _names(made: QuestionSet) -> Iterator[str]:
    """Those of sources without "the" too: "CIA", in a sentence, is the CIA."""
    for source in made.sources.values():
        for name in (source.name, *source.aliases):
            yield from (name, _LEADING.sub("", name))
    for article in made.articles.values():
        yield article.title
        yield article.short_title
