from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deckmaker.lock import EMPTY, Lock, advance, covers, dump, parse
from deckmaker.source import SourceFile
from tests.support import check_set, sound_set
from tests.support.article import ARTICLE, with_claim
from tests.support.samples import sample

TIDES = """\
questions:
  - id: spring
    stem: When does a spring tide happen?
    answer: at new and full moon
  - id: neap
    stem: When does a neap tide happen?
    answer: at half moon
  - id: bore
    stem: What is a bore?
    answer: a tide that runs up a river
"""
EDITED = TIDES.replace("at half moon", "at the half moons")


def built(yaml: str, lock: Lock = EMPTY, now: int = 1000, choices: dict[str, tuple[str, ...]] | None = None) -> Lock:
    return advance(lock, sound_set(yaml), choices or {}, now)


def times(lock: Lock) -> dict[str, int]:
    return {id: time for id, (_, time) in lock.notes.items()}


def test_the_first_build_gives_every_note_its_time():
    lock = built(TIDES, now=1000)
    assert lock.uid == "7e57da7a"
    assert times(lock) == {"spring": 1000, "neap": 1000, "bore": 1000}
    assert lock.retired == {}


def test_a_build_without_changes_leaves_the_lock_as_it_is():
    lock = built(TIDES, now=1000)
    assert built(TIDES, lock, now=2000) == lock
    assert dump(built(TIDES, lock, now=2000)) == dump(lock)


def test_an_edited_question_gets_the_time_of_the_build_and_the_others_keep_theirs():
    lock = built(EDITED, built(TIDES, now=1000), now=2000)
    assert times(lock) == {"spring": 1000, "neap": 2000, "bore": 1000}


def test_edit_build_undo_build_leaves_the_times_of_all_other_notes():
    lock = built(TIDES, built(EDITED, built(TIDES, now=1000), now=2000), now=3000)
    assert times(lock) == {"spring": 1000, "neap": 3000, "bore": 1000}


def test_all_notes_that_one_build_changes_get_one_time():
    lock = built(TIDES.replace("tide", "flood"), built(TIDES, now=1000), now=2000)
    assert times(lock) == {"spring": 2000, "neap": 2000, "bore": 2000}


@pytest.mark.parametrize("now", [1000, 999, 0, -5])
def test_a_new_time_is_later_than_every_other_whatever_the_clock_says(now):
    lock = built(EDITED, built(TIDES, now=1000), now=now)
    assert times(lock) == {"spring": 1000, "neap": 1001, "bore": 1000}


def test_a_retired_time_counts_as_one_that_was_given():
    before = Lock("7e57da7a", retired={"old": 5000})
    assert times(built(TIDES, before, now=1000))["spring"] == 5001


def test_moving_questions_changes_nothing():
    head, *questions = TIDES.split("  - id: ")
    moved = "  - id: ".join([head, *reversed(questions)])
    lock = built(TIDES, now=1000)
    assert built(moved, lock, now=2000) == lock


def test_a_question_that_is_gone_is_retired_with_the_time_it_went():
    gone = TIDES.partition("  - id: bore")[0]
    lock = built(gone, built(TIDES, now=1000), now=2000)
    assert (times(lock), lock.retired) == ({"spring": 1000, "neap": 1000}, {"bore": 2000})
    assert built(gone, lock, now=3000) == lock


def test_a_question_that_comes_back_is_a_note_again_with_a_new_time():
    gone = built(TIDES.partition("  - id: bore")[0], built(TIDES, now=1000), now=2000)
    lock = built(TIDES, gone, now=3000)
    assert (times(lock)["bore"], lock.retired) == (3000, {})


def test_a_question_for_paper_only_has_no_note_and_one_that_leaves_anki_is_retired():
    paper = TIDES + "    where: [print]\n"
    assert times(built(paper, now=1000)) == {"spring": 1000, "neap": 1000}
    assert built(paper, built(TIDES, now=1000), now=2000).retired == {"bore": 2000}


def test_a_renamed_question_keeps_its_entry_and_its_old_id_is_not_retired():
    lock = built(TIDES.replace("id: bore", "id: tidal-bore\n    was: bore"), built(TIDES, now=1000), now=2000)
    assert times(lock) == {"spring": 1000, "neap": 1000, "bore": 1000}
    assert lock.retired == {}


def test_a_renamed_question_that_was_edited_too_gets_a_new_time():
    yaml = TIDES.replace("id: bore", "id: tidal-bore\n    was: bore").replace("runs up a river", "climbs a river")
    assert times(built(yaml, built(TIDES, now=1000), now=2000))["bore"] == 2000


def test_a_question_renamed_after_it_was_retired_is_not_retired_any_more():
    gone = built(TIDES.partition("  - id: bore")[0], built(TIDES, now=1000), now=2000)
    lock = built(TIDES.replace("id: bore", "id: tidal-bore\n    was: bore"), gone, now=3000)
    assert (times(lock)["bore"], lock.retired) == (3000, {})


def test_the_lock_holds_the_choices_it_is_given():
    before = Lock("7e57da7a", choices={"gone": ("x",)})
    assert built(TIDES, before, choices={"spring": ("a", "b")}).choices == {"spring": ("a", "b")}


CLAIM = "quote: has paid for fresh paint\nparagraph: 1\ncue: arguing"


def test_quotes_found_in_the_text_are_recorded_and_kept_by_a_build_without_it():
    first = advance(EMPTY, sound_set(with_claim(CLAIM), article=ARTICLE), {}, 1)
    assert first.quotes.keys() == {"c"}
    later = sound_set(with_claim(CLAIM), lock=dump(first))
    assert advance(first, later, {}, 2) == first


def test_a_build_without_the_text_drops_the_quote_of_an_edited_claim():
    first = advance(EMPTY, sound_set(with_claim(CLAIM), article=ARTICLE), {}, 1)
    later = sound_set(with_claim(CLAIM.replace("paid for ", "")), lock=dump(first))
    assert advance(first, later, {}, 2).quotes == {}


def test_after_a_merge_only_the_wording_in_force_is_kept():
    first = advance(EMPTY, sound_set(with_claim(CLAIM), article=ARTICLE), {}, 1)
    sha256, _, _ = first.quotes["c"].partition("/")
    merged = dump(first).replace(first.quotes["c"], f"{sha256}/{'0' * 16} {first.quotes['c']}")
    checked = check_set(with_claim(CLAIM), lock=merged)
    assert checked.document
    assert checked.lock != first
    assert advance(checked.lock, checked.document, {}, 2) == first


def locked(yaml: str, lock: Lock | None, choices: dict[str, tuple[str, ...]] | None = None) -> list[tuple[str, str]]:
    return [(problem.code.id, problem.note) for problem in covers(lock, sound_set(yaml), choices or {})]


def test_a_locked_build_accepts_a_lock_that_would_not_change():
    assert locked(TIDES, built(TIDES)) == []


def test_a_locked_build_refuses_a_missing_lock():
    (problem,) = covers(None, sound_set(TIDES), {})
    assert (problem.code.id, problem.message) == ("L003", "the set has no lock")
    assert problem.hint == 'run "deckmaker build" and commit the lock'


@pytest.mark.parametrize(
    ("yaml", "note"),
    [
        (EDITED, "1 changed note: neap"),
        (TIDES.partition("  - id: neap")[0], "2 gone notes: neap, bore"),
        (TIDES + "  - {id: ebb, stem: What is ebb?, answer: falling water}\n", "1 new note: ebb"),
        (TIDES.replace("id: bore", "id: tidal-bore"), "1 new note: tidal-bore; 1 gone note: bore"),
    ],
)
def test_a_locked_build_refuses_a_lock_behind_its_set_and_names_what_changed(yaml, note):
    assert locked(yaml, built(TIDES)) == [("L002", note)]


def test_a_locked_build_names_only_the_first_few_of_many():
    many = "questions:\n" + "".join(f"  - {{id: q{n}, stem: What is {n}?, answer: a number}}\n" for n in range(1, 9))
    assert locked(many, Lock("7e57da7a")) == [("L002", "8 new notes: q1, q2, q3, q4, q5 and 3 more")]


def test_a_locked_build_refuses_changed_choices_and_quotes():
    assert locked(TIDES, built(TIDES), {"spring": ("a",)}) == [("L002", "1 new choice: spring")]
    seal = f"{'ab' * 32}/{'cd' * 8}"
    assert locked(TIDES, Lock("7e57da7a", built(TIDES).notes, quotes={"c": seal})) == [("L002", "1 gone quote: c")]


ANSWERS = some.lists(some.sampled_from(["at sea", "on land", "never", ""]), min_size=3, max_size=3)


def tides(answers: list[str]) -> str:
    """A set whose questions have these answers; one without an answer is not asked."""
    asked = [f"  - {{id: q{n}, stem: Where is {n}?, answer: {a}}}\n" for n, a in enumerate(answers) if a]
    return "questions:\n  - {id: first, stem: What?, answer: that}\n" + "".join(asked)


@sample(60)
@given(some.lists(some.tuples(ANSWERS, some.integers(0, 50)), min_size=2, max_size=5))
def test_through_any_builds_a_time_is_new_exactly_where_the_content_is(steps):
    lock = EMPTY
    for answers, now in steps:
        before, lock = lock, built(tides(answers), lock, now)
        new = {time for id, (hash, time) in lock.notes.items() if before.notes.get(id) != (hash, time)}
        assert len(new) <= 1
        assert all(time > before.latest and time >= now for time in new)
        for id, (hash, time) in before.notes.items():
            if id in lock.notes:
                assert (lock.notes[id][0] == hash) == (lock.notes[id][1] == time)
            else:
                assert lock.retired[id] > before.latest
        assert not lock.notes.keys() & lock.retired.keys()
        assert before.notes.keys() | before.retired.keys() <= lock.notes.keys() | lock.retired.keys()
        assert parse(SourceFile("deck.lock", dump(lock))) == (lock, [])
