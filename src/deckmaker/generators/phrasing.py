"""A request's sentences: the wording's templates with what the claim says in their places."""

from __future__ import annotations

from deckmaker.generators.family import Request
from deckmaker.generators.wording import Wording, parsed, sentence, wording_of
from deckmaker.languages import ENGLISH
from deckmaker.model.claims import Claim
from deckmaker.model.labels import place_label
from deckmaker.model.text import EMPTY, Str, Text, fill, join, leaves, text_of


def wording(request: Request) -> Wording:
    """The wording of the set's language; what has none is refused before anything is made of it."""
    found = wording_of(request.register.set.language) or wording_of(ENGLISH)
    assert found is not None
    return found


def stem(request: Request, template: str, **more: Text) -> Text:
    """The rule's own stem, or else the family's, filled."""
    return filled(request, request.rule.stem or parsed(template), **more)


def filled(request: Request, text: Text, **more: Text) -> Text:
    """The text with the claim, the article, and `more` in their places."""
    return fill(text, {"claim": request.claim.text, "article": article(request), **more})


def asks_for_speaker(text: Text) -> bool:
    """Whether the text has a place for the speaker."""
    return any(isinstance(node, Str) and "{speaker}" in node.text for node in leaves(text))


def article(request: Request) -> Text:
    """How a stem calls the claim's article: by its title where the set has several."""
    articles = request.register.set.articles
    known = articles.get(request.claim.article)
    if known is None or len(articles) < 2:
        return text_of(wording(request).article)
    return sentence(wording(request).article_named, title=known.short_title)


def hedge(request: Request, claim: Claim) -> Text:
    """The claim's hedge as the article's word or words; nothing where it has none."""
    words = wording(request)
    if not claim.hedge:
        return EMPTY
    return sentence(words.hedges if len(claim.hedge.split()) > 1 else words.hedge, hedge=claim.hedge)


def feedback(request: Request, template: str, claim: Claim | None = None, **more: str) -> Text:
    """The reason for an answer: who or what, where, and the hedge so that nothing sounds surer than in the article.

    Speaks of the request's claim, or of another `claim`; `more` fills further places of the template.
    """
    about = claim or request.claim
    label = request.register.label
    told, place = hedge(request, about), _place(request, about.quote.place)
    where = join(place, "; ", told) if told else text_of(place)
    return sentence(template, speaker=label(about.speaker), basis=label(about.basis), place=where, **more)


def _place(request: Request, place: str) -> str:
    words, label = wording(request), place_label(place, request.register.set.language)
    if place.isdigit():
        return label
    return words.in_title if place == "title" else words.in_heading.format(place=label)
