"""Rules for where a quotation stands: E102, E104, E105, E106, E107, E113, E114."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.evidence import typography
from deckmaker.evidence.reading import Reading, named, within
from deckmaker.model import words
from deckmaker.model.article import Block
from deckmaker.model.claims import Claim, Quote
from deckmaker.model.patterns import regex

_WORD = regex(r"[^\s…]+")
_EDGES = '.,;:!?()[]"“”«» \t\r\n'
_STEPS = [(left, more - left) for more in range(1, words.MAX_WORDS) for left in range(more + 1)]
"""How many words to take from before and after, fewest first."""


def locate(claim: Claim, reading: Reading) -> tuple[int | None, list[Diagnostic]]:
    """Where the quotation starts, None where it cannot be told, and what is wrong with it."""
    quote = claim.quote
    block = reading.blocks.get(quote.place)
    anywhere = reading.hits(quote.exact) if quote.exact.strip() and reading.blocks else []
    if block is None:
        return None, [_no_such_place(quote, reading, anywhere)]
    if not anywhere:
        return None, [_not_found(quote, reading, block)]
    hits = [at for at in anywhere if reading.fits(quote, at)]
    if not hits:
        return None, list(_context_not_found(claim, reading, anywhere))
    here = within(block, hits)
    if not here:
        return None, [_wrong_place(quote, reading, hits)]
    clean = [at for at in here if words.cut(reading.text, at, at + len(quote.exact)) == (False, False)]
    if not clean:
        return here[0], [_cut_word(quote, reading, here[0])]
    if len(hits) > 1:
        return None, [_not_unique(quote, reading, hits, clean[0])]
    return clean[0], []


def _no_such_place(quote: Quote, reading: Reading, anywhere: list[int]) -> Diagnostic:
    what = f"paragraph {quote.place}" if quote.place.isdigit() else f'place "{quote.place}"'
    found = reading.places(anywhere)
    hint = f"write paragraph: {found[0]}" if len(found) == 1 else f"write one of {_all_places(reading)}"
    note = f"the quote stands in {named(*found)}" if found else ""
    return diagnose("E102", quote.place_span, f"the article has no {what}", note, hint)


def _all_places(reading: Reading) -> str:
    headings = sum(place.startswith("heading-") for place in reading.blocks)
    paragraphs = sum(place.isdigit() for place in reading.blocks)
    parts = ["title"] if reading.blocks else []
    parts += ["heading-1" if headings == 1 else f"heading-1 to heading-{headings}"] if headings else []
    parts += ["1" if paragraphs == 1 else f"1 to {paragraphs}"] if paragraphs else []
    return ", ".join(parts) or "the places of another text: this one is empty"


def _not_found(quote: Quote, reading: Reading, block: Block) -> Diagnostic:
    """E114 where only case or typography differs, E104 where words do."""
    if hits := reading.folded.find(quote.exact):
        start, end = next(((at, to) for at, to in hits if block.start <= at < block.end), hits[0])
        return _typed_differently(quote, reading.place_at(start), reading.text[start:end])
    passage = typography.near(quote.exact, reading.text, block.start, block.end)
    missing = typography.missing_words(quote.exact, passage)
    return diagnose(
        "E104",
        quote.span,
        f"quote not found in {named(block.place)}",
        f'"{missing}" is missing' if missing else "these words do not stand there",
        f"the article has {typography.shown(passage)}" if passage else f"copy the words from {named(block.place)}",
    )


def _typed_differently(quote: Quote, place: str, passage: str) -> Diagnostic:
    message = f"quote is typed differently in {named(place)}"
    note = typography.difference(quote.exact, passage)
    return diagnose("E114", quote.span, message, note, f"write quote: {typography.shown(passage)}")


def _context_not_found(claim: Claim, reading: Reading, anywhere: list[int]) -> Iterator[Diagnostic]:
    """E113 for the prefix, the suffix, or both where they stand around different places."""
    quote = claim.quote
    before = any(reading.has_prefix(quote, at) for at in anywhere)
    after = any(reading.has_suffix(quote, at) for at in anywhere)
    for key, side, given, good in (
        ("prefix", "before", quote.prefix, before),
        ("suffix", "after", quote.suffix, after and not (before and after)),
    ):
        if given and not good:
            yield diagnose(
                "E113",
                claim.place_of(key),
                f"{key} not found {side} the quote",
                f"the quote stands in {named(*reading.places(anywhere))}",
                f"copy the words that stand right {side} the quote, or leave {key} out",
            )


def _wrong_place(quote: Quote, reading: Reading, hits: list[int]) -> Diagnostic:
    found = reading.places(hits)
    return diagnose(
        "E106",
        quote.place_span,
        f"quote stands in {named(*found)}, not in {named(quote.place)}",
        "not here",
        f"write paragraph: {found[0]}" if len(found) == 1 else "write the paragraph that you mean",
    )


def _cut_word(quote: Quote, reading: Reading, at: int) -> Diagnostic:
    start, end = at, at + len(quote.exact)
    sides = {(True, False): "starts", (False, True): "ends", (True, True): "starts and ends"}
    side = sides[words.cut(reading.text, start, end)]
    first, last = words.whole(reading.text, start, end)
    hint = f"write the whole words {typography.shown(reading.text[first:last])}"
    return diagnose("E107", quote.span, f"quote {side} inside a word", "a cut word can change what it says", hint)


def _not_unique(quote: Quote, reading: Reading, hits: list[int], at: int) -> Diagnostic:
    longer = _unique(quote, reading, at)
    hint = f"quote more, such as {typography.shown(longer)}" if longer else "quote more words"
    return diagnose(
        "E105",
        quote.span,
        f"quote stands {'twice' if len(hits) == 2 else f'{len(hits)} times'} in the article",
        f"in {named(*reading.places(hits))}",
        f"{hint}, or add words around it as prefix: or suffix:",
    )


def _unique(quote: Quote, reading: Reading, at: int) -> str:
    """The quotation with as few words more as make it unique; "" where no quotation short enough is."""
    text, block = reading.text, reading.blocks[reading.place_at(at)]
    starts = [at, *(match.start() for match in reversed([*_WORD.finditer(text, block.start, at)]))]
    after = at + len(quote.exact)
    ends = [after, *(match.end() for match in _WORD.finditer(text, after, block.end))]
    for left, right in _STEPS:
        if left < len(starts) and right < len(ends):
            longer = text[starts[left] : ends[right]].strip(_EDGES)
            if words.count(longer) <= words.MAX_WORDS and len(reading.hits(longer)) == 1:
                return longer
    return ""
