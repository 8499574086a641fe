"""How a basis and a place read to people: on cards, on papers, in stems and as options."""

from __future__ import annotations

from functools import cache

from deckmaker.languages import ENGLISH, table, tag_of, tags
from deckmaker.model.claims import BASES, Sources

_ENGLISH = {
    "paragraph": "paragraph {number}",
    "heading": "heading {number}",
    "title": "title",
    "on_record": "the word of a named person or body",
    "unnamed_people": "unnamed people",
    "unnamed_research": "unnamed research",
    "none_given": "no source given",
    "article_itself": "the article itself",
}
"""As `languages/en.toml` has them: most sets are in English, and what reads such files takes long to load."""


def basis_label(basis: str, sources: Sources, language: str = ENGLISH) -> str:
    """A basis in a few words: the source's name, or what stands for one of `BASES`."""
    if basis in BASES:
        return _labels(language)[basis]
    source = sources.get(basis)
    return source.name if source else basis


def article_label(language: str) -> str:
    """The article in its own voice, as a speaker among others."""
    return _labels(language)["article_itself"]


def place_label(place: str, language: str = ENGLISH) -> str:
    """A place of an article in words: "title", "heading 1", "paragraph 9"."""
    labels = _labels(language)
    if place == "title":
        return labels["title"]
    if place.startswith("heading-"):
        return labels["heading"].format(number=place.removeprefix("heading-"))
    return labels["paragraph"].format(number=place)


@cache
def _labels(language: str) -> dict[str, str]:
    """The language's labels, English ones where it has none."""
    tag = tag_of(language)
    found: dict[str, str] = _ENGLISH if tag == ENGLISH or tag not in tags() else table(tag)["labels"]
    return found
