"""What is said about the user's input: as data here, as words in `render`."""

from deckmaker.diagnostics.codes import CODES, Code, Severity
from deckmaker.diagnostics.diagnostic import Diagnostic, Fix, Label, diagnose

__all__ = ["CODES", "Code", "Diagnostic", "Fix", "Label", "Severity", "diagnose"]
