"""The few words that are the card's own, by language. Templates hold none, so a new language is a row here."""

from __future__ import annotations

from functools import lru_cache

from deckmaker.writers.html import attribute, escape

_ENGLISH = {
    "true": "True",
    "false": "False",
    "choose_all": "Choose every right answer.",
    "match": "Match each number with a letter.",
    "order": "Put these in order.",
    "right": "right answer",
    "yours": "your choice",
    "accepted": "Also accepted",
    "marking": "How it is marked",
    "hint": "Hint",
    "speaker": "Speaker",
    "basis": "Basis",
    "relay": "Relay",
    "relaying": "relaying",
    "also": "can also be read as",
    "found": "words found in {}",
    "unverified": "{}: fragment not verified",
    "the title": "the title",
}

WORDS: dict[str, dict[str, str]] = {"en": _ENGLISH}
"""By primary language subtag (BCP 47); English stands in for a language that has no row."""


def word(name: str, language: str) -> str:
    """The word as plain letters. Raises KeyError for a name that the table does not have."""
    return WORDS.get(_primary(language), _ENGLISH)[name]


@lru_cache(maxsize=4096)
def label(name: str, language: str, *values: str) -> str:
    """The word as HTML, `{}` filled in, marked as English where English stands in for the card's language."""
    shown = escape(word(name, language).format(*values))
    return shown if _primary(language) in WORDS else f'<span lang="en">{shown}</span>'


@lru_cache(maxsize=256)
def label_attribute(name: str, language: str) -> str:
    """The word as the content of an attribute."""
    return attribute(word(name, language))


def _primary(language: str) -> str:
    return language.split("-")[0].lower()
