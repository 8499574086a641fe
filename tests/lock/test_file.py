from __future__ import annotations

from inspect import cleandoc

import pytest
from hypothesis import given
from hypothesis import strategies as some

from deckmaker.lock import EMPTY, Lock, dump, merge, parse
from deckmaker.lock.writing import word
from deckmaker.source import SourceFile
from tests.support import check_set, said
from tests.support.samples import sample

SEAL = f"{'ab' * 32}/{'cd' * 8}"
OTHER = f"{'ab' * 32}/{'ef' * 8}"

LOCK = Lock(
    uid="7e57da7a",
    notes={"tide": ("00000000000000ff", 30), "pact/who-said": ("0123456789abcdef", 20)},
    retired={"old": 25},
    choices={"pact/who-said": ("rask", "vance"), "tide": ()},
    quotes={"pact": SEAL},
)
HEAD = "deckmaker-lock 1\nuid 7e57da7a\n"


def read(text: str) -> Lock:
    lock, problems = parse(SourceFile("deck.lock", text))
    assert lock is not None, said(problems)
    return lock


def refused(text: str) -> tuple[int, str]:
    """The line at which a lock is called damaged, and why."""
    lock, (problem,) = parse(SourceFile("deck.lock", text))
    assert lock is None
    assert problem.code.id == "L001"
    assert problem.message == "the lock is damaged"
    return problem.span.file.position(problem.span.start)[0], problem.note


def test_a_lock_is_one_entry_a_line_in_order_below_words_for_people():
    comment, _, entries = dump(LOCK).partition("deckmaker-lock 2\n")
    assert all(line.startswith("# ") for line in comment.splitlines())
    assert "commit" in comment
    assert entries == cleandoc(
        f"""
        uid 7e57da7a
        choice pact/who-said rask vance
        choice tide
        note pact/who-said 0123456789abcdef 20
        note tide 00000000000000ff 30
        quote pact {SEAL}
        retired old 25
        end
        """
    ) + "\n"  # fmt: skip


@pytest.mark.parametrize("lock", [LOCK, EMPTY])
def test_a_lock_reads_back_as_it_was(lock):
    assert read(dump(lock)) == lock


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_that_git_made_do_not_matter(line_end):
    assert read("\ufeff" + dump(LOCK).replace("\n", line_end)) == LOCK


IDS = some.text(alphabet="ab/-% #\n\u00a0é\r;5", max_size=4)
TIMES = some.integers(0, 99)
HASHES = some.sampled_from(["0" * 16, "f" * 16])
LOCKS = some.builds(
    Lock,
    some.just("7e57da7a"),
    some.dictionaries(IDS, some.tuples(HASHES, TIMES), max_size=3),
    some.dictionaries(IDS, TIMES, max_size=3),
    some.dictionaries(IDS, some.lists(IDS, max_size=2).map(tuple), max_size=3),
    some.dictionaries(IDS, some.sampled_from([SEAL, OTHER, f"{SEAL} {OTHER}"]), max_size=3),
)


@sample(150)
@given(LOCKS)
def test_any_ids_read_back_as_they_were_one_entry_a_line(lock):
    text = dump(lock)
    assert read(text) == lock
    entries = sum(map(len, (lock.notes, lock.retired, lock.choices, lock.quotes)))
    assert len(text.partition("uid ")[2].splitlines()) == 2 + entries


@sample(150)
@given(some.dictionaries(IDS, some.lists(IDS, max_size=2).map(tuple), max_size=3))
def test_every_word_is_written_for_itself_though_most_need_no_change(choices):
    lines = [f"choice {' '.join(map(word, (id, *choices[id])))}\n" for id in sorted(choices)]
    assert dump(Lock("7e57da7a", choices=choices)).endswith("".join(["uid 7e57da7a\n", *lines, "end\n"]))


@sample(100)
@given(LOCKS)
def test_equal_locks_have_equal_files_whatever_the_order_they_were_filled_in(lock):
    backwards = Lock(
        lock.uid,
        dict(reversed(lock.notes.items())),
        dict(reversed(lock.retired.items())),
        dict(reversed(lock.choices.items())),
        dict(reversed(lock.quotes.items())),
    )
    assert dump(backwards) == dump(lock)


@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        ("", 1, 'it has no line "deckmaker-lock"'),
        ("deckmaker-lock 1\n", 1, 'it has no line "uid"'),
        ("deckmaker-lock 0\nuid 7e57da7a\n", 1, "it has format 0, this deckmaker reads 2"),
        (HEAD + "note tide 00000000000000ff\n", 3, "this line cannot be read"),
        (HEAD + "note tide 00000000000000ff yesterday\n", 3, "this line cannot be read"),
        (HEAD + "note tide 00000000000000FF 30\n", 3, "this line cannot be read"),
        (HEAD + "note the tide 00000000000000ff 30\n", 3, "this line cannot be read"),
        (HEAD + "retired tide -1\n", 3, "this line cannot be read"),
        (HEAD + "quote pact abc\n", 3, "this line cannot be read"),
        (HEAD + "novelty tide\n", 3, "this line cannot be read"),
        (HEAD + "note t\ufffdde 00000000000000ff 30\n", 3, "this line cannot be read"),
        (HEAD + "retired a 1\nretired a 2\n", 4, "this line says otherwise than one before it"),
        (HEAD + "uid 7e57da7b\n", 3, "this line says otherwise than one before it"),
        ("{}\n", 1, "this line cannot be read"),
        (HEAD + "=======\n", 3, 'the merge marker "=======" has no counterpart'),
        (HEAD + ">>>>>>> theirs\n", 3, 'the merge marker ">>>>>>>" has no counterpart'),
        (HEAD + "<<<<<<< ours\n", 3, "a merge conflict begins here and does not end"),
        (HEAD + "<<<<<<< ours\n=======\nretired a 1\n", 4, "a merge conflict begins here and does not end"),
    ],
)
def test_a_damaged_lock_is_refused_at_its_line(lines, line, why):
    assert refused(lines) == (line, why)


@pytest.mark.parametrize("cut", range(len(dump(LOCK))))
def test_a_lock_cut_short_anywhere_is_refused_even_at_the_end_of_a_line(cut):
    assert refused(dump(LOCK)[:cut])


def test_a_lock_cut_at_the_end_of_a_line_is_called_what_it_is():
    text = dump(LOCK).removesuffix("retired old 25\nend\n")
    assert refused(text) == (text.count("\n"), 'the file ends after this line, without the last one, "end"')


def test_a_lock_of_the_first_format_which_had_no_last_line_is_read():
    first = dump(LOCK).replace("deckmaker-lock 2\n", "deckmaker-lock 1\n").removesuffix("end\n")
    assert read(first) == LOCK


@pytest.mark.parametrize("rubbish", ["\0" * 40, "\x01\x02", "\x1b[2J", "\x7f", b"\xff\xfe".decode("utf-8", "replace")])
@pytest.mark.parametrize("place", ["\nnote ", "\nend\n", "7e57da7a", "tide 0"])
def test_binary_rubbish_in_the_middle_is_refused(rubbish, place):
    text = dump(LOCK)
    at = text.index(place) + len(place) // 2
    assert refused(text[:at] + rubbish + text[at:])


def test_two_locks_joined_without_marks_are_refused_where_they_differ_with_a_way_back_to_the_marks():
    theirs = dump(merge(LOCK, Lock("7e57da7a", notes={"tide": ("1" * 16, 99)})))
    lock, (problem,) = parse(SourceFile("decks/tides/deck.lock", dump(LOCK) + theirs))
    assert lock is None
    assert problem.note == "this line says otherwise than one before it"
    assert "git checkout --merge -- decks/tides/deck.lock" in problem.hint


def test_the_same_lock_joined_twice_does_no_harm():
    assert read(dump(LOCK) + dump(LOCK)) == LOCK


def test_a_damaged_lock_stops_the_build_instead_of_starting_anew():
    checked = check_set("questions: [{id: a, stem: A?, answer: b}]\n", lock="deckmaker-lock 1\nuid 7e57da7a\nnote a\n")
    assert "L001 3:1 the lock is damaged" in said(checked.problems)
    assert not checked.is_sound


def test_a_lock_of_a_newer_format_is_not_called_damaged():
    checked = check_set("questions: [{id: a, stem: A?, answer: b}]\n", lock="deckmaker-lock 3\nuid 7e57da7a\nnew a\n")
    (problem,) = [problem for problem in checked.problems if problem.code.id == "L001"]
    assert problem.message == "a newer deckmaker wrote the lock"
    assert problem.hint.startswith("update deckmaker")


def test_a_line_said_twice_in_the_same_words_does_no_harm():
    assert read(HEAD + "retired a 1\nretired a 1\n").retired == {"a": 1}


CONFLICT = HEAD + cleandoc(
    """
    note common 0000000000000000 5
    <<<<<<< HEAD
    note mine 1111111111111111 40
    note tide aaaaaaaaaaaaaaaa 40
    note wave bbbbbbbbbbbbbbbb 10
    =======
    note theirs 2222222222222222 50
    note tide cccccccccccccccc 10
    note wave dddddddddddddddd 50
    >>>>>>> theirs
    retired old 3

    """
) + "\n"  # fmt: skip


def test_of_a_merge_conflict_both_sides_are_taken_and_the_later_time():
    lock, (problem,) = parse(SourceFile("deck.lock", CONFLICT))
    assert lock is not None
    assert lock.notes == {
        "common": ("0" * 16, 5),
        "mine": ("1" * 16, 40),
        "theirs": ("2" * 16, 50),
        "tide": ("a" * 16, 40),
        "wave": ("d" * 16, 50),
    }
    assert lock.retired == {"old": 3}
    assert problem.code.id == "L006"
    assert problem.message == "the lock holds a merge conflict: both sides were taken"
    assert problem.hint == 'run "deckmaker build" and commit the lock'
    assert problem.span.text == "<<<<<<< HEAD"


def test_the_common_ancestor_of_a_conflict_is_not_taken():
    ancestor = "||||||| 1f2e3d\nnote gone 3333333333333333 99\nnote tide 0000000000000000 99\n"
    assert read(CONFLICT.replace("=======", f"{ancestor}=======")) == read(CONFLICT)


def test_a_conflict_between_two_sets_is_refused():
    text = "deckmaker-lock 1\n<<<<<<< ours\nuid a\n=======\nuid b\n>>>>>>> theirs\n"
    assert refused(text) == (2, "its two sides belong to different sets")


def test_a_conflict_with_a_damaged_line_is_refused():
    assert refused(CONFLICT.replace("note theirs", "nota theirs")) == (9, "this line cannot be read")


def test_several_conflicts_are_all_resolved():
    first = "<<<<<<< HEAD\nretired a 1\n=======\nretired a 2\n>>>>>>> theirs\n"
    second = "<<<<<<< HEAD\n=======\nretired c 4\n>>>>>>> theirs\n"
    assert read(HEAD + first + "retired b 3\n" + second).retired == {"a": 2, "b": 3, "c": 4}


def test_a_question_that_one_side_retired_and_the_other_has_is_not_retired():
    ours, theirs = Lock("u", notes={"tide": ("0" * 16, 5)}), Lock("u", retired={"tide": 9})
    assert merge(ours, theirs) == Lock("u", notes={"tide": ("0" * 16, 5)})


def test_the_choice_that_goes_with_the_note_kept_is_kept():
    ours = Lock("u", notes={"tide": ("a" * 16, 9)}, choices={"tide": ("box", "rask")})
    theirs = Lock("u", notes={"tide": ("b" * 16, 5)}, choices={"tide": ("vance", "yard")})
    assert merge(ours, theirs).choices == {"tide": ("box", "rask")}


def test_of_a_claim_verified_in_two_wordings_both_are_kept():
    both = merge(Lock("u", quotes={"pact": SEAL}), Lock("u", quotes={"pact": OTHER}))
    assert both.quotes == {"pact": f"{SEAL} {OTHER}"}


@sample(150)
@given(LOCKS, LOCKS)
def test_it_does_not_matter_which_side_is_which_and_no_note_is_lost(ours, theirs):
    both = merge(ours, theirs)
    assert both == merge(theirs, ours)
    assert both.notes.keys() == ours.notes.keys() | theirs.notes.keys()
    assert {*both.notes, *both.retired} == {*both.notes, *ours.retired, *theirs.retired}
    for id, (_, time) in both.notes.items():
        assert time == max(side.notes[id][1] for side in (ours, theirs) if id in side.notes)


@sample(100)
@given(LOCKS)
def test_a_lock_merged_with_itself_loses_at_most_what_both_retired_and_have(lock):
    both = merge(lock, lock)
    assert (both.notes, both.choices, both.quotes) == (lock.notes, lock.choices, lock.quotes)
