"""YAML files → `model.document.QuestionSet`.

Accepts YAML 1.1 files in UTF-8 with the keys of `shapes.SetFile`; every scalar is what was typed. Refuses, each with a
diagnostic, whatever else: nothing is guessed, and a part that cannot be read is left out without cascading.
"""

from deckmaker.readers.files import SetFiles, find_sets
from deckmaker.readers.set import read

__all__ = ["SetFiles", "find_sets", "read"]
