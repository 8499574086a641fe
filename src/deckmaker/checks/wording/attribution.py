"""Rules about questions on claims: who says it stands beside what is said. English.

Repeated statements are rated truer, even those of a source called false (Begg, Anas & Farinacci 1992): a card repeats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.reading import content, has_run, place, sentences, unquoted
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.claims import ARTICLE, Claim, kin
from deckmaker.model.naming import named
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set
from deckmaker.model.questions import ANKI, Choice, Cloze, Flashcard, Matching, Question, TrueFalse
from deckmaker.model.text import Text, plain

_ARTICLE_WORDS = word_set(
    """
    article articles headline headlines text texts report reports piece pieces author authors writer writers paragraph
    paragraphs document documents passage passages source sources
    """
)
_ARTICLE = regex(rf"\b(?:{'|'.join(sorted(_ARTICLE_WORDS))})\b", re.IGNORECASE)
_SAID = regex(
    r"\b(?:says?|said|saying|states?|stated|reports?|reported|tells?|told|writes?|wrote|quot(?:es?|ed|ing)|presents?|asserts?|"
    r"according\s+to|words?|statement|claims?|claimed|announce[sd]?|argue[sd]?|arguing|mentions?|puts?|calls?|called|denie[sd]|"
    r"denying|describe[sd]?|points?\s+to|evidence|basis|bases?|rests?|conclusion|remark|phrase|that)\b",
    re.IGNORECASE,
)
"""What keeps a statement its speaker's; "that" makes an option one."""
_ENOUGH = 0.75
"""Which share of a claim's content words makes a sentence the claim's."""
_FEWEST = 3

_ENDORSING = (
    r"claims?|claimed|claiming|reveals?|revealed|revealing|notes|noted|noting|admits?|admitted|admitting|confirms?|confirmed|"
    r"confirming|points?\s+out|pointed\s+out|pointing\s+out|alleges?|alleged|alleging|insists?|insisted|insisting|"
    r"acknowledges?|acknowledged|concedes?|conceded|proves|proved|boasts?|boasted|exposes|exposed|warns|warned|contends?|contended"
)
_ENDORSING_WORDS = word_set(
    """
    claim claims claimed claiming reveal reveals revealed revealing notes noted noting admit admits admitted admitting
    confirm confirms confirmed confirming out allege alleges alleged alleging insist insists insisted insisting
    acknowledge acknowledges acknowledged concede concedes conceded proves proved boast boasts boasted exposes exposed
    warns warned contend contends contended
    """
)
"""One of these pieces stands in each of them."""
_SUBJECT = (
    r"(?:he|she|it|they|who|article|author|text|spokesman|spokeswoman|spokesperson|president|report|headline|"
    r"government|administration)"
)
_ABOUT_VERB = regex(r"\b(?:verbs?|words?|wording|term|phrase|puts? it|hedges?)\b", re.IGNORECASE)
_PRONOUN = regex(r"^(?:he|she|it|they|this|these|that|those|his|her|their|its|him|them)\b", re.IGNORECASE)


def _names_article(text: str) -> bool:
    """Whether a word stands in the text that an article, a part of it or its author is called by."""
    found = not _ARTICLE_WORDS.isdisjoint(pieces(text))
    return found and (text.isascii() or _ARTICLE.search(text) is not None)


@rule(about_claims=True)
def claim_as_bare_fact(item: Item) -> Iterator[Diagnostic]:
    """A claim that stands alone as a sentence is learned as a fact (notes on claims: A2)."""
    if not item.claims or not item.is_english:
        return
    for said, fields in _said(item.question):
        for claim in item.claims:
            if _is_the_claim(said, claim) and not _is_attributed(said, item):
                hint = 'say who says it, or begin with "that"'
                yield diagnose(
                    "W601", place(item, said, *fields), f'"{_short(said)}" states a claim as a fact', hint=hint
                )
                return


def _said(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a student reads as a statement, and the fields that it stands in."""
    body, stem = question.body, plain(question.stem)
    match body:
        case Choice(options=options):
            yield from ((plain(option.text), ("options", "distractors", "answer", "answers")) for option in options)
        case Matching(pairs=pairs):
            yield from ((plain(side), ("pairs",)) for pair in pairs for side in pair)
        case Cloze(text=text):
            yield from ((sentence, ("text",)) for sentence in sentences(plain(text)))
        case Flashcard(back=back):
            yield from ((sentence, ("back",)) for sentence in sentences(plain(back)))
        case _:
            pass
    yield from ((sentence, ("stem", "front")) for sentence in sentences(stem) if not sentence.endswith("?"))


def _is_the_claim(said: str, claim: Claim) -> bool:
    text = plain(claim.text)
    whole, part = _written(text), words(said)
    if len(whole) >= _FEWEST and whole[0] in part and has_run(part, whole):
        return True
    wanted = content(text)
    enough = _ENOUGH * len(wanted)
    return len(wanted) > _FEWEST and len(part) >= enough and len(wanted & content(said)) >= enough


@lru_cache(maxsize=4096)
def _written(text: str) -> tuple[str, ...]:
    """The words of a claim, which many questions are about."""
    return words(text)


def _is_attributed(said: str, item: Item) -> bool:
    if _SAID.search(said) or _names_article(said):
        return True
    bodies = (source for id, source in item.document.set.sources.items() if id != ARTICLE)
    before = re.split(r"[:,(]", said)
    return len(before) > 1 and any(named(source, part) for source in bodies for part in (before[0], before[-1]))


def _short(said: str) -> str:
    return said if len(said) <= 50 else f"{said[:47].rsplit(' ', 1)[0]} …"


@rule(about_claims=True)
def endorsing_verb(item: Item) -> Iterator[Diagnostic]:
    """Our own sentences neither endorse nor doubt: say, state, report (notes on claims: 5, rule 1)."""
    if not item.claims or not item.is_english:
        return
    for text, field in _ours(item.question):
        said = plain(text)
        if not said or _ENDORSING_WORDS.isdisjoint(pieces(said)):
            continue
        if (match := _endorses(item.named.sources).search(unquoted(said))) and (verb := match[1] or match[2]):
            if _ABOUT_VERB.search(item.stem):
                return
            message = f'"{verb}" takes a side for or against the one who says it'
            yield diagnose(
                "W602", place(item, verb, field), message, hint="write says, states or reports, or quote the verb"
            )
            return


@lru_cache(maxsize=16)
def _endorses(names: tuple[str, ...]) -> re.Pattern[str]:
    """A verb of `_ENDORSING` after somebody with one of these names, or before "that"."""
    sources = "|".join(map(re.escape, names))
    return re.compile(
        rf"(?:\b{_SUBJECT}\b|(?<!\w)(?:{sources})(?!\w))(?:\s+\w+)?,?\s+({_ENDORSING})\b|\b({_ENDORSING})\s+that\b",
        re.IGNORECASE,
    )


def _ours(question: Question) -> Iterator[tuple[Text, str]]:
    """Our own sentences, and the field that each stands in."""
    yield question.stem, "stem"
    match question.body:
        case Choice(options=options):
            yield from chain.from_iterable(
                ((option.text, "options"), (option.feedback, "options")) for option in options
            )
        case Cloze(text=text):
            yield text, "text"
        case Flashcard(back=back):
            yield back, "back"
        case _:
            pass
    yield from ((question.feedback, "feedback"), (question.hint, "hint"))


@rule(about_claims=True)
def article_not_named(item: Item) -> Iterator[Diagnostic]:
    """A card is seen alone, months later: it has to name the article or who speaks (Wozniak 16)."""
    if not item.claims or not item.is_english or not (asked := f"{plain(item.question.stem)} {item.stem}".strip()):
        return
    if _PRONOUN.match(item.stem) and not _names_article(" ".join(item.stem.split()[:3])):
        message = f'the question begins with "{item.stem.split()[0]}", and nothing before says what that is'
        yield diagnose("W603", item.at("stem", "front", "text"), message, hint="name the article or the speaker")
    elif ANKI in item.question.where and not _names_where(asked, item):
        hint = "begin with: in the article"
        yield diagnose(
            "W603", item.at("stem", "front", "text"), "the question names neither article nor speaker", hint=hint
        )


def _names_where(asked: str, item: Item) -> bool:
    titles = item.named.titles
    if _names_article(asked) or any(title in asked.casefold() for title in titles):
        return True
    return any(named(source, asked) for source in item.document.set.sources.values())


@rule(about_claims=True)
def false_statement_on_card(item: Item) -> Iterator[Diagnostic]:
    """A card would repeat what is false for months; on paper a key follows (Roediger & Marsh 2005)."""
    question = item.question
    if not item.claims or ANKI not in question.where:
        return
    if isinstance(question.body, TrueFalse) and not question.body.answer:
        message = "a statement that is false would be repeated by a card for months"
    elif wrong := next(_misattributed(item), ""):
        message = f'"{_short(wrong)}" credits the wrong one, and a card would repeat it'
    else:
        return
    hint = "ask it on paper only: where: [print]"
    yield diagnose("W604", item.at("where", "stem", "options"), message, hint=hint)


def _misattributed(item: Item) -> Iterator[str]:
    """Options that give a claim to one who has nothing to do with it."""
    sources = item.document.set.sources
    for said in item.options:
        for claim in item.claims:
            whole, part = words(claim.text), words(said)
            at = next((at for at in range(len(part)) if part[at : at + len(whole)] == whole), 0)
            credited = [id for id, source in sources.items() if id != ARTICLE and named(source, " ".join(part[:at]))]
            fair = {*kin(claim.speaker, sources), *claim.also_speaker, *claim.via, claim.basis}
            if at and credited and not fair & {*credited}:
                yield said
