"""The real Anki backend: a throw-away collection, packages imported into it, and its cards as Anki renders them."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest

if TYPE_CHECKING:  # these modules cannot be the first of Anki's to be imported
    from anki.cards import Card
    from anki.import_export_pb2 import ImportResponse
    from anki.notes import Note


_TYPED = re.compile(r"\[\[type:.+?\]\]")


@dataclass(frozen=True)
class Sides:
    """A card as Anki renders it.

    front, back: HTML of the sides. css: of its note type.
    """

    front: str
    back: str
    css: str


@contextmanager
def collection(path: Path | None = None) -> Iterator[Collection]:
    """The collection of that file, made unless it is there; none named, an empty one that goes afterwards."""
    folder = tempfile.mkdtemp()
    made = Collection(str(path or Path(folder) / "collection.anki2"))
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(folder)


def add(collection: Collection, package: bytes) -> ImportResponse.Log:
    """Imports a package as File > Import does when nothing is ticked; what Anki says it did."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.apkg"
        path.write_bytes(package)
        options = ImportAnkiPackageOptions()
        done = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
        log: ImportResponse.Log = done.log
        return log


def exported(collection: Collection) -> bytes:
    """The whole collection as Anki exports it for others, as a current package with its media."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out.apkg"
        options = ExportAnkiPackageOptions(
            with_scheduling=False, with_deck_configs=False, with_media=True, legacy=False
        )
        collection.export_anki_package(out_path=str(path), options=options, limit=None)
        return path.read_bytes()


def notes(collection: Collection) -> dict[str, Note]:
    """Every note by its question's id."""
    found = (collection.get_note(id) for id in collection.find_notes(""))
    return {note["QID"].split("/", 1)[1]: note for note in found}


def sides(card: Card, typed: str = "") -> Sides:
    """The card's sides; where an answer is typed, as the reviewer shows it (qt/aqt/reviewer.py, typeAnsFilter).

    typed: what the student typed.
    """
    output = card.render_output(reload=True)
    style = "font-family: 'Arial'; font-size: 20px;"
    box = f'<center><input type=text id=typeans onkeypress="_typeAnsPress();" style="{style}"></center>'
    expected = card.note()["Typed"] if "[[type:" in output.question_text else ""
    compared = f'<div style="{style}">{card.col.compare_answer(expected, typed)}</div>' if expected else ""
    front, back = _TYPED.sub(box, output.question_text), _TYPED.sub(lambda _found: compared, output.answer_text)
    return Sides(front, back, output.css)


def problems(collection: Collection) -> str:
    """What Anki's own database check finds to say, "" for nothing."""
    said, clean = collection.fix_integrity()
    return "" if clean and said.strip().lower() == "database rebuilt and optimized." else said
