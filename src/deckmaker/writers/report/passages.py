"""An article's blocks with the words of claims marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.model.article import Article, ArticleText, Block
from deckmaker.model.claims import Claim, Quote
from deckmaker.model.labels import place_label
from deckmaker.writers.report.elements import Markup, join, tag
from deckmaker.writers.report.links import claim_link
from deckmaker.writers.report.material import Material


def passage(material: Material, claim: Claim) -> Markup:
    """The block that a claim's words stand in, those marked; nothing where the text is not there to be shown."""
    text = _text(material, claim.article)
    block = next((each for each in text.blocks if each.place == claim.quote.place), None) if text else None
    if text is None or block is None:
        return Markup("")
    summary = tag("summary", f"{place_label(block.place).capitalize()} of the article")
    return tag("details", summary, tag("blockquote", _marked(text, block, [claim])), class_="passage")


def articles(material: Material) -> Markup:
    """Every article whose text is at hand, each block with its claims."""
    return join(_article(material, article) for article in material.set.articles.values())


def _article(material: Material, article: Article) -> Markup:
    text = _text(material, article.id)
    if text is None:
        return Markup("")
    claims = [claim for claim in material.set.claims.values() if claim.article == article.id]
    return tag("div", (_block(material, text, block, claims) for block in text.blocks), class_="article-text")


def _block(material: Material, text: ArticleText, block: Block, claims: list[Claim]) -> Markup:
    here = [claim for claim in claims if claim.quote.place == block.place]
    links = (tag("li", claim_link(claim.id)) for claim in here)
    aside = tag("ul", links, class_="tags") if here else tag("p", "no claim", class_="quiet")
    label = tag("p", place_label(block.place).capitalize(), class_="place")
    words = tag("p", _marked(text, block, here), class_="passage-text")
    return tag("div", label, words, aside, class_="block item")


def _text(material: Material, article: str) -> ArticleText | None:
    found = material.set.articles.get(article)
    return found.text if found and material.options.with_text else None


def _marked(text: ArticleText, block: Block, claims: Iterable[Claim]) -> Markup:
    words = text.file.text[block.start : block.end]
    places = [(at, at + len(claim.quote.exact)) for claim in claims for at in _found(words, claim.quote)]
    return join(_pieces(words, _merged(places)))


def _found(words: str, quote: Quote) -> Iterator[int]:
    """Where a quotation stands in a block, prefix and suffix around it."""
    at = words.find(quote.exact) if quote.exact else -1
    while at >= 0:
        before, after = words[:at].rstrip(), words[at + len(quote.exact) :].lstrip()
        if before.endswith(quote.prefix.rstrip()) and after.startswith(quote.suffix.lstrip()):
            yield at
        at = words.find(quote.exact, at + 1)


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _pieces(words: str, places: Iterable[tuple[int, int]]) -> Iterator[Markup]:
    done = 0
    for start, end in places:
        yield join(words[done:start], tag("mark", words[start:end]))
        done = end
    yield join(words[done:])
