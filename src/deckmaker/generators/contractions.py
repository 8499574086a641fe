"""Where a sentence meets the words that fill it, some languages make one word of two: "de" and "el" are "del"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from deckmaker.languages import table, tag_of, tags
from deckmaker.model.questions import Body, Choice, Cloze, Matching, Ordering
from deckmaker.model.text import Emph, Inline, Paragraph, Str, Strong, Text


class Contractions(Struct, frozen=True):
    """A language's.

    contracted: two words, as they stand in its file, → the one that they become.
    elided: words that lose their last letter before one of the letters in `vowels` → what they become.
    """

    contracted: Mapping[str, str]
    elided: Mapping[str, str]
    vowels: str

    def joined(self, before: str, after: str) -> tuple[str, str]:
        """The words on both sides of a place that was filled, as they read together."""
        if not before.endswith(" ") or not after:
            return before, after
        head, _, last = f" {before[:-1]}".rpartition(" ")
        first, blank, rest = after.partition(" ")
        if one := self.contracted.get(f"{last.lower()} {first}"):
            return f"{head} {_as_large(one, last)}{blank}"[1:], rest
        if after[0].lower() in self.vowels and (short := self.elided.get(last.lower())):
            return f"{head} {_as_large(short, last)}"[1:], after
        return before, after


def _as_large(word: str, model: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


@cache
def _contractions(tag: str) -> Contractions | None:
    words = table(tag) if tag in tags() else {}
    if "contracted" not in words and "elided" not in words:
        return None
    elided = dict(words.get("elided", {}))
    vowels = elided.pop("before", "")
    return Contractions(words.get("contracted", {}), elided, vowels)


def contracted(text: Text, language: str) -> Text:
    """A generated text, in which what fills a place still stands by itself, as the language would have it."""
    known = _contractions(tag_of(language))
    if known is None:
        return text
    return tuple(
        replace(block, children=_joined(block.children, known)) if isinstance(block, Paragraph) else block
        for block in text
    )


def _joined(nodes: tuple[Inline, ...], known: Contractions) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for node in nodes:
        if isinstance(node, Emph | Strong):
            node = replace(node, children=_joined(node.children, known))
        last = made[-1] if made else None
        if isinstance(node, Str) and isinstance(last, Str):
            before, after = known.joined(last.text, node.text)
            made[-1], node = Str(before), Str(after)
        made.append(node)
    return tuple(made)


def contracted_body(body: Body, language: str) -> Body:
    """The same in what sentences stand in besides the stem: options and their feedback, pairs, items, a cloze."""

    def told(text: Text) -> Text:
        return contracted(text, language)

    match body:
        case Choice(options=options):
            every = (replace(one, text=told(one.text), feedback=told(one.feedback)) for one in options)
            return replace(body, options=tuple(every))
        case Matching(pairs=pairs, extra=extra):
            both = tuple((told(left), told(right)) for left, right in pairs)
            return replace(body, pairs=both, extra=tuple(map(told, extra)))
        case Ordering(items=items):
            return replace(body, items=tuple(map(told, items)))
        case Cloze(text=text):
            return replace(body, text=told(text))
        case _:
            return body
