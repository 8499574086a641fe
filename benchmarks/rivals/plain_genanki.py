"""Plain genanki on equal notes: the same fields, GUIDs, tags and note types as our package, read already.

usage: python benchmarks/rivals/plain_genanki.py ROWS OUT.apkg

ROWS is what `raw_rows.py take` made of our package. The script is that of genanki's README.
"""

import json
import marshal
import sys

import genanki


def main(rows: str, out: str) -> None:
    with open(rows, "rb") as file:
        _, tables = marshal.load(file)
    ((_, _, _, _, _, _, _, _, _, kinds, *_),) = tables["col"]
    models = {int(id): _model(int(id), kind) for id, kind in json.loads(kinds).items()}
    deck = genanki.Deck(1_234_567_890, "A bank")
    for _, guid, kind, _, _, tags, fields, *_ in tables["notes"]:
        deck.add_note(genanki.Note(models[kind], fields.split("\x1f"), guid=guid, tags=tags.split()))
    genanki.Package(deck).write_to_file(out)


def _model(id: int, kind: dict) -> genanki.Model:
    fields = [{"name": each["name"]} for each in kind["flds"]]
    templates = [{key: each[key] for key in ("name", "qfmt", "afmt")} for each in kind["tmpls"]]
    return genanki.Model(id, kind["name"], fields, templates, css=kind["css"], model_type=kind["type"])


if __name__ == "__main__":
    main(*sys.argv[1:])
