"""Rules about a whole paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.papers import Paper

PaperRule = Callable[[Document, Sequence[Paper]], Iterator[Diagnostic]]

PAPER_RULES: tuple[PaperRule, ...] = ()
