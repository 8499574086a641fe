"""Anki: one package a set, its notes known by set and question id, its looks in templates/."""

from deckmaker.writers.anki.write import AnkiOptions, write

__all__ = ["AnkiOptions", "write"]
