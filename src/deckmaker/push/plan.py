"""What is to be done: notes as they should be against notes as they are. Pure.

The rule for a note whose words differ is that of an import: the later one wins, and an edit in Anki of a note that the
set did not change since stays. A note says itself what the tool last put there, and of which time that was.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.push.notes import DATA, Found, Present, Wanted, WantedType
from deckmaker.source import Span


class Update(Struct, frozen=True):
    """What changes in a note.

    wanted, found: the note as it should be, and is.
    fields: names of the fields that change.
    new_tags, old_tags: tags that come and go; a student's own never go.
    """

    wanted: Wanted
    found: Found
    fields: tuple[str, ...]
    new_tags: tuple[str, ...]
    old_tags: tuple[str, ...]


class Plan(Struct):
    """What a push comes to.

    title: of the set.
    added: notes that Anki does not have.
    updated: what changes in those that it has.
    unchanged: how many are as they should be.
    kept: notes that somebody edited in Anki since the set last changed them, and that stay.
    newer: notes that Anki has in a later version than this state of the set.
    gone: notes of questions that the set, by its lock, had once; they go when asked to.
    """

    title: str
    added: list[Wanted] = field(default_factory=list)
    updated: list[Update] = field(default_factory=list)
    unchanged: int = 0
    kept: list[Found] = field(default_factory=list)
    newer: list[Found] = field(default_factory=list)
    gone: list[Found] = field(default_factory=list)


class Asked(Struct, frozen=True):
    """What is to be pushed.

    title, span: of the set, and its place. tags: what its own tags begin with.
    notes: as they should be.
    retired: identities (QID) of notes that the set had once.
    """

    title: str
    span: Span
    tags: str
    notes: Sequence[Wanted]
    retired: frozenset[str]


def plan(asked: Asked, present: Present) -> tuple[Plan, list[Diagnostic]]:
    """What to do, and why some of it cannot be done."""
    problems = list(_types(asked, present))
    problems += _not_ours(asked, present)
    own = [note for note in present.notes if note.type in present.names.values()]
    by_qid: dict[str, list[Found]] = {}
    for note in own:
        by_qid.setdefault(note.qid, []).append(note)
    problems += _twice(asked, by_qid)
    made = Plan(asked.title, gone=[note for note in own if note.qid in asked.retired])
    for wanted in asked.notes:
        _compare(made, asked, wanted, by_qid.get(wanted.qid, []))
    problems += _newer(asked, made)
    return made, problems


def _compare(made: Plan, asked: Asked, wanted: Wanted, notes: Sequence[Found]) -> None:
    if not notes:
        made.added.append(wanted)
    for note in notes:
        update = _update(asked, wanted, note)
        if not update.fields and (note.at == wanted.at or not (update.new_tags or update.old_tags)):
            made.unchanged += 1
        elif note.at > wanted.at:
            made.newer.append(note)
        elif _was_edited_since(wanted, note):
            made.kept.append(note)
        else:
            made.updated.append(update)


def _was_edited_since(wanted: Wanted, note: Found) -> bool:
    if not note.is_edited and note.at >= 0:
        return False
    return note.at == wanted.at or (note.mod is not None and note.mod > wanted.at)


def _update(asked: Asked, wanted: Wanted, note: Found) -> Update:
    fields = [name for name, value in wanted.fields.items() if name != DATA and not same(value, note.fields.get(name))]
    known = {unicodedata.normalize("NFC", tag).casefold() for tag in note.tags}  # as Anki tells tags apart
    should = {unicodedata.normalize("NFC", tag).casefold() for tag in wanted.tags}
    new = tuple(tag for tag in wanted.tags if unicodedata.normalize("NFC", tag).casefold() not in known)
    ours = asked.tags.casefold()
    old = tuple(tag for tag in note.tags if tag.casefold().startswith(ours) and tag.casefold() not in should)
    return Update(wanted, note, tuple(fields), new, old)


def same(ours: str, theirs: str | None) -> bool:
    """Whether two fields say the same to Anki, which stores letters in one form (NFC)."""
    return theirs is not None and unicodedata.normalize("NFC", ours) == unicodedata.normalize("NFC", theirs)


def _types(asked: Asked, present: Present) -> Iterator[Diagnostic]:
    """N101, N102: note types that are not there, or have lost a field."""
    needed: Mapping[int, WantedType] = {note.type.id: note.type for note in asked.notes}
    missing = [type.name for type in needed.values() if type.id not in present.types]
    if missing:
        count = f'the note type "{missing[0]}"' if len(missing) == 1 else f"{len(missing)} note types of deckmaker"
        hint = "build the set, import its package once by File › Import, and push from then on"
        yield diagnose("N101", asked.span, f"this Anki does not have {count} yet", hint=hint)
    for type in needed.values():
        lost = [name for name in type.fields if name not in present.types.get(type.id, type.fields)]
        if lost:
            message = f'the note type "{present.names[type.id]}" has no field "{lost[0]}" in this Anki any more'
            hint = f'give the field its name back in Tools › Manage Note Types\n"{lost[0]}"'
            yield diagnose("N102", asked.span, message, hint=hint)


def _not_ours(asked: Asked, present: Present) -> Iterator[Diagnostic]:
    """N103: notes of some other type that bear an id of the set."""
    foreign = [note for note in present.notes if note.type not in present.names.values()]
    if foreign and present.names:
        count = "a note" if len(foreign) == 1 else f"{len(foreign)} notes"
        message = f'{count} of the type "{foreign[0].type}" bear an id of this set, and are left alone'
        hint = f"look at them in Browse, and delete what nobody needs\n{_search(foreign)}"
        yield diagnose("N103", asked.span, message, hint=hint)


def _twice(asked: Asked, by_qid: Mapping[str, list[Found]]) -> Iterator[Diagnostic]:
    """N104: notes that came by push and by an import: Anki takes these for two."""
    twice = [notes for notes in by_qid.values() if len(notes) > 1]
    if twice:
        count = "a question has" if len(twice) == 1 else f"{len(twice)} questions have"
        search = _search(note for notes in twice for note in notes)
        hint = f"delete the one that was learnt less: let Browse show them\n{search}"
        yield diagnose("N104", asked.span, f"{count} more than one note in this Anki", hint=hint)


def _newer(asked: Asked, made: Plan) -> Iterator[Diagnostic]:
    """N105: what Anki has was built from a later state of the set."""
    if made.newer:
        count = "a note" if len(made.newer) == 1 else f"{len(made.newer)} notes"
        hint = "get the latest state of the set and its lock, as by git pull"
        yield diagnose("N105", asked.span, f"this Anki has {count} in a newer version than this set", hint=hint)


def _search(notes: Iterable[Found]) -> str:
    return f"nid:{','.join(str(note.id) for note in notes)}"
