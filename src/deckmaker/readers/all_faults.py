"""Plain data in which something is wrong → its sound parts, and everything that is wrong with the others."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from deckmaker.diagnostics import Diagnostic
from deckmaker.model.claims import ARTICLE
from deckmaker.readers.exact import model
from deckmaker.readers.mistyped import read_as_meant
from deckmaker.readers.problems import alternative, data_at, problem_of, real_path
from deckmaker.readers.shapes import ClaimShape, SetFile
from deckmaker.readers.tree import Path, Tree
from deckmaker.readers.validate import ReadFile


def validate_exactly(tree: Tree) -> tuple[ReadFile, list[Diagnostic]]:
    """What `validate` gives, by the models that tell every fault."""
    problems = read_as_meant(tree)
    data = dict(tree.data)
    indexes = {key: list(range(len(value))) for key, value in data.items() if isinstance(value, list)}
    while True:
        try:
            shape = model(SetFile).model_validate(data)
            return ReadFile(tree, shape, frozenset(data), indexes, _quoting(tree, indexes)), problems
        except ValidationError as errors:
            faults = errors.errors(include_url=False, include_input=False)
            problems += _told(tree, faults, indexes)
            _leave_out(data, indexes, [fault["loc"] for fault in faults])


_STAND_INS = {"id": "left-out", "claim": "…", "speaker": ARTICLE, "basis": "none_given"}
_QUOTING = ("id", "quote", "paragraph", "article", "hedge", "booster", "cue", "prefix", "suffix")


def _quoting(tree: Tree, indexes: Mapping[str, list[int]]) -> dict[int, Any]:
    """The claims left out whose words of the article can be looked for nevertheless."""
    found: dict[int, Any] = {}
    for index, given in enumerate(tree.data["claims"]) if "claims" in indexes else ():
        if index not in indexes["claims"] and isinstance(given, dict):
            kept = {key: given[key] for key in _QUOTING if key in given}
            with suppress(ValidationError):
                found[index] = model(ClaimShape).model_validate({**_STAND_INS, **kept})
    return found


def _told(tree: Tree, faults: list[Any], indexes: Mapping[str, list[int]]) -> list[Diagnostic]:
    said: dict[tuple[str, Path], Diagnostic] = {}
    for fault in faults:
        loc = _in_file(fault["loc"], indexes)
        if _is_meant(tree, loc):
            place, problem = problem_of(tree, fault["type"], loc, fault.get("ctx") or {})
            said.setdefault((fault["type"], place), problem)
    return list(said.values())


def _is_meant(tree: Tree, loc: Path) -> bool:
    """Whether a finding is about the alternative that the user chose: all alternatives of a value complain."""
    one = alternative(loc)
    value = data_at(tree, real_path(loc[: loc.index(one)])) if one else None
    if isinstance(value, dict):
        return not one or one in ("ClaimSelector", "PickShape")
    return not one or one.startswith("list[" if isinstance(value, list) else "literal[")


def _in_file(loc: Path, indexes: Mapping[str, list[int]]) -> Path:
    if len(loc) > 1 and isinstance(loc[0], str) and loc[0] in indexes and isinstance(loc[1], int):
        return (loc[0], indexes[loc[0]][loc[1]], *loc[2:])
    return loc


def _leave_out(data: dict[str, Any], indexes: dict[str, list[int]], places: list[Path]) -> None:
    """Take the faulty parts out: a list's items, a mapping's entries, or a whole key."""
    faulty: dict[Any, set[Any]] = {}
    for place in places:
        faulty.setdefault(place[0], set()).add(place[1] if len(place) > 1 else None)
    for key, own in faulty.items():
        value = data.get(key)
        if isinstance(value, list) and all(isinstance(at, int) for at in own):
            _keep(data, indexes, str(key), [item for item in enumerate(value) if item[0] not in own])
        elif key in ("sources", "articles") and isinstance(value, dict) and own & value.keys():
            data[key] = {name: item for name, item in value.items() if name not in own}
        else:
            data.pop(key, None)


def _keep(data: dict[str, Any], indexes: dict[str, list[int]], key: str, items: list[tuple[int, Any]]) -> None:
    if len(items) == len(data[key]):
        return  # taken out already
    indexes[key] = [indexes[key][index] for index, _ in items]
    data[key] = [item for _, item in items]
