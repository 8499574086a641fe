"""What an import cannot do since the last build, said with a search for Anki."""

from __future__ import annotations

from deckmaker.lock import dump
from tests.support import build_set, check_set

TIDES = """\
deckmaker: 1
uid: 5b1f09ac
title: Tides
anki: {subdecks: 'tag:at'}
questions:
  - {id: neap_tide, type: flashcard, front: neap tide, back: a small range, tags: [at::moon]}
  - {id: ebb, type: flashcard, front: ebb, back: the sea falls, tags: [at::moon]}
  - {id: slack, type: flashcard, front: slack, back: the sea rests}
"""


def after(yaml: str, *, before: str = TIDES) -> list[tuple[str, str, str]]:
    """Code, message and search of what is said of the lock of a build, once the set reads otherwise."""
    _, lock = build_set(check_set(before), to=("anki",))
    problems = [each for each in check_set(yaml, lock=dump(lock)).problems if each.code.id.startswith("L")]
    return [(each.code.id, each.message, each.hint.splitlines()[-1]) for each in problems]


def without(*ids: str) -> str:
    return "".join(line for line in TIDES.splitlines(True) if not any(f"id: {id}," in line for id in ids))


def test_nothing_is_said_of_a_set_as_it_was_built():
    assert after(TIDES) == []


def test_a_question_that_went_is_named_with_a_search_that_takes_no_sign_for_any_letter():
    message = '"neap_tide" is gone, and students keep what they have of it'
    assert after(without("neap_tide")) == [("L010", message, '"QID:5b1f09ac/neap\\_tide"')]


def test_several_that_went_are_one_message():
    ((code, message, search),) = after(without("ebb", "slack"))
    assert (code, message) == ("L010", "2 questions are gone, and students keep what they have of it")
    assert search == '"QID:5b1f09ac/ebb" OR "QID:5b1f09ac/slack"'


def test_a_new_question_that_says_the_same_may_be_the_one_that_went():
    """Its search comes last, and what spares students the loss first."""
    _, lock = build_set(check_set(TIDES), to=("anki",))
    other = TIDES.replace("id: slack,", "id: still,").replace("ebb", "low")
    (problem,) = [each for each in check_set(other, lock=dump(lock)).problems if each.code.id.startswith("L")]
    assert problem.message == "2 questions are gone, and students keep what they have of it"
    assert problem.hint.startswith('if "still" is what "slack" was, add to it\nwas: [slack]\nto delete it, ')
    assert '"ebb" was' not in problem.hint


def test_an_id_that_gets_its_was_after_it_was_built_is_not_gone_but_a_second_note():
    renamed = TIDES.replace("id: slack,", "id: still,")
    ((code, message, search),) = after(renamed.replace("sea rests}", "sea rests, was: [slack]}"), before=renamed)
    assert (code, search) == ("L010", '"QID:5b1f09ac/still"')
    assert message == '"still" is "slack" again, and who had it as a note of its own keeps that as well'


def test_a_question_that_is_only_for_print_now_is_gone_from_anki():
    ((code, message, _),) = after(TIDES.replace("back: the sea rests}", "back: the sea rests, where: [print]}"))
    assert (code, message[:7]) == ("L010", '"slack"')


def test_a_question_that_is_broken_is_not_gone():
    assert after(TIDES.replace("back: the sea rests", "bakc: the sea rests")) == []


def test_those_that_go_from_one_deck_to_another_are_one_message():
    said = after(TIDES.replace("at::moon", "at::sun"))
    message = '2 questions go to the deck "Tides::sun", and the cards that students have stay in "Tides::moon"'
    assert said == [("L009", message, '"QID:5b1f09ac/ebb" OR "QID:5b1f09ac/neap\\_tide"')]


def test_where_all_of_a_set_goes_to_another_deck_the_search_is_short():
    plain = TIDES.replace("anki: {subdecks: 'tag:at'}\n", "")
    ((code, _, search),) = after(plain.replace("title: Tides", "title: The sea"), before=plain)
    assert (code, search) == ("L009", '"QID:5b1f09ac/*"')


def test_a_renamed_question_is_neither_gone_nor_moved():
    assert after(TIDES.replace("id: slack,", "id: slack-water, was: slack,")) == []


def test_a_cloze_takes_no_id_of_a_note_that_was_none_not_even_of_one_that_went():
    cloze = without("ebb") + "  - {id: ebb, text: 'At ebb the sea {{c1::falls}}.', tags: [at::moon]}\n"
    ((code, message, hint),) = after(cloze)
    assert (code, hint) == ("L008", "id: ebb-2")
    assert message == '"ebb" is a cloze now; the note that students have is no cloze and no image occlusion'
    _, first = build_set(check_set(TIDES), to=("anki",))
    _, second = build_set(check_set(without("ebb"), lock=dump(first)), to=("anki",))
    back = check_set(cloze, lock=dump(second)).problems
    assert [each.code.id for each in back if each.is_error] == ["L008"]
