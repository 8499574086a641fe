"""Doing what a plan says: media first, so that no card ever shows without its picture; deleting last."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.push.collection import notes_of
from deckmaker.push.notes import DATA, Present, Wanted
from deckmaker.push.plan import Plan, Update, same
from deckmaker.push.talk import Anki

Action = tuple[str, dict[str, object]]


def carry_out(
    anki: Anki,
    plan: Plan,
    present: Present,
    media: Mapping[str, bytes],
    *,
    delete: bool,
    progress: Callable[[str], None] = lambda _words: None,
) -> None:
    """Change Anki as planned. Raises Trouble; what was done by then stays done, and is not done again the next time.

    media: the set's files by name; of these, those that changed or new notes refer to are sent if Anki lacks them.
    delete: whether notes of questions that went are deleted.
    """
    notes = [*plan.added, *(update.wanted for update in plan.updated)]
    words = "\n".join(value for wanted in notes for value in wanted.fields.values())
    _store(anki, {name: data for name, data in media.items() if name in words}, progress)
    for update in plan.updated:
        progress(f"updating {update.wanted.question}")
        anki.ask_all(_changes(update))
    anki.ask_all([("createDeck", {"deck": deck}) for deck in dict.fromkeys(note.deck for note in plan.added)])
    for wanted in plan.added:
        progress(f"adding {wanted.question}")
        anki.ask("addNote", note=_note(wanted, present))
    if delete and plan.gone:
        anki.ask("deleteNotes", notes=[note.id for note in plan.gone])


def not_done(anki: Anki, plan: Plan) -> list[Diagnostic]:
    """N106: updates that Anki took and forgot: it writes back what its Browse window has open. Raises Trouble."""
    now = {note.id: note for note in notes_of(anki, [update.found.id for update in plan.updated])}
    lost = [
        update
        for update in plan.updated
        if (note := now.get(update.found.id))
        and any(not same(update.wanted.fields[name], note.fields.get(name)) for name in update.fields)
    ]
    return [
        diagnose(
            "N106",
            update.wanted.span,
            f'Anki kept its own words in "{update.wanted.question}"',
            hint="close Anki's Browse window, or leave the note there, and push again",
        )
        for update in lost
    ]


def _store(anki: Anki, media: Mapping[str, bytes], progress: Callable[[str], None]) -> None:
    """Files are named after their content: one that is there is the same."""
    present = anki.ask_all([("getMediaFilesNames", {"pattern": name}) for name in media])
    for (name, data), known in zip(media.items(), present, strict=True):
        if name not in known:
            progress(f"sending {name}")
            anki.ask("storeMediaFile", filename=name, data=base64.b64encode(data).decode())


def _changes(update: Update) -> list[Action]:
    """Fields last: they hold what says that the note is up to date."""
    id = update.found.id
    actions: list[Action] = []
    if update.old_tags:
        actions.append(("removeTags", {"notes": [id], "tags": " ".join(update.old_tags)}))
    if update.new_tags:
        actions.append(("addTags", {"notes": [id], "tags": " ".join(update.new_tags)}))
    fields = {name: update.wanted.fields[name] for name in (*update.fields, DATA)}
    return [*actions, ("updateNoteFields", {"note": {"id": id, "fields": fields}})]


def _note(wanted: Wanted, present: Present) -> dict[str, object]:
    return {
        "deckName": wanted.deck,
        "modelName": present.names[wanted.type.id],
        "fields": dict(wanted.fields),
        "tags": list(wanted.tags),
    }
