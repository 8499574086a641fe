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


def attribution_fields(question: Question, document: Document) -> dict[str, str]:
    """Speaker, Basis, Relay, Quote and Place of the leading claim, whole blocks of the others after Place.

    Source and Disclosure of the articles; all empty where there is nothing to say.
    """
    claims = [document.set.claims[id] for id in question.claims]
    fields = _claim_fields(claims[0], document, question.language) if claims else {}
    for claim in claims[1:]:
        fields["Place"] += _block(_claim_fields(claim, document, question.language))
    articles = articles_of(question, document)
    fields["Source"] = " · ".join(_source(article) for article in articles)
    fields["Disclosure"] = "".join(f'<p dir="auto">{escape(words)}</p>' for words in _disclosures(articles))
    return fields


def articles_of(question: Question, document: Document) -> list[Article]:
    """The articles of the question's claims, each once; of a question without claims, all of the set's."""
    own = document.set
    ids = dict.fromkeys(own.claims[id].article for id in question.claims) or dict.fromkeys(own.articles)
    return [own.articles[id] for id in ids]


def _claim_fields(claim: Claim, document: Document, language: str) -> dict[str, str]:
    sources = document.set.sources
    speakers = [_speaker(sources[id]) for id in (claim.speaker, *claim.also_speaker)]
    bases = [_badge(basis, document) for basis in (claim.basis, *claim.also_basis)]
    return {
        "Speaker": _row("speaker", speakers, language),
        "Basis": _row("basis", bases, language),
        "Relay": _relay(claim, document, language) if claim.via else "",
        "Quote": f'<blockquote dir="auto">“{escape(claim.quote.exact)}”</blockquote>',
        "Place": _place(claim, document, language),
    }


def _block(fields: dict[str, str]) -> str:
    """One more claim, as the template lays out the first."""
    return f"<dl>{fields['Speaker']}{fields['Basis']}{fields['Relay']}</dl>{fields['Quote']}{fields['Place']}"


def _row(name: str, readings: list[str], language: str) -> str:
    """A line of a description list; readings after the first are others that can be defended."""
    first, *others = readings
    also = f' <span class="dm-also">{label("also", language)}</span> '
    inner = first + "".join(also + other for other in others)
    return f'<div class="dm-{name}"><dt>{label(name, language)}</dt><dd>{inner}</dd></div>'


def _speaker(source: Source) -> str:
    role = f", {escape(source.role)}" if source.role else ""
    return f"<bdi><strong>{escape(source.name)}</strong>{role}</bdi>"


def _badge(basis: str, document: Document) -> str:
    kind = basis if basis in BASES else "named"
    return f'<b class="dm-badge dm-{kind}" dir="auto">{escape(basis_label(basis, document.set.sources))}</b>'


def _relay(claim: Claim, document: Document, language: str) -> str:
    names = [f"<bdi>{escape(document.set.sources[id].name)}</bdi>" for id in (claim.speaker, *claim.via)]
    arrow = f' <span role="img" aria-label="{label_attribute("relaying", language)}">←</span> '
    return _row("relay", [arrow.join(names)], language)


def _place(claim: Claim, document: Document, language: str) -> str:
    """Where the words stand. "Found" says that the words are there, never that the claim is true."""
    evidence = document.evidence.get(claim.id)
    found = evidence is not None and evidence.by != ""
    place = place_label(claim.quote.place)
    if not found:
        return f'<p class="dm-place dm-unverified">{label("unverified", language, place)}</p>'
    where = label("found", language, "the title" if place == "title" else place)
    return f'<p class="dm-place dm-found">{where}</p>'


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


def _disclosures(articles: list[Article]) -> list[str]:
    return list(dict.fromkeys(article.disclosure for article in articles if article.disclosure))
