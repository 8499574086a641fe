"""What an import cannot do in a student's collection: change a kind of note, move a card, delete a note.

Anki adds notes and updates them, and leaves everything else as it is. So that the author can tell students, every
message has a search for Anki's Browse window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.lock.entries import Lock
from deckmaker.model.decks import PLAIN, cards_of, deck_of, kind_of
from deckmaker.model.document import Document
from deckmaker.model.identity import exact, qid
from deckmaker.model.questions import ANKI, Kind, Question

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
    gone = sorted(id for id in lock.notes if id not in known)
    if gone:
        count = f'"{gone[0]}" is' if len(gone) == 1 else f"{len(gone)} questions are"
        yield diagnose(
            "L010",
            document.set.span,
            f"{count} gone, and students keep what they have of it",
            "Anki deletes nothing by itself",
            f"to delete it, let them search for this in Browse\n{_search(document, gone)}",
        )
    yield from _moved(lock, document, known)
    yield from _emptied(lock, document, known)


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
