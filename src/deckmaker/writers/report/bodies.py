"""What a question of each type shows below its stem, answers included."""

from __future__ import annotations

from deckmaker.model.questions import (
    Body,
    Choice,
    Cloze,
    Essay,
    Flashcard,
    ImageOcclusion,
    Matching,
    Numeric,
    Option,
    Ordering,
    Region,
    ShortAnswer,
    TrueFalse,
)
from deckmaker.writers.report.elements import Content, Markup, commas, join, tag
from deckmaker.writers.report.links import rows
from deckmaker.writers.report.material import Material, counted


def body(material: Material, what: Body) -> Markup:
    """The options with the right ones marked, or the answer."""
    match what:
        case Choice(options=options):
            return tag("ul", (_option(material, option) for option in options), class_="options")
        case TrueFalse(answer=answer):
            return _answer("true" if answer else "false")
        case ShortAnswer(answer=answer, accept=accept):
            return join(_answer(material.rich(answer)), rows({"Also accepted": commas(accept)}))
        case Numeric(shown=shown, tolerance=tolerance, unit=unit):
            return _answer(" ".join([shown, *([f"± {tolerance}"] if tolerance else []), unit]).rstrip())
        case Cloze(text=text):
            return tag("div", material.rich(text), class_="cloze")
        case Essay(lines=lines, rubric=rubric, answer=answer):
            return _essay(lines, {"Model answer": material.rich(answer), "Marking": material.rich(rubric)})
        case Flashcard(back=back, reversed=reversed):
            return join(_answer(material.rich(back)), tag("p", "Asked both ways", class_="quiet") if reversed else "")
        case _:
            return _several(material, what)


def _several(material: Material, what: Matching | Ordering | ImageOcclusion) -> Markup:
    match what:
        case Matching(pairs=pairs, extra=extra):
            lines = tag("ul", (tag("li", _pair(*map(material.rich, pair))) for pair in pairs), class_="pairs")
            return join(lines, rows({"Belongs to none": commas(material.rich(each) for each in extra)}))
        case Ordering(items=items):
            return tag("ol", (tag("li", material.rich(item)) for item in items))
        case ImageOcclusion(image=image, alt=alt, regions=regions):
            shown = tag("div", material.picture(image, alt), _regions(regions), class_="occlusion")
            return join(shown, tag("ol", (tag("li", region.label) for region in regions)))


def _option(material: Material, option: Option) -> Markup:
    sign = tag("span", "✓" if option.correct else "", class_="sign", aria_hidden="true")
    right = tag("span", "right", class_="badge good") if option.correct else ""
    pin = tag("span", " stays in its place", class_="quiet") if option.pin else ""
    why = tag("div", material.rich(option.feedback), class_="quiet") if option.feedback else ""
    words = tag("div", material.rich(option.text), " ", right, pin, why)
    return tag("li", sign, words, class_="right" if option.correct else None)


def _answer(*words: Content) -> Markup:
    return tag("div", tag("span", "Answer", class_="label"), " ", words, class_="answer")


def _pair(left: Markup, right: Markup) -> Content:
    return left, tag("span", " → ", class_="quiet"), right


def _essay(lines: int, values: dict[str, Markup]) -> Markup:
    return join(tag("p", f"{counted(lines, 'line')} to write on", class_="quiet"), rows({**values}))


def _regions(regions: tuple[Region, ...]) -> Markup:
    shapes = (
        tag("rect", x=f"{each.left:g}", y=f"{each.top:g}", width=f"{each.width:g}", height=f"{each.height:g}")
        for each in regions
    )
    return tag("svg", shapes, viewBox="0 0 1 1", preserveAspectRatio="none", aria_hidden="true", focusable="false")
