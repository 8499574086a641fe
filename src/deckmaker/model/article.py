"""The article that a set is about. Names follow CSL-JSON 1.0 (citationstyles.org), in Python's spelling."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from deckmaker.source import SourceFile, Span


class Block(Struct, frozen=True):
    """One block of an article's text.

    place: "title", "heading-1" …, or a body paragraph's number, "1" ….
    start, end: its code points in the text, end exclusive.
    """

    place: str
    start: int
    end: int


class ArticleText(Struct, frozen=True):
    """An article's words, when the user has them.

    file: the text, decoded, nothing changed.
    sha256: of its bytes, hexadecimal.
    blocks: title, headings, paragraphs, in reading order.
    """

    file: SourceFile
    sha256: str
    blocks: tuple[Block, ...]


class Article(Struct, frozen=True):
    """An article: what is not given is empty and never guessed.

    id: its id in the set; "article" when the set has one only.
    title, short_title: as printed; a short one for cards, the title when not given.
    authors: names as printed.
    container_title, issued, url: publication, date as text, address.
    path: where the set says that its text is, relative to the set; "" when it does not say.
    sha256: what its bytes must hash to; "" when not given.
    nature: news, opinion, advocacy, press_release or unknown: the set author's judgement, shown as such.
    disclosure: said on every card's back and every quiz's first page.
    text: its words, or None when they are not at hand.
    span: where the set names it; spans: where single fields stand, by YAML key.
    """

    id: str
    title: str
    short_title: str
    authors: tuple[str, ...]
    container_title: str
    issued: str
    url: str
    path: str
    sha256: str
    nature: str
    disclosure: str
    text: ArticleText | None
    span: Span
    spans: Mapping[str, Span] = field(default_factory=dict)

    def place_of(self, field: str) -> Span:
        """Where a field stands, or the article where it is not given."""
        return self.spans.get(field, self.span)


Articles = Mapping[str, Article]
"""A set's articles by id, in the order given."""
