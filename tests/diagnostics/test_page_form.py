from __future__ import annotations

import pytest

from deckmaker.diagnostics.pages import Turn, parse, turns, with_turns

PAGE = """\
# E104 · quote-not-found

A quotation must stand in the article.

```text both article.txt encoding=cp1252
Café prices rise.
```

```yaml bad tides.yaml
title: Tides
```

```console
$ deckmaker check tides.yaml
error[E104]: words

1 error in 1 file
=> 1
```

```yaml good tides.yaml
title: Mended
```
"""


def written(attributes: str, text: str) -> bytes:
    return parse(f"# S001 · a\n\n```text bad x.txt {attributes}\n{text}\n```\n{CONSOLE}").example("bad")["x.txt"]


CONSOLE = "```console\n$ deckmaker check\n```\n"


def test_a_page_in_its_parts() -> None:
    page = parse(PAGE)
    assert (page.code, page.name) == ("E104", "quote-not-found")
    assert page.turn == Turn("deckmaker check tides.yaml", "error[E104]: words\n\n1 error in 1 file\n", 1)


def test_examples_share_the_files_that_are_for_both() -> None:
    page = parse(PAGE)
    assert page.example("bad") == {
        "article.txt": "Café prices rise.\n".encode("cp1252"),
        "tides.yaml": b"title: Tides\n",
    }
    assert page.example("good")["tides.yaml"] == b"title: Mended\n"
    assert "article.txt" in page.example("good")


@pytest.mark.parametrize(("attributes", "text", "data"), [
    ("", "a", b"a\n"),
    ("newline=crlf", "a\nb", b"a\r\nb\r\n"),
    ("bom", "a", b"\xef\xbb\xbfa\n"),
    ("encoding=utf-16", "a", "a\n".encode("utf-16")),
    ("visible", "a␇b␡c⟨U+FEFF⟩", b"a\x07b\x7fc\xef\xbb\xbf\n"),
    ("base64", "AAEC", b"\x00\x01\x02"),
    ("times=3", "a", b"a\na\na\n"),
])  # fmt: skip
def test_attributes_say_how_a_file_is_written(attributes: str, text: str, data: bytes) -> None:
    assert written(attributes, text) == data


def test_accepting_changes_the_output_alone() -> None:
    turn = Turn(parse(PAGE).turn.command, "warning[E104]: other\n", 0)
    accepted = with_turns(PAGE, [turn])
    assert parse(accepted).turn == turn
    assert with_turns(accepted, [parse(PAGE).turn]) == PAGE


def test_output_may_hold_a_fence_when_the_block_has_a_longer_one() -> None:
    page = parse("# S001 · a\n\n````console\n$ deckmaker check\n```\nx\n```\n````\n")
    assert page.turn.output == "```\nx\n```\n"


def test_a_console_block_may_hold_several_commands():
    said = [Turn("deckmaker check", "a\n\nb\n", 1), Turn("deckmaker build", "", 0), Turn("deckmaker check", "c\n", 0)]
    assert list(turns("".join(map(str, said)))) == said


@pytest.mark.parametrize("markdown", ["", "no heading\n" + CONSOLE, "# S001 · a\n", "# S001 · a\n" + CONSOLE * 2])
def test_what_is_not_a_page_is_refused(markdown: str) -> None:
    with pytest.raises(ValueError, match="a page "):
        parse(markdown)
