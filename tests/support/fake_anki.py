"""A small strict AnkiConnect: it knows the actions that a push needs and no other, and has the faults of a real one.

Strict: a request must be JSON of version 6 with the parameters that the protocol names, no more and no fewer; note
types, fields and decks must exist.
"""

from __future__ import annotations

import fnmatch
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from deckmaker.writers.anki.released import NOTE_TYPES

PARAMS = {
    "requestPermission": set(),
    "modelNamesAndIds": set(),
    "modelFieldNames": {"modelName"},
    "findNotes": {"query"},
    "notesInfo": {"notes"},
    "updateNoteFields": {"note"},
    "addTags": {"notes", "tags"},
    "removeTags": {"notes", "tags"},
    "createDeck": {"deck"},
    "addNote": {"note"},
    "deleteNotes": {"notes"},
    "getMediaFilesNames": {"pattern"},
    "storeMediaFile": {"filename", "data"},
    "multi": {"actions"},
}
"""Every action that a push may use, with its parameters."""


@dataclass
class FakeAnki:
    """Its state; set what a test needs.

    fault: what is wrong with it, "" for nothing. key: the key that it asks for.
    types: fields of each note type by name. ids: of the types, by name.
    notes: as `notesInfo` shows them, by id. decks, media: names.
    asked: every action that came, in order.
    """

    fault: str = ""
    key: str = ""
    types: dict[str, list[str]] = field(
        default_factory=lambda: {t.name: [f.name for f in t.fields] for t in NOTE_TYPES}
    )
    ids: dict[str, int] = field(default_factory=lambda: {t.name: t.id for t in NOTE_TYPES})
    notes: dict[int, dict[str, Any]] = field(default_factory=dict)
    decks: set[str] = field(default_factory=lambda: {"Default"})
    media: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""
    clock: int = 1_790_000_000

    def answer(self, request: Any) -> dict[str, Any]:
        try:
            return {"result": self._do(request), "error": None}
        except Refused as error:
            return {"result": None, "error": str(error)}

    def _do(self, request: Any) -> Any:
        action, params = request["action"], request.get("params", {})
        assert request["version"] == 6
        assert set(request) <= {"action", "version", "params", "key"}
        assert set(params) == PARAMS[action], action
        self.asked.append(action)
        if action == "requestPermission":
            if self.fault == "denied":
                return {"permission": "denied"}
            return {
                "permission": "granted",
                "requireApikey": bool(self.key),
                "version": 5 if self.fault == "old" else 6,
            }
        if self.key and request.get("key") != self.key:
            raise Refused("valid api key must be provided")
        if self.fault == "closed":
            raise Refused("collection is not available")
        if self.fault == f"fails:{action}":
            raise Refused("'NoneType' object has no attribute 'flush'")
        return getattr(self, action)(**params)

    def multi(self, actions: list[Any]) -> list[Any]:
        return [self.answer(action) for action in actions]

    def modelNamesAndIds(self) -> dict[str, int]:
        return self.ids

    def modelFieldNames(self, modelName: str) -> list[str]:
        if modelName not in self.types:
            raise Refused(f"model was not found: {modelName}")
        return self.types[modelName]

    def findNotes(self, query: str) -> list[int]:
        assert query.startswith('"QID:')
        assert query.endswith('"')
        pattern = query[5:-1].casefold()
        return [
            id
            for id, note in self.notes.items()
            if fnmatch.fnmatchcase(note["fields"]["QID"]["value"].casefold(), pattern)
        ]

    def notesInfo(self, notes: list[int]) -> list[Any]:
        return [self.notes.get(id, {}) for id in notes]

    def updateNoteFields(self, note: dict[str, Any]) -> None:
        known = self.notes[note["id"]]
        if self.fault == "browsing":
            return
        for name, value in note["fields"].items():
            assert name in known["fields"], name
            known["fields"][name]["value"] = value
        self._touch(known)

    def addTags(self, notes: list[int], tags: str) -> None:
        for id in notes:
            self.notes[id]["tags"] += tags.split()
            self._touch(self.notes[id])

    def removeTags(self, notes: list[int], tags: str) -> None:
        for id in notes:
            self.notes[id]["tags"] = [tag for tag in self.notes[id]["tags"] if tag not in tags.split()]
            self._touch(self.notes[id])

    def createDeck(self, deck: str) -> int:
        self.decks.add(deck)
        return 1

    def addNote(self, note: dict[str, Any]) -> int:
        assert set(note) == {"deckName", "modelName", "fields", "tags"}
        if note["deckName"] not in self.decks:
            raise Refused(f"deck was not found: {note['deckName']}")
        assert list(note["fields"]) == self.types[note["modelName"]]
        id = 1_790_000_000_000 + len(self.notes)
        fields = {name: {"value": value, "order": at} for at, (name, value) in enumerate(note["fields"].items())}
        self.notes[id] = {"noteId": id, "modelName": note["modelName"], "tags": list(note["tags"]), "fields": fields}
        self._touch(self.notes[id])
        return id

    def deleteNotes(self, notes: list[int]) -> None:
        for id in notes:
            del self.notes[id]

    def getMediaFilesNames(self, pattern: str) -> list[str]:
        return fnmatch.filter(self.media, pattern)

    def storeMediaFile(self, filename: str, data: str) -> str:
        self.media[filename] = data
        return filename

    def by_id(self, id: str) -> dict[str, Any]:
        """The one note of a question."""
        (found,) = [note for note in self.notes.values() if note["fields"]["QID"]["value"].endswith(f"/{id}")]
        return found

    def _touch(self, note: dict[str, Any]) -> None:
        self.clock += 1
        note["mod"] = int(time.time())


def of_the_set(type: str, **fields: str) -> dict[str, Any]:
    """A note with the id of the one question of a page's example."""
    names = dict.fromkeys(field.name for field in NOTE_TYPES[0].fields) | {"QID": "5b1f09ac/spring-tide", **fields}
    shown = {name: {"value": value or "", "order": at} for at, (name, value) in enumerate(names.items())}
    return {"noteId": 1, "modelName": type, "tags": [], "fields": shown, "mod": 1}


class Refused(Exception):
    """An error that the add-on would answer."""


ODD_ANSWERS = {
    "html": (200, b"<!doctype html><title>Something else</title>"),
    "forbidden": (403, b""),
    "missing": (404, b"not found"),
    "list": (200, b"[]"),
    "number": (200, b"6"),
    "bare": (200, b'{"permission": "granted"}'),
    "crash": (500, b'{"result": null, "error": "disk I/O error"}'),
}
"""What a server may answer whatever it is asked: (status, body)."""


@contextmanager
def fake_anki(**state: Any) -> Iterator[FakeAnki]:
    """It listens on a port of its own until the block ends; a fault "off" is a port where nobody listens."""
    made = FakeAnki(**state)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/json"
            if made.fault == "slow":
                time.sleep(0.6)
            if made.fault == "breaks off":
                self.connection.close()
                return
            status, data = ODD_ANSWERS.get(made.fault) or (200, json.dumps(made.answer(json.loads(body))).encode())
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_args: None if made.fault in ("slow", "breaks off") else fail(made)  # type: ignore[method-assign]
    made.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    if made.fault == "off":
        server.server_close()
        yield made
        return
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert "broken" not in made.asked, "a request was not as the protocol has it"


def fail(anki: FakeAnki) -> None:
    anki.asked.append("broken")
