"""Anki: one package a set, its notes known by set and question id, its looks in templates/."""

from deckmaker.writers.anki.notes import own_tag
from deckmaker.writers.anki.write import AnkiOptions, prepare, with_others, write

__all__ = ["AnkiOptions", "own_tag", "prepare", "with_others", "write"]
