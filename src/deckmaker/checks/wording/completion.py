"""Rules about what is to be filled in: short answers, numbers, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.reading import BLANK, content, first_blank, may_have_blank, sentences
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set
from deckmaker.model.questions import Cloze, Kind
from deckmaker.model.text import Gap

LONGEST_ANSWER = 10
"""In words (Wozniak 4): what is longer cannot be marked right or wrong as a whole."""

_GENERAL = word_set(
    """
    a an the this that these those of in on at to for with by from as and or but nor so if because than it they
    he she which who is are was were be been being am do does did has have had having will would shall should
    can could may might must not called named known termed said used make makes made become becomes became get
    gets got give gives given take takes taken seem seems occur occurs happen happens contain contains consist
    consists refer refers mean means found located important main major very also often usually always sometimes
    good bad big great famous common special certain different various many some several like such thing things
    way ways kind kinds type types about mainly mostly really describe describes described define defined
    """
)
"""Words that belong to no subject."""
_ABOUT_WORDS = regex(
    r"\b(?:verbs?|tenses?|prepositions?|articles?|conjunctions?|pronouns?|adverbs?|adjectives?|auxiliar\w+|modals?|"
    r"gramma\w+|plural|singular|translat\w+|operators?|keywords?|gates?|syntax|idioms?|phrasal|correct form)\b",
    re.IGNORECASE,
)
"""What tells that little words are the subject."""
_ABOUT_PIECES = word_set(
    """
    verb verbs tense tenses preposition prepositions article articles conjunction conjunctions pronoun pronouns adverb
    adverbs adjective adjectives modal modals plural singular operator operators keyword keywords gate gates syntax
    idiom idioms phrasal form
    """
)
_ABOUT_BEGUN = ("auxiliar", "gramma", "translat")
"""One of these pieces, or the beginning of one, stands in it."""

_ARTICLE = regex(r"(?<![\w/(])(an?)\s+(?=_{2,}|…{2,}|\.{4,}|_ )", re.IGNORECASE)


def is_about_words(text: str) -> bool:
    """Whether little words may be the subject."""
    found = pieces(text)
    may_be = not _ABOUT_PIECES.isdisjoint(found) or any(piece.startswith(_ABOUT_BEGUN) for piece in found)
    return may_be and _ABOUT_WORDS.search(text) is not None


def gaps_of(item: Item) -> tuple[Gap, ...]:
    """The gaps of a cloze; nothing of another type."""
    return item.gaps


def answers_of(item: Item) -> tuple[str, ...]:
    """What is to be written: of a cloze what stands in each gap."""
    return item.answers


@rule(Kind.CLOZE, Kind.SHORT_ANSWER)
def too_many_blanks(item: Item) -> Iterator[Diagnostic]:
    """A sentence of which too little is left says no more what it is about (teaching centres: completion items)."""
    if not may_have_blank(item.stem):
        return
    for sentence in sentences(item.stem):
        count = len(BLANK.findall(sentence))
        if count >= 3 or (count == 2 and item.is_english and not content(BLANK.sub(" ", sentence))):
            message = f"{count} blanks in one sentence leave too little of it"
            yield diagnose("W301", item.at("text", "stem"), message, hint="keep one or two, of the key words")
            return


@rule(Kind.CLOZE, Kind.SHORT_ANSWER)
def unimportant_word(item: Item) -> Iterator[Diagnostic]:
    """A gap takes a key word of the subject, not one that any text has (teaching centres: completion items)."""
    if not item.is_english or not (isinstance(item.question.body, Cloze) or first_blank(item.stem)):
        return
    for answer in answers_of(item):
        found = words(answer)
        if found and _GENERAL.issuperset(found) and not is_about_words(item.stem):
            message = f'the blank takes "{answer}", a word of no subject'
            hint = "take out a term, a name, a number or a relation instead"
            yield diagnose("W302", item.at("text", "answer", "stem"), message, hint=hint)


@rule(Kind.CLOZE, Kind.SHORT_ANSWER)
def long_answer(item: Item) -> Iterator[Diagnostic]:
    """The shorter what has to be recalled, the surer it is (Wozniak 4)."""
    for answer in answers_of(item):
        if len(answer) > 2 * LONGEST_ANSWER and (count := len(words(answer))) > LONGEST_ANSWER:
            message = f"the answer has {count} words; ten are enough to write and to mark"
            yield diagnose("W306", item.at("answer", "text"), message, hint="ask for less, or ask in parts")


@rule(Kind.CLOZE, Kind.SHORT_ANSWER, needs=("a", "an"))
def article_before_blank(item: Item) -> Iterator[Diagnostic]:
    """ "a" or "an" before a blank tells how the answer begins (Haladyna 28d; teaching centres: completion items)."""
    match = _ARTICLE.search(item.stem) if may_have_blank(item.stem) else None
    if match and item.is_english:
        message = f'"{match[1]}" before the blank tells how the answer begins'
        hint = "write a(n), or take the article into the blank"
        yield diagnose("W202", item.at("text", "stem"), message, hint=hint)
