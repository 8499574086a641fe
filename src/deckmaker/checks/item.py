"""A question as the rules about wording see it: its words, without markup."""

from __future__ import annotations

from itertools import compress

from deckmaker.checks.once import once
from deckmaker.model.answers import gaps
from deckmaker.model.claims import Claim
from deckmaker.model.document import Document
from deckmaker.model.numbers import Quantity, may_hold_numbers, quantity
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import folded, joined_runs, pieces, pieces_of, runs, runs_by_line
from deckmaker.model.questions import Choice, Cloze, Kind, Question, ShortAnswer
from deckmaker.model.text import Gap, Text, blanked, plain, plain_inlines
from deckmaker.source import Span

_WORD = regex(r"\w+(?:['’‑-]\w+)*")
_LABELS = ("the article itself", "the article")


class Named:
    """The names of a set's sources and titles of its articles, gathered once for all of its questions.

    document: the document with that set.
    """

    def __init__(self, document: Document) -> None:
        self._set = document.set

    @once
    def sources(self) -> tuple[str, ...]:
        """Names and other names of all sources, as written."""
        return tuple(name for source in self._set.sources.values() for name in (source.name, *source.aliases))

    @once
    def labels(self) -> frozenset[str]:
        """The same in small letters, with what the article is called."""
        return frozenset((*(name.casefold() for name in self.sources), *_LABELS))

    @once
    def titles(self) -> tuple[str, ...]:
        """Long and short titles of the articles, in small letters."""
        every = self._set.articles.values()
        return tuple(title.casefold() for each in every for title in (each.title, each.short_title) if title)


class Item:
    """One question of a document and its words.

    question: the question; kind: its type; document: the document it stands in; named: what stands in that document.
    is_english: whether rules that know English words may speak about it.
    stem: what is asked; of a cloze its text with `___` for each gap.
    options: what can be chosen, as written; nothing where nothing can.
    keys, distractors: those of them that are right, and wrong.
    stem_pieces, option_pieces: the pieces of the stem, and of all options.
    """

    def __init__(self, question: Question, document: Document, named: Named | None = None) -> None:
        """Reads its words."""
        self.question = question
        self.kind: Kind = question.kind
        self.document = document
        self.named = named or Named(document)
        body, language = question.body, question.language
        self.is_english = language == "en" or language.split("-")[0].casefold() == "en"
        self.stem = blanked(body.text) if isinstance(body, Cloze) else plain(question.stem)
        self._stem_runs = runs(self.stem) if self.stem.isascii() else None
        self.stem_pieces = pieces(self.stem) if self._stem_runs is None else pieces_of(self.stem, self._stem_runs)
        self.options: tuple[str, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.distractors: tuple[str, ...] = ()
        self.option_pieces: frozenset[str] = frozenset()
        if isinstance(body, Choice):
            self.options = tuple([plain(option.text) for option in body.options])
            self.keys = tuple(compress(self.options, [option.correct for option in body.options]))
            self.distractors = tuple(compress(self.options, [not option.correct for option in body.options]))
            self.option_pieces = pieces(self.joined)

    @property
    def pieces(self) -> frozenset[str]:
        """The pieces of stem and options, by which it is told which rules may have something to say."""
        return self.stem_pieces | self.option_pieces

    @once
    def joined(self) -> str:
        """Its options one after another, for what is looked for in all of them at once."""
        return " ".join(self.options)

    @once
    def stem_words(self) -> tuple[str, ...]:
        """The words of its stem, as `tokens` in `wording/reading`."""
        found = self._stem_runs
        if found is None or "'" in self.stem or "-" in self.stem:
            return words(self.stem.replace("’", "'"))
        return tuple(found)

    @once
    def option_words(self) -> tuple[tuple[str, ...], ...]:
        """The same of each option."""
        lines = "\n".join(self.options)
        if lines.isascii() and "'" not in lines and "-" not in lines:
            told = runs_by_line(lines)
            if len(told) == len(self.options):
                return tuple(map(tuple, told))
        return tuple([words(option.replace("’", "'")) for option in self.options])

    @once
    def numbers(self) -> tuple[Quantity | None, ...]:
        """What each option says as a number; None where it says something else."""
        if may_hold_numbers(self.joined, self.option_pieces):
            return tuple(map(quantity, self.options))
        return (None,) * len(self.options)

    @once
    def ends_recur(self) -> bool:
        """Whether the last word of an option stands elsewhere in the options too, or one has no words."""
        told = self.option_words
        ends = {each[-1] for each in told if each}
        return len(ends) < len(told) or not ends.isdisjoint([word for each in told for word in each[:-1]])

    @once
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of a cloze; nothing of another type."""
        body = self.question.body
        return gaps(body.text) if isinstance(body, Cloze) else ()

    @once
    def answers(self) -> tuple[str, ...]:
        """What is to be written: a short answer, or what stands in each gap."""
        body = self.question.body
        if isinstance(body, ShortAnswer):
            return (plain(body.answer),)
        return tuple([plain_inlines(gap.children) for gap in self.gaps])

    @once
    def claims(self) -> tuple[Claim, ...]:
        """The claims it is about."""
        claims = self.document.set.claims
        return tuple([claims[id] for id in self.question.claims if id in claims])

    @once
    def has_own_options(self) -> bool:
        """Whether its options are words to judge: not generators' labels, not names of the set's sources."""
        if self.question.family or not isinstance(self.question.body, Choice):
            return False
        labels = self.named.labels
        return not (self.document.set.sources and all(option.casefold() in labels for option in self.options))

    @once
    def stem_folded(self) -> str:
        """Its stem in small letters, as patterns that ignore case see it."""
        return folded(self.stem)

    @once
    def options_folded(self) -> str:
        """The same of its options, one after another."""
        return folded(self.joined)

    def at(self, *fields: str) -> Span:
        """Where the first of these fields that the author gave stands, or else the question."""
        spans = self.question.spans
        return next((spans[field] for field in fields if field in spans), self.question.span)


def words(text: str | Text) -> tuple[str, ...]:
    """The words of a text in small letters."""
    written = text if isinstance(text, str) else plain(text)
    if written.isascii():
        if "'" not in written and "-" not in written:
            return tuple(runs(written))
        if (found := joined_runs(written)) is not None:
            return tuple(found)
    return tuple([word.casefold() for word in _WORD.findall(written)])
