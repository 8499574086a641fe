"""Notes that deckmaker made → the questions that they came from, as a set's file has them.

The fields are those of `writers/anki`; what the card does not show of a question (points, objective, lines of an essay,
the order in which options were written) no package holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from html import unescape

from deckmaker.importing.elements import Element, tree
from deckmaker.importing.foreign import Note
from deckmaker.importing.html import Converter
from deckmaker.importing.markup import typed
from deckmaker.importing.questions import NO_RECTANGLES, Questions, Shape, rectangle, stable_id
from deckmaker.importing.yaml_text import InLine
from deckmaker.model.identity import own_data
from deckmaker.model.text import Gap, leaves, plain, plain_inlines

MOST_OF_AN_ID = 200
"""Letters."""
OWN_TAG = "deckmaker::"
"""What the tool's own tags begin with."""

_IS_OWN = frozenset({"QID", "Kind", "Question", "Choices", "Answer", "Data"})
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NO_ID = re.compile(r"[^\w.-]+|\A[\W_]+")
_NUMBER = re.compile(r"(?P<answer>.*?)(?: ± (?P<tolerance>[\d.]+))?(?:\u00a0(?P<unit>.*))?", re.S)
_RECT = re.compile(r"\{\{c\d+::image-occlusion:rect:([^{}]*?):oi=1\}\}")


def is_own(note: Note) -> bool:
    """Whether deckmaker made it: by its fields, since names of note types can be changed."""
    return note.fields.keys() >= _IS_OWN and "/" in note.fields["QID"] and note.fields["Kind"] in _BODIES


def identity(note: Note) -> tuple[str, str]:
    """The uid of its set, and the id that its question had first."""
    uid, _, id = unescape(note.fields["QID"]).partition("/")
    return uid, id


def language_of(note: Note) -> str:
    """The language that its question says it has, "" where it says none."""
    said = note.fields.get("Lang", "")
    return said if _LANGUAGE.fullmatch(said) else ""


def family(note: Note) -> str:
    """The generator that made the question, "" for one written by hand."""
    return str(own_data(note.fields["Data"]).get("family", ""))


def own_question(note: Note, make: Questions, language: str) -> Shape:
    """The question, of a note that `is_own`; `language` is the set's."""
    known = identity(note)[1]
    id = _NO_ID.sub("-", known.replace("/", "-")).lstrip("-._")[:MOST_OF_AN_ID] or stable_id(note)
    converter = make.converter(id)
    fields = defaultdict(str, note.fields)  # a package that says it is ours may be anybody's
    kind = fields["Kind"]
    if family(note):
        make.losses.add("the claims that questions were made from: they are questions of their own here", id)
    elif any(fields[name] for name in ("Speaker", "Basis", "Quote")):
        make.losses.add("the claims that questions are about: no package holds the register", id)
    feedback = converter.text(fields["Feedback"])
    hint = _hint(fields["Hint"], converter)
    lang = language_of(note)
    return {
        "id": id,
        "type": kind,
        **_BODIES[kind](fields, converter),
        **({"feedback": typed(feedback)} if feedback else {}),
        **({"hint": hint} if hint else {}),
        **({"was": InLine([known])} if known not in ("", id) else {}),
        **({"language": lang} if lang and lang != language else {}),
        **({"tags": tags} if (tags := [tag for tag in note.tags if not tag.startswith(OWN_TAG)]) else {}),
    }


def _hint(html: str, converter: Converter) -> str:
    details = tree(html).first("details")
    if details is None:
        return ""
    return typed(converter.of(child for child in details.children if _tag(child) != "summary"))


def _tag(node: Element | str) -> str:
    return node.tag if isinstance(node, Element) else ""


def _stem(fields: dict[str, str], converter: Converter) -> dict[str, str]:
    stem = typed(converter.text(fields["Question"]))
    return {"stem": stem} if stem else {}


def _choice(fields: dict[str, str], converter: Converter) -> Shape:
    choices = tree(fields["Choices"])
    options = [_option(item, converter) for item in choices.all("li") if "data-ok" in item.attributes]
    listed = choices.first("ol", "dm-options")
    given = listed.attributes if listed else {}
    shuffle = {"shuffle": False} if given.get("data-shuffle") == "0" and "data-natural" not in given else {}
    stem = _stem(fields, converter)
    keys = [option["text"] for option in options if option.get("correct")]
    others = [option["text"] for option in options if not option.get("correct")]
    many = fields["Kind"] == "multiple_answer"
    if shuffle or any(option.keys() - {"text", "correct"} for option in options) or not (many or len(keys) == 1):
        return {**stem, "options": options, **shuffle}
    return {
        **stem,
        **({"answers": keys} if many else {"answer": keys[0]}),
        **({"distractors": others} if others else {}),
    }


def _option(item: Element, converter: Converter) -> Shape:
    text, why = item.first("div", "dm-text"), item.first("div", "dm-why")
    return {
        "text": typed(converter.of(text.children if text else item.children)),
        **({"correct": True} if item.attributes["data-ok"] == "1" else {}),
        **({"feedback": typed(converter.of(why.children))} if why else {}),
        **({"pin": True} if "data-pin" in item.attributes else {}),
    }


def _true_false(fields: dict[str, str], converter: Converter) -> Shape:
    first = next((item for item in tree(fields["Choices"]).all("li")), Element("li"))
    return {**_stem(fields, converter), "answer": "true" if first.attributes.get("data-ok") == "1" else "false"}


def _short_answer(fields: dict[str, str], converter: Converter) -> Shape:
    accept = [plain(converter.of(item.children)) for item in tree(fields["Accepted"]).all("li")]
    answer = typed(converter.text(fields["Answer"]))
    return {**_stem(fields, converter), "answer": answer, **({"accept": accept} if accept else {})}


def _numeric(fields: dict[str, str], converter: Converter) -> Shape:
    found = _NUMBER.fullmatch(plain(converter.text(fields["Answer"])))
    given = {key: value for key, value in found.groupdict().items() if value} if found else {}
    return {**_stem(fields, converter), **given}


def _cloze(fields: dict[str, str], converter: Converter) -> Shape:
    root = tree(fields["Question"])
    lead = next((child for child in root.children if _tag(child) == "div"), None)
    if isinstance(lead, Element) and lead.attributes.get("class") == "dm-lead":
        rest = [child for child in root.children if child is not lead]
        return {"stem": typed(converter.of(lead.children)), "text": typed(converter.of(rest))}
    return {"text": typed(converter.of(root.children))}


def _matching(fields: dict[str, str], converter: Converter) -> Shape:
    rows = [row for row in tree(fields["Answer"]).all("div") if row.first("dt") and row.first("dd")]
    pairs = [InLine([_cell(row, "dt", converter), _cell(row, "dd", converter)]) for row in rows]
    rights = tree(fields["Choices"]).all("ol")
    lettered = next((listed for listed in rights if listed.attributes.get("type") == "A"), Element("ol"))
    shown = [typed(converter.of(item.children)) for item in lettered.children if isinstance(item, Element)]
    extra = [right for right in shown if right not in [pair[1] for pair in pairs]]
    return {**_stem(fields, converter), "pairs": pairs, **({"extra": extra} if extra else {})}


def _cell(row: Element, tag: str, converter: Converter) -> str:
    cell = row.first(tag)
    return typed(converter.of(cell.children)) if cell else ""


def _ordering(fields: dict[str, str], converter: Converter) -> Shape:
    listed = tree(fields["Answer"]).first("ol") or Element("ol")
    items = [typed(converter.of(item.children)) for item in listed.children if isinstance(item, Element)]
    return {**_stem(fields, converter), "items": items}


def _essay(fields: dict[str, str], converter: Converter) -> Shape:
    blocks = [child for child in tree(fields["Accepted"]).children if isinstance(child, Element)]
    rubric = typed(converter.of(child for child in blocks if child.attributes.get("class") != "dm-label"))
    answer = typed(converter.text(fields["Answer"]))
    given = {"rubric": rubric, "answer": answer}
    return {**_stem(fields, converter), **{key: value for key, value in given.items() if value}}


def _flashcard(fields: dict[str, str], converter: Converter) -> Shape:
    front, back = (typed(converter.text(fields[name])) for name in ("Question", "Answer"))
    return {"front": front, "back": back, **({"reversed": True} if fields["Reverse"] else {})}


def _image_occlusion(fields: dict[str, str], converter: Converter) -> Shape:
    image = tree(fields["Image"]).first("img") or Element("img")
    answer = converter.text(fields["Answer"])
    labels = {node.number: plain_inlines(node.children) for node in leaves(answer) if isinstance(node, Gap)}
    regions = []
    for at, found in enumerate(_RECT.finditer(fields["Occlusion"]), 1):
        if sides := rectangle(found[1]):
            regions.append({**sides, "label": labels.get(at, f"part {at}")})
        else:
            converter.lose(NO_RECTANGLES)
    header = typed(converter.text(fields["Header"]))
    return {
        **({"stem": header} if header else {}),
        "image": converter.picture(image.attributes.get("src", "")),
        "alt": image.attributes.get("alt", ""),
        "regions": regions,
    }


_BODIES: dict[str, Callable[[dict[str, str], Converter], Shape]] = {
    "single_choice": _choice,
    "multiple_answer": _choice,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numeric": _numeric,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "flashcard": _flashcard,
    "image_occlusion": _image_occlusion,
}
"""What a note's fields say of its question, by type."""
