"""Issued papers: frozen with everything they print, read back, held against what the set has become."""

from deckmaker.issued.changes import changed, corrections, same
from deckmaker.issued.errata import dump_erratum
from deckmaker.issued.papers import dump
from deckmaker.issued.reading import file_name, read_issues

__all__ = ["changed", "corrections", "dump", "dump_erratum", "file_name", "read_issues", "same"]
