"""How a basis and a place read to people: on cards, on papers, in stems and as options. English."""

from __future__ import annotations

from deckmaker.model.claims import Sources

_BASIS = {
    "on_record": "the word of a named person or body",
    "unnamed_people": "unnamed people",
    "unnamed_research": "unnamed research",
    "none_given": "no source given",
}


def basis_label(basis: str, sources: Sources) -> str:
    """A basis in a few words: the source's name, or what stands for one of `BASES`."""
    if basis in _BASIS:
        return _BASIS[basis]
    source = sources.get(basis)
    return source.name if source else basis


def place_label(place: str) -> str:
    """A place of an article in words: "title", "heading 1", "paragraph 9"."""
    if place == "title":
        return "title"
    if place.startswith("heading-"):
        return f"heading {place.removeprefix('heading-')}"
    return f"paragraph {place}"
