"""What paper cannot show of a quiz, told without making any paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.answers import texts
from deckmaker.model.papers import Paper, Version
from deckmaker.model.text import Math, Sound, Text, leaves


def unprintable(paper: Paper) -> list[Diagnostic]:
    """X001 for formulas and sounds; as many of the versions are looked at as it takes to see each of these."""
    versions = tuple(_holding(paper.versions))
    if not versions and not _has_any([paper.instructions]):
        return []
    from deckmaker.writers.sheets.sheets import sheets  # for the few sets that have any

    looked_at = replace(paper, versions=versions or paper.versions[:1])
    return list(dict.fromkeys(problem for _, said in sheets(looked_at) for problem in said))


def _holding(versions: Iterable[Version]) -> Iterator[Version]:
    """The versions of which each has a question with a formula or sound that none before it has."""
    seen: set[str] = set()
    for version in versions:
        around = [text for section in version.sections for text in (section.instructions, section.passage)]
        new = [item.question for item in version.items if item.question.id not in seen]
        seen.update(question.id for question in new)
        if any(_has_any(texts(question)) for question in new) or (len(seen) == len(new) and _has_any(around)):
            yield version


def _has_any(given: Iterable[Text]) -> bool:
    return any(isinstance(node, Math | Sound) for text in given for node in leaves(text))
