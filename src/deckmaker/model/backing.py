"""What stands behind a paper's questions: the articles, and why each answer is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckmaker.model.answers import texts
from deckmaker.model.article import Article
from deckmaker.model.claims import Claim, Verified
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label
from deckmaker.model.papers import Backing, Credit, Reason
from deckmaker.model.questions import Cloze, Essay, Flashcard, ImageOcclusion, Question, ShortAnswer
from deckmaker.model.text import Image, Text, leaves

_UNKNOWN = Verified("", "")
_WRITTEN = (ShortAnswer, Cloze, Flashcard, Essay)


def backing(document: Document, question: Question) -> Backing:
    """Its claims as reasons, and what else counts as an answer."""
    return Backing(tuple(_reasons(document, question)), tuple(_accepted(document, question)))


def _claims(document: Document, question: Question) -> list[Claim]:
    return [document.set.claims[id] for id in question.claims if id in document.set.claims]


def _reasons(document: Document, question: Question) -> Iterator[Reason]:
    sources, articles, language = document.set.sources, document.set.articles, document.set.language
    for claim in _claims(document, question):
        yield Reason(
            claim=claim.id,
            article=articles[claim.article].short_title if len(articles) > 1 else "",
            speaker=basis_label(claim.speaker, sources, language),
            basis=basis_label(claim.basis, sources, language),
            via=() if claim.via == (claim.basis,) else tuple(basis_label(id, sources, language) for id in claim.via),
            hedge=claim.hedge,
            quote=claim.quote.exact,
            place=claim.quote.place,
            found=bool(document.evidence.get(claim.id, _UNKNOWN).by),
        )


def _accepted(document: Document, question: Question) -> Iterable[str]:
    """Other answers that count, for questions where they are written and not chosen."""
    if not isinstance(question.body, _WRITTEN):
        return ()
    others = list(question.body.accept) if isinstance(question.body, ShortAnswer) else []
    for claim in _claims(document, question):
        also = {"speaker": claim.also_speaker, "basis": claim.also_basis}.get(question.axis, ())
        others += [basis_label(other, document.set.sources, document.set.language) for other in also]
    return dict.fromkeys(others)


def credits(document: Document, questions: Iterable[Question]) -> tuple[Credit, ...]:
    """The articles that the questions are about; all of the set's where none of them has a claim."""
    asked = {claim.article for question in questions for claim in _claims(document, question)}
    articles = document.set.articles.values()
    return tuple(_credit(article) for article in articles if article.id in asked or not asked)


def _credit(article: Article) -> Credit:
    given: Iterable[str] = (", ".join(article.authors), article.container_title, article.issued)
    return Credit(article.title, ", ".join(filter(None, given)), article.disclosure)


def media(document: Document, around: Iterable[Text], questions: Iterable[Question]) -> Mapping[str, bytes]:
    """Bytes of the pictures that stand on a paper or its key, by path, in the order of the paths."""
    paths = {node.src for text in around for node in leaves(text) if isinstance(node, Image)}
    for question in questions:
        paths |= {node.src for text in texts(question) for node in leaves(text) if isinstance(node, Image)}
        if isinstance(question.body, ImageOcclusion):
            paths.add(question.body.image)
    return {path: document.set.media[path] for path in sorted(paths)}
