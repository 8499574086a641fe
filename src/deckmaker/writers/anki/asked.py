"""A question on its way into a note, and the pieces of HTML that several question types share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from deckmaker.model.identity import ranked
from deckmaker.model.questions import Question
from deckmaker.model.text import Text
from deckmaker.writers.anki.words import label
from deckmaker.writers.html import Html

T = TypeVar("T")


class Asked(Struct, frozen=True):
    """A question on its way into a note.

    question: the question.
    seed: what its fixed orders come from; the same for ever, even when it is renamed.
    html: renders texts.
    """

    question: Question
    seed: str
    html: Html

    @property
    def language(self) -> str:
        """The question's language."""
        return self.question.language

    def text(self, text: Text) -> str:
        """A text's HTML."""
        return self.html.text(text)

    def label(self, name: str) -> str:
        """One of the card's own words."""
        return label(name, self.language)

    def shuffled(self, items: Iterable[T], key: Callable[[T], str]) -> list[T]:
        """The items in the order that this question has them in for ever."""
        return ranked(items, key, "anki", self.seed)

    def mixed(self, items: Iterable[T], key: Callable[[T], str]) -> list[T]:
        """The same, but never in the order given, which is the right one."""
        given = list(items)
        order = self.shuffled(given, key)
        return order if order != given else order[1:] + order[:1]


def listing(tag: str, items: Iterable[str], attributes: str = "") -> str:
    """A list of HTML items; "" when there is none."""
    inner = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else ""


def block(inner: str) -> str:
    """HTML as a block that finds its own direction; "" stays ""."""
    return f'<div dir="auto">{inner}</div>' if inner else ""


def instruction(asked: Asked, name: str) -> str:
    """What to do with what follows, in one line."""
    return f'<p class="dm-instruction">{asked.label(name)}</p>'


def headed(asked: Asked, name: str, inner: str) -> str:
    """HTML under a small heading of its own; "" stays ""."""
    return f'<div class="dm-label">{asked.label(name)}</div>{inner}' if inner else ""


def hint(asked: Asked) -> str:
    """The hint, folded away until it is asked for."""
    inner = block(asked.text(asked.question.hint))
    if not inner:
        return ""
    summary = f'<summary class="tappable">{asked.label("hint")}</summary>'
    return f'<details class="dm-hint">{summary}{inner}</details>'
