"""The pictures that a set's texts name → their bytes. Nothing outside the set's folder is ever read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import ImageOcclusion, Question
from deckmaker.model.quizzes import Quiz
from deckmaker.model.text import Image, Sound
from deckmaker.readers.files import composed, read_bytes, spelled
from deckmaker.readers.markup import SOUNDS
from deckmaker.readers.picture_data import tells_place
from deckmaker.readers.problems import did_you_mean
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


def media(
    folder: Path, questions: tuple[Question, ...], quizzes: tuple[Quiz, ...]
) -> tuple[dict[str, bytes], frozenset[str], list[Diagnostic]]:
    """The pictures by their path as typed, ids of questions whose pictures cannot be had, and what is wrong."""
    found: dict[str, bytes] = {}
    broken: set[str] = set()
    problems: list[Diagnostic] = []
    shown: tuple[Question | Quiz, ...] = (*questions, *quizzes)
    for named in shown:
        for image, span in _images(named):
            said = _alt(image, span)
            if image.src not in found:
                data, why = _load(folder, image.src, span)
                said += why
                if data is not None:
                    found[image.src] = data
                    said += _place_told(image.src, data, span)
            if any(problem.is_error for problem in said):
                broken.add(named.id)
            problems += said
    return found, frozenset(broken), problems


def unused(folder: Path, used: Iterable[str]) -> Iterator[Diagnostic]:
    """M006: pictures and sounds that nothing names, in a set's own folder and in those where it keeps such."""
    named = {composed(os.path.normpath(src)) for src in used}
    folders = {folder, folder / "media", *(folder / os.path.dirname(name) for name in named)}
    inside = [each for each in folders if each.is_dir() and each.resolve().is_relative_to(folder.resolve())]
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
        for one in part:
            yield from _within(one)
    elif names := _fields(part.__class__):
        for name in names:
            yield from _within(getattr(part, name))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a part of the model that may hold a text."""
    if not is_dataclass(kind) or kind is Span:
        return ()
    return tuple(field.name for field in fields(kind) if field.type not in _NO_TEXT)


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
    if not tells_place(data):
        return []
    hint = "save it without its location, for example by taking a screenshot of it"
    return [diagnose("M005", span, f'the picture "{src}" tells where it was taken', hint=hint)]


def _kind(src: str) -> str:
    return "sound" if src.lower().endswith(SOUNDS) else "picture"


def _load(folder: Path, src: str, span: Span) -> tuple[bytes | None, list[Diagnostic]]:
    if src.startswith(("http:", "https:", "data:", "//")):
        hint = "save the picture beside the set and give its file name"
        return None, [diagnose("M003", span, "a picture from the network is never fetched", hint=hint)]
    path = spelled(folder, src)
    root = folder.resolve()
    if not path.resolve().is_relative_to(root) or Path(src).is_absolute():
        hint = "move the picture into the set's folder"
        return None, [diagnose("M003", span, f'the {_kind(src)} "{src}" lies outside the set\'s folder', hint=hint)]
    if not os.path.isfile(path):  # Path.is_file raises for names that no file system takes
        near = did_you_mean(src, [each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()])
        return None, [
            diagnose("M001", span, f'there is no {_kind(src)} "{src}"', hint=near or "paths start at the set's folder")
        ]
    kind = SIGNATURES.get(path.suffix.lower())
    data, problems = read_bytes(path)
    if kind is None or (data is not None and not data.lstrip().startswith(kind)):
        known = ", ".join(sorted(ending[1:] for ending in SIGNATURES))
        return None, [diagnose("M004", span, f'"{src}" is no {_kind(src)} of a known kind', hint=f"known are: {known}")]
    return data, problems
