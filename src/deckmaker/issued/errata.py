"""Errata ↔ the bytes of their files: what of an issued paper is right after all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker import __version__
from deckmaker.issued.papers import FORMAT, sealed
from deckmaker.issued.questions import question_in, question_out
from deckmaker.issued.texts import checked
from deckmaker.model.papers import Correction, Erratum, Paper
from deckmaker.source import Span


def dump_erratum(paper: Paper, erratum: Erratum) -> bytes:
    """The erratum as JSON, the same bytes for the same corrections."""
    made = {
        "format": FORMAT,
        "tool": f"deckmaker {__version__}",
        "set": paper.uid,
        "quiz": paper.id,
        "issue": paper.issue,
        "erratum": erratum.number,
        "questions": [question_out(one.question, one.backing) for one in erratum.corrections],
    }
    return sealed(made)


def erratum_of(made: Mapping[str, Any], paper: Paper, span: Span) -> Erratum:
    """The erratum to that paper. Raises ValueError, KeyError, TypeError, ArithmeticError."""
    printed = {question.id for question in paper.questions}
    corrections = tuple(Correction(*question_in(checked(one, dict), span)) for one in made["questions"])
    strange = [one.question.id for one in corrections if one.question.id not in printed]
    if strange:
        raise ValueError(f"{strange[0]} is not on the paper")
    return Erratum(checked(made["erratum"], int), corrections)
