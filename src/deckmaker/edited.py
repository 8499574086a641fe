"""A set of which a few questions' words were edited since it was built → its deck and its lock, without the rest.

Beside the pipeline, which makes the same, to the byte, from the whole set in several times the time. Whatever is not
such an edit for certain is left to it: another order, a question more or less, another kind of note, other cards,
another deck, questions about claims or that ask what others do, pictures, anything that there is something to say of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deckmaker import lock, pipeline
from deckmaker.checks.fronts import front_letters
from deckmaker.collector import collector_resting
from deckmaker.model.document import Document
from deckmaker.model.identity import own_data
from deckmaker.model.questions import ANKI, Question
from deckmaker.pipeline import Checked, Wanted
from deckmaker.readers import SetFiles
from deckmaker.readers.files import shown
from deckmaker.readers.items import Pieces, each, hashed

_MOST = 200
"""Questions edited at once; with many more, all of them are as quick."""
_PART = Wanted(lint=False, papers=False, whole=False)


class Edited(Struct, frozen=True):
    """What the edited set makes.

    deck: the package's bytes; lock: the lock's file; latest: the latest time in it, in epoch seconds.
    states: as `pipeline.states` has them.
    fronts: those of the file that was edited, as `Known` has them.
    """

    deck: bytes
    lock: str
    latest: int
    states: Mapping[str, str]
    fronts: str = ""


class Known(Struct, frozen=True):
    """What is known of a set that was built, and of which one file was edited.

    path: the file; pieces: the hashes of what stood above its questions, and of each of them.
    ids, fronts: of every question of the set, by file, the hashes of their ids, and of the letters on their fronts.
    deck: what was made, without rules that only warn, when there was nothing to say of the set.
    """

    path: Path
    pieces: str
    ids: Mapping[str, str]
    fronts: Mapping[str, str]
    deck: bytes


def ids_and_fronts(checked: Checked) -> tuple[dict[str, str], dict[str, str]]:
    """Those of a set's questions, as `Known` has them."""
    assert checked.document is not None
    found: dict[str, list[Question]] = {}
    for question in checked.document.set.questions:
        found.setdefault(question.span.file.name, []).append(question)
    ids = {name: _ids(questions) for name, questions in found.items()}
    return ids, {name: _fronts(questions) for name, questions in found.items()}


def _ids(questions: Iterable[Question]) -> str:
    return hashed(question.id.encode("utf-8", "surrogatepass") for question in questions)


def _fronts(questions: Iterable[Question]) -> str:
    return hashed(front_letters(question).encode("utf-8", "surrogatepass") for question in questions)


def edited(files: SetFiles, pieces: Pieces, known: Known, now: int) -> Edited | None:
    """What the set makes now; None where that is for the pipeline to find out.

    pieces: what the file that was edited holds now. now: in epoch seconds.
    """
    path = known.path
    after, before = each(pieces.hashes), each(known.pieces)
    changed = [index for index, (new, old) in enumerate(zip(after[1:], before[1:], strict=False)) if new != old]
    if after[:1] != before[:1] or len(after) != len(before) or not 0 < len(changed) <= _MOST:
        return None
    with collector_resting():
        part = pipeline.check(files, None, {**_idle(files), path: pieces.only(changed)}, _PART)
    document = part.document
    if part.problems or document is None or len(document.set.questions) != len(changed) or document.set.media:
        return None
    if not all(map(_is_plain_edit, document.set.questions)) or not _are_the_same_ones(document, changed, known):
        return None
    if _ask_the_same(document, changed, known):
        return None
    made = _made(files, document, known.deck, now)
    found = each(known.fronts[shown(path)])
    for index, front in zip(changed, each(_fronts(document.set.questions)), strict=True):
        found[index] = front
    return made and replace(made, fronts="".join(found))


def _idle(files: SetFiles) -> dict[Path, bytes]:
    """Files of claims alone, without their claims: what is about none needs none."""
    return {path: b"claims: []\n" for path in files.files if _is_of_claims_alone(path.read_bytes())}


def _is_of_claims_alone(data: bytes) -> bool:
    keys = (found[0] for found in _KEYS.finditer(data))
    return next(keys, b"") == b"claims" and next(keys, None) is None


_KEYS = re.compile(rb"^[^\s#-][^:\n]*", re.M)
"""Keys at the top of a file, and whatever else stands there."""


def _is_plain_edit(question: Question) -> bool:
    """What is about a claim is held against all that is about it."""
    return not question.was and not question.claims and ANKI in question.where


def _are_the_same_ones(document: Document, changed: Sequence[int], known: Known) -> bool:
    """Whether each question has the id of the one that stood in its place: none came, went or moved."""
    ids = each(known.ids.get(shown(known.path), ""))
    is_known = len(ids) == len(each(known.pieces)) - 1
    return is_known and [ids[index] for index in changed] == each(_ids(document.set.questions))


def _ask_the_same(document: Document, changed: Sequence[int], known: Known) -> bool:
    """Whether an edited card asks what another asks: their answers are held against each other."""
    now = each(_fronts(document.set.questions))
    others = each(known.fronts.get(shown(known.path), ""))
    if len(others) != len(each(known.pieces)) - 1:
        return True
    for index in sorted(changed, reverse=True):
        del others[index]
    rest = (front for name, some in known.fronts.items() if name != shown(known.path) for front in each(some))
    return len({*now}) < len(now) or not {*now}.isdisjoint([*others, *rest])


def _made(files: SetFiles, document: Document, deck: bytes, now: int) -> Edited | None:
    import zipfile

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
    states = {"anki": lock.sum_of_notes_in(words)}
    return None if said or made is None else Edited(made, words, max(times.values()), states)


def _alone(document: Document) -> Document:
    return Document(document.set, document.set.questions, (), document.evidence)


def _hashes(document: Document) -> dict[str, str]:
    return dict(lock.note_hashes(document.set.questions, document))


def _says_the_same(new: Mapping[str, str], old: Mapping[str, str]) -> bool:
    """Whether the tool's own data of a note, besides times and hashes, are those of another."""
    one, other = own_data(new["Data"]), own_data(old["Data"])
    return all(one.get(key) == other.get(key) for key in ("claims", "family", "render"))
