"""Who says it, on what basis, by which words, in which article: the fields that tell where a question comes from."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model.article import Article
from deckmaker.model.claims import BASES, Claim, Source
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label, place_label
from deckmaker.model.questions import Question
from deckmaker.writers.anki.words import label, label_attribute
from deckmaker.writers.html import attribute, escape


class Attribution:
    """The attribution of a document's questions; what many questions share is written once."""

    def __init__(self, document: Document) -> None:
        self._set = document.set
        self._evidence = document.evidence
        self._claims: dict[tuple[str, str], dict[str, str]] = {}
        self._articles: dict[tuple[str, ...], dict[str, str]] = {}

    def fields(self, question: Question) -> dict[str, str]:
        """Speaker, Basis, Relay, Quote, Place, Source and Disclosure; those with nothing to say are left out.

        The first five are of the leading claim, whole blocks of further claims stand at the end of Place.
        """
        leading, *further = [self._claim(id, question.language) for id in question.claims] or [{}]
        fields = {**leading, **self._about(question)}
        if further:
            fields["Place"] += "".join(map(_block, further))
        return fields

    def _claim(self, id: str, language: str) -> dict[str, str]:
        key = id, language
        if key not in self._claims:
            self._claims[key] = self._write_claim(self._set.claims[id], language)
        return self._claims[key]

    def _write_claim(self, claim: Claim, language: str) -> dict[str, str]:
        sources = self._set.sources
        speakers = [_speaker(sources[id]) for id in (claim.speaker, *claim.also_speaker)]
        bases = [self._badge(basis) for basis in (claim.basis, *claim.also_basis)]
        relays = [sources[id] for id in (claim.speaker, *claim.via)] if claim.via else []
        return {
            "Speaker": _row("speaker", speakers, language),
            "Basis": _row("basis", bases, language),
            "Relay": _row("relay", [_chain(relays, language)], language) if relays else "",
            "Quote": f'<blockquote dir="auto">“{escape(claim.quote.exact)}”</blockquote>',
            "Place": self._place(claim, language),
        }

    def _badge(self, basis: str) -> str:
        kind = basis if basis in BASES else "named"
        label = basis_label(basis, self._set.sources, self._set.language)
        return f'<b class="dm-badge dm-{kind}" dir="auto">{escape(label)}</b>'

    def _place(self, claim: Claim, language: str) -> str:
        """Where the words stand. "Found" says that the words are there, never that the claim is true."""
        known = self._evidence.get(claim.id)
        place = place_label(claim.quote.place, self._set.language)
        if known is None or not known.by:
            return f'<p class="dm-place dm-unverified">{label("unverified", language, place)}</p>'
        where = label("found", language, "the title" if place == "title" else place)
        return f'<p class="dm-place dm-found">{where}</p>'

    def _about(self, question: Question) -> dict[str, str]:
        """Source and Disclosure of the articles of its claims; without claims, of all the set's."""
        claims, articles = self._set.claims, self._set.articles
        ids = tuple(dict.fromkeys(claims[id].article for id in question.claims) or articles)
        if ids not in self._articles:
            self._articles[ids] = _write_articles([articles[id] for id in ids])
        return self._articles[ids]


def _write_articles(articles: list[Article]) -> dict[str, str]:
    disclosures = dict.fromkeys(article.disclosure for article in articles if article.disclosure)
    return {
        "Source": " · ".join(map(_source, articles)),
        "Disclosure": "".join(f'<p dir="auto">{escape(words)}</p>' for words in disclosures),
    }


def _block(fields: dict[str, str]) -> str:
    """One more claim, as the template lays out the first."""
    return f"<dl>{fields['Speaker']}{fields['Basis']}{fields['Relay']}</dl>{fields['Quote']}{fields['Place']}"


def _row(name: str, readings: list[str], language: str) -> str:
    """A line of a description list; readings after the first are others that can be defended."""
    also = f' <span class="dm-also">{label("also", language)}</span> '
    return f'<div class="dm-{name}"><dt>{label(name, language)}</dt><dd>{also.join(readings)}</dd></div>'


def _speaker(source: Source) -> str:
    role = f", {escape(source.role)}" if source.role else ""
    return f"<bdi><strong>{escape(source.name)}</strong>{role}</bdi>"


def _chain(sources: list[Source], language: str) -> str:
    """Who relays whom, the one whom the article presents first."""
    arrow = f' <span role="img" aria-label="{label_attribute("relaying", language)}">←</span> '
    return arrow.join(f"<bdi>{escape(source.name)}</bdi>" for source in sources)


def _source(article: Article) -> str:
    """The short title, and all that is given where that is more; a template shows the one or the other."""
    short = f"<cite>{escape(article.short_title or article.title)}</cite>"
    full = ", ".join(_cited(article))
    return short if full == short else f'{short} <span class="dm-cited">{full}</span>'


def _cited(article: Article) -> Iterator[str]:
    yield f"<cite>{escape(article.title)}</cite>"
    if article.authors:
        yield escape("; ".join(article.authors))
    if article.container_title:
        yield f"<i>{escape(article.container_title)}</i>"
    if article.issued:
        yield escape(article.issued)
    if article.url.startswith(("https://", "http://")):
        yield f'<a href="{attribute(article.url)}">{escape(article.url)}</a>'
