"""What a deck says about itself."""

from __future__ import annotations

from deckmaker.model.document import Document
from deckmaker.writers.html import Html, escape


def description(document: Document) -> str:
    """HTML for the deck's page: what the set says of itself, who made it under which licence, every disclosure."""
    own = document.set
    parts = [Html(lambda _path: "").text(own.description)]
    parts += [escape(words) for words in (", ".join(own.authors), own.license, own.contact)]
    parts += dict.fromkeys(escape(article.disclosure) for article in own.articles.values())
    return "".join(f"<p>{part}</p>" for part in parts if part)
