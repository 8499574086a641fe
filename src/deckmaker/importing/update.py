"""An edited package of our own set → what was changed in it, question by question. Pure.

Both sides go the same way: the note as the set would make it and the note as it was found are read back, and their
leaves compared. What differs is somebody's edit, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from deckmaker.importing.foreign import CardTemplate, Foreign, Note, NoteType
from deckmaker.importing.losses import Losses
from deckmaker.importing.own import family, identity, is_own, own_question
from deckmaker.importing.questions import Questions
from deckmaker.model.identity import fingerprint, own_data

Path = tuple[str | int, ...]
"""Where in a question a text stands: a key, perhaps an index, perhaps a key below that."""


class Current(Struct, frozen=True):
    """A note as the set makes it now.

    question: the question's id now. fields, tags: of the note. at: since when.
    paths: where in the set the set's pictures and sounds stand, by their names in a package.
    """

    question: str
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    at: int
    paths: Mapping[str, str] = {}


class Change(Struct, frozen=True):
    """One text that somebody changed in Anki.

    question: the question's id. path: where in it. old, new: as an author types them; `old` is "" for one that came.
    tags: all tags, where these are what changed.
    is_stale: whether the set changed the question after the version that was edited.
    """

    question: str
    path: Path
    old: str
    new: str
    tags: tuple[str, ...] = ()
    is_stale: bool = False


class Edits(Struct):
    """What a package has of a set.

    changes: what can be taken over. by_hand: (question id, why) of what cannot.
    same: notes that are as the set makes them. older: notes of another version that nobody edited.
    strange: ids of notes whose question the set does not have.
    """

    changes: list[Change] = field(default_factory=list)
    by_hand: list[tuple[str, str]] = field(default_factory=list)
    same: int = 0
    older: int = 0
    strange: list[str] = field(default_factory=list)


def edits(deck: Foreign, uid: str, current: Mapping[str, Current]) -> Edits:
    """What was changed in the deck's notes of the set with that uid; `current` by the id that a question had first."""
    made = Edits()
    for note in deck.notes:
        if not is_own(note) or identity(note)[0] != uid:
            continue
        known = current.get(identity(note)[1])
        if known is None:
            made.strange.append(identity(note)[1])
        else:
            _compare(made, note, known)
    return made


def _compare(made: Edits, note: Note, known: Current) -> None:
    data = own_data(note.fields.get("Data", ""))
    ours = Note("", _ANY, dict(known.fields), known.tags, "", ())
    if note.fields.get("Kind") != known.fields.get("Kind"):
        made.by_hand.append((known.question, "the question has another type now"))
        return
    strange: list[str] = []
    theirs = _shape(note, known.paths, strange)
    before, after = (dict(_leaves(shape)) for shape in _aligned(_shape(ours, known.paths), theirs))
    tags = _tags(known, note)
    if before == after and not tags:
        made.same += 1
    elif data.get("made") == fingerprint(note.fields) and not tags:
        made.older += 1
    elif family(note):
        made.by_hand.append((known.question, "it is made from a claim: change the claim, or its words under edit:"))
    else:
        is_stale = isinstance(at := data.get("at"), int) and at < known.at
        made.changes += [*_changes(made, known, before, after, is_stale, strange), *tags]


def holds(known: Current, change: Change) -> bool:
    """Whether the question, as the set makes it now, says what the change wants."""
    if change.tags:
        return set(change.tags) <= set(known.tags)
    leaves = _leaves(_shape(Note("", _ANY, dict(known.fields), known.tags, "", ()), known.paths))
    return any(path[0] == change.path[0] and value == change.new for path, value in leaves)


def _changes(
    made: Edits,
    known: Current,
    before: Mapping[Path, str],
    after: Mapping[Path, str],
    is_stale: bool,
    strange: Sequence[str],
) -> Iterator[Change]:
    question = known.question
    for path in dict.fromkeys((*before, *after)):
        old, new = before.get(path, ""), after.get(path, "")
        if old == new:
            continue
        if not new or (not old and len(path) > 1):
            what = f'"{path[0]}" went' if not new else f'"{path[0]}" has more than the set has'
            made.by_hand.append((question, what))
        elif name := next((name for name in strange if name in new), ""):
            made.by_hand.append((question, f'its "{path[0]}" shows "{name}", which the set does not have'))
        elif any(f"![{name}](" in new for name in known.paths):
            made.by_hand.append((question, f'its "{path[0]}" has a recording, whose description no package keeps'))
        else:
            yield Change(question, path, old, new, is_stale=is_stale)


def _tags(known: Current, note: Note) -> list[Change]:
    """Tags that came or went, the tool's own apart."""
    old, new = ([tag for tag in tags if not tag.startswith("deckmaker::")] for tags in (known.tags, note.tags))
    if {tag.casefold() for tag in old} == {tag.casefold() for tag in new}:
        return []
    kept = [tag for tag in old if tag in new]
    return [Change(known.question, ("tags",), " ".join(old), " ".join(new), (*kept, *(t for t in new if t not in old)))]


def _shape(note: Note, paths: Mapping[str, str], strange: list[str] | None = None) -> dict[str, Any]:
    """The question that the note shows; names of files that the set does not have stay, and go to `strange`."""

    def path(name: str) -> str:
        if name not in paths and strange is not None:
            strange.append(name)
        return paths.get(name, name)

    make = Questions(path, Losses())
    return {
        key: value for key, value in own_question(note, make, "").items() if key not in ("id", "tags", "type", "was")
    }


def _aligned(ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both, with lists that cards mix in one order: what both have comes first, the rest as it stands."""
    pairs = {key: (ours[key], theirs[key]) for key in _MIXED if key in ours and key in theirs}
    both = {key: [item for item in one if item in other] for key, (one, other) in pairs.items()}
    mine = {key: both[key] + [item for item in one if item not in both[key]] for key, (one, _) in pairs.items()}
    other = {key: both[key] + [item for item in two if item not in both[key]] for key, (_, two) in pairs.items()}
    return {**ours, **mine}, {**theirs, **other}


_MIXED = ("options", "distractors", "answers", "extra")


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _leaves(part, (*path, at))
    else:
        yield path, value if isinstance(value, str) else str(value).lower()


_ANY = NoteType("", False, (), (CardTemplate("", ""),))


def difference(made: Edits, places: Mapping[str, str]) -> str:
    """The changes as text, question by question; `places` says where each question stands."""
    lines: list[str] = []
    for question in dict.fromkeys(change.question for change in made.changes):
        own = [change for change in made.changes if change.question == question]
        since = "  (the set has changed it since)" if any(change.is_stale for change in own) else ""
        lines.append(f"{question}  {places.get(question, '')}{since}")
        for change in own:
            lines.append(f"  {_named(change.path)}")
            lines += _marked("-", change.old)
            lines += _marked("+", change.new)
    return "\n".join(lines)


def _named(path: Iterable[str | int]) -> str:
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _marked(mark: str, words: str) -> list[str]:
    return [f"  {mark} {line}" for line in words.split("\n")] if words else []
