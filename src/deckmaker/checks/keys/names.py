"""From words to what they mean: sources, bases and claims. What cannot be told means nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from deckmaker.checks.keys.answers import NONE_GIVEN, ON_RECORD
from deckmaker.model.claims import ARTICLE, BASES, Claims, Sources
from deckmaker.model.labels import basis_label
from deckmaker.model.naming import names_of
from deckmaker.model.patterns import regex
from deckmaker.model.text import Text, plain

OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    ARTICLE: ("article", "article itself", "this article", "article in its own voice"),
    ON_RECORD: ("speaker's own word", "speaker's word", "own word of the speaker", "word of the speaker"),
    NONE_GIVEN: ("no source", "no source at all", "no source is given", "no source is named", "none given"),
}
"""What else is said for the article and the fixed bases."""

_OWN_WORD = (
    ("'", regex(r"(.+?)(?:'s|(?<=s)')(?: own)?(?: words?| statement| account)?")),
    (" of ", regex(r"(?:the )?(?:own )?(?:words?|statement|account) of (?:the )?(.+)")),
    ("", regex(r"(?:by|from) (?:the )?(.+)")),
)
"""Turns that hold a name, each after letters that stand in it."""
_CURLY = str.maketrans("‘’“”‑\u00a0", "''\"\"- ")
_THAT = regex(r"that(?:, [^,]+,)? (.+)")

Reading = frozenset[str]
"""The ids that some words may mean; none where that cannot be told."""

NOTHING: Reading = frozenset()


def squashed(words: str | Text) -> str:
    """Words in small letters, spaces and quotation marks made alike, no marks at either end."""
    return _squashed(words if isinstance(words, str) else plain(words))


@lru_cache(maxsize=256)  # an answer is read several times, and many share one
def _squashed(text: str) -> str:
    small = text.lower() if text.isascii() else text.translate(_CURLY).casefold()
    return " ".join(small.split()).strip(" .,;:!?\"'()")


class Names(Struct, frozen=True):
    """What the words of a set mean.

    sources: ids by what they are called; claims: ids by their text; texts: each claim's text by its id.
    """

    sources: Mapping[str, Reading]
    claims: Mapping[str, Reading]
    texts: Mapping[str, str]

    def reading(self, words: str | Text) -> Reading:
        """The sources and bases that an answer names."""
        text = squashed(words).removeprefix("the ")
        if found := self.sources.get(text):
            return found
        for letters, pattern in _OWN_WORD:
            match = pattern.fullmatch(text) if letters in text else None
            if match and (found := self.sources.get(match[1])):
                return found
        return NOTHING

    def claim(self, words: str | Text) -> str:
        """The one claim that an option says, "" where there is none or more."""
        text = squashed(words)
        match = _THAT.fullmatch(text) if text.startswith("that") else None
        found = self.claims.get(text) or self.claims.get(match[1] if match else "", NOTHING)
        return next(iter(found)) if len(found) == 1 else ""

    def stated(self, words: str, among: Iterable[str]) -> tuple[str, ...]:
        """Those of the claims that stand in squashed words letter for letter, none inside another."""
        found = [id for id in among if self.texts[id] and self.texts[id] in words]
        longer = [self.texts[id] for id in found]
        return tuple(id for id in found if not any(self.texts[id] in one and one != self.texts[id] for one in longer))

    def without(self, words: str, claims: Iterable[str]) -> str:
        """Squashed words with `…` for each of the claims that stand in them."""
        for id in sorted(claims, key=lambda id: -len(self.texts[id])):
            words = words.replace(self.texts[id], "…")
        return words


def names_in(sources: Sources, claims: Claims) -> Names:
    """What the words of these sources and claims mean."""
    texts = {id: squashed(claim.text) for id, claim in claims.items()}
    called = [(name, id) for id, source in sources.items() for name in names_of(source)]
    called += [(basis_label(id, sources), id) for id in BASES]
    called += [(name, id) for id, every in OTHER_WORDS.items() for name in every]
    called += _roles(sources)
    return Names(
        sources=_index((squashed(name).removeprefix("the "), id) for name, id in called),
        claims=_index((text, id) for id, text in texts.items()),
        texts=texts,
    )


def _roles(sources: Sources) -> list[tuple[str, str]]:
    """Roles of several words that one source alone has: "CIA spokesman"."""
    roles = [(source.role, id) for id, source in sources.items() if " " in source.role.strip()]
    every = [squashed(role) for role, _ in roles]
    return [(role, id) for role, id in roles if every.count(squashed(role)) == 1]


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, Reading]:
    index: dict[str, set[str]] = {}
    for name, id in pairs:
        index.setdefault(name, set()).add(id)
    return {name: frozenset(ids) for name, ids in index.items()}
