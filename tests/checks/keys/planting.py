"""Faults of every kind at every place of a document where they can be: of answers that are sources or bases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from deckmaker.model.claims import ARTICLE, BASES, Claim
from deckmaker.model.document import Document
from deckmaker.model.labels import basis_label
from deckmaker.model.questions import ANKI, Choice, Cloze, Option, Question, ShortAnswer
from deckmaker.model.text import Gap, Inline, Paragraph, Str, Text, join, plain, text_of
from tests.checks.keys.oracle import Oracle


@dataclass(frozen=True)
class Fault:
    """A document with one fault in it.

    question: the id of the question that has it; what: what was done; codes: one of which must be given.
    """

    question: str
    what: str
    codes: tuple[str, ...]
    document: Document


class Place:
    """A document's question that has a source or a basis as its one answer."""

    def __init__(self, document: Document, question: Question, axis: str, oracle: Oracle) -> None:
        self.document, self.question, self.axis, self.oracle = document, question, axis, oracle
        (self.id,) = question.claims

    @property
    def claim(self) -> Claim:
        return self.document.set.claims[self.id]

    def label(self, id: str) -> str:
        return basis_label(id, self.document.set.sources)

    def means(self, words: Text) -> str:
        """The id that a plain label has; "" for other words."""
        text = plain(words).removesuffix("'s").removeprefix("the ")
        every = {**{self.label(id): id for id in BASES}, "no source at all": "none_given", "article": ARTICLE}
        for id, source in self.document.set.sources.items():
            every |= {name.removeprefix("the "): id for name in (source.name, *source.aliases)}
        return every.get(text, "")

    def wrong(self) -> list[str]:
        """What the register rules out."""
        fixed = BASES if self.axis == "basis" else ()
        out = self.oracle.right(self.id, self.axis) | self.oracle.doubtful(self.id, self.axis)
        return [id for id in (*self.document.set.sources, *fixed) if id not in out]

    def code(self, wrong: str) -> str:
        return "K005" if self.claim.speaker == ARTICLE and self.oracle.is_paper(wrong) else "K003"

    def fault(self, what: str, codes: str, question: Question, *more: Question) -> Fault:
        document = replace(self.document, questions=(question, *more))
        return Fault((more or (question,))[-1].id, what, tuple(codes.split()), document)

    def in_register(self, what: str, **changes: object) -> Fault:
        """With a claim of the register changed."""
        claim = replace(self.claim, **changes)
        return self.in_claims(what, {self.id: claim})

    def in_claims(self, what: str, claims: dict[str, Claim]) -> Fault:
        made = replace(self.document.set, claims={**self.document.set.claims, **claims})
        return Fault(self.question.id, what, ("K001",), Document(made, (self.question,), (), {}))


HAND_WRITTEN = {"whose-conclusion": "speaker", "source-of-rebuilding": "basis"}
"""Written questions with such an answer, and the axis of each, read by a person."""


def places(document: Document, kind: type = Choice) -> Iterator[Place]:
    oracle = Oracle(document.set)
    for question in document.questions:
        axis = HAND_WRITTEN.get(question.id, question.axis if question.family else "")
        if axis in ("speaker", "basis") and len(question.claims) == 1 and isinstance(question.body, kind):
            yield Place(document, question, axis, oracle)


def options(question: Question) -> tuple[Option, ...]:
    assert isinstance(question.body, Choice)
    return question.body.options


def with_options(question: Question, changed: dict[int, Option]) -> Question:
    assert isinstance(question.body, Choice)
    made = tuple(changed.get(index, option) for index, option in enumerate(question.body.options))
    return replace(question, body=replace(question.body, options=made))


def swapped(question: Question, at: int) -> Question:
    """With the option there as the key, and the key as a distractor."""
    key = next(index for index, option in enumerate(options(question)) if option.correct)
    turned = {index: replace(options(question)[index], correct=index == at) for index in (key, at)}
    return with_options(question, turned)


def reworded(question: Question, at: int, words: Text | str) -> Question:
    text = text_of(words) if isinstance(words, str) else words
    return with_options(question, {at: replace(options(question)[at], text=text)})


def distractors(question: Question) -> list[int]:
    return [index for index, option in enumerate(options(question)) if not option.correct]


def key(question: Question) -> int:
    return next(index for index, option in enumerate(options(question)) if option.correct)


def another_right_option(document: Document) -> Iterator[Fault]:
    """What the register lets one defend (kin, `also_ok`, what says the same) in place of a distractor."""
    for place in places(document):
        shown = {place.means(option.text) for option in options(place.question)}
        for id in sorted(place.oracle.right(place.id, place.axis) - shown):
            for at in distractors(place.question):
                made = reworded(place.question, at, place.label(id))
                yield place.fault(f"{id} beside the key", "K001", made)


def also_ok(document: Document) -> Iterator[Fault]:
    """A distractor that `also_ok` comes to have."""
    for place in places(document):
        field = f"also_{place.axis}"
        for at in distractors(place.question):
            id = place.means(options(place.question)[at].text)
            if id and (place.axis == "basis" or id not in BASES):
                yield place.in_register(f"also_ok {id}", **{field: (*getattr(place.claim, field), id)})


def said_by_another(document: Document) -> Iterator[Fault]:
    """A claim that says the same, of the distractor; named from either side, and by way of a third."""
    for place in places(document):
        for at in distractors(place.question):
            id = place.means(options(place.question)[at].text)
            if not id or (place.axis == "speaker" and id in BASES):
                continue
            twin = replace(place.claim, id="twin", same_as=(), also_speaker=(), also_basis=())
            said = {"speaker": id} if place.axis == "speaker" else {"basis": id}
            twin = replace(twin, text=text_of("something else"), **said)
            yield place.in_claims(f"said by {id}", {"twin": replace(twin, same_as=(place.id,))})
            here = replace(place.claim, same_as=(*place.claim.same_as, "twin"))
            yield place.in_claims(f"names what {id} says", {"twin": twin, place.id: here})
            third = replace(place.claim, id="third", same_as=(place.id, "twin"), text=text_of("a third way"))
            yield place.in_claims(f"said by {id} at one remove", {"twin": twin, "third": third})


def made_kin(document: Document) -> Iterator[Fault]:
    """A distractor that comes to speak for the key, belong to the same body, or be the body it belongs to."""
    sources = document.set.sources
    for place in places(document):
        answer = place.means(options(place.question)[key(place.question)].text)
        for at in distractors(place.question):
            id = place.means(options(place.question)[at].text)
            if id not in sources or answer not in sources or ARTICLE in (id, answer) or place.oracle.unnamed(id):
                continue
            for what, changes in {
                "speaks for": {id: replace(sources[id], speaks_for=answer)},
                "is over": {answer: replace(sources[answer], part_of=id)},
                "is beside": {
                    id: replace(sources[id], part_of="body"),
                    answer: replace(sources[answer], part_of="body"),
                    "body": replace(sources[answer], id="body", name="a body", aliases=(), speaks_for="", part_of=""),
                },
            }.items():
                made = replace(document.set, sources={**sources, **changes})
                yield Fault(
                    place.question.id, f"{id} {what} {answer}", ("K001",), Document(made, (place.question,), (), {})
                )


def wrong_key(document: Document) -> Iterator[Fault]:
    """Every id that the register rules out as the key."""
    for place in places(document):
        for id in place.wrong():
            made = reworded(place.question, key(place.question), place.label(id))
            yield place.fault(f"{id} as the key", place.code(id), made)


def key_swapped(document: Document) -> Iterator[Fault]:
    """A distractor as the key, and the key as a distractor."""
    for place in places(document):
        for at in distractors(place.question):
            id = place.means(options(place.question)[at].text)
            if id:
                yield place.fault(f"{id} for the key", place.code(id), swapped(place.question, at))


def document_credited(document: Document) -> Iterator[Fault]:
    """A document as the key where the article speaks in its own voice and points to none."""
    for place in places(document):
        for id in place.wrong():
            if place.code(id) == "K005":
                made = reworded(place.question, key(place.question), place.label(id))
                yield place.fault(f"{id} credited", "K005", made)


def gap_filled(words: str, body: Cloze) -> Cloze:
    (paragraph,) = body.text
    assert isinstance(paragraph, Paragraph)
    nodes: list[Inline] = [
        replace(node, children=(Str(words),)) if isinstance(node, Gap) else node for node in paragraph.children
    ]
    return Cloze((Paragraph(tuple(nodes)),))


def wrong_gap(document: Document) -> Iterator[Fault]:
    for place in places(document, Cloze):
        assert isinstance(place.question.body, Cloze)
        for id in place.wrong():
            made = replace(place.question, body=gap_filled(place.label(id), place.question.body))
            yield place.fault(f"{id} in the gap", place.code(id), made)


def wrong_short_answer(document: Document) -> Iterator[Fault]:
    """The same questions asked without options, and one that was written so."""
    for place in places(document):
        for id in place.wrong():
            made = replace(place.question, body=ShortAnswer(text_of(place.label(id)), ()))
            yield place.fault(f"{id} as the answer", place.code(id), made)
            good = plain(options(place.question)[key(place.question)].text)
            made = replace(place.question, body=ShortAnswer(text_of(good), (place.label(id),)))
            yield place.fault(f"{id} accepted", place.code(id), made)


def axis_stripped(document: Document) -> Iterator[Fault]:
    """A stem that any of the axes could have."""
    for place in [*places(document), *places(document, Cloze)]:
        text = place.claim.text
        if isinstance(place.question.body, Choice) and not place.means(
            options(place.question)[key(place.question)].text
        ):
            continue
        if isinstance(place.question.body, Cloze):
            gap = Paragraph((Gap(1, (Str(place.label(place.claim.speaker)),), ""), Str(": ")))
            made = replace(place.question, axis="", stem=(), body=Cloze(join((gap,), text)))
        else:
            made = replace(place.question, axis="", stem=join(text, ": where does this come from?"))
        yield place.fault("no axis", "K002", made)


def another_answer(document: Document) -> Iterator[Fault]:
    """A second card that asks the same, in the same words and in others, and teaches something else."""
    for place in places(document):
        if ANKI not in place.question.where:
            continue
        for at in distractors(place.question):
            id = place.means(options(place.question)[at].text)
            made = replace(swapped(place.question, at), id=f"{place.question.id}-again")
            yield place.fault(f"{id} taught again", "K006", place.question, made)
            if place.question.axis and id and id not in _agreeing(place):
                stem = join("Whose word or what evidence is there that ", place.claim.text, "?")
                yield place.fault(f"{id} in other words", "K006", place.question, replace(made, stem=stem))


def _agreeing(place: Place) -> set[str]:
    """What comes to the same as the key."""
    answer = place.means(options(place.question)[key(place.question)].text)
    return place.oracle.kin(answer) | (place.oracle.kin(place.claim.speaker) if answer == "on_record" else set())


def other_gap(document: Document) -> Iterator[Fault]:
    for place in places(document, Cloze):
        assert isinstance(place.question.body, Cloze)
        for id in place.wrong():
            body = gap_filled(place.label(id), place.question.body)
            again = replace(place.question, id=f"{place.question.id}-again", body=body)
            yield place.fault(f"{id} taught again", "K006", place.question, again)
