"""All rules over all claims; what the lock knows where the text is not at hand."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.evidence.blocks import saved_as
from deckmaker.evidence.context import denial_as_hedge, guard_words, saying_words
from deckmaker.evidence.place import locate
from deckmaker.evidence.reading import Reading
from deckmaker.evidence.shape import joined, too_long
from deckmaker.model.article import Article, ArticleText
from deckmaker.model.claims import Claim, Evidence, Verified
from deckmaker.model.document import QuestionSet
from deckmaker.model.identity import digest

_UNKNOWN = Verified("", "")
_SHAPE = ("E108", "E112")
"""Codes that do not depend on the article's text."""


def verify(set: QuestionSet, covered: Mapping[str, str]) -> tuple[Evidence, list[Diagnostic]]:
    """What is known of each claim's quotation, and what is wrong with any.

    Where an article's text is at hand it alone decides. Where not, `covered` does: by claim id what the lock keeps, a
    `quote_hash`, or several apart by spaces after a merge.
    """
    evidence: dict[str, Verified] = {}
    diagnostics: list[Diagnostic] = []
    readings = {id: Reading(article.text) for id, article in set.articles.items() if article.text}
    found: dict[str, list[Diagnostic]] = {id: [] for id in readings}
    for claim in set.claims.values():
        if reading := readings.get(claim.article):
            problems = _all_of(claim, reading)
            found[claim.article] += problems
            evidence[claim.id] = _by_text(claim, reading.article, problems)
        else:
            shape = _shape_of(claim)
            diagnostics += shape
            evidence[claim.id] = _UNKNOWN if shape else _by_lock(claim, set.articles.get(claim.article), covered)
    for claim in set.left_out:
        if reading := readings.get(claim.article):
            found[claim.article] += [problem for problem in _all_of(claim, reading) if problem.is_error]
    for id, reading in readings.items():
        diagnostics += _changed(set.articles[id], reading.article, found[id])
    return evidence, diagnostics


def _all_of(claim: Claim, reading: Reading) -> list[Diagnostic]:
    shape = _shape_of(claim)
    return [*shape, *(() if _is_joined(shape) else _standing(claim, reading))]


def _shape_of(claim: Claim) -> list[Diagnostic]:
    return [*too_long(claim.quote), *joined(claim.quote)]


def _is_joined(shape: list[Diagnostic]) -> bool:
    return any(problem.code.id == "E112" for problem in shape)


def _standing(claim: Claim, reading: Reading) -> list[Diagnostic]:
    """What the text has to say against one claim's quotation."""
    at, problems = locate(claim, reading)
    if at is not None:
        length = len(claim.quote.exact)
        if claim.hedge or claim.booster or claim.cue:
            problems += saying_words(claim, reading, *reading.scope(at, length))
        problems += denial_as_hedge(claim)
        problems += [] if problems else guard_words(claim, reading.before(at, length))
    return problems


def _by_text(claim: Claim, text: ArticleText, problems: list[Diagnostic]) -> Verified:
    if any(problem.is_error for problem in problems):
        return _UNKNOWN
    return Verified("text", text.sha256, quote_hash(text.sha256, claim))


def _by_lock(claim: Claim, article: Article | None, covered: Mapping[str, str]) -> Verified:
    for kept in covered.get(claim.id, "").split() if article else ():
        sha256 = kept.partition("/")[0]
        if article and article.sha256.lower() in ("", sha256) and kept == quote_hash(sha256, claim):
            return Verified("lock", sha256, kept)
    return _UNKNOWN


def quote_hash(article_sha256: str, claim: Claim) -> str:
    """What the lock keeps of a verified quotation: the text's sha256, "/", and a hash of all that was verified in it.

    Editing the quotation, its place, or a word of saying changes it, and so uncovers the claim.
    """
    quote = claim.quote
    verified = (quote.exact, quote.place, quote.prefix, quote.suffix, claim.hedge, claim.booster, claim.cue)
    return f"{article_sha256}/{digest(article_sha256, *verified)[:16]}"


def _changed(article: Article, text: ArticleText, found: list[Diagnostic]) -> list[Diagnostic]:
    """A001, A002 before what was found; with another text, the quotations gone are labels of the one diagnostic."""
    checked = article.sha256.lower()
    if checked in ("", text.sha256):
        return found
    if how := saved_as(text.file.text, checked):
        return [_line_ends_changed(article, text, how), *found]
    gone = [problem for problem in found if problem.is_error and problem.code.id not in _SHAPE]
    return [_text_changed(article, text, gone), *(problem for problem in found if problem not in gone)]


def _line_ends_changed(article: Article, text: ArticleText, how: str) -> Diagnostic:
    return diagnose(
        "A002",
        article.place_of("sha256"),
        f'only line ends of "{text.file.name}" differ from the text that was checked',
        "its sha256 is given here",
        f"save the text with {how}, or write sha256: {text.sha256}",
    )


def _text_changed(article: Article, text: ArticleText, gone: list[Diagnostic]) -> Diagnostic:
    labels = tuple(Label(problem.span, problem.message) for problem in gone)
    count = f"{len(gone)} {'quote does' if len(gone) == 1 else 'quotes do'}" if gone else "none do"
    fix = f"write sha256: {text.sha256}"
    return diagnose(
        "A001",
        article.place_of("sha256"),
        f'"{text.file.name}" is not the text that was checked',
        "all quotes still stand in it" if not gone else f"{count} not stand in it",
        f"give the text that was checked, or correct the quotes and {fix}" if gone else fix,
        labels,
    )


def uncovered(set: QuestionSet, evidence: Evidence) -> list[Diagnostic]:
    """E101 for each claim that neither a text nor the lock speaks for; a claim that its text refuses has said so."""
    return [
        diagnose(
            "E101",
            claim.quote.span,
            "quote was not checked against the article's text",
            "new, or changed since it was checked",
            "give the text with --text",
        )
        for claim in set.claims.values()
        if not evidence.get(claim.id, _UNKNOWN).by and not _has_text(set, claim)
    ]


def _has_text(set: QuestionSet, claim: Claim) -> bool:
    article = set.articles.get(claim.article)
    return article is not None and article.text is not None
