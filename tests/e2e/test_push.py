"""A push to the real anki-connect-server: what stands in the collection before and after."""

from __future__ import annotations

import socket
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from deckmaker.cli import main
from tests.support import anki
from tests.support.anki_connect import environment, server
from tests.support.sets import EVERY_CARD, EVERY_TYPE, picture

if TYPE_CHECKING:
    from anki.collection import Collection

pytestmark = pytest.mark.anki

ADDED = """  - id: ebb
    stem: When does the ebb begin?
    answer: at high water
"""


@pytest.fixture(scope="session")
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    cache = request.config.cache
    return environment(cache.mkdir("anki-connect-server") if cache else tmp_path_factory.mktemp("server"))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def run(*words: str) -> str:
    result = CliRunner().invoke(main, [*words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def state(collection: Collection) -> dict[str, Any]:
    """Everything that a push could change: notes with their words, cards with their schedules, reviews, the schema."""
    ask = collection.db.all
    return {
        "notes": ask("select id, guid, mid, mod, tags, flds from notes order by id"),
        "cards": ask(
            "select id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, flags from cards order by id"
        ),
        "reviews": ask("select * from revlog order by id"),
        "schema": ask("select scm from col"),
        "types": [each.name for each in collection.models.all_names_and_ids()],
    }


def review(collection: Collection) -> None:
    collection.decks.select(collection.decks.id("Every type"))
    for _ in range(6):
        card = collection.sched.getCard()
        collection.sched.answerCard(card, 3)


def test_a_push_to_the_real_server_changes_what_changed_and_no_schedule(tmp_path: Path, program: Path):
    path = tmp_path / "collection.anki2"
    with chdir(tmp_path):
        Path("tides.yaml").write_text(EVERY_TYPE)
        Path("tide.png").write_bytes(picture())
        run("build", "tides.yaml", "--to", "anki")
        with anki.collection(path) as collection:
            anki.add(collection, Path("build/tides/tides.apkg").read_bytes())
            review(collection)
            imported = state(collection)
        with server(program, path, port := free_port()):
            nothing = run("push", "tides.yaml", "--address", f"127.0.0.1:{port}")
            assert "Every type: 12 unchanged\n" in nothing
        with anki.collection(path) as collection:
            assert state(collection) == imported
        Path("tides.yaml").write_text(
            EVERY_TYPE.replace("From small to large", "From the smallest to the largest") + ADDED
        )
        Path("tide.png").write_bytes(picture(9))
        with server(program, path, port):
            first = run("push", "tides.yaml", "--address", f"127.0.0.1:{port}")
            assert "Every type: 1 added, 3 updated, 9 unchanged\n" in first
        with anki.collection(path) as collection:
            pushed = state(collection)
        with server(program, path, port):
            assert "Every type: 13 unchanged\n" in run("push", "tides.yaml", "--address", f"127.0.0.1:{port}")
        with anki.collection(path) as collection:
            assert state(collection) == pushed
            notes = anki.notes(collection)
            assert {id: len(notes[id].cards()) for id in EVERY_CARD} == EVERY_CARD
            assert notes["order"]["Question"] == "From the smallest to the largest"
            assert len(notes["ebb"].cards()) == 1
            assert collection.media.check().missing == []
            assert anki.problems(collection) == ""
    changed = {row[0] for row in imported["notes"]} & {
        row[0] for row in pushed["notes"] if row not in imported["notes"]
    }
    assert len(changed) == 3
    known = {row[0] for row in imported["cards"]}
    assert [row for row in pushed["cards"] if row[0] in known] == imported["cards"]
    assert (pushed["reviews"], pushed["schema"], pushed["types"]) == (
        imported["reviews"],
        imported["schema"],
        imported["types"],
    )


def test_a_package_imported_after_a_push_updates_and_doubles_nothing_that_it_brought(tmp_path: Path, program: Path):
    path = tmp_path / "collection.anki2"
    with chdir(tmp_path):
        Path("tides.yaml").write_text(EVERY_TYPE)
        Path("tide.png").write_bytes(picture())
        run("build", "tides.yaml", "--to", "anki")
        with anki.collection(path) as collection:
            anki.add(collection, Path("build/tides/tides.apkg").read_bytes())
        Path("tides.yaml").write_text(EVERY_TYPE.replace("From small to large", "From the smallest to the largest"))
        with server(program, path, port := free_port()):
            run("push", "tides.yaml", "--address", f"127.0.0.1:{port}")
        run("build", "tides.yaml", "--to", "anki")
        with anki.collection(path) as collection:
            done = anki.add(collection, Path("build/tides/tides.apkg").read_bytes())
            assert (len(done.new), len(done.conflicting), collection.note_count()) == (0, 0, 12)
            assert [each.name for each in collection.models.all_names_and_ids() if each.name.endswith("+")] == []
            assert anki.notes(collection)["order"]["Question"] == "From the smallest to the largest"
