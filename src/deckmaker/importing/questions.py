"""Notes of any note type → questions as a set's file has them: plain mappings, keys in the order of the format."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from deckmaker.importing.elements import Element, tree
from deckmaker.importing.foreign import Note
from deckmaker.importing.html import Converter
from deckmaker.importing.losses import Losses
from deckmaker.importing.markup import typed
from deckmaker.importing.templates import fields_shown, rendered, typed_field
from deckmaker.model.identity import digest
from deckmaker.model.text import Gap, Text, leaves, plain

Shape = dict[str, Any]
"""A question as it stands in a set's file."""

_ANSWER_LINE = re.compile(r"^.*?<hr[^<>]*id=[\"']?answer[\"']?[^<>]*>", re.S | re.I)
_SHARED_GAP = re.compile(r"\{\{c\d+,")
_RECT = re.compile(r"\{\{c(\d+)::image-occlusion:(\w+):([^{}]*?)(?:::[^{}]*)?\}\}")


class Questions(Struct):
    """Makes questions of notes.

    picture: the path in the set for a media file's name, "" for one that is not there or no picture.
    losses: gathers what is left out.
    """

    picture: Callable[[str], str]
    losses: Losses

    def of(self, note: Note, id: str) -> Iterator[Shape]:
        """The note's questions: one, or one for each card where cards ask different things."""
        self._mourn(note, id)
        tags = {"tags": list(note.tags)} if note.tags else {}
        for shape in self._shapes(note, id):
            yield {**shape, **tags}

    def convert(self, html: str, id: str) -> str:
        """HTML as an author would type it."""
        return typed(self.text(html, id))

    def text(self, html: str, id: str) -> Text:
        """HTML as a text; what gets lost is told of that question."""
        return self.converter(id).text(html)

    def converter(self, id: str) -> Converter:
        """What turns HTML into texts for one question."""
        return Converter(lambda name: self._picture(name, id), lambda what: self.losses.add(what, id))

    def _picture(self, name: str, id: str) -> str:
        path = self.picture(name)
        if name and not path:
            self.losses.add("pictures and sounds that the file does not hold, or of an unknown kind", id)
        return path

    def _shapes(self, note: Note, id: str) -> Iterator[Shape]:
        if note.type.is_cloze and any("image-occlusion:" in value for value in note.fields.values()):
            yield from self._occlusion(note, id)
        elif note.type.is_cloze:
            yield from self._cloze(note, id)
        else:
            yield from self._cards(note, id)

    def _mourn(self, note: Note, id: str) -> None:
        templates = " ".join(template.front + template.back for template in note.type.templates)
        shown = fields_shown(templates)
        for name in note.type.fields:
            if name not in shown and note.fields[name].strip():
                self.losses.add(f'the field "{name}" of "{note.type.name}", which no card shows', id)

        if note.type.is_cloze and any(_SHARED_GAP.search(value) for value in note.fields.values()):
            self.losses.add("deletions that belong to several cards, which belong to the first here", id)

    def _cloze(self, note: Note, id: str) -> Iterator[Shape]:
        template = note.type.templates[0] if note.type.templates else None
        if template is None:
            self.losses.add("notes without a card", id)
            return
        text = self.text(rendered(template.front, note.fields, 0), id)
        if not any(isinstance(node, Gap) for node in leaves(text)):
            self.losses.add("notes without a card", id)
            return
        others = {name: value for name, value in note.fields.items() if name not in fields_shown(template.front)}
        extra = self.convert(
            _after_answer(rendered(template.back, {**dict.fromkeys(note.fields, ""), **others}, 0)), id
        )
        yield {"id": id, "type": "cloze", "text": typed(text), **({"feedback": extra} if extra else {})}

    def _cards(self, note: Note, id: str) -> Iterator[Shape]:
        cards = [card for card in dict.fromkeys(note.cards) if 0 <= card < len(note.type.templates)]
        sides = [self._sides(note, card, id) for card in cards]
        if not sides:
            self.losses.add("notes without a card", id)
        elif len(sides) == 2 and sides[0] == sides[1][::-1] and all(sides[0]):
            yield {"id": id, "type": "flashcard", "front": sides[0][0], "back": sides[0][1], "reversed": True}
        else:
            for number, ((front, back), card) in enumerate(zip(sides, cards, strict=True), 1):
                own = id if number == 1 else f"{id}-{number}"
                if not front or not back:
                    self.losses.add("cards with an empty side", own)
                elif answer := self._typed(note, card):
                    yield {"id": own, "type": "short_answer", "stem": front, "answer": answer, **_rest(back, answer)}
                else:
                    yield {"id": own, "type": "flashcard", "front": front, "back": back}

    def _sides(self, note: Note, card: int, id: str) -> tuple[str, str]:
        template = note.type.templates[card]
        back = _after_answer(rendered(template.back, note.fields, card))
        typed_answer = note.fields.get(typed_field(template.back), "")
        shown = self.convert(back, id) or self.convert(typed_answer, id)
        return self.convert(rendered(template.front, note.fields, card), id), shown

    def _typed(self, note: Note, card: int) -> str:
        field = typed_field(note.type.templates[card].front)
        return plain(self.text(note.fields.get(field, ""), "")).strip() if field else ""

    def _occlusion(self, note: Note, id: str) -> Iterator[Shape]:
        fields = list(note.fields.values())
        marks = next(value for value in fields if "image-occlusion:" in value)
        images = [image for value in fields for image in tree(value).all("img")]
        path = self._picture(images[0].attributes.get("src", ""), id) if images else ""
        regions = [region for found in _RECT.finditer(marks) for region in self._region(found, id)]
        if not path or not regions:
            self.losses.add("image occlusions without their picture or a rectangle", id)
            return
        self.losses.add("labels of hidden parts, which had none", id)
        header = self.convert(note.fields.get("Header", ""), id)
        extra = self.convert(note.fields.get("Back Extra", ""), id)
        yield {
            "id": id, "type": "image_occlusion", **({"stem": header} if header else {}), "image": path,
            "alt": self._alt(images[0], id), "regions": regions, **({"feedback": extra} if extra else {}),
        }  # fmt: skip

    def _alt(self, image: Element, id: str) -> str:
        if not image.attributes.get("alt"):
            self.losses.add("pictures without a description, which have their file's name instead", id)
        return image.attributes.get("alt") or image.attributes.get("src", "")

    def _region(self, found: re.Match[str], id: str) -> Iterator[Shape]:
        sides = rectangle(found[3])
        if not sides:
            self.losses.add(NO_RECTANGLES, id)
            return
        if found[2] != "rect":
            self.losses.add(f"{NO_RECTANGLES}, and became ones", id)
        yield {**sides, "label": f"part {found[1]}"}


NO_RECTANGLES = "hidden shapes that are no rectangles"


def rectangle(marks: str) -> dict[str, str]:
    """The sides of `left=.1:top=.2:width=.3:height=.4`, within the picture; {} where it is none."""
    values = dict(part.split("=", 1) for part in marks.split(":") if "=" in part)
    try:
        sides = {name: float(values[name]) for name in ("left", "top", "width", "height")}
    except (KeyError, ValueError):
        return {}
    is_number = all(map(math.isfinite, sides.values()))
    return {name: _number(min(max(value, 0.0), 1.0)) for name, value in sides.items()} if is_number else {}


def _number(value: float) -> str:
    """A fraction of a picture's side, as typed."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def _rest(back: str, answer: str) -> Shape:
    """What the back says beside the answer."""
    rest = back.removeprefix(answer).strip()
    return {"feedback": rest} if rest and rest != answer else {}


def _after_answer(html: str) -> str:
    """The back without what stands above Anki's own line, which repeats the front."""
    return _ANSWER_LINE.sub("", html, count=1)


def stable_id(note: Note, prefix: str = "note") -> str:
    """An id that the note has in every import: from its GUID, or from its first field where it has none."""
    known = note.guid or next(iter(note.fields.values()), "")
    return f"{prefix}-{digest('import', known)[:8]}"
