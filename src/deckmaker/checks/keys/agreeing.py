"""Cards that teach different answers to one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping

from msgspec import Struct

from deckmaker.checks.about import about
from deckmaker.checks.fronts import front_letters
from deckmaker.checks.keys.answers import ON_RECORD, Truth, stands_for
from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.names import Reading, squashed
from deckmaker.checks.keys.phrases import certainty_in, relay_in
from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.model.answers import answer_words, gaps
from deckmaker.model.document import Document
from deckmaker.model.questions import ANKI, Choice, Cloze, Flashcard, Numeric, Question, ShortAnswer, TrueFalse
from deckmaker.model.text import Gap, Paragraph, Str, Text, leaves, with_blanks
from deckmaker.source import Span


class Lesson(Struct, frozen=True):
    """What a card teaches.

    question: the card; topic: what it asks; answers: what it takes, any of which may agree with another card's.
    shown: the answer as it reads.
    """

    question: Question
    topic: Hashable
    answers: frozenset[str]
    shown: str


def cards_disagree(document: Document, every: Iterable[Asked]) -> Iterator[Diagnostic]:
    """Two cards that ask the same and teach different answers; the second of them is told."""
    tied = {asked.question.id: asked for asked in every}
    lessons = [*_by_words(document.questions, tied), *_by_register(tied.values())]
    first: dict[Hashable, list[Lesson]] = {}
    told: set[tuple[str, str]] = set()
    for lesson in lessons:
        known = first.setdefault(lesson.topic, [])
        if any(one.answers == lesson.answers for one in known):
            continue
        other = next((one for one in known if not one.answers & lesson.answers), None)
        known.append(lesson)
        if other and (other.question.id, lesson.question.id) not in told:
            told.add((other.question.id, lesson.question.id))
            yield from about([_disagreement(other, lesson)], lesson.question, other.question)


def _disagreement(one: Lesson, other: Lesson) -> Diagnostic:
    message = (
        f'"{other.question.id}" teaches "{other.shown}" where "{one.question.id}" teaches "{one.shown}" '
        "in answer to the same question"
    )
    places = _place(one.question), _place(other.question)
    labels = (Label(places[0], "the other one"),) if places[0] != places[1] else ()
    hint = "make them agree, ask for something else in one of them, or keep one out of Anki:\nwhere: [print]"
    return diagnose("K006", places[1], message, hint=hint, labels=labels)


def _place(question: Question) -> Span:
    """Where the answer stands, or the question."""
    fields = ("answer", "answers", "options", "back", "text")
    return next((question.spans[field] for field in fields if field in question.spans), question.span)


def _by_register(every: Iterable[Asked]) -> Iterator[Lesson]:
    """Cards that ask for one axis of one claim, or of what says the same."""
    for asked in every:
        one = len(asked.claims) == 1 and asked.exact and not asked.negative
        answers = _taught(asked) if one and ANKI in asked.question.where else frozenset[str]()
        if answers:
            topic = min(asked.truth.same[asked.claims[0]]), asked.axis
            yield Lesson(asked.question, topic, answers, answer_words(asked.question))


def _taught(asked: Asked) -> frozenset[str]:
    """What a card teaches, and all that comes to the same; nothing where that cannot be told."""
    words = [answer.words for answer in asked.answers if answer.taught]
    if not words or (isinstance(asked.question.body, Choice | Cloze) and len(words) > 1):
        return frozenset()
    if asked.axis in ("speaker", "basis"):
        known = asked.keys if asked.names.reading(words[0]) else ()
        return frozenset[str]().union(*(_agreeing(one, asked.claims[0], asked.axis, asked.truth) for one in known))
    said = {"certainty": certainty_in, "relay": relay_in}.get(asked.axis)
    return frozenset((str(found),)) if said and (found := said(squashed(words[0]))) else frozenset()


def _agreeing(reading: Reading, claim: str, axis: str, truth: Truth) -> frozenset[str]:
    """All that comes to the same as an answer."""
    found = frozenset[str]().union(reading, *(truth.kin.get(id, ()) for id in reading))
    found |= {stands_for(id, truth) for id in found} - {""}
    speakers = {truth.set.claims[id].speaker for id in truth.same[claim]}
    own_word = axis == "basis" and (
        ON_RECORD in found or any(found & truth.kin.get(id, frozenset()) for id in speakers)
    )
    return found | {ON_RECORD, *speakers} if own_word else found


def _by_words(questions: Iterable[Question], tied: Mapping[str, Asked]) -> Iterator[Lesson]:
    """Cards with one stem: of the same claims, or with the same options, or without any options."""
    asked = [(question, front_letters(question)) for question in questions if ANKI in question.where]
    alike = Counter([letters for _, letters in asked])  # without the same letters, no two stems are the same
    cards = [(question, stem) for question, each in asked if alike[each] > 1 and (stem := _stem(question))]
    often = Counter([stem for _, stem in cards])
    for question, stem in cards:
        if often[stem] > 1 and (answers := _answers(question)):
            close = _kin(tied[question.id]) if question.id in tied else frozenset[str]()
            yield Lesson(question, (stem, _frame(question)), answers | close, answer_words(question))


def _kin(asked: Asked) -> frozenset[str]:
    """The kin of what it teaches, where that is a source: they agree, in whatever words."""
    return frozenset(f"kin of {id}" for key in asked.keys for one in key for id in asked.truth.kin.get(one, ()))


def _frame(question: Question) -> Hashable:
    """What two cards with one stem must share for their answers to be comparable."""
    body = question.body
    if isinstance(body, Choice):
        return frozenset(squashed(option.text) for option in body.options)
    return question.claims or question.kind


def _stem(question: Question) -> Hashable:
    """What stands on the front, as words with single spaces; where there are pictures or formulas, in a tuple."""
    body = question.body
    if not isinstance(body, Cloze) and (words := _only_words(question.stem)):
        return squashed(words)
    texts = [question.stem, *([with_blanks(body.text)] if isinstance(body, Cloze) else [])]
    leaves = [leaf for text in texts for leaf in _letters(text)]
    return " ".join(map(str, leaves)) if all(isinstance(leaf, str) for leaf in leaves) else tuple(leaves)


def _only_words(text: Text) -> str:
    """The letters of a text that has nothing else; "" where it has."""
    if len(text) != 1 or not isinstance(block := text[0], Paragraph) or len(block.children) != 1:
        return ""
    only = block.children[0]
    return only.text if isinstance(only, Str) else ""


def _letters(text: Text) -> Iterator[Hashable]:
    for leaf in leaves(text):
        if isinstance(leaf, Str):
            yield from squashed(leaf.text).split()
        elif not hasattr(leaf, "children"):
            yield leaf


def _answers(question: Question) -> frozenset[str]:
    match question.body:
        case Choice(options=options, several=several):
            keys = sorted(squashed(option.text) for option in options if option.correct)
            return frozenset(["; ".join(keys)] if several else keys)
        case ShortAnswer(answer=answer, accept=accept):
            return frozenset((squashed(answer), *(squashed(words) for words in accept)))
        case Flashcard(back=back):
            return frozenset((squashed(back),))
        case TrueFalse(answer=truth):
            return frozenset((str(truth).lower(),))
        case Numeric(value=value, unit=unit):
            return frozenset((f"{value.normalize()} {unit}",))
        case Cloze(text=text):
            return frozenset(("; ".join(squashed(_words(gap)) for gap in gaps(text)),))
        case _:
            return frozenset()


def _words(gap: Gap) -> Text:
    return (Paragraph(gap.children),)
