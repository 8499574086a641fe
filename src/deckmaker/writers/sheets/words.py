"""The fixed words on papers, keys and what lies beside them, out of the files of `languages`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from deckmaker.languages import ENGLISH, table, tag_of, tags
from deckmaker.model.labels import place_label

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ckb"})


class Words(Struct, frozen=True):
    """One language's words.

    tag: the first part of its BCP 47 tag; language: its own name.
    checked_by: who, speaking it, has read them; "" for nobody.
    """

    tag: str
    language: str
    checked_by: str
    _plural: str
    _words: Mapping[str, str]
    _counted: Mapping[str, Mapping[str, str]]

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    @property
    def all(self) -> dict[str, str]:
        """Every word by its name, and the language and direction as a template takes them."""
        return {**self._words, "lang": self.tag, "dir": "rtl" if self.tag in _RIGHT_TO_LEFT else "ltr"}

    def points(self, value: Decimal) -> str:
        """ "1 point", "2.5 points"."""
        return self._count("points", value)

    def questions(self, count: int) -> str:
        """ "1 question", "12 questions"."""
        return self._count("questions", Decimal(count))

    def minutes(self, count: int) -> str:
        """ "40 minutes"."""
        return self._count("minutes", Decimal(count))

    def place(self, place: str) -> str:
        """A place of an article: "title", "heading 1", "paragraph 9"."""
        return place_label(place, self.tag)

    def _count(self, what: str, value: Decimal) -> str:
        forms = self._counted[what]
        return forms.get(PLURALS[self._plural](value), forms["other"]).format(n=number(value))


def number(value: Decimal) -> str:
    """A number without needless zeros: "1", "0.5"."""
    return f"{value.normalize():f}"


def _arabic(value: Decimal) -> str:
    if value in (0, 1, 2):
        return ("zero", "one", "two")[int(value)]
    if value != int(value):
        return "other"
    return "few" if 3 <= value % 100 <= 10 else "many" if 11 <= value % 100 <= 99 else "other"


PLURALS: Mapping[str, Callable[[Decimal], str]] = {
    "one-other": lambda value: "one" if value == 1 else "other",
    "below-two-other": lambda value: "one" if 0 <= value < 2 else "other",
    "to-one-other": lambda value: "one" if 0 <= value <= 1 else "other",
    "one-two-other": lambda value: "one" if value == 1 else "two" if value == 2 else "other",
    "arabic": _arabic,
    "none": lambda value: "other",
}
"""Which form a number takes, by Unicode CLDR's plural rules: English, German, Spanish; French, Portuguese; Persian;
Hebrew; Arabic; languages without plurals."""


@cache
def words_of(language: str) -> Words:
    """The words of a language given as a BCP 47 tag; English where there is no table."""
    tag = tag_of(language) if tag_of(language) in tags() else ENGLISH
    made = table(tag)
    return Words(tag, made["language"], made["checked_by"], made["plural"], made["paper"], made["counted"])
