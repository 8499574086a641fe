"""Stems that do not say what they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.mentions import Marked
from deckmaker.checks.keys.names import Reading
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.naming import named
from deckmaker.model.questions import Cloze, Matching
from deckmaker.model.text import plain


def axis_missing(asked: Asked) -> Iterator[Diagnostic]:
    """The answer is a source, and the stem has no word on whether it is to say it or to be the evidence."""
    if asked.question.axis or not asked.is_english or not _is_source(asked) or asked.axes or _in_gap(asked):
        return
    message = "the answer is a source, and the stem does not say whether it is asked for as speaker or as evidence"
    hint = 'ask "who says that …?" or "what does … point to as evidence that …?", or give the axis:\naxis: speaker'
    yield diagnose("K002", asked.place(asked.question.stem, "stem", "front", "text"), message, hint=hint)


def _is_source(asked: Asked) -> bool:
    """Whether a right answer is a source or a basis that what is asked about does not name itself."""
    body = asked.question.body
    readings = list(asked.keys)
    if isinstance(body, Matching):
        readings += [reading for _, right in body.pairs if (reading := asked.names.reading(right))]
    texts = [plain(asked.truth.set.claims[id].text) for id in asked.claims]
    sources = [source for reading in readings for id in reading if (source := asked.truth.source(id))]
    content = any(named(source, text) for source in sources for text in texts)
    return bool(readings) and not content


def _in_gap(asked: Asked) -> bool:
    """Whether a gap stands where its words say that somebody speaks or that something is evidence."""
    if not isinstance(asked.question.body, Cloze):
        return False
    marked, gap = asked.marked, Reading(("___",))
    text = marked.text.replace("___", f"⟦{len(marked.readings)}⟧")
    return gap in Marked(text, (*marked.readings, gap)).credited()
