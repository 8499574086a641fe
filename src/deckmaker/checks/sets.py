"""Rules about all questions of a set together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from deckmaker.checks.about import about
from deckmaker.checks.likeness import MOST_QUESTIONS, alike, asked_words, too_often, topics_of
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.languages import ENGLISH, table, tag_of, tags
from deckmaker.model.answers import answer_words
from deckmaker.model.claims import Quiz
from deckmaker.model.document import Document
from deckmaker.model.questions import ANKI, Choice, ImageOcclusion, Kind, Question
from deckmaker.model.text import plain

SetRule = Callable[[Document], Iterator[Diagnostic]]

FEWEST_CHOICES = 8
"""Fewer choices do not show a habit."""
MORE_THAN_CHANCE = 0.2
"""How much more often than by chance a key may be the longest option (notes on papers: 6.2, rule 1)."""
ALIKE = 0.8
"""From which share of words in common two stems are taken for one another (Wozniak 11)."""
SAME_TOPIC = 3
"""How many cards may ask one topic in words that hardly differ."""
FEWEST_CARDS = 6
"""Fewer cards about claims do not make a deck."""
SOURCE_AXES = ("speaker", "basis", "relay")
"""What is asked where the answer is a source."""


def key_often_longest(document: Document) -> Iterator[Diagnostic]:
    """Students learn soon that the longest option is right (Haladyna 28a); of one item alone W201 speaks."""
    choices = [q for q in document.questions if q.kind is Kind.SINGLE_CHOICE and isinstance(q.body, Choice)]
    longest = [question for question in choices if _is_key_longest(question)]
    by_chance = sum(1 / len(q.body.options) for q in choices if isinstance(q.body, Choice)) / max(1, len(choices))
    if len(choices) >= FEWEST_CHOICES and len(longest) > (by_chance + MORE_THAN_CHANCE) * len(choices):
        message = f"the key is the longest option in {len(longest)} of {len(choices)} choices"
        hint = "make some distractors as long and as exact as the key"
        yield diagnose("P001", document.set.span, message, hint=hint, labels=_labels(longest, "here"))


def _is_key_longest(question: Question) -> bool:
    assert isinstance(question.body, Choice)
    sizes = [(len(plain(option.text)), option.correct) for option in question.body.options]
    longest = max(sizes, default=(0, False))[0]
    return all(right for size, right in sizes if size == longest) and not all(right for _, right in sizes)


def _labels(questions: Sequence[Question], text: str) -> tuple[Label, ...]:
    """The first three of them."""
    return tuple(Label(question.place_of("stem"), text) for question in questions[:3])


def similar_cards(document: Document) -> Iterator[Diagnostic]:
    """Cards that look alike and want different answers are mixed up for ever (Wozniak 11)."""
    cards = [q for q in document.questions if ANKI in q.where and not isinstance(q.body, ImageOcclusion)]
    for one, other in alike([(question, asked_words(question)) for question in cards], ALIKE):
        if _has_other_answer(one, other) and not _are_told_apart(one, other):
            message = f'"{other.id}" looks like "{one.id}" and has another answer'
            label = Label(one.place_of("stem"), "the other")
            hint = "say in both what sets them apart"
            found = diagnose("P005", other.place_of("stem"), message, hint=hint, labels=(label,))
            yield from about((found,), other, one)


def _has_other_answer(one: Question, other: Question) -> bool:
    return answer_words(one).casefold() != answer_words(other).casefold()


def _are_told_apart(one: Question, other: Question) -> bool:
    """Whether they ask for different things, or are choices of which neither shows what is right in the other."""
    asks_other = bool(one.axis and other.axis and one.axis != other.axis)
    if not isinstance(one.body, Choice) or not isinstance(other.body, Choice):
        return asks_other
    return asks_other or not (_holds_key(one.body, other.body) or _holds_key(other.body, one.body))


def _holds_key(shown: Choice, other: Choice) -> bool:
    keys = {plain(option.text).casefold() for option in other.options if option.correct}
    return bool(keys & {plain(option.text).casefold() for option in shown.options})


def few_sources_as_answers(document: Document) -> Iterator[Diagnostic]:
    """Who says it is learned where it has to be produced (notes on claims: B10)."""
    cards = [q for q in document.questions if ANKI in q.where and any(id in document.set.claims for id in q.claims)]
    every = document.set.sources.values()
    named = [name.casefold() for source in every for name in (source.name, *source.aliases)]
    sources = [question for question in cards if _has_source_as_answer(question, named)]
    if len(cards) >= FEWEST_CARDS and 2 * len(sources) < len(cards):
        message = f"{len(sources)} of {len(cards)} cards about claims ask for a source"
        hint = "ask more often who says it, or what it rests on, with `axis:` given"
        yield diagnose("P006", document.set.span, message, hint=hint)


def _has_source_as_answer(question: Question, named: Sequence[str]) -> bool:
    if question.axis:
        return question.axis in SOURCE_AXES
    answer = answer_words(question).casefold()
    return any(name in answer and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", answer) for name in named)


def claim_asked_too_often(document: Document) -> Iterator[Diagnostic]:
    """The more often a claim is repeated, the truer it seems (Begg, Anas & Farinacci 1992); `papers` sees to papers."""
    cards = [question for question in document.questions if ANKI in question.where]
    for claim, questions in too_often(cards, document.set.claims):
        message = f'{len(questions)} cards ask about "{claim.id}"'
        found = diagnose("P008", claim.span, message, hint=f"ask {MOST_QUESTIONS} at most: drop one")
        yield from about((found,), *questions)


def core_claim_not_asked(document: Document) -> Iterator[Diagnostic]:
    """A main claim that may be asked, and that nothing asks."""
    asked = {id for q in document.questions for id in (q.claims[:1] if q.family else q.claims)}
    for claim in document.set.claims.values():
        if claim.core and claim.quiz is Quiz.ASK and claim.id not in asked and document.questions:
            hint = "see `deckmaker refused` for why, or write a question about it"
            yield diagnose("P009", claim.span, f'no question asks about the core claim "{claim.id}"', hint=hint)


def one_topic_too_often(document: Document) -> Iterator[Diagnostic]:
    """More than a few cards on one topic need words that set them apart (Wozniak 11)."""
    topics = topics_of(document.set.claims)
    cards: defaultdict[tuple[int, str], list[Question]] = defaultdict(list)
    for question in document.questions:
        if ANKI in question.where and question.claims and question.claims[0] in topics:
            cards[topics[question.claims[0]], question.axis].append(question)
    for questions in cards.values():
        plain_ones = _without_words_of_their_own(questions)
        if len(plain_ones) > SAME_TOPIC:
            message = f"{len(plain_ones)} cards ask one topic with hardly a word that sets them apart"
            labels, hint = _labels(plain_ones[1:], "and here"), "add to each what it alone is about"
            found = diagnose("P005", plain_ones[0].place_of("stem"), message, hint=hint, labels=labels)
            yield from about((found,), *plain_ones)


def _without_words_of_their_own(questions: Sequence[Question]) -> list[Question]:
    asked = [asked_words(question) for question in questions]
    often = Counter(word for each in asked for word in each)
    return [question for question, each in zip(questions, asked, strict=True) if sum(often[w] == 1 for w in each) < 2]


def words_not_checked(document: Document) -> Iterator[Diagnostic]:
    """Papers and generated questions in a language whose words no speaker has read, or that has none yet."""
    made = document.set
    tag = tag_of(made.language)
    place = made.place_of("language")
    if tag not in tags():
        message = f'there are no words of deckmaker\'s own in "{made.language}" yet: papers have English ones'
        hint = f"languages that there are: {', '.join(tags())}; docs/print.md says how to add one"
        yield diagnose("P011", place, message, hint=hint)
    elif tag != ENGLISH and not table(tag)["checked_by"]:
        message = f"no speaker of {table(tag)['language']} has checked the words that deckmaker prints in it"
        hint = "read a paper before you hand it out; docs/print.md says how to help"
        yield diagnose("P011", place, message, hint=hint)


SET_RULES: tuple[SetRule, ...] = (
    key_often_longest,
    similar_cards,
    one_topic_too_often,
    few_sources_as_answers,
    claim_asked_too_often,
    core_claim_not_asked,
    words_not_checked,
)
"""What is looked at in a set as a whole, in this order."""


def sets(document: Document) -> Iterator[Diagnostic]:
    """What the rules about sets say about a document."""
    for rule in SET_RULES:
        yield from rule(document)
