"""How the rules about wording read a text: sentences, words, roots, what is set off, what asks. English, no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.tables import ENDINGS, IRREGULAR, STOPWORDS
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Cloze, Kind
from deckmaker.model.sentences import sentences as _sentences
from deckmaker.model.text import Code, Emph, Image, Str, Strong, Text, leaves, plain_inlines
from deckmaker.source import Span

CHOICES = (Kind.SINGLE_CHOICE, Kind.MULTIPLE_ANSWER)
BLANK = regex(
    r"__+|……+|\.\.\.\.+|----+|\[(?:\s*|blank|gap)\]|\((?:blank|gap)\)|_(?<=\s_) ?(?:_ ?)*_?(?=\s|[.?!]|$)", re.I
)
"""A gap that a student fills."""


def may_have_blank(text: str) -> bool:
    """Whether a sign of those that blanks are made of stands in the text."""
    return "_" in text or "…" in text or "[" in text or "(" in text or "...." in text or "----" in text


def first_blank(text: str) -> re.Match[str] | None:
    """The first gap that a student fills."""
    return BLANK.search(text) if may_have_blank(text) else None


_QUOTED = regex(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\w)['‘][^'’‘]*['’](?!\w)")
_MARKS = frozenset("“„«‘’")
_ENDING = regex("[.!?…。！？]")
"""What a sentence ends with where another follows."""
_WH = frozenset(("which", "what", "who", "whom", "whose", "when", "where", "why", "how"))


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without the space between them."""
    if not _ENDING.search(text, 0, len(text) - 1):
        return (text.strip(),) if text.strip() else ()
    return tuple([said for start, end in _sentences(text) if (said := text[start:end].strip())])


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, typographic apostrophes made plain."""
    return words(text.replace("’", "'"))


@lru_cache(maxsize=4096)
def unquoted(text: str) -> str:
    """The text with what stands in quotation marks taken out: other people's words."""
    marked = '"' in text or "'" in text or not (text.isascii() or _MARKS.isdisjoint(text))
    return _QUOTED.sub(" “” ", text) if marked else text


@lru_cache(maxsize=4096)
def lead_in(stem: str) -> str:
    """The sentence that asks: the last one with a question mark, or else the last."""
    found = sentences(stem)
    asking = [sentence for sentence in found if sentence.rstrip("\"'”’) ").endswith("?")]
    return (asking or found or ("",))[-1]


@lru_cache(maxsize=4096)
def before_lead_in(stem: str) -> tuple[str, ...]:
    """The sentences that stand before the one that asks."""
    found = sentences(stem)
    return found[: found.index(lead_in(stem))] if found else ()


def is_open(stem: str) -> bool:
    """Whether the stem is the beginning of a sentence that an option ends: no question, no order, no blank."""
    last = stem.rstrip()
    return bool(last) and last[-1] not in ".?!" and first_blank(last) is None


_ENDING_WITH = {
    letter: tuple(ending for ending in ENDINGS if ending[-1] == letter) for letter in {ending[-1] for ending in ENDINGS}
}
"""The endings by their last letter, in their order."""


@lru_cache(maxsize=32768)
def root(word: str) -> str:
    """The word without the endings that English puts on a root; a rough cut, the same for all forms."""
    word = IRREGULAR.get(word, word).removesuffix("'s").removesuffix("'")
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending in _ENDING_WITH.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The roots of the words that carry meaning; numbers and single letters are left out."""
    return frozenset(
        [root(word) for word in tokens(text) if word not in STOPWORDS and len(word) > 1 and not word[0].isdigit()]
    )


def set_off(text: Text) -> frozenset[str]:
    """The words, in small letters, that are bold or italic, or written in capitals."""
    return frozenset(_set_off(text))


def _set_off(text: Text) -> Iterator[str]:
    for node in leaves(text):
        if isinstance(node, Strong | Emph):
            yield from words(plain_inlines(node.children))
        elif isinstance(node, Str):
            yield from (word.casefold() for word in re.findall(r"\b[A-Z][A-Z'’]+\b", node.text))


def holds(text: Text, *kinds: type) -> bool:
    """Whether one of these kinds of nodes stands in the text."""
    return any(isinstance(node, kinds) for node in leaves(text))


def shows_something(item: Item) -> bool:
    """Whether the question brings along what it may point to: a picture, code, a list, a quotation, several blocks."""
    text = item.question.body.text if isinstance(item.question.body, Cloze) else item.question.stem
    return (
        len(text) > 1
        or holds(text, Image, Code)
        or any(len(words(quoted)) >= 4 for quoted in _QUOTED.findall(item.stem))
    )


def asks_with(sentence: str) -> str:
    """The question word that a sentence asks with, "" where it has none."""
    return next((word for word in tokens(sentence) if word in _WH), "")


def place(item: Item, quoted: str, *fields: str) -> Span:
    """Where these words stand in the first of the fields that holds them, or else the first field given."""
    spans = item.question.spans
    for span in (spans[field] for field in fields if field in spans):
        start = span.text.find(quoted) if quoted else -1
        if start >= 0:
            return span.file.span(span.start + start, span.start + start + len(quoted))
    return item.at(*fields)


def in_stem(item: Item, quoted: str = "") -> Span:
    """The place of words of the stem."""
    return place(item, quoted, "stem", "front", "text")


def in_options(item: Item, quoted: str = "") -> Span:
    """The place of an option."""
    return place(item, quoted, "options", "answer", "answers", "distractors", "pairs")


def has_run(text: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether words follow each other in a text."""
    return any(text[index : index + len(run)] == run for index in range(len(text) - len(run) + 1))
