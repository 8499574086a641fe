"""The fixed words on papers, keys and what lies beside them: a table for each language, in `languages/`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

_ENGLISH = "en"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "ckb"})


@dataclass(frozen=True, slots=True)
class Words:
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

    def get(self, name: str, otherwise: str) -> str:
        """The word of that name, or what is to stand where there is none."""
        return self._words.get(name, otherwise)

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
        if place == "title":
            return self["title"]
        if place.startswith("heading-"):
            return self["heading"].format(number=place.removeprefix("heading-"))
        return self["paragraph"].format(number=place)

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
    tag = language.replace("_", "-").split("-")[0].casefold()
    return _read(tag if tag in languages() else _ENGLISH)


@cache
def languages() -> tuple[str, ...]:
    """The tags of the languages that there is a table for."""
    files = (resources.files("deckmaker.writers.sheets") / "languages").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def _read(tag: str) -> Words:
    table: dict[str, Any] = tomllib.loads(
        (resources.files("deckmaker.writers.sheets") / "languages" / f"{tag}.toml").read_text("utf-8")
    )
    return Words(tag, table["language"], table["checked_by"], table["plural"], table["words"], table["counted"])
