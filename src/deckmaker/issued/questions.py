"""Questions ↔ JSON, as far as papers and keys show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from deckmaker.issued.texts import checked, read, written
from deckmaker.model.papers import Backing, Reason
from deckmaker.model.questions import (
    PRINT,
    Body,
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Kind,
    Matching,
    Numeric,
    Option,
    Ordering,
    Question,
    Region,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.model.text import Text
from deckmaker.source import Span

_WORDS = ("family", "axis", "level", "objective", "language")
_TEXTS = ("stem", "feedback", "hint")
_LISTS = ("claims", "tags")


def question_out(question: Question, backing: Backing) -> dict[str, Any]:
    """The question with what its key says; what is empty is left out."""
    fields: dict[str, Any] = {"id": question.id, "type": str(question.kind)}
    fields |= {name: written(getattr(question, name)) for name in _TEXTS}
    fields |= _body_out(question.body)
    fields |= {name: list(getattr(question, name)) for name in _LISTS}
    fields |= {name: getattr(question, name) for name in _WORDS}
    fields |= {"accepted": list(backing.accepted), "reasons": [_reason_out(reason) for reason in backing.reasons]}
    return {name: value for name, value in fields.items() if value not in ("", [])}


def question_in(data: Mapping[str, Any], span: Span) -> tuple[Question, Backing]:
    """The question again; `span` is where to say what is wrong with it. Raises ValueError, KeyError, TypeError."""
    kind = Kind(data["type"])
    texts = {name: read(data.get(name, "")) for name in _TEXTS}
    lists = {name: _strings(data.get(name, [])) for name in _LISTS}
    words = {name: checked(data.get(name, ""), str) for name in _WORDS}
    question = Question(
        id=checked(data["id"], str),
        kind=kind,
        body=_BODIES[kind](data),
        stem=texts["stem"],
        feedback=texts["feedback"],
        hint=texts["hint"],
        claims=lists["claims"],
        tags=lists["tags"],
        family=words["family"],
        axis=words["axis"],
        level=words["level"],
        objective=words["objective"],
        language=words["language"],
        points=None,
        shuffle=True,
        where=(PRINT,),
        was=(),
        allow={},
        span=span,
        spans={},
    )
    reasons = tuple(_reason_in(reason) for reason in data.get("reasons", []))
    return question, Backing(reasons, _strings(data.get("accepted", [])))


def _strings(values: Any) -> tuple[str, ...]:
    return tuple(checked(value, str) for value in checked(values, list))


def _body_out(body: Body) -> dict[str, Any]:
    match body:
        case Choice(options=options):
            return {"options": [_option_out(option) for option in options]}
        case TrueFalse(answer=answer):
            return {"answer": answer}
        case ShortAnswer(answer=text, accept=accept):
            return {"answer": written(text), "accept": list(accept)}
        case Numeric():
            return {
                "value": str(body.value), "tolerance": str(body.tolerance), "shown": body.shown, "unit": body.unit,
            }  # fmt: skip
        case Cloze(text=text):
            return {"text": written(text)}
        case Matching(pairs=pairs, extra=extra):
            return {"pairs": [[*map(written, pair)] for pair in pairs], "extra": [*map(written, extra)]}
        case Ordering(items=items):
            return {"items": [*map(written, items)]}
        case _:
            return _open_out(body)


def _open_out(body: Essay | Flashcard | ImageOcclusion) -> dict[str, Any]:
    match body:
        case Essay(lines=lines, rubric=rubric, answer=answer):
            return {"lines": lines, "rubric": written(rubric), "answer": written(answer)}
        case Flashcard(back=back, reversed=reversed):
            return {"back": written(back), "reversed": reversed}
        case ImageOcclusion(image=image, alt=alt, regions=regions):
            corners = [[one.left, one.top, one.width, one.height, one.label] for one in regions]
            return {"image": image, "alt": alt, "regions": corners}


def _option_out(option: Option) -> dict[str, Any]:
    fields = {"text": written(option.text), "correct": option.correct, "pin": option.pin}
    return fields | ({"feedback": written(option.feedback)} if option.feedback else {})


def _option_in(data: Mapping[str, Any]) -> Option:
    correct, pin = checked(data["correct"], bool), checked(data["pin"], bool)
    return Option(read(data["text"]), correct, read(data.get("feedback", "")), pin)


def _choice(data: Mapping[str, Any], several: bool) -> Choice:
    options = tuple(_option_in(option) for option in checked(data["options"], list))
    right = sum(option.correct for option in options)
    if not right or (right > 1 and not several):
        raise ValueError(f"{right} right options")
    return Choice(options, several)


def _numeric(data: Mapping[str, Any]) -> Numeric:
    value, tolerance = Decimal(checked(data["value"], str)), Decimal(checked(data["tolerance"], str))
    return Numeric(value, tolerance, checked(data["shown"], str), checked(data.get("unit", ""), str))


def _matching(data: Mapping[str, Any]) -> Matching:
    pairs: list[tuple[Text, Text]] = [(read(left), read(right)) for left, right in data["pairs"]]
    return Matching(tuple(pairs), tuple(map(read, data.get("extra", []))))


def _occlusion(data: Mapping[str, Any]) -> ImageOcclusion:
    regions = [
        Region(float(left), float(top), float(width), float(height), checked(label, str))
        for left, top, width, height, label in data["regions"]
    ]
    return ImageOcclusion(checked(data["image"], str), checked(data.get("alt", ""), str), tuple(regions))


_BODIES: Mapping[Kind, Callable[[Mapping[str, Any]], Body]] = {
    Kind.SINGLE_CHOICE: lambda data: _choice(data, several=False),
    Kind.MULTIPLE_ANSWER: lambda data: _choice(data, several=True),
    Kind.TRUE_FALSE: lambda data: TrueFalse(checked(data["answer"], bool)),
    Kind.SHORT_ANSWER: lambda data: ShortAnswer(read(data["answer"]), _strings(data.get("accept", []))),
    Kind.NUMERIC: _numeric,
    Kind.CLOZE: lambda data: Cloze(read(data["text"])),
    Kind.MATCHING: _matching,
    Kind.ORDERING: lambda data: Ordering(tuple(map(read, data["items"]))),
    Kind.ESSAY: lambda data: Essay(
        checked(data["lines"], int), read(data.get("rubric", "")), read(data.get("answer", ""))
    ),
    Kind.FLASHCARD: lambda data: Flashcard(read(data["back"]), checked(data["reversed"], bool)),
    Kind.IMAGE_OCCLUSION: _occlusion,
}


def _reason_out(reason: Reason) -> dict[str, Any]:
    return {name: list(value) if name == "via" else value for name in _REASON if (value := getattr(reason, name)) != ""}


def _reason_in(data: Mapping[str, Any]) -> Reason:
    words = {name: checked(data.get(name, ""), str) for name in _REASON if name not in ("via", "found")}
    return Reason(**words, via=_strings(data["via"]), found=checked(data["found"], bool))


_REASON = ("claim", "article", "speaker", "basis", "via", "hedge", "quote", "place", "found")
