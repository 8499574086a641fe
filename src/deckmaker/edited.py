"""A set of which a few questions' words were edited since it was built → its deck and its lock, without the rest.

Beside the pipeline, which makes the same, to the byte, from the whole set in several times the time. Whatever is not
such an edit for certain is left to it: another order, a question more or less, another kind of note, other cards,
another deck, other claims, pictures, words in quotation marks, anything that there is something to say about.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from deckmaker import lock, pipeline
from deckmaker.collector import collector_resting
from deckmaker.model.answers import texts
from deckmaker.model.document import Document
from deckmaker.model.identity import own_data
from deckmaker.model.questions import ANKI, Question
from deckmaker.model.text import plain
from deckmaker.pipeline import Wanted
from deckmaker.readers import SetFiles
from deckmaker.readers.items import Pieces

_MOST = 200
"""Questions edited at once; with many more, all of them are as quick."""
_MARKS = frozenset("“„«\"‘'")
"""What quotes the article, whose words are counted over the whole set."""
_PART = Wanted(lint=False, papers=False, whole=False)


class Edited(Struct, frozen=True):
    """What the edited set makes.

    deck: the package's bytes; lock: the lock's file; latest: the latest time in it, in epoch seconds.
    """

    deck: bytes
    lock: str
    latest: int


def edited(files: SetFiles, path: Path, pieces: Pieces, known: Sequence[str], deck: bytes, now: int) -> Edited | None:
    """What the set makes now; None where that is for the pipeline to find out.

    path: the file that was edited, pieces: what it holds now, known: the hashes of what it held. deck: what was made of
    the set before, without rules that only warn, when there was nothing to say of it. now: in epoch seconds.
    """
    changed = [index for index, (one, other) in enumerate(zip(pieces.hashes, known, strict=False)) if one != other]
    if len(pieces.items) != len(known) or not 0 < len(changed) <= _MOST:
        return None
    with collector_resting():
        part = pipeline.check(files, None, {path: pieces.only(changed)}, _PART)
    document = part.document
    if part.problems or document is None or len(document.set.questions) != len(changed) or document.set.media:
        return None
    if not all(_is_plain_edit(question) for question in document.set.questions):
        return None
    return _made(files, document, deck, now)


def _is_plain_edit(question: Question) -> bool:
    quotes = question.claims and any(_MARKS.intersection(plain(text)) for text in texts(question))
    return not question.was and ANKI in question.where and not quotes


def _made(files: SetFiles, document: Document, deck: bytes, now: int) -> Edited | None:
    from deckmaker.writers import anki

    try:
        found = lock.patched(files.lock.read_bytes().decode(), _hashes(document), now)
    except (OSError, UnicodeDecodeError):
        return None
    if found is None:
        return None
    words, times = found
    notes, said = anki.prepare(_alone(document), anki.AnkiOptions(times, lock.RENDER))
    try:
        made = anki.with_others(deck, [note for _, note in notes.notes], _says_the_same)
    except (zipfile.BadZipFile, ValueError, KeyError, OSError):
        return None
    return None if said or made is None else Edited(made, words, max(times.values()))


def _alone(document: Document) -> Document:
    return Document(document.set, document.set.questions, (), document.evidence)


def _hashes(document: Document) -> dict[str, str]:
    return dict(lock.note_hashes(document.set.questions, document))


def _says_the_same(new: Mapping[str, str], old: Mapping[str, str]) -> bool:
    """Whether the tool's own data of a note, besides times and hashes, are those of another."""
    one, other = own_data(new["Data"]), own_data(old["Data"])
    return all(one.get(key) == other.get(key) for key in ("claims", "family", "render"))
