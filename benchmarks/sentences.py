"""Sentences of a course's bank, drawn by a seed: stems and options in usual patterns, feedback, an article's words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TypeVar

T = TypeVar("T")
_OPTIONS = 4
WORDS = {
    name: " ".join(text.split("\n")).split("|" if "|" in text else None)
    for name, text in tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8")).items()
}
_FAULTY = 0.15
"""How many choices and statements have a fault of wording."""


@dataclass(frozen=True)
class Asked:
    """A single choice.

    topic: a word for its id and tag; options: four, all different; key: which is right.
    """

    topic: str
    stem: str
    options: tuple[str, ...]
    key: int


class Drawn:
    """Draws from a list, its first items most often (Zipf, flattened)."""

    def __init__(self, random: Random, items: Sequence[str]) -> None:
        self._random = random
        self._items = random.sample(list(items), len(items))
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(items))))

    def __call__(self) -> str:
        return self._random.choices(self._items, cum_weights=self._weights)[0]


class Sentences:
    """Draws sentences."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._quotable: set[str] = set()
        names = [first + last for first in WORDS["place_starts"] for last in WORDS["place_ends"]]
        families = [first + last for first in WORDS["surname_starts"] for last in WORDS["surname_ends"]]
        self.place = Drawn(random, [*names, *WORDS["places_elsewhere"]])
        self._surname, self._given = Drawn(random, families), Drawn(random, WORDS["given"])
        self._people, self._body = Drawn(random, WORDS["people"]), Drawn(random, WORDS["bodies"])
        self._thing, self._good, self._adjective = (
            Drawn(random, each) for each in (WORDS["things"], WORDS["goods"], WORDS["adjectives"])
        )
        self._verb, self._event, self._way = (
            Drawn(random, each) for each in (WORDS["verbs"], WORDS["events"], WORDS["ways"])
        )
        self._material, self._measure, self._ship = (
            Drawn(random, each) for each in (WORDS["materials"], WORDS["measures"], WORDS["ships"])
        )

    def year(self) -> int:
        """From 1480 to 1919."""
        return self._random.randint(1480, 1919)

    def matter(self) -> str:
        """What a claim is about."""
        return f"{self.object()} at {self.place()}"

    def saying(self) -> str:
        """What is said of it."""
        return self._random.choice(WORDS["sayings"])

    def person(self) -> str:
        """Given name and surname."""
        return f"{self._given()} {self._surname()}"

    def object(self, thing: str = "") -> str:
        """A thing with a word about it."""
        return f"the {self._adjective()} {thing or self._thing()}"

    def agent(self) -> str:
        """Who did it."""
        return self._any(
            self.person,
            lambda: f"the {self._people()} of {self.place()}",
            lambda: f"the {self._body()} of {self.place()}",
            lambda: f"{self._given()} the {self._people().removesuffix('s')}",
        )

    def when(self) -> str:
        """In a year, or beside an event."""
        return self._any(
            lambda: f"in {self.year()}",
            lambda: f"{self._random.choice(('before', 'after', 'during'))} the {self._event()} of {self.year()}",
        )

    def adjunct(self) -> str:
        """How, where, or for what."""
        return self._any(
            self._way,
            lambda: f"near {self.place()}",
            lambda: f"with {self._material()} from {self.place()}",
            lambda: f"for {self._much()}",
            lambda: f"against the wishes of the {self._people()}",
            lambda: f"to please the {self._people()}",
        )

    def clause(self) -> str:
        """Who did what, and how or when."""
        tail = self.when() if self._random.random() < 0.4 else self.adjunct()
        return f"{self.agent()} {self._did()} {self.object()} {tail}"

    def remark(self, *, cheer: bool = False) -> str:
        """A sentence of feedback; some with signs and other scripts."""
        said = _capital(
            self._any(
                self.clause,
                self.clause,
                lambda: f"no, {self._much()} lay in {self.object()} of {self.place()} {self.when()}",
                lambda: f"{self.object()} was {self._did()} {self.when()} and {self._did()} again {self.adjunct()}",
                lambda: f"{self.when()} this was still {self._material()}, and {self.agent()} lived there",
                lambda: f"compare what {self.agent()} {self._did()} {self.when()}",
                lambda: f"think of {self.object()} that {self.agent()} {self._did()}",
            )
        )
        draw = self._random.random()
        if draw < 0.08:
            said += f" ({self._random.choice(WORDS['signs'] if draw < 0.04 else WORDS['glosses'])})"
        return f"{said}." + (f" {self._random.choice(WORDS['cheers'])}" if cheer and draw > 0.92 else "")

    def choice(self, *, faulty: float = _FAULTY) -> Asked:
        """A stem and four options that answer it. faulty: how many have a fault of wording."""
        kinds = (self._who, self._where, self._what, self._why, self._in_which_year, self._how, self._which_ship)
        topic, stem, options = self._any(*kinds)
        asked = Asked(topic, stem, options, self._random.randrange(_OPTIONS))
        faults = (self._explained, self._unsorted, self._negative, self._chatty, self._vague)
        return self._random.choice(faults)(asked) if self._random.random() < faulty else asked

    def _who(self) -> tuple[str, str, tuple[str, ...]]:
        thing = self._thing()
        stem = f"Who {self._did()} {self.object(thing)} at {self.place()} {self.adjunct()} {self.when()}?"
        return thing, stem, self._four(lambda: f"the {self._people().removesuffix('s')} {self.person()}")

    def _where(self) -> tuple[str, str, tuple[str, ...]]:
        thing = self._thing()
        stem = f"Where did {self.agent()} find {self.object(thing)} {self.when()}?"
        return thing, stem, self._four(lambda: f"at {self.object()} in {self.place()}")

    def _what(self) -> tuple[str, str, tuple[str, ...]]:
        good, verb = self._good(), self._random.choice(("buy", "load", "unload", "seize", "lose", "sell", "store"))
        stem = f"What did {self.agent()} {verb} beside {self.object()} {self.when()}, besides {good}?"
        return good, stem, self._four(self._much)

    def _why(self) -> tuple[str, str, tuple[str, ...]]:
        thing = self._thing()
        stem = f"For which trade did {self.agent()} want {self.object(thing)} {self.when()}?"
        return thing, stem, self._four(lambda: f"{self._good()} and {self._good()} from {self.place()}")

    def _in_which_year(self) -> tuple[str, str, tuple[str, ...]]:
        thing = self._thing()
        stem = f"In which year was {self.object(thing)} at {self.place()} {self._did()} {self.adjunct()}?"
        return thing, stem, tuple(map(str, sorted(self._random.sample(range(1480, 1920), _OPTIONS))))

    def _how(self) -> tuple[str, str, tuple[str, ...]]:
        thing = self._thing()
        stem = f"How was {self.object(thing)} of {self.place()} {self._did()} {self.when()}?"
        return thing, stem, self._four(lambda: f"with {self._material()} and {self._material()} from {self.place()}")

    def _which_ship(self) -> tuple[str, str, tuple[str, ...]]:
        ship = self._ship()
        stem = f"Where was the {ship} {self._did()} by {self.agent()} {self.when()}?"
        return ship, stem, self._four(lambda: f"in {self.place()}, at {self.object()}")

    def _explained(self, asked: Asked) -> Asked:
        longer = f"{asked.options[asked.key]}, since {self.clause()}"
        return replace(asked, options=(*asked.options[: asked.key], longer, *asked.options[asked.key + 1 :]))

    def _unsorted(self, asked: Asked) -> Asked:
        topic, stem, years = self._in_which_year()
        return replace(asked, topic=topic, stem=stem, options=years[::-1])

    def _negative(self, asked: Asked) -> Asked:
        stem = f"Which of these is not told of {self.agent()} and {self.object(asked.topic.lower())} {self.when()}?"
        return replace(asked, stem=stem)

    def _chatty(self, asked: Asked) -> Asked:
        return replace(asked, stem=f"As we saw in the last lesson, {self.clause()}. {asked.stem}")

    def _vague(self, asked: Asked) -> Asked:
        return replace(asked, stem=f"Which of the following is true about {self.matter()} {self.when()}?")

    def _four(self, draw: Callable[[], str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        while len(found) < _OPTIONS:
            found[draw()] = None
        return tuple(found)

    def statement(self) -> tuple[str, str]:
        """A topic, and a statement to judge, some with a word that gives it away."""
        thing = self._thing()
        often = self._random.choice(("always", "often", "never", "usually"))
        did = self._did() if self._random.random() > _FAULTY else f"{often} {self._did()}"
        told = f"{self.agent()} {did} {self.object(thing)} at {self.place()} {self.adjunct()} {self.when()}"
        return thing, f"{_capital(told)}."

    def cloze(self, blanks: int) -> tuple[str, str]:
        """A topic, and a text with so many deletions, one to three."""
        thing = self._thing()
        shown = [str(self.year()), self.place(), self.person()]
        hidden = [f"{{{{c{n + 1}::{text}}}}}" for n, text in enumerate(shown[:blanks])]
        when, where, who = [*hidden, *shown[blanks:]]
        text = self._any(
            lambda: f"The one who {self._did()} {self.object(thing)} at {where} was {who}, {self.adjunct()} in {when}.",
            lambda: f"In the year {when}, {who} of the town {where} {self._did()} {self.object(thing)}.",
            lambda: f"With {self._much()}, {who} paid for {self.object(thing)} in the port {where} in the year {when}.",
        )
        return thing, text

    def short(self) -> tuple[str, str, str, list[str]]:
        """A topic, a stem, its answer and what else is right."""
        ship, who, when = self._ship(), self.agent(), self.when()
        stem = self._any(
            lambda: f"Which ship brought {self._much()} from {self.place()} to {self.place()} for {who} {when}?",
            lambda: f"What was the ship called that {who} {self._did()} {self.adjunct()} {when}?",
            lambda: f"Under which name did {who} sail for {self._much()} {when}?",
        )
        return ship, stem, f"the {ship}", [ship, f"the ship {ship}"]

    def paragraph(self, speaker: str) -> tuple[str, str]:
        """Six words to quote, that no other paragraph has, and the four sentences of an article they stand in."""
        words = self._told()
        start = self._random.randrange(3, 5)
        opening = (
            f"Visitors to {self.place()} meet {self._adjective()} walls, {self._good()} and {self.object()} first."
        )
        put = "we saw it" if speaker == "the article" else f"{speaker} put it to us"
        more = (
            f"Behind {self.object()}, {self._people()} and {self._people()} share {self.object()} with {self.person()}."
        )
        dear = f"{self._good()} costs more than {self._good()} in {self.place()}"
        last = f"{self._random.choice(WORDS['reporting'])}, and {dear}."
        paragraph = f"{opening} As {put} in {self.place()}, {' '.join(words)}. {more} {last}"
        return " ".join(words[start : start + 6]), paragraph

    def _told(self) -> list[str]:
        """The words of a clause, of which neither six that may be quoted were told before."""
        while True:
            said = f"today {self.object()} and {self.object()} of {self.place()} are in {self._adjective()} hands"
            words = said.split()
            # "mill and the …" is found in "sawmill and the …" too.
            six = {" ".join([words[at][-3:], *words[at + 1 : at + 6]]) for at in (3, 4)}
            if not six & self._quotable:
                self._quotable |= six
                return words

    def _any(self, *kinds: Callable[[], T]) -> T:
        return self._random.choice(kinds)()

    def _did(self) -> str:
        return self._verb().partition(":")[2]

    def _much(self) -> str:
        return self._measure().format(self._good())


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
