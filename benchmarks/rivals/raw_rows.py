"""The raw limit: a process that loads the rows of a package and writes them again, and does nothing else.

usage: python benchmarks/rivals/raw_rows.py take PACKAGE.apkg ROWS | write ROWS OUT.apkg stored|pressed

`take` is not timed. `write` opens a database in memory, puts the rows in with `executemany`, makes the indexes after
them, and zips it, as it is or pressed by Zstandard as Anki does: no parsing, no checks, no notes made.
"""

import marshal
import sqlite3
import sys
import zipfile

TABLES = ("col", "notes", "cards")


def take(package: str, rows: str) -> None:
    from opened import opened

    database = opened(package)
    found = database.execute("select sql from sqlite_master where sql is not null order by type desc")
    schema = [sql for (sql,) in found]
    with open(rows, "wb") as file:
        marshal.dump((schema, {table: database.execute(f"select * from {table}").fetchall() for table in TABLES}), file)


def write(rows: str, out: str, how: str) -> None:
    with open(rows, "rb") as file:
        schema, tables = marshal.load(file)
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("begin")
    for sql in schema:
        if not sql.startswith("CREATE INDEX"):
            database.execute(sql)
    for table, found in tables.items():
        database.executemany(f"insert into {table} values ({','.join('?' * len(found[0]))})", found)
    for sql in schema:
        if sql.startswith("CREATE INDEX"):
            database.execute(sql)
    database.execute("commit")
    data, name = database.serialize(), "collection.anki2"
    if how == "pressed":
        import zstandard

        data, name = zstandard.ZstdCompressor(level=3).compress(data), "collection.anki21b"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
        archive.writestr("media", "{}")


if __name__ == "__main__":
    {"take": take, "write": write}[sys.argv[1]](*sys.argv[2:])
