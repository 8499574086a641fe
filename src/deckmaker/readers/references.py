"""What names something else: whether it is there, whether it is the only one, whether it leads in a circle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from deckmaker.diagnostics import Diagnostic, Label, diagnose
from deckmaker.diagnostics.meant import did_you_mean
from deckmaker.model.claims import ARTICLE, BASES, Claim, Quiz, Source
from deckmaker.model.document import QuestionSet
from deckmaker.model.naming import named
from deckmaker.model.text import plain
from deckmaker.readers.claim_words import reads_on
from deckmaker.readers.merge import Merged
from deckmaker.readers.tree import Path, Tree
from deckmaker.source import Span

Rule = Callable[[QuestionSet, Merged], Iterator[Diagnostic]]


def references(made: QuestionSet, merged: Merged) -> list[Diagnostic]:
    """Everything that is wrong with the ids of a set."""
    return [problem for rule in RULES for problem in rule(made, merged)]


def _unknown(code: str, span: Span, what: str, id: str, known: Iterable[str], meant: str = "") -> Diagnostic:
    listed = sorted(known)
    hint = f'write its id, "{meant}"' if meant else ""
    hint = (
        hint
        or did_you_mean(id, listed)
        or (f"known are: {', '.join(listed[:12])}" if listed else f"the set has no {what}s")
    )
    return diagnose(code, span, f'there is no {what} "{id}"', hint=hint)


def _named_so(name: str, made: QuestionSet) -> str:
    """The id of the source that goes by that name; "" where none does."""
    words = name.casefold()
    return next(
        (id for id, source in made.sources.items() if words in map(str.casefold, (source.name, *source.aliases))), ""
    )


def no_sources(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """A set whose claims name sources has some: said once, not for each of them."""
    if _has_sources(made, merged):
        return
    for claim in made.claims.values():
        for field, id in _named_sources(claim):
            if id not in (ARTICLE, *BASES):
                hint = did_you_mean(id, list(BASES)) if field == "basis" else ""
                hint = hint or f"list them, for example\nsources:\n  {id}: {{name: …, kind: person}}"
                message = f'the set has no sources, and its claims name some: "{id}" is the first'
                yield diagnose("R001", claim.place_of(field), message, hint=hint)
                return


def _named_sources(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "speaker", claim.speaker
    yield "basis", claim.basis
    yield from (("via", id) for id in (claim.via if "via" in claim.spans else ()))
    yield from (("also_ok", id) for id in (*claim.also_speaker, *claim.also_basis))


def _has_sources(made: QuestionSet, merged: Merged) -> bool:
    return len(made.sources) > 1 or merged.is_mentioned("sources")


def speakers(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """Speakers and relays are sources."""
    for claim in made.claims.values() if _has_sources(made, merged) else ():
        named = (
            ("speaker", (claim.speaker,)),
            ("via", claim.via if "via" in claim.spans else ()),
            ("also_ok", claim.also_speaker),
        )
        for field, ids in named:
            for id in ids:
                if id not in made.sources and id not in merged.mentioned_ids:
                    yield _unknown("R001", claim.place_of(field), "source", id, made.sources, _named_so(id, made))


def bases(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """Bases are sources or kinds of basis."""
    known = {*made.sources, *BASES} - {ARTICLE}
    for claim in made.claims.values():
        for field, ids in (("basis", (claim.basis,)), ("also_ok", claim.also_basis)):
            for id in ids:
                if id == ARTICLE:
                    hint = "where the article speaks in its own voice, write\nbasis: none_given"
                    yield diagnose(
                        "R001", claim.place_of(field), "the article is no basis of its own claims", hint=hint
                    )
                elif id not in known and id not in merged.mentioned_ids and _has_sources(made, merged):
                    meant = _named_so(id, made)
                    yield _unknown("R001", claim.place_of(field), "source or kind of basis", id, known, meant)


def bodies(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """What sources speak for or belong to are sources, and not themselves in the end."""
    for source in made.sources.values():
        for field, id in (("speaks_for", source.speaks_for), ("part_of", source.part_of)):
            if id and id not in made.sources and id not in merged.mentioned_ids:
                yield _unknown("R001", _source_place(merged, source, field), "source", id, made.sources)
        if _is_first_of_circle(source, made.sources):
            hint = "take one speaks_for or part_of out"
            yield diagnose("R007", source.span, f'source "{source.id}" belongs to itself in the end', hint=hint)


def _source_place(merged: Merged, source: Source, field: str) -> Span:
    item = next(item for id, item in merged.entries("sources") if id == source.id)
    return item.at(field)


def _is_first_of_circle(source: Source, sources: Mapping[str, Source]) -> bool:
    """Whether it belongs to itself in the end, and stands before all others of that circle."""
    above = _above(source, sources)
    circle = [id for id in sources if id in above and source.id in _above(sources[id], sources)]
    return circle[:1] == [source.id]


def _above(source: Source, sources: Mapping[str, Source]) -> set[str]:
    seen: set[str] = set()
    waiting = [source.speaks_for, source.part_of]
    while waiting:
        id = waiting.pop()
        if id in sources and id not in seen:
            seen.add(id)
            waiting += [sources[id].speaks_for, sources[id].part_of]
    return seen


def claim_links(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """Claims that claims name exist."""
    for claim in made.claims.values():
        for field in ("same_as", "near", "conflicts_with", "before"):
            for id in getattr(claim, field):
                if id not in made.claims and id not in merged.mentioned_ids:
                    yield _unknown("R002", claim.place_of(field), "claim", id, made.claims)


def claim_articles(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """Claims have an article."""
    refused = merged.is_mentioned("article") or merged.is_mentioned("articles")
    if made.claims and not made.articles and not refused:
        first = next(iter(made.claims.values()))
        hint = "say which, for example\narticle: {title: …, text: article.txt}"
        yield diagnose("A003", first.span, "there are claims and no article", hint=hint)
    for claim in made.claims.values():
        if (
            "article" in claim.spans
            and claim.article not in made.articles
            and claim.article not in merged.mentioned_ids
        ):
            yield _unknown("R006", claim.place_of("article"), "article", claim.article, made.articles)


def disclosures(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """A card is met alone, months later: it says what it rests on."""
    for article in made.articles.values():
        if made.claims and not article.disclosure:
            hint = "add one, for example\ndisclosure: One article; its claims are not checked here."
            yield diagnose("A004", article.span, "the article has no disclosure", hint=hint)


def question_claims(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """Claims that questions and rules name exist."""
    for question in made.questions:
        for id in question.claims:
            if id not in made.claims and id not in merged.mentioned_ids:
                yield _unknown("R002", question.place_of("claim"), "claim", id, made.claims)
    for item in merged.items("generate"):
        wanted = item.shape.claims if isinstance(item.shape.claims, list) else []
        for index, id in enumerate(wanted):
            if id not in made.claims and id not in merged.mentioned_ids:
                yield _unknown("R002", item.at("claims", index), "claim", id, made.claims)


def unique_ids(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """No two claims, questions, quizzes or sources share an id."""
    for key, what in (("claims", "claim"), ("questions", "question"), ("quizzes", "quiz")):
        first: dict[str, tuple[Tree, Path]] = {}
        for id, tree, path in merged.ids(key):
            if id in first:
                yield _again(tree.span(path), what, id, first[id][0].span(first[id][1]))
            first.setdefault(id, (tree, path))
    seen: dict[str, Span] = {}
    for id, item in merged.entries("sources"):
        span = item.file.tree.key_span(item.path)
        if id in seen:
            yield _again(span, "source", id, seen[id])
        seen.setdefault(id, span)


def _again(span: Span, what: str, id: str, first: Span) -> Diagnostic:
    message = f'two of the set\'s {what}s have the id "{id}"' if what != "quiz" else f'two quizzes have the id "{id}"'
    return diagnose("R004", span, message, labels=(Label(first, "first used here"),), hint="give this one another id")


def reserved_ids(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """`article` and the kinds of basis are taken."""
    for id, item in merged.entries("sources"):
        if id == ARTICLE or id in BASES:
            span = item.file.tree.key_span(item.path)
            yield diagnose("R008", span, f'the id "{id}" is built in', hint="give this source another id")


def reasons(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """A claim that is asked with care or not at all says why."""
    for claim in made.claims.values():
        if claim.quiz is not Quiz.ASK and not claim.note:
            hint = "add a line\nnote: why it is not asked"
            yield diagnose("C001", claim.place_of("quiz"), f'quiz is "{claim.quiz}" without a reason', hint=hint)


def names_in_claims(made: QuestionSet, merged: Merged) -> Iterator[Diagnostic]:
    """A claim reads on after "that": its speaker is not in it."""
    for claim in made.claims.values():
        source = made.sources.get(claim.speaker)
        if source and claim.speaker != ARTICLE and named(source, plain(claim.text)):
            hint = "say what is claimed alone; the speaker is added where it is asked"
            yield diagnose(
                "C002", claim.place_of("claim"), f'the claim names its own speaker "{source.name}"', hint=hint
            )


RULES: tuple[Rule, ...] = (
    unique_ids, reserved_ids, no_sources, speakers, bases, bodies, claim_links, claim_articles, disclosures,
    question_claims, reasons, names_in_claims, reads_on,
)  # fmt: skip
"""What is looked at, in this order."""
