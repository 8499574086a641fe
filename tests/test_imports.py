"""Who may import whom: the table of docs/architecture.md, enforced."""

from __future__ import annotations

import ast
from pathlib import Path

import deckmaker

ROOT = Path(deckmaker.__file__).parent
BASE = {"source", "languages"}
STAGE = {"source", "diagnostics", "model", "languages"}
MAY = {
    "__init__": {"pipeline"},
    "__main__": {"cli"},
    "source": set(),
    "collector": set(),
    "languages": set(),
    "diagnostics": BASE,
    "model": BASE,
    "readers": {*STAGE, "collector"},
    "evidence": STAGE,
    "lock": STAGE,
    "generators": STAGE,
    "checks": STAGE,
    "papers": STAGE,
    "issued": STAGE,
    "register": {"model"},
    "writers": STAGE,
    "push": STAGE,
    "importing": STAGE,
    "pipeline": {*STAGE, "readers", "evidence", "lock", "generators", "checks", "papers", "issued", "writers"},
    "edited": {*STAGE, "pipeline", "checks", "lock", "readers", "collector", "writers"},
    "handouts": {*STAGE, "pipeline", "readers", "checks", "papers", "issued", "writers"},
    "exchange": {*STAGE, "pipeline", "lock", "readers", "push", "importing", "writers"},
    "cli": {
        "collector",
        "pipeline",
        "edited",
        "exchange",
        "handouts",
        "register",
        "lock",
        "issued",
        "push",
        "importing",
        "readers",
        "writers",
        *STAGE,
        "__init__",
    },
}
ONLY_IN = {
    "yaml": ("readers/", "importing/"),
    "genanki": ("writers/anki",),
    "typst": ("writers/print", "writers/rasters.py"),
    "docx": ("writers/docx",),
    "click": ("cli",),
    "zstandard": ("importing/archive.py", "writers/anki/package.py"),
    "google": ("importing/",),
}
WRITERS_MEET_AT = {"html", "layered", "pictures", "rasters", "sheets", "__init__"}


def imports() -> list[tuple[str, str]]:
    """(file, imported module) of every import in the package."""
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found += [(name, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                assert node.level == 0, f"{name}: relative import"
                modules = [f"deckmaker.{alias.name}" for alias in node.names] if node.module == "deckmaker" else []
                found += [(name, module) for module in modules or [node.module]]
    return found


def part(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


def test_every_part_stands_in_the_table():
    assert {part(path.relative_to(ROOT).as_posix()) for path in ROOT.rglob("*.py")} == set(MAY)


def test_stages_import_only_what_the_table_allows():
    wrong = [
        f"{name} imports {module}"
        for name, module in imports()
        if module.startswith("deckmaker.")
        and (to := module.split(".")[1]) != part(name)
        and to not in MAY[part(name)]
        and not (to == "__version__" and part(name) in ("cli", "writers", "issued"))
    ]
    assert not wrong


def test_writers_never_import_each_other():
    wrong = [
        f"{name} imports {module}"
        for name, module in imports()
        if name.startswith("writers/")
        and module.startswith("deckmaker.writers.")
        and (to := module.split(".")[2]) not in WRITERS_MEET_AT
        and to != name.split("/")[1].removesuffix(".py")
    ]
    assert not wrong


def test_each_format_library_is_imported_in_one_place():
    wrong = [
        f"{name} imports {module}"
        for name, module in imports()
        if (top := module.split(".")[0]) in ONLY_IN and not name.startswith(ONLY_IN[top])
    ]
    assert not wrong
