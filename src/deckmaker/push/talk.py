"""One question to AnkiConnect, and its answer; everything that can go wrong on the way, in words.

AnkiConnect's protocol, version 6: a JSON object with `action`, `version`, `params` and perhaps `key` is posted; the
answer is an object with `result` and `error`, one of them null (git.sr.ht/~foosoft/anki-connect).
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.source import SourceFile

ADDRESS = "http://127.0.0.1:8765"
"""Where AnkiConnect listens unless told otherwise."""

VERSION = 6
_MOST_AT_ONCE = 200
"""Actions in one request: few enough that Anki's window, which waits meanwhile, never freezes for long."""
_BUSY = ("collection is not available", "collection not open", "database is locked", "sync is in progress")
_NO_KEY = ("valid api key", "api key must be provided")
_INSTALL = "start Anki with the add-on AnkiConnect, whose code is 2055492159; see deckmaker explain N001"


class Trouble(Exception):
    """Why Anki cannot be asked, or what it refused.

    diagnostic: for the user.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Anki(Struct, frozen=True):
    """A running Anki.

    address: of its AnkiConnect, http.
    key: the key that its owner set, "" for none.
    patience: seconds to wait for one answer.
    """

    address: str = ADDRESS
    key: str = ""
    patience: float = 30

    def greet(self) -> None:
        """Ask for leave. Raises Trouble when there is no Anki, no permission, or no key."""
        answer = self.ask("requestPermission")
        given = answer if isinstance(answer, dict) else {}
        if given.get("permission") == "denied":
            raise self.trouble("N003", "Anki refused: nobody there gave permission", _LET_IN)
        if given.get("permission") != "granted" or int(given.get("version", 0)) < VERSION:
            raise self.trouble("N005", "what answers is no AnkiConnect of version 6", _OTHER_ADDRESS)
        if (given.get("requireApikey") or given.get("requireApiKey")) and not self.key:
            raise self.trouble("N004", "this Anki asks for a key", _GIVE_KEY)

    def ask(self, action: str, **params: object) -> Any:
        """The result of one action. Raises Trouble."""
        return self._result(self._post(self._request(action, params)), action)

    def ask_all(self, actions: Sequence[tuple[str, dict[str, object]]]) -> list[Any]:
        """The results of actions, in their order, with as few requests as may be. Raises Trouble at the first error."""
        results = []
        for start in range(0, len(actions), _MOST_AT_ONCE):
            part = actions[start : start + _MOST_AT_ONCE]
            answers = self.ask("multi", actions=[self._request(action, params) for action, params in part])
            if not isinstance(answers, list) or len(answers) != len(part):
                raise self.trouble("N005", 'the answer to "multi" is not a list of answers', _OTHER_ADDRESS)
            results += [self._result(answer, part[index][0]) for index, answer in enumerate(answers)]
        return results

    def trouble(self, code: str, message: str, hint: str) -> Trouble:
        """Trouble with this Anki, its address as the place."""
        return Trouble(diagnose(code, SourceFile(self.address, "").span(0), message, hint=hint))

    def _request(self, action: str, params: dict[str, object]) -> dict[str, object]:
        key = {"key": self.key} if self.key else {}
        return {"action": action, "version": VERSION, "params": params, **key}

    def _post(self, request: dict[str, object]) -> object:
        """The answer as JSON. No proxy is asked: Anki is on this machine, or on one that is named."""
        data = json.dumps(request).encode()
        posted = urllib.request.Request(self.address, data, {"Content-Type": "application/json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(posted, timeout=self.patience) as answer:
                return json.loads(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return self._of_error(error)
        except (OSError, http.client.HTTPException) as error:
            raise self._unreachable(error) from error
        except ValueError as error:
            raise self.trouble("N005", "what answers there is no AnkiConnect", _OTHER_ADDRESS) from error

    def _of_error(self, error: urllib.error.HTTPError) -> object:
        """An answer under a status that is not 200; some servers put Anki's own errors there."""
        if error.code == 403:
            raise self.trouble("N003", "Anki refused: this program is not let in", _LET_IN)
        try:
            answer = json.loads(error.read())
        except (ValueError, OSError, http.client.HTTPException):
            answer = None
        if not isinstance(answer, dict) or not answer.get("error"):
            raise self.trouble("N005", f"what answers there is no AnkiConnect (status {error.code})", _OTHER_ADDRESS)
        return answer

    def _unreachable(self, error: Exception) -> Trouble:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(reason, TimeoutError):
            return self.trouble("N002", f"Anki did not answer within {self.patience:g} seconds", _CLOSE_DIALOGS)
        if isinstance(reason, ConnectionResetError | http.client.HTTPException):
            return self.trouble("N002", "Anki broke the connection off", _CLOSE_DIALOGS)
        return self.trouble("N001", "no Anki answers here", _INSTALL)

    def _result(self, answer: object, action: str) -> Any:
        if not isinstance(answer, dict) or "error" not in answer or "result" not in answer:
            raise self.trouble("N005", f'the answer to "{action}" is none of AnkiConnect', _OTHER_ADDRESS)
        if not (error := answer["error"]):
            return answer["result"]
        words = " ".join(str(error).split())
        if any(part in words.lower() for part in _NO_KEY):
            raise self.trouble(
                "N004", "this Anki asks for a key" if not self.key else "Anki has another key", _GIVE_KEY
            )
        if any(part in words.lower() for part in _BUSY):
            raise self.trouble("N002", "Anki's collection is not open, or busy", _CLOSE_DIALOGS)
        raise self.trouble("N006", f'Anki refused "{action}": {words[:200]}', _UPDATE)


_LET_IN = "push again and choose \"Yes\" in Anki's window, or look into AnkiConnect's configuration"
_GIVE_KEY = "give the key of AnkiConnect's configuration by DECKMAKER_ANKI_KEY, or with --key"
_OTHER_ADDRESS = "look up the port in AnkiConnect's configuration, and name it with --address; update an old add-on"
_CLOSE_DIALOGS = "open a profile, let a sync end, close windows that wait for an answer, and push again"
_UPDATE = "look at what Anki says; update AnkiConnect if it is old, and push again: nothing is done twice"
