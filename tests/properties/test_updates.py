"""Whatever authors and students do in turn: nothing is doubled, no review is lost, no own edit of an unchanged note."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.e2e.contract import Author, Student, student
from tests.support.samples import sample

pytestmark = pytest.mark.anki

PICKS = st.integers(0, 99)
"""Which of the questions, by counting round and round."""


class Updates(RuleBasedStateMachine):
    """A set of flashcards and clozes that an author changes and hands out, and a student who studies it.

    questions: by first id: present id, whether it is a cloze, and how often it was changed.
    due: first ids whose note changes with the next import, since the author changed them.
    known: first ids of all that the student has.
    own: what the student wrote or tagged, by first id, while the author does not change the note.
    reviews: how many.
    """

    def __init__(self) -> None:
        super().__init__()
        self.author = Author()
        self.questions: dict[str, tuple[str, bool, int]] = {}
        self.made = 0
        self.due: set[str] = set()
        self.known: set[str] = set()
        self.own: dict[str, tuple[str, str]] = {}
        self.reviews = 0
        self.context = student()
        self.pupil: Student = self.context.__enter__()

    def teardown(self) -> None:
        self.context.__exit__(None, None, None)

    @initialize()
    def two_questions_to_begin_with(self) -> None:
        self.adds(False)
        self.adds(True)
        self.hands_out()

    @rule(is_cloze=st.booleans())
    def adds(self, is_cloze: bool) -> None:
        self.made += 1
        first = f"q{self.made}"
        self.questions[first] = (first, is_cloze, 0)

    @rule(pick=PICKS)
    def changes(self, pick: int) -> None:
        first = self._one(list(self.questions), pick)
        id, is_cloze, times = self.questions[first]
        self.questions[first] = (id, is_cloze, times + 1)
        self.due.add(first)

    @rule(pick=PICKS)
    def renames(self, pick: int) -> None:
        first = self._one(list(self.questions), pick)
        id, is_cloze, times = self.questions[first]
        self.questions[first] = (f"{first}-also" if id == first else first, is_cloze, times)

    @precondition(lambda self: len(self.questions) > 1)
    @rule(pick=PICKS)
    def takes_out(self, pick: int) -> None:
        del self.questions[self._one(list(self.questions), pick)]

    @rule()
    def hands_out(self) -> None:
        before = self.known
        self.pupil.takes(self.author.build(self._yaml()))  # which asserts that nothing learnt changes
        self.known = before | {*self.questions}
        changed = self.due & before & {*self.questions}
        assert self.pupil.counts() == (len(self.known - before), len(changed))
        for first in changed:
            self.own.pop(first, None)
            assert f"time {self.questions[first][2]}" in self._note(first)["Question"]
        self.due -= {*self.questions}

    @rule(pick=PICKS)
    def reviews_a_card(self, pick: int) -> None:
        first = self._one(sorted(self.known), pick)
        if self._note(first).cards()[0].queue != -1:
            self.pupil.answers(self._note(first).cards()[0])
            self.reviews += 1

    @rule(pick=PICKS, words=st.sampled_from(("my own words", "see page 9")))
    def writes_and_tags(self, pick: int, words: str) -> None:
        first = self._one(sorted(self.known), pick)
        self.pupil.writes(self._note(first), {"Hint": words}, tag="mine", at=self.author.now + 10)
        self.own[first] = (words, "mine")

    @rule(pick=PICKS, what=st.sampled_from(("suspend", "flag", "move")))
    def handles_a_card(self, pick: int, what: str) -> None:
        collection = self.pupil.collection
        card = self._note(self._one(sorted(self.known), pick)).cards()[0]
        if what == "suspend":
            collection.sched.suspend_cards([card.id])
        elif what == "flag":
            collection.set_user_flag_for_cards(2, [card.id])
        else:
            collection.set_deck([card.id], collection.decks.id("My own"))

    @invariant()
    def nothing_is_doubled_and_nothing_of_the_students_is_lost(self) -> None:
        assert self.pupil.collection.note_count() == len(self.known)
        assert self.pupil.collection.db.scalar("SELECT count() FROM revlog") == self.reviews
        for first, (words, tag) in self.own.items():
            note = self._note(first)
            assert (note["Hint"], tag in note.tags) == (words, True)

    def _one(self, ids: list[str], pick: int) -> str:
        return ids[pick % len(ids)]

    def _note(self, first: str):
        """The note of the question that had this id first."""
        return self.pupil.note(first)

    def _yaml(self) -> str:
        lines = ["deckmaker: 1", "uid: 5b1f09ac", "title: Tides", "questions:"]
        for first, (id, is_cloze, times) in self.questions.items():
            was = "" if id == first else f", was: {first}"
            text = f"In the sea {first} is {{{{c1::tide}}}}, time {times}."
            body = f"text: '{text}'" if is_cloze else f"type: flashcard, front: 'sea {first}, time {times}', back: tide"
            lines.append(f"  - {{id: {id}{was}, {body}}}")
        return "\n".join(lines) + "\n"


TestUpdates = Updates.TestCase
TestUpdates.settings = settings(sample(38), stateful_step_count=14)
