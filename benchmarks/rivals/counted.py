"""How many notes and cards a package has, so that rivals are known to make equal ones.

usage: python benchmarks/rivals/counted.py PACKAGE.apkg …
"""

import json
import sqlite3
import sys
import zipfile


def counted(package: str) -> list[int]:
    with zipfile.ZipFile(package) as archive:
        data = archive.read("collection.anki2")
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return [database.execute(f"select count(*) from {table}").fetchone()[0] for table in ("notes", "cards")]


if __name__ == "__main__":
    print(json.dumps([counted(package) for package in sys.argv[1:]]))
