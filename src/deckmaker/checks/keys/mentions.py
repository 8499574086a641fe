"""Who is mentioned in a sentence, and who of them is credited with what it says."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckmaker.checks.keys.names import Reading, squashed
from deckmaker.checks.keys.phrases import CREDIT, OWN_VOICE
from deckmaker.model.claims import ARTICLE
from deckmaker.model.patterns import regex

_TOKEN = regex(r"\w+|…")

Tokens = tuple[str, ...]


def tokens(words: str) -> Tokens:
    """The words without any marks; "Trump's" is two."""
    return tuple(_TOKEN.findall(words))


class Mentions(Struct, frozen=True):
    """How sources are mentioned: their ids by the tokens of what they are called; `longest` of them."""

    called: Mapping[Tokens, Reading]
    longest: int

    def marked(self, words: str) -> Marked:
        """The words with every mention marked, the longest name first where several begin at one place."""
        found: list[Reading] = []
        out: list[str] = []
        left = tokens(squashed(words))
        while left:
            size = next((n for n in range(min(self.longest, len(left)), 0, -1) if left[:n] in self.called), 0)
            out.append(f"⟦{len(found)}⟧" if size else left[0])
            if size:
                found.append(self.called[left[:size]])
            left = left[size or 1 :]
        return Marked(" ".join(out), tuple(found))


class Marked(Struct, frozen=True):
    """A sentence with its mentions of sources.

    text: `⟦0⟧` … in place of them; readings: the ids that each may mean.
    """

    text: str
    readings: tuple[Reading, ...]

    @property
    def others(self) -> Reading:
        """Everybody mentioned but the article."""
        return Reading().union(*self.readings) - {ARTICLE}

    def credited(self) -> frozenset[Reading]:
        """Who is credited. The article is only where it is said to speak for itself: it says everything in it."""
        every = (match for patterns in CREDIT.values() for pattern in patterns for match in pattern.finditer(self.text))
        found = {self.readings[int(match[1])] for match in every}
        others = frozenset(one for one in found if ARTICLE not in one)
        if others or not OWN_VOICE.search(self.text):
            return others
        return frozenset(one for one in found if ARTICLE in one)


def mentions_of(called: Mapping[str, Reading]) -> Mentions:
    """How the sources among these names are mentioned; fixed bases have no names that stand in a sentence."""
    by_tokens = {tokens(name): ids for name, ids in called.items() if tokens(name)}
    return Mentions(by_tokens, max(map(len, by_tokens), default=0))
