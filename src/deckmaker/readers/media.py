"""The pictures that a set's texts name → their bytes. Nothing outside the set's folder is ever read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.model.questions import ImageOcclusion, Question
from deckmaker.model.quizzes import Quiz
from deckmaker.model.text import Image, Paragraph, Sound, Str
from deckmaker.readers.files import read_bytes
from deckmaker.readers.inside import composed, is_inside, is_relative, spelled
from deckmaker.readers.markup import SOUNDS
from deckmaker.readers.pixels import size_of
from deckmaker.source import SourceFile, Span

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".svg": (b"<",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"),
    ".ogg": (b"OggS",),
    ".opus": (b"OggS",),
    ".wav": (b"RIFF",),
    ".flac": (b"fLaC",),
    ".m4a": (b"\0\0\0",),
}
"""How a file of each kind of picture or sound begins."""


MOST_BYTES, MOST_BYTES_IN_ALL = 100 << 20, 1 << 30
"""Of a picture or sound, as much as AnkiWeb takes; of all of a set."""
MOST_PIXELS = 100_000_000
"""Of a picture: a screen has 8 million, and each takes four bytes once it is shown."""
_ADDRESS = re.compile("//|[A-Za-z][A-Za-z0-9+.-]+:")
_MOST_LOOKED_AT = 2_000
"""Files among which a name that was meant is looked for: a set of one file may lie in somebody's home."""


def media(folder: Path, shown: Iterable[Question | Quiz]) -> tuple[dict[str, bytes], frozenset[str], list[Diagnostic]]:
    """The pictures by their path as typed, ids of questions whose pictures cannot be had, and what is wrong."""
    shelf = _Shelf(folder)
    broken: set[str] = set()
    problems: list[Diagnostic] = []
    for named in shown:
        for image, span in _images(named):
            said = [*_alt(image, span), *shelf.take(image.src, span)]
            if any(problem.is_error for problem in said):
                broken.add(named.id)
            problems += said
    return shelf.found, frozenset(broken), problems


class _Shelf:
    """Pictures and sounds by their path, each looked for once however many questions show it.

    found: bytes of those that are fine.
    """

    def __init__(self, folder: Path) -> None:
        self.found: dict[str, bytes] = {}
        self._folder = folder
        self._refused: dict[str, list[Diagnostic]] = {}
        self._held = 0

    def take(self, src: str, span: Span) -> list[Diagnostic]:
        """Look for it; what is wrong with it, wherever it is named, and what it tells the first time."""
        if src in self.found:
            return []
        if src not in self._refused:
            data, said = _load(self._folder, src, span)
            self._held += len(data or b"")
            if self._held > MOST_BYTES_IN_ALL:
                limit = MOST_BYTES_IN_ALL >> 20
                data, said = None, [_too_large(span, f"all pictures and sounds are larger than {limit:,} MB together")]
            if data is not None:
                self.found[src] = data
                return [*said, *_place_told(src, data, span)]
            self._refused[src] = said
        return [replace(problem, span=span) for problem in self._refused[src]]


def unused(folder: Path, used: Iterable[str]) -> Iterator[Diagnostic]:
    """M006: pictures and sounds that nothing names, in a set's own folder and in those where it keeps such."""
    named = {composed(os.path.normpath(src)) for src in used}
    folders = {folder, folder / "media", *(folder / os.path.dirname(name) for name in named)}
    inside = [each for each in folders if each.is_dir() and is_inside(each, folder)]
    for path in sorted(path for each in inside for path in each.iterdir()):
        own = path.relative_to(folder)
        is_hidden = path.name.startswith(".")
        if path.suffix.lower() in SIGNATURES and not is_hidden and path.is_file() and composed(str(own)) not in named:
            hint = f"show it in a question, or delete the file\n![what it is]({own.as_posix()})"
            place = SourceFile(path.as_posix(), "").span(0)
            yield diagnose("M006", place, f'no question uses the {_kind(path.name)} "{own.as_posix()}"', hint=hint)


def _images(question: Question | Quiz) -> Iterator[tuple[Image | Sound, Span]]:
    if isinstance(question, Quiz):
        yield from ((image, question.span) for image in _within(question))
        return
    if isinstance(question.body, ImageOcclusion):
        yield Image(question.body.image, question.body.alt), question.place_of("image")
    for image in _within(question):
        yield image, _place(question, image)


def _within(part: Any) -> Iterator[Image | Sound]:
    """Every picture and sound in the texts of a frozen part of the model."""
    if isinstance(part, Image | Sound):
        yield part
    elif isinstance(part, tuple):
        if not _is_plain(part):
            for one in part:
                yield from _within(one)
    elif names := _fields(part.__class__):
        for name in names:
            yield from _within(getattr(part, name))


def _is_plain(text: tuple[Any, ...]) -> bool:
    """Whether it is a text of plain letters, as most are."""
    if len(text) != 1 or text[0].__class__ is not Paragraph:
        return not text
    inside = text[0].children
    return len(inside) == 1 and inside[0].__class__ is Str


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a part of the model that may hold a text."""
    if not issubclass(kind, Struct) or kind is Span:
        return ()
    return tuple(name for name in kind.__struct_fields__ if kind.__annotations__[name] not in _NO_TEXT)


_NO_TEXT = (
    "str",
    "bool",
    "int",
    "Decimal",
    "Span",
    "Kind",
    "tuple[str, ...]",
    "Mapping[str, Span]",
    "Mapping[str, str]",
)
"""Types of fields, as they are written, that hold no picture: most fields do not."""


def _place(question: Question, image: Image | Sound) -> Span:
    """Where the question's source names the picture."""
    for span in question.spans.values():
        if (at := span.text.find(image.src)) >= 0:
            return span.file.span(span.start + at, span.start + at + len(image.src))
    return question.span


def _alt(image: Image | Sound, span: Span) -> list[Diagnostic]:
    if image.alt.strip():
        return []
    if isinstance(image, Sound):
        hint = f"say what is heard, for example\n![a curlew's call]({image.src})"
        return [diagnose("M002", span, f'the sound "{image.src}" has no words for those who cannot hear it', hint=hint)]
    hint = f"say what it shows, for example\n![the moon at half phase]({image.src})"
    return [diagnose("M002", span, f'the picture "{image.src}" has no words for those who cannot see it', hint=hint)]


def _place_told(src: str, data: bytes, span: Span) -> list[Diagnostic]:
    from deckmaker.readers.picture_data import tells_place  # here, as below: most sets have no pictures

    if not tells_place(data):
        return []
    hint = "save it without its location, for example by taking a screenshot of it"
    return [diagnose("M005", span, f'the picture "{src}" tells where it was taken', hint=hint)]


def _kind(src: str) -> str:
    return "sound" if src.lower().endswith(SOUNDS) else "picture"


def _load(folder: Path, src: str, span: Span) -> tuple[bytes | None, list[Diagnostic]]:
    if _ADDRESS.match(src):
        hint = "save the picture beside the set and give its file name"
        return None, [diagnose("M003", span, "a picture from the network is never fetched", hint=hint)]
    path = spelled(folder, src)
    if not is_relative(src) or not is_inside(path, folder):
        hint = "move the picture into the set's folder"
        return None, [diagnose("M003", span, f'the {_kind(src)} "{src}" lies outside the set\'s folder', hint=hint)]
    if not os.path.isfile(path):  # Path.is_file raises for names that no file system takes
        beside = (each for each in islice(folder.rglob("*"), _MOST_LOOKED_AT) if each.is_file())
        near = did_you_mean(src, [each.relative_to(folder).as_posix() for each in beside])
        return None, [
            diagnose("M001", span, f'there is no {_kind(src)} "{src}"', hint=near or "paths start at the set's folder")
        ]
    kind = SIGNATURES.get(path.suffix.lower())
    data, problems = read_bytes(path, MOST_BYTES)
    if any(problem.code.id == "Y010" for problem in problems):
        return None, [_too_large(span, f'the {_kind(src)} "{src}" is larger than {MOST_BYTES >> 20} MB')]
    if kind is None or (data is not None and not data.lstrip().startswith(kind)):
        known = ", ".join(sorted(ending[1:] for ending in SIGNATURES))
        return None, [diagnose("M004", span, f'"{src}" is no {_kind(src)} of a known kind', hint=f"known are: {known}")]
    refused = _refused(src, data, span) if data is not None else None
    return (None, [refused]) if refused else (data, problems)


def does_more(data: bytes) -> str:
    """What a drawing does beside drawing, in words that read on after its name; "" for one that just draws."""
    if not data.lstrip().startswith(SIGNATURES[".svg"]):
        return ""
    from deckmaker.readers.vector import wrong_with  # for the few sets that have drawings

    return wrong_with(data)


def _refused(src: str, data: bytes, span: Span) -> Diagnostic | None:
    """What is too large to be shown, or does more than show something."""
    if wrong := does_more(data):
        hint = "save it as plain SVG, or as PNG"
        return diagnose("M008", span, f'the picture "{src}" {wrong}', hint=hint)
    width, height = size_of(data) or (0, 0)
    if width * height > MOST_PIXELS:
        return _too_large(span, f'the picture "{src}" has {width:,} × {height:,} pixels')
    return None


def _too_large(span: Span, message: str) -> Diagnostic:
    hint = "save it smaller: 2,000 pixels across are sharp on paper, and students wait for every MB"
    return diagnose("M007", span, message, hint=hint)
