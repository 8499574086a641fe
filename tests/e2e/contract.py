"""Authors and students, for the table of what an update does: sets built state by state, imported into real Anki."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deckmaker.lock import dump
from tests.support import anki, build_set, check_set, said

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.collection import Collection
    from anki.import_export_pb2 import ImportResponse
    from anki.notes import Note

START = 1_600_000_000
"""When authors begin to build, in seconds since 1970: long before a student does anything in a test."""


@dataclass
class Author:
    """Somebody who builds a set again and again, and commits its lock.

    now: the clock, in seconds since 1970; a build takes 100 seconds.
    lock: the committed lock's file, None for none.
    said: what the last build said of the lock, a line each.
    hints: what it advised.
    """

    now: int = START
    lock: str | None = None
    said: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def build(
        self, yaml: str, *, files: Mapping[str, bytes] | None = None, article: str | None = None, name: str = "set"
    ):
        """The package of this state of the set."""
        self.now += 100
        checked = check_set(yaml, lock=self.lock, files=files, article=article, name=name)
        about_lock = [problem for problem in checked.problems if problem.code.id.startswith("L")]
        self.said, self.hints = said(about_lock), [problem.hint for problem in about_lock]
        made, lock = build_set(checked, now=self.now, to=("anki",))
        self.lock = dump(lock)
        return made[f"{name}.apkg"]

    @property
    def search(self) -> str:
        """What the build gives to search for in Anki."""
        (found,) = [hint.splitlines()[-1] for hint in self.hints if "search for this in Browse" in hint]
        return found


@dataclass
class Student:
    """Somebody with a collection.

    done: what Anki said of the last import.
    """

    collection: Collection
    done: ImportResponse.Log | None = None

    def takes(self, package: bytes, *, refused: int = 0) -> ImportResponse.Log:
        """Imports as File › Import does when nothing is ticked. No review may be lost, no full sync be forced.

        refused: how many notes Anki may leave out because the student changed their note type.
        """
        reviews, schema = self._reviews(), self._schema()
        before = self._learnt()
        self.done = anki.add(self.collection, package)
        assert len(self.done.conflicting) == refused
        names = [each.name for each in self.collection.models.all_names_and_ids()]
        assert [name for name in names if name.endswith("+")] == (["deckmaker question+"] if refused else [])
        assert (self._reviews(), self._schema()) == (reviews, schema)
        after = self._learnt()
        assert {id: after[id] for id in before} == before
        assert anki.problems(self.collection) == ""
        return self.done

    def notes(self) -> dict[str, Note]:
        """Every note by its question's id."""
        return anki.notes(self.collection)

    def note(self, id: str) -> Note:
        """The question's note."""
        return self.notes()[id]

    def counts(self) -> tuple[int, int]:
        """How many notes the last import added, and how many it updated."""
        assert self.done
        return len(self.done.new), len(self.done.updated)

    def reviews(self, *ids: str) -> None:
        """Answers the first card of each question."""
        for id in ids:
            self.answers(self.note(id).cards()[0])

    def answers(self, card: Card) -> None:
        """Answers a card with Easy."""
        from anki.scheduler_pb2 import CardAnswer

        card.start_timer()
        states = self.collection._backend.get_scheduling_states(card.id)
        answer = self.collection.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY)
        self.collection.sched.answer_card(answer)

    def edits(self, id: str, *, fields: Mapping[str, str], tag: str = "", at: int | None = None) -> None:
        """Changes fields of a question's note, and adds a tag if there is one; `at` in seconds since 1970, or now."""
        self.writes(self.note(id), fields, tag=tag, at=at)

    def writes(self, note: Note, fields: Mapping[str, str], *, tag: str = "", at: int | None = None) -> None:
        """The same of a note."""
        for name, text in fields.items():
            note[name] = text
        if tag:
            note.tags.append(tag)
        self.collection.update_note(note)
        if at is not None:
            assert self.collection.db
            self.collection.db.execute("UPDATE notes SET mod = ? WHERE id = ?", at, note.id)

    def deck(self, id: str) -> str:
        """The deck of the question's first card."""
        return str(self.collection.decks.name(self.note(id).cards()[0].did))

    def finds(self, search: str) -> set[str]:
        """The ids of the questions whose notes a search in Browse finds."""
        found = (self.collection.get_note(id) for id in self.collection.find_notes(search))
        return {note["QID"].split("/", 1)[1] for note in found}

    def _reviews(self) -> int:
        assert self.collection.db
        return int(self.collection.db.scalar("SELECT count() FROM revlog"))

    def _schema(self) -> int:
        """The time of the last change that forces a full sync."""
        assert self.collection.db
        return int(self.collection.db.scalar("SELECT scm FROM col"))

    def _learnt(self) -> dict[int, tuple[int, ...]]:
        """Of each card, by its id, what is scheduled: due, interval, reviews, flag, queue, deck."""
        found = (self.collection.get_card(id) for id in self.collection.find_cards(""))
        return {card.id: (card.due, card.ivl, card.reps, card.flags, card.queue, card.did) for card in found}


@contextmanager
def student() -> Iterator[Student]:
    """A student with an empty collection."""
    with anki.collection() as collection:
        yield Student(collection)
