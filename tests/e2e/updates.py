"""What a change does in a student's collection: a table of rows, each with what shows it in real Anki."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from deckmaker import pipeline
from deckmaker.diagnostics import Diagnostic
from deckmaker.writers.anki import database, notes, released
from tests.e2e.contract import Author, Student, student
from tests.support import check_set
from tests.support.sets import ARTICLE, REGISTER, picture

TIDES = """\
deckmaker: 1
uid: 5b1f09ac
title: Tides
questions:
  - {id: pull, stem: What pulls the sea?, answer: the moon, distractors: [the wind, the rain], feedback: Newton}
  - {id: neap, type: flashcard, front: neap tide, back: a small range, tags: [tides::small]}
  - {id: ebb, text: 'The sea {{c1::falls}} at ebb.'}
"""
"""Three notes, one of them a cloze."""


def changed(*pairs: tuple[str, str]) -> str:
    """The set with these words in the place of those."""
    text = TIDES
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def _updates_one(after: str, id: str, field: str, words: str) -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("pull", "neap", "ebb")
        pupil.takes(author.build(after))
        assert pupil.counts() == (0, 1)
        assert words in pupil.note(id)[field]


def text_changed() -> None:
    _updates_one(changed(("What pulls", "What above all pulls")), "pull", "Question", "above all")


def options_changed() -> None:
    _updates_one(changed(("the rain", "the sun")), "pull", "Choices", "the sun")


def feedback_changed() -> None:
    _updates_one(changed(("Newton", "Newton 1687")), "pull", "Feedback", "1687")


def tags_changed() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build(changed(("tides::small", "tides::little"))))
        assert pupil.counts() == (0, 1)
        assert "tides::little" in pupil.note("neap").tags
        assert "tides::small" not in pupil.note("neap").tags


def picture_changed() -> None:
    yaml, author = changed(("a small range", "'![the bay](bay.png)'")), Author()
    with student() as pupil:
        pupil.takes(author.build(yaml, files={"bay.png": picture(10)}))
        pupil.reviews("neap")
        before = pupil.note("neap")["Answer"]
        pupil.takes(author.build(yaml, files={"bay.png": picture(250)}))
        assert pupil.counts() == (0, 1)
        assert pupil.note("neap")["Answer"] != before
        assert list(pupil.collection.media.check().missing) == []


def source_corrected() -> None:
    questions = """
questions:
  - {id: who, stem: Who speaks of a lower tide?, answer: Ida Marsh, distractors: [the surveys, the board], claim: lower-tide}
  - {id: other, stem: What moves?, answer: the tide, type: short_answer}
"""
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(REGISTER + questions, article=ARTICLE))
        pupil.reviews("who", "other")
        renamed = REGISTER.replace("name: the surveys", "name: the new surveys")
        pupil.takes(author.build(renamed + questions, article=ARTICLE))
        assert pupil.counts() == (0, 1)
        assert "the new surveys" in pupil.note("who")["Basis"]


def nothing_changed() -> None:
    author = Author()
    with student() as pupil:
        first = author.build(TIDES)
        pupil.takes(first)
        pupil.reviews("pull")
        assert author.build(TIDES) == first
        pupil.takes(first)
        assert pupil.counts() == (0, 0)


def question_added() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("pull", "neap")
        pupil.takes(author.build(TIDES + "  - {id: flood, type: flashcard, front: flood, back: the sea rises}\n"))
        assert pupil.counts() == (1, 0)


def question_removed() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build("".join(line for line in TIDES.splitlines(True) if "id: neap" not in line)))
        assert [line[:4] for line in author.said] == ["L010"]
        assert pupil.finds(author.search) == {"neap"}
        assert pupil.counts() == (0, 0)


def question_renamed() -> None:
    author = Author()
    after = changed(("id: neap,", "id: neap-tide, was: neap,"))
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build(after))
        assert (pupil.counts(), author.said) == ((0, 0), [])
        pupil.takes(author.build(after.replace("a small range", "the smallest range")))
        assert pupil.counts() == (0, 1)
        assert pupil.note("neap")["Answer"] == "the smallest range"


def question_renamed_without_was() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build(changed(("id: neap,", "id: neap-tide,"))))
        assert pupil.counts() == (1, 0)
        assert pupil.finds(author.search) == {"neap"}


def questions_reordered() -> None:
    lines, author = TIDES.splitlines(True), Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build("".join([*lines[:4], *reversed(lines[4:])])))
        assert (pupil.counts(), author.said) == ((0, 0), [])


def question_moved() -> None:
    head, author = TIDES.replace("questions:", "anki: {subdecks: 'tag:tides'}\nquestions:"), Author()
    with student() as pupil:
        pupil.takes(author.build(head))
        pupil.reviews("neap")
        pupil.takes(author.build(head.replace("tides::small", "tides::little")))
        assert [line[:4] for line in author.said] == ["L009"]
        assert pupil.deck("neap") == "Tides::small"
        assert pupil.finds(author.search) == {"neap"}


def title_changed() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build(changed(("title: Tides", "title: The sea"))))
        assert [line[:4] for line in author.said] == ["L009"]
        assert {pupil.deck(id) for id in pupil.notes()} == {"Tides"}
        assert pupil.finds(author.search) == {"pull", "neap", "ebb"}


def folder_renamed() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES, name="tides"))
        pupil.reviews("neap")
        pupil.takes(author.build(TIDES, name="sea"))
        assert pupil.counts() == (0, 0)


def type_changed() -> None:
    after = changed(
        ("type: flashcard, front: neap tide, back:", "stem: What is a neap tide?, type: short_answer, answer:")
    )
    _updates_one(after, "neap", "Kind", "short_answer")


def type_changed_to_cloze() -> None:
    author = Author()
    author.build(TIDES)
    after = changed(
        ("type: flashcard, front: neap tide, back: a small range", "text: 'A neap tide has a {{c1::small}} range.'")
    )
    (problem,) = _of_lock(check_set(after, lock=author.lock).problems)
    assert problem.code.id == "L008"
    assert problem.hint.splitlines()[-1] == "id: neap-2"
    with student() as pupil:
        pupil.takes(Author().build(TIDES))
        pupil.takes(author.build(after.replace("id: neap", "id: neap-2")))
        assert pupil.counts() == (1, 0)


def deletion_added_or_taken_out() -> None:
    author = Author()
    both = changed(("at ebb", "at {{c2::ebb}}"))
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("ebb")
        pupil.takes(author.build(both))
        assert len(pupil.note("ebb").cards()) == 2
        pupil.takes(author.build(TIDES))
        assert [note.note_id for note in pupil.collection.get_empty_cards().notes] == [pupil.note("ebb").id]
        assert [line.split(" ")[0] for line in author.said] == ["L011"]
        assert pupil.collection.find_notes(author.search) == [pupil.note("ebb").id]


def reversed_added() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.takes(author.build(changed(("back: a small range", "back: a small range, reversed: true"))))
        assert len(pupil.note("neap").cards()) == 2


def looks_changed() -> None:
    author = Author()
    with student() as pupil, pytest.MonkeyPatch.context() as patch:
        earlier = author.build(TIDES)
        pupil.takes(earlier)
        pupil.reviews("pull")
        _repaint(patch, mod=int(time.time()) + 10, rule=".card { color: teal }")
        pupil.takes(author.build(TIDES))
        assert pupil.counts() == (0, 0)
        assert _css(pupil).endswith(".card { color: teal }")
        pupil.takes(earlier)  # of a tool that has the earlier looks
        assert _css(pupil).endswith(".card { color: teal }")


def _repaint(patch: pytest.MonkeyPatch, *, mod: int, rule: str) -> None:
    """As a later deckmaker would have it: another CSS, with a later time."""
    plain = released.css
    later = {kind: replace(note_type, mod=mod) for kind, note_type in notes._NOTE_TYPES.items()}
    patch.setattr(notes, "_NOTE_TYPES", later)
    patch.setattr(database, "css", lambda note_type: plain(note_type) + rule)


def _css(pupil: Student) -> str:
    pupil.collection.models._clear_cache()  # which an import does not do
    return str(pupil.note("pull").note_type()["css"])


def own_edit_elsewhere() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.edits("neap", at=author.now + 10, fields={"Answer": "my own words"}, tag="mine")
        pupil.takes(author.build(changed(("What pulls", "What now pulls"))))
        assert pupil.counts() == (0, 1)
        assert (pupil.note("neap")["Answer"], "mine" in pupil.note("neap").tags) == ("my own words", True)


def own_edit_then_correction() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.edits("neap", at=author.now + 10, fields={"Answer": "my own words"}, tag="mine")
        pupil.takes(author.build(changed(("a small range", "the smallest range"))))
        assert (pupil.note("neap")["Answer"], "mine" in pupil.note("neap").tags) == ("the smallest range", False)


def own_edit_after_correction() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        later = author.build(changed(("a small range", "the smallest range")))
        pupil.edits("neap", fields={"Answer": "my own words"})
        pupil.takes(later)
        assert pupil.note("neap")["Answer"] == "my own words"


def flagged_and_suspended() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("pull", "neap")
        card = pupil.note("neap").cards()[0]
        pupil.collection.set_user_flag_for_cards(3, [card.id])
        pupil.collection.sched.suspend_cards([pupil.note("pull").cards()[0].id])
        pupil.takes(author.build(changed(("a small range", "the smallest range"), ("What pulls", "What now pulls"))))
        assert pupil.counts() == (0, 2)
        assert pupil.note("neap").cards()[0].user_flag() == 3
        assert pupil.note("pull").cards()[0].queue == -1


def note_deleted() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.collection.remove_notes([pupil.note("neap").id])
        pupil.takes(author.build(TIDES))
        assert pupil.counts() == (1, 0)


def cards_moved() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        own = pupil.collection.decks.id("My own deck")
        pupil.collection.set_deck([pupil.note("neap").cards()[0].id], own)
        pupil.takes(author.build(changed(("a small range", "the smallest range"))))
        assert (pupil.counts(), pupil.deck("neap")) == ((0, 1), "My own deck")


def note_type_restyled() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        own = pupil.note("pull").note_type()
        own["css"] += ".card { color: purple }"
        pupil.collection.models.update_dict(own)
        pupil.takes(author.build(changed(("What pulls", "What now pulls"))))
        assert pupil.counts() == (0, 1)
        assert _css(pupil).endswith(".card { color: purple }")


def field_added() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        own = pupil.note("pull").note_type()
        pupil.collection.models.add_field(own, pupil.collection.models.new_field("My notes"))
        pupil.collection.models.update_dict(own)
        pupil.edits("pull", fields={"My notes": "ask Ann"})
        pupil.takes(author.build(changed(("What pulls", "What now pulls"), ("falls", "sinks"))), refused=2)
        assert (pupil.note("pull")["My notes"], pupil.note("pull")["Question"]) == ("ask Ann", "What pulls the sea?")
        assert "sinks" in pupil.note("ebb")["Question"]


def two_sets_with_the_same_ids() -> None:
    other = changed(("5b1f09ac", "0c2d3e4f"), ("title: Tides", "title: Others"))
    with student() as pupil:
        pupil.takes(Author().build(TIDES))
        first = pupil.collection.note_count()
        log = pupil.takes(Author().build(other))
        assert (len(log.new), len(log.updated), pupil.collection.note_count()) == (3, 0, 2 * first)


def older_after_newer() -> None:
    author = Author()
    with student() as pupil:
        older = author.build(TIDES)
        pupil.takes(author.build(changed(("What pulls", "What now pulls"))))
        pupil.takes(older)
        assert pupil.counts() == (0, 0)
        assert pupil.note("pull")["Question"] == "What now pulls the sea?"


def lock_lost() -> None:
    author = Author()
    with student() as pupil:
        pupil.takes(author.build(TIDES))
        pupil.reviews("neap")
        pupil.edits("neap", at=author.now + 10, fields={"Answer": "my own words"})
        author.lock = None
        assert [problem.code.id for problem in _unlocked(TIDES, None)] == ["L003"]
        pupil.takes(author.build(TIDES))
        assert pupil.counts() == (0, 3)
        assert pupil.note("neap")["Answer"] == "a small range"


def lock_damaged() -> None:
    author = Author()
    author.build(TIDES)
    assert author.lock
    damaged = check_set(TIDES, lock=author.lock.replace("note neap", "note neap neap"))
    assert [problem.code.id for problem in _of_lock(damaged.problems)] == ["L001"]
    assert not damaged.is_sound


def lock_merged() -> None:
    base, mine, hers = Author(), Author(), Author()
    with student() as pupil:
        pupil.takes(base.build(TIDES))
        mine.lock = hers.lock = base.lock
        pupil.reviews("pull", "neap", "ebb")
        mine.build(changed(("What pulls", "What now pulls")))
        hers.now += 50
        hers.build(changed(("a small range", "the smallest range")))
        merged = Author(now=hers.now)
        merged.lock = _conflict(mine.lock, hers.lock)
        pupil.takes(merged.build(changed(("What pulls", "What now pulls"), ("a small range", "the smallest range"))))
        assert [line[:4] for line in merged.said] == ["L006"]
        assert pupil.counts() == (0, 2)


def _conflict(ours: str | None, theirs: str | None) -> str:
    """As git leaves a file of which both sides changed something."""
    assert ours is not None
    assert theirs is not None
    return f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> hers\n"


def lock_not_committed() -> None:
    mine, hers = Author(), Author()
    after = changed(("a small range", "the smallest range"))
    with student() as pupil:
        pupil.takes(mine.build(TIDES))
        hers.lock = mine.lock
        pupil.takes(mine.build(after))
        pupil.reviews("neap")
        pupil.edits("neap", at=mine.now + 10, fields={"Answer": "my own words"})
        hers.now = mine.now + 100
        assert [problem.code.id for problem in _unlocked(after, hers.lock)] == ["L002"]
        pupil.takes(hers.build(after))  # who has not got the lock of the last build
        assert pupil.counts() == (0, 1)
        assert pupil.note("neap")["Answer"] == "the smallest range"


def _of_lock(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [problem for problem in problems if problem.code.id.startswith("L")]


def _unlocked(yaml: str, lock: str | None) -> list[Diagnostic]:
    return pipeline.unlocked(check_set(yaml, lock=lock))


def two_authors() -> None:
    mine, hers = Author(), Author()
    with student() as pupil:
        pupil.takes(mine.build(TIDES))
        pupil.reviews("pull", "neap")
        hers.lock, hers.now = mine.lock, mine.now
        pupil.takes(hers.build(changed(("What pulls", "What now pulls"))))
        mine.lock, mine.now = hers.lock, hers.now
        pupil.takes(mine.build(changed(("What pulls", "What now pulls"), ("a small range", "the smallest range"))))
        assert pupil.counts() == (0, 1)
        assert pupil.collection.note_count() == 3


@dataclass(frozen=True)
class Row:
    """What somebody does, what becomes of it in Anki, and what shows that."""

    change: str
    happens: str
    shows: Callable[[], None]


AUTHOR = (
    Row("the text of a question", "the note is updated; schedule, flag, suspension and deck stay", text_changed),
    Row("options", "the same", options_changed),
    Row("feedback", "the same", feedback_changed),
    Row("tags", "the note's tags become yours; a student's own tags on this note go", tags_changed),
    Row("a picture", "the note is updated, and the new picture comes under a new name", picture_changed),
    Row("a claim or a source", "every note that shows it is updated, no other", source_corrected),
    Row("nothing", "the package is the same to the byte, and nothing happens", nothing_changed),
    Row("a question is added", "it comes as a new note", question_added),
    Row("a question is taken out", "its note stays; the build says so (L010), with a search that finds it", question_removed),
    Row("a question gets another id, with `was:`", "it stays the same note with its schedule", question_renamed),
    Row("a question gets another id, without", "a new note comes; the old one stays, as if taken out", question_renamed_without_was),
    Row("questions change order", "nothing for those who have them; new students get the new order", questions_reordered),
    Row("a question goes to another subdeck", "the card stays where it is; the build says so (L009), with a search", question_moved),
    Row("the set's title", "the same: cards stay in the deck of the old title (L009)", title_changed),
    Row("the set's folder is renamed", "nothing; tags carry the new name once a note changes", folder_renamed),
    Row("the type of a question", "the note is updated and keeps its schedule", type_changed),
    Row("cloze to another type, or the other way", "refused (L008): Anki cannot do it; a new id makes a new note", type_changed_to_cloze),
    Row("a deletion in a cloze", "one more: a card comes; one less: its card is empty until Tools › Empty Cards; the build says so (L011), with a search", deletion_added_or_taken_out),
    Row("`reversed: true`", "the second card comes", reversed_added),
    Row("a newer deckmaker with other looks", "cards look new, no note changes; an older deckmaker's package never brings the old looks back", looks_changed),
    Row("an older package after a newer one", "nothing", older_after_newer),
    Row("two sets with the same question ids", "they stay apart", two_sets_with_the_same_ids),
)  # fmt: skip
"""What an author changes."""

STUDENTS = (
    Row("edits a note, or tags it; you change others", "their words and tags stay", own_edit_elsewhere),
    Row("edits a note; then you change it", "yours replace theirs, the schedule stays", own_edit_then_correction),
    Row("edits a note after you changed it, then imports", "theirs stay, your change does not come", own_edit_after_correction),
    Row("flags or suspends a card", "that stays, whatever you change", flagged_and_suspended),
    Row("moves cards to another deck", "they stay there, and are updated there", cards_moved),
    Row("deletes a note", "it comes back as new with the next import", note_deleted),
    Row("restyles the note type", "their looks stay until a newer deckmaker changes ours", note_type_restyled),
    Row("adds a field to the note type", "Anki updates no note of that type any more, and lists a second type with a “+”; what they wrote stays", field_added),
)  # fmt: skip
"""What a student does."""

LOCK = (
    Row("is committed with every build", "two authors in turn lose nothing", two_authors),
    Row("comes out of a git merge with both sides in it", "both are read (L006), of two entries the later", lock_merged),
    Row("is lost", "every note counts as changed: students' own edits are replaced, schedules stay; `build --locked` refuses (L003)", lock_lost),
    Row("is damaged", "refused (L001), nothing is built", lock_damaged),
    Row("of the last build was not committed", "notes changed by that build count as changed once more; `build --locked` refuses (L002)", lock_not_committed),
)  # fmt: skip
"""What may happen to a lock."""

TABLES = {"updates_author": AUTHOR, "updates_student": STUDENTS, "updates_lock": LOCK}
