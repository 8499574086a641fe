"""What an import cannot do in a student's collection: change a kind of note, move a card, delete a note.

Anki adds notes and updates them, and leaves everything else as it is. So that the author can tell students, every
message has a search for Anki's Browse window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.lock.content import note_hashes
from deckmaker.lock.entries import Lock
from deckmaker.model.decks import PLAIN, cards_of, deck_of, kind_of
from deckmaker.model.document import Document
from deckmaker.model.identity import exact, qid
from deckmaker.model.questions import ANKI, Kind, Question

_SHOWN = 3
"""Questions of which it is said what they may have been."""
_SAID = {"cloze": "a cloze", "occlusion": "an image occlusion", PLAIN: "no cloze and no image occlusion"}


def kinds_changed(lock: Lock, document: Document) -> Iterator[Diagnostic]:
    """L008: a question whose note students have as another kind; Anki would leave the note as it is, for ever."""
    for question in _asked(document) if lock.decks else ():  # a lock without decks is from before kinds were kept
        known = question.first_id
        if (known in lock.notes or known in lock.retired) and lock.kinds.get(known, PLAIN) != kind_of(question):
            message = f'"{question.id}" is {_SAID[kind_of(question)]} now; the note that students have is'
            yield diagnose(
                "L008",
                question.place_of("type"),
                f"{message} {_SAID[lock.kinds.get(known, PLAIN)]}",
                "Anki never turns a note into one of another kind",
                f"give it a new id, so that it comes as a new note\nid: {question.id}-2",
            )


def what_stays(lock: Lock, document: Document) -> Iterator[Diagnostic]:
    """L010, L009, L011: notes whose question went, cards whose deck is another one, cards that are no more.

    For a set without errors: what is broken is left out of a document, and is not gone.
    """
    known = {question.first_id: question for question in _asked(document)}
    later = {id: question for question in known.values() for id in (*question.was[1:], question.id)}
    gone = sorted(id for id in lock.notes if id not in known)
    yield from _twice(document, {id: later[id] for id in gone if id in later})
    if gone := [id for id in gone if id not in later]:
        count = f'"{gone[0]}" is' if len(gone) == 1 else f"{len(gone)} questions are"
        yield diagnose(
            "L010",
            document.set.span,
            f"{count} gone, and students keep what they have of it",
            "Anki deletes nothing by itself",
            _renamed(lock, document, gone)
            + f"to delete it, let them search for this in Browse\n{_search(document, gone)}",
        )
    yield from _moved(lock, document, known)
    yield from _emptied(lock, document, known)


def _renamed(lock: Lock, document: Document, gone: Iterable[str]) -> str:
    """What to do with those of what is gone that a new question says word for word."""
    new = [one for one in _asked(document) if one.first_id not in lock.notes.keys() | lock.retired.keys()]
    ids = {hash: id for id, hash in note_hashes(new, document)}
    found = [(id, ids[hash]) for id in gone if (hash := lock.notes[id][0]) in ids]
    return "".join(f'if "{now}" is what "{id}" was, add to it\nwas: [{id}]\n' for id, now in found[:_SHOWN])


def _twice(document: Document, gone: Mapping[str, Question]) -> Iterator[Diagnostic]:
    """L010 of an id that a question has or had later: built by itself before `was:` said whose note it is."""
    for id, question in gone.items():
        yield diagnose(
            "L010",
            question.place_of("was"),
            f'"{id}" is "{question.first_id}" again, and who had it as a note of its own keeps that as well',
            "Anki deletes nothing by itself",
            f"to delete the second note, let them search for this in Browse\n{_search(document, [id])}",
        )


def _moved(lock: Lock, document: Document, known: dict[str, Question]) -> Iterator[Diagnostic]:
    groups: dict[tuple[str, str], list[str]] = {}
    for id in sorted(id for id in lock.notes if id in known):
        before, after = lock.decks.get(id) or lock.decks.get("", ""), deck_of(known[id], document.set)
        if before and before != after:
            groups.setdefault((before, after), []).append(id)
    for (before, after), ids in groups.items():
        count = f'"{ids[0]}" goes' if len(ids) == 1 else f"{len(ids)} questions go"
        yield diagnose(
            "L009",
            document.set.place_of("anki"),
            f'{count} to the deck "{after}", and the cards that students have stay in "{before}"',
            "Anki moves nothing by itself",
            f"to move them, let them search for this in Browse, and change the deck\n"
            f"{_search(document, ids if len(ids) < len(lock.notes) else ['*'])}",
        )


def _emptied(lock: Lock, document: Document, known: dict[str, Question]) -> Iterator[Diagnostic]:
    """L011: a deletion, a hidden part or the other way round was taken out, and its card stays with students, empty."""
    for id in sorted(id for id in lock.notes if id in known and lock.cards):
        question = known[id]
        gone = sorted({int(number) for number in lock.cards.get(id, ("1",))} - {ord + 1 for ord in cards_of(question)})
        if gone:
            what = "card" if len(gone) == 1 else "cards"
            yield diagnose(
                "L011",
                question.place_of("text" if question.kind is Kind.CLOZE else "id"),
                f'"{question.id}" has {len(gone)} {what} less, which students keep, empty',
                "Anki deletes nothing by itself",
                f"to delete empty cards, let them use Tools › Empty Cards; or let them search for this in Browse\n"
                f"{_search(document, [id])}",
            )


def _asked(document: Document) -> Iterator[Question]:
    return (question for question in document.questions if ANKI in question.where)


def _search(document: Document, ids: Iterable[str]) -> str:
    """What finds these notes in Anki, "*" all of the set; "_" stands for any letter there, unless told otherwise."""
    return " OR ".join(f'"QID:{qid(document.set.uid, id if id == "*" else exact(id))}"' for id in ids)
