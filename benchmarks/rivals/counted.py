"""How many notes and cards packages have, so that rivals are known to make equal ones.

usage: python benchmarks/rivals/counted.py PACKAGE.apkg …
"""

import json
import sys

from opened import opened


def counted(package: str) -> list[int]:
    database = opened(package)
    return [database.execute(f"select count(*) from {table}").fetchone()[0] for table in ("notes", "cards")]


if __name__ == "__main__":
    print(json.dumps([counted(package) for package in sys.argv[1:]]))
