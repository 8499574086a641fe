"""The note types that are out in the world: their shape, looks and times. One table, the same for every set.

The shape (ids, fields, templates, and their order) is frozen: Anki refuses to update the notes of a type that has one
more field. Looks (templates/) may change, and students get them when, and only when, the type's time is later than
before; a test fails until the changed content's hash stands here beside a later time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct


class Field(Struct, frozen=True):
    """A field of a note type.

    name: what students see; Anki follows a rename, since the id stays.
    number: with the type's id, the field's id for ever.
    tag: which of the image occlusion fields it is to Anki, None for others.
    """

    name: str
    number: int
    tag: int | None = None


class Template(Struct, frozen=True):
    """A kind of card of a note type.

    name, number: as for fields.
    front, back: names of files in templates/.
    browser_front, browser_back: the templates of what Anki's Browser lists.
    """

    name: str
    number: int
    front: str
    back: str
    browser_front: str
    browser_back: str


class NoteType(Struct, frozen=True):
    """A note type.

    id: for ever; name: as students see it.
    fields, templates: in their order for ever.
    styles: names of files in templates/, joined into its CSS.
    is_cloze: whether its cards come from deletions.
    stock_kind: Anki's number of its own type that this one stands for, None for none.
    mod: when its content last changed, in seconds since 1970, UTC.
    content: the hash of the content that `mod` is the time of.
    """

    id: int
    name: str
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    styles: tuple[str, ...]
    is_cloze: bool
    stock_kind: int | None
    mod: int
    content: str


_FIELDS = (
    Field("QID", 1),
    Field("Kind", 2),
    Field("Question", 3),
    Field("Choices", 4),
    Field("Answer", 5),
    Field("Accepted", 6),
    Field("Feedback", 7),
    Field("Hint", 8),
    Field("Speaker", 9),
    Field("Basis", 10),
    Field("Relay", 11),
    Field("Quote", 12),
    Field("Place", 13),
    Field("Source", 14),
    Field("Disclosure", 15),
    Field("Media", 16),
    Field("Lang", 17),
    Field("Data", 18),
    Field("Reverse", 19),
    Field("Typed", 20),
    Field("Spare2", 21),
    Field("Spare3", 22),
)

_STOCK_OCCLUSION_FIELDS = (
    Field("Occlusion", 101, tag=0),
    Field("Image", 102, tag=1),
    Field("Header", 103, tag=2),
    Field("Back Extra", 104, tag=3),
    Field("Comments", 105, tag=4),
)

QUESTION = NoteType(
    id=1_402_770_301,
    name="deckmaker question",
    fields=_FIELDS,
    templates=(
        Template("Question", 201, "question_front.html", "question_back.html", "{{Question}}", "{{Answer}}"),
        Template("Reverse", 202, "reverse_front.html", "reverse_back.html", "{{Answer}}", "{{Question}}"),
    ),
    styles=("card.css",),
    is_cloze=False,
    stock_kind=None,
    mod=1_796_071_000,
    content="513a67992104f7bb",
)

CLOZE = NoteType(
    id=1_402_770_302,
    name="deckmaker cloze",
    fields=_FIELDS,
    templates=(
        Template("Cloze", 201, "cloze_front.html", "cloze_back.html", "{{cloze:Question}}", "{{cloze:Question}}"),
    ),
    styles=("card.css",),
    is_cloze=True,
    stock_kind=None,
    mod=1_796_071_000,
    content="1d51b71315751167",
)

OCCLUSION = NoteType(
    id=1_402_770_303,
    name="deckmaker image occlusion",
    fields=_STOCK_OCCLUSION_FIELDS + _FIELDS,
    templates=(
        Template("Image Occlusion", 201, "occlusion_front.html", "occlusion_back.html", "{{Header}}", "{{Answer}}"),
    ),
    styles=("card.css", "occlusion.css"),
    is_cloze=True,
    stock_kind=6,
    mod=1_796_071_000,
    content="10c0120a392450c9",
)

NOTE_TYPES = (QUESTION, CLOZE, OCCLUSION)
"""Every note type."""


_TEMPLATES = Path(__file__).with_name("templates")


@cache
def template_file(name: str) -> str:
    """The text of a file in templates/; a line `<!-- include NAME -->` stands for that file."""
    text = _TEMPLATES.joinpath(name).read_text(encoding="utf-8")
    lines = [_included(line) for line in text.replace("\r\n", "\n").splitlines()]
    return "\n".join(lines).strip() + "\n"


def _included(line: str) -> str:
    name = line.removeprefix("<!-- include ").removesuffix(" -->")
    return template_file(name).rstrip("\n") if name != line else line


def css(note_type: NoteType) -> str:
    """The type's CSS."""
    return "\n".join(template_file(name) for name in note_type.styles)
