"""deckmaker compiles an article's claims and their sources, written in YAML, into Anki decks and printable quizzes."""

__version__ = "0.1.0"
__all__ = ["__version__"]
