"""Sets from strangers: YAML that does more than it says, and files that are none."""

from __future__ import annotations

import os
from pathlib import Path

from tests.hostile.attack import CARD, Attack, Here


def billion_laughs(here: Here) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 10))
    here.set(f"l0: &l0 [x]\n{levels}{CARD}")
    here.refused("Y116", at="tides/set.yaml")


def alias_of_itself(here: Here) -> None:
    here.set(f"authors: &a [*a]\n{CARD}")
    here.refused("Y116", at="tides/set.yaml", line=4)


def merge_keys_in_merge_keys(here: Here) -> None:
    levels = "".join(f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 10)}]}}\n" for n in range(1, 10))
    here.set(f"m0: &m0 {{a: b}}\n{levels}{CARD}")
    here.refused("Y116", at="tides/set.yaml")


def hundred_thousand_aliases(here: Here) -> None:
    here.set(f"license: &a word\nauthors: [{', '.join(['*a'] * 100_000)}]\n{CARD}")
    assert len(here.notes().notes) == 1


def deep_brackets(here: Here) -> None:
    here.set(f"authors: {'[' * 100_000}\n{CARD}")
    here.refused("Y121", at="tides/set.yaml", line=4)
    here.set(f"authors: {'[' * 100}x{']' * 100}\n{CARD}")
    here.refused("Y121", at="tides/set.yaml", line=4)


def deep_indentation(here: Here) -> None:
    here.set("authors:\n" + "".join(f"{' ' * n}-\n" for n in range(1, 3000)) + CARD)
    here.refused("Y121", at="tides/set.yaml")


def python_tag(here: Here) -> None:
    for tag in ("object/apply:os.system", "object/new:os.system", "name:os.system", "module:os"):
        here.set(f'license: !!python/{tag} ["touch owned"]\n{CARD}')
        here.check()
        here.run("build", "tides")
    assert not (here.folder / "owned").exists()


def nul_bytes(here: Here) -> None:
    here.set(b"deckmaker: 1\nuid: 7e57da7a\ntitle: a\0b\n" + CARD.encode())
    here.refused("Y004", at="tides/set.yaml", line=3)


def control_bytes(here: Here) -> None:
    here.set(b"deckmaker: 1\nuid: 7e57da7a\ntitle: a\x1bb\x08\n" + CARD.encode())
    here.refused("Y004", at="tides/set.yaml", line=3)


def field_separator(here: Here) -> None:
    here.set('questions:\n  - {id: q, type: flashcard, front: "a\\x1fb", back: "c\\x1f\\x1fd"}\n')
    note = here.notes().notes["q"]
    assert (note.fields["Question"], note.fields["Answer"]) == ("a b", "c d")


def lone_surrogates(here: Here) -> None:
    here.set(b"deckmaker: 1\nuid: 7e57da7a\ntitle: a\xed\xa0\x80b\n" + CARD.encode())
    here.refused("Y003", at="tides/set.yaml", line=3)
    here.set(f'description: "a\\ud800b"\n{CARD}')
    here.refused("Y119", at="tides/set.yaml", line=4)


def another_program(here: Here) -> None:
    here.set(b"MZ\x90\0uid:" + bytes(range(256)) * 40)
    here.refused("Y003", at="tides/set.yaml")


def sixty_five_megabytes(here: Here) -> None:
    here.set(b"# uid:\n" * (65 << 20 >> 3) + b"#" * (66 << 20 >> 3))
    assert (here.folder / "tides/set.yaml").stat().st_size > 64 << 20
    here.refused("Y010", at="tides/set.yaml")


def thousand_files(here: Here) -> None:
    for number in range(1001):
        here.put(f"tides/{number}.yaml", CARD)
    here.refused("Y012", at="tides")


def empty_lines(here: Here) -> None:
    here.set("\n" * 5_000_000 + CARD)
    assert len(here.notes().notes) == 1


def keys_twice(here: Here) -> None:
    here.set("license: mine\n" * 5000 + CARD)
    assert len([each for each in here.check() if each["code"] == "Y110"]) == 4999


def faults_by_the_thousand(here: Here) -> None:
    here.set("questions:\n" + "".join(f"  - {{stem: s{n}, answer: a, claim: c{n}}}\n" for n in range(5000)))
    assert {each["code"] for each in here.check()} == {"S002"}


def ids_without_end(here: Here) -> None:
    here.set(f"questions:\n  - {{id: {'a' * 100_000}, front: a, back: b}}\n")
    here.refused("T004", at="tides/set.yaml", line=5)


def titles_without_end(here: Here) -> None:
    here.set(f"deckmaker: 1\nuid: 7e57da7a\ntitle: {'a' * 100_000}\n{CARD}")
    here.refused("T004", at="tides/set.yaml", line=3)


def texts_without_end(here: Here) -> None:
    here.set(f"questions:\n  - {{id: q, front: {'long ' * 50_000}, back: b}}\n")
    here.refused("T004", at="tides/set.yaml", line=5)


def options_without_end(here: Here) -> None:
    options = ", ".join(f"o{n}" for n in range(5000))
    here.set(f"questions:\n  - {{id: q, stem: s, answer: a, distractors: [{options}]}}\n")
    here.refused("S017", at="tides/set.yaml", line=5)


def huge_numbers(here: Here) -> None:
    for key, value in (("points", "9" * 5000), ("points", "1e999999"), ("lines", "9" * 5000), ("tolerance", "nan")):
        here.set(f"questions:\n  - {{id: q, stem: s, type: essay, {key}: {value}}}\n")
        assert next(each["code"] for each in here.check() if each["severity"] == "error") in ("S004", "S008", "S009"), (
            key
        )
    here.set(CARD + "quizzes:\n  - {id: p, title: P, versions: 99999999999999999999, sections: [{pick: all}]}\n")
    here.refused("S009", at="tides/set.yaml", line=7)


def digits_without_end(here: Here) -> None:
    here.set(f"questions:\n  - {{id: q, stem: How many?, type: numeric, answer: {'9' * 50_000}, tolerance: 1e-9}}\n")
    here.check()
    here.run("build", "tides")


def folder_called_yaml(here: Here) -> None:
    here.set(CARD)
    (here.folder / "tides/more.yaml").mkdir()
    assert len(here.notes().notes) == 1


def named_pipe(here: Here) -> None:
    here.set(CARD)
    os.mkfifo(here.folder / "tides/more.yaml")
    here.refused("Y002", at="tides/more.yaml")


def device(here: Here) -> None:
    here.refused("Y002", at="/dev/zero", paths=("/dev/zero",))
    here.set(CARD)
    Path("tides/more.yaml").symlink_to("/dev/zero")
    here.refused("Y002", at="tides/more.yaml")


def link_out_of_the_folder(here: Here) -> None:
    here.put("private/diary.yaml", "title: my secret\nx: [\n")
    here.set(CARD)
    Path("tides/more.yaml").symlink_to("../private/diary.yaml")
    here.refused("Y002", at="tides/more.yaml")
    assert "secret" not in here.run("check", "tides").output


def links_in_a_circle(here: Here) -> None:
    here.set(CARD)
    Path("tides/more.yaml").symlink_to("again.yaml")
    Path("tides/again.yaml").symlink_to("more.yaml")
    here.refused("Y002", at="tides/again.yaml")
    Path("round").symlink_to("round")
    assert here.run("check", "round").exit_code == 1


YAML = (
    Attack("aliases of aliases (“billion laughs”)", "refused (Y116)", billion_laughs),
    Attack("an alias that stands in itself", "refused (Y116)", alias_of_itself),
    Attack("merge keys of merge keys", "refused (Y116)", merge_keys_in_merge_keys),
    Attack("100,000 aliases of one word", "read: a word is no bomb", hundred_thousand_aliases),
    Attack("100,000 brackets in each other", "refused (Y121)", deep_brackets),
    Attack("3,000 levels of indentation", "refused (Y121)", deep_indentation),
    Attack("`!!python/object/apply:os.system` and its kin", "never run: tags make nothing", python_tag),
    Attack("NUL bytes", "refused (Y004), with their place", nul_bytes),
    Attack("escape and backspace bytes", "refused (Y004), with their place", control_bytes),
    Attack("U+001F, which parts Anki's fields, as `\"\\x1f\"`", "shown as a space; every field holds what it should", field_separator),
    Attack("lone surrogates, as bytes and as `\"\\ud800\"`", "refused (Y003, Y119)", lone_surrogates),
    Attack("a program called set.yaml", "refused (Y003)", another_program),
    Attack("a file of 65 MB", "refused (Y010); no more of it is read", sixty_five_megabytes),
    Attack("a set of 1,001 files", "refused (Y012); none is read", thousand_files),
    Attack("five million empty lines", "read", empty_lines),
    Attack("5,000 times the same key", "each told (Y110)", keys_twice),
    Attack("5,000 questions with two faults each", "each told, in seconds", faults_by_the_thousand),
    Attack("an id of 100,000 letters", "refused (T004)", ids_without_end),
    Attack("a title of 100,000 letters", "refused (T004)", titles_without_end),
    Attack("a text of 250,000 letters", "refused (T004)", texts_without_end),
    Attack("a question with 5,000 options", "refused (S017)", options_without_end),
    Attack("numbers of 5,000 digits, 1e999999, nan", "refused (S004, S009)", huge_numbers),
    Attack("an answer of 50,000 digits", "read, or refused; never a traceback", digits_without_end),
    Attack("a folder called more.yaml", "left alone", folder_called_yaml),
    Attack("a named pipe called more.yaml", "refused (Y002), never waited for", named_pipe),
    Attack("/dev/zero, or a link to it", "refused (Y002)", device),
    Attack("a link to a file outside the set's folder", "refused (Y002); no word of it is shown", link_out_of_the_folder),
    Attack("links in a circle", "refused (Y002)", links_in_a_circle),
)  # fmt: skip
