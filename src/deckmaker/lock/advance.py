"""The next lock."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.lock.content import Contents
from deckmaker.lock.entries import Lock
from deckmaker.model.decks import PLAIN, cards_of, deck_of, kind_of, main_deck
from deckmaker.model.document import Document
from deckmaker.model.questions import ANKI, Question


def advance(lock: Lock, document: Document, choices: Mapping[str, tuple[str, ...]], now: int) -> Lock:
    """What the lock becomes by a build of the document; `now` in epoch seconds. The same lock if nothing changed.

    Notes whose content changed, and questions that went, get one time: `now`, or one second after the latest in the
    lock if the clock is behind it. Anki takes over only what is later than what it has.
    """
    time = max(now, lock.latest + 1)
    contents = Contents(document)
    asked = {question.first_id: question for question in document.questions if ANKI in question.where}
    notes = {id: _note(contents.hash(question), lock.notes.get(id), time) for id, question in asked.items()}
    quotes = {id: known.seal for id, known in document.evidence.items() if known.seal}
    retired = _retired(lock, asked, time)
    kinds = {id: kind for id, kind in lock.kinds.items() if id in retired}
    kinds |= {id: kind for id, question in asked.items() if (kind := kind_of(question)) != PLAIN}
    cards = {
        id: tuple([str(ord + 1) for ord in each])
        for id, question in asked.items()
        if (each := cards_of(question)) != (0,)
    }
    return Lock(document.set.uid, notes, retired, dict(choices), quotes, kinds, _decks(asked, document), cards)


def _decks(asked: Mapping[str, Question], document: Document) -> dict[str, str]:
    main = main_deck(document.set)
    own = {id: deck for id, question in asked.items() if (deck := deck_of(question, document.set)) != main}
    return {"": main, **own} if asked else {}


def _note(hash: str, before: tuple[str, int] | None, time: int) -> tuple[str, int]:
    return before if before and before[0] == hash else (hash, time)


def _retired(lock: Lock, asked: Mapping[str, Question], time: int) -> dict[str, int]:
    """Those that went earlier, and now; one that is back, under its own or another id, is not among them."""
    gone = {**dict.fromkeys(lock.notes, time), **lock.retired}
    return {id: at for id, at in gone.items() if id not in asked}
