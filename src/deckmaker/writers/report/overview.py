"""The top of the page: what the set is about, how much there is of what, and what to look at first."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Severity
from deckmaker.model.article import Article
from deckmaker.model.questions import ANKI
from deckmaker.writers.report.elements import Content, Markup, commas, join, tag
from deckmaker.writers.report.links import claim_link, rows
from deckmaker.writers.report.material import Material, counted

SHA = 12
"""How many characters of a hash are enough to tell texts apart by eye."""


def header(material: Material) -> Markup:
    """The set's title and description, its articles, and whether the page may be passed on."""
    made = material.set
    notice = "Contains the article’s text: not for passing on." if material.has_text else ""
    return tag(
        "header",
        tag("p", "Question set for review", class_="kicker"),
        tag("h1", made.title or made.name, lang=made.language),
        tag("div", material.rich(made.description), class_="lede", lang=made.language) if made.description else "",
        tag("p", notice, class_="notice") if notice else "",
        (_article(material, article) for article in made.articles.values()),
    )


def _article(material: Material, article: Article) -> Markup:
    text = article.text
    at_hand = f"at hand, SHA-256 {text.sha256[:SHA]}…" if text else "not at hand"
    return rows(
        {
            "Article": tag("cite", article.title) if article.title else article.id,
            "By": ", ".join(article.authors) or tag("span", "not given", class_="quiet"),
            "In": ", ".join(part for part in (article.container_title, article.issued) if part),
            "Address": article.url,
            "Nature": f"{article.nature.replace('_', ' ')}, in the set author’s judgement" if article.nature else "",
            "Disclosure": article.disclosure,
            "Text": at_hand if material.options.with_text else f"{at_hand}; left out of this page",
        }
    )


def overview(material: Material) -> Markup:
    """The counts, and what to look at first."""
    figures = (tag("li", tag("strong", str(count)), " ", words) for count, words in _figures(material))
    waiting = list(_to_look_at(material))
    first = tag("ul", (tag("li", each) for each in waiting)) if waiting else tag("p", "Nothing stands out.")
    return join(tag("ul", figures, class_="figures"), tag("h3", "To look at first"), first)


def _figures(material: Material) -> Iterator[tuple[int, Content]]:
    document, claims = material.document, material.set.claims
    if claims:
        found = [each.by for each in document.evidence.values()]
        yield len(claims), f"{_noun(len(claims), 'claim')}, {_verified(found.count('text'), found.count('lock'))}"
    questions = document.questions
    made = sum(1 for question in questions if question.family)
    by_hand = len(questions) - made
    how = f": {made} generated, {by_hand} by hand" if made and by_hand else ", all generated" * bool(made)
    yield len(questions), f"{_noun(len(questions), 'question')}{how}"
    cards = sum(1 for question in questions if ANKI in question.where)
    yield cards, f"{_noun(cards, 'note')} for Anki"
    papers = material.options.papers
    if papers:
        versions = sum(len(paper.versions) for paper in papers)
        yield len(papers), f"{_noun(len(papers), 'quiz', 'quizzes')} on paper, in {counted(versions, 'version')}"
    if claims:
        yield len(document.refusals), "not asked, with reasons"


def _verified(text: int, lock: int) -> str:
    parts = [f"{text} found in the text"] * bool(text) + [f"{lock} verified earlier"] * bool(lock)
    return f"the words of {' and '.join(parts)}" if parts else "none verified"


def _noun(count: int, word: str, plural: str = "") -> str:
    return word if count == 1 else plural or word + "s"


def _to_look_at(material: Material) -> Iterator[Content]:
    for severity in Severity:
        if count := sum(1 for each in material.problems if each.code.severity is severity):
            advice = counted(count, "piece of advice", "pieces of advice")
            words = advice if severity is Severity.ADVICE else counted(count, severity)
            yield tag("a", words, href=f"#findings-{severity}")
    if material.set.quizzes and not material.options.papers:
        yield "quizzes are laid out once the errors are mended: this page does not show them"
    missed = [claim.id for claim in material.set.claims.values() if material.is_missed(claim)]
    if missed:
        yield "core, yet not asked: ", commas(claim_link(id) for id in missed)
    unverified = [id for id, found in material.document.evidence.items() if not found.by]
    if unverified:
        yield "words that nobody has looked up in the text: ", commas(claim_link(id) for id in unverified)
