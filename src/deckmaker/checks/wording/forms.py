"""Rules about options beside each other: one kind, one form, no overlap, in order, nothing said four times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckmaker.checks.item import Item
from deckmaker.checks.reorder import in_order
from deckmaker.checks.wording.cues import breaks_grammar
from deckmaker.checks.wording.kinds import odd_one
from deckmaker.checks.wording.reading import CHOICES, in_options, is_open, tokens
from deckmaker.checks.wording.references import is_free_of_labels, own_numbers, own_texts
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import FINITE
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.natural import natural_order
from deckmaker.model.numbers import Quantity, scale_of
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Choice

_REPEATED = 3


@rule(*CHOICES)
def repeated_text(item: Item) -> Iterator[Diagnostic]:
    """W209. Haladyna et al. 2002, 15: what stands in all options belongs, once, into the stem."""
    if not is_free_of_labels(item) or len(own_texts(item)) < 3:
        return
    one, other = map(_split, own_texts(item)[:2])
    if one[:_REPEATED] != other[:_REPEATED] and one[-_REPEATED:] != other[-_REPEATED:]:
        return
    split = [_split(option) for option in own_texts(item)]
    count = _shared(split)
    tail = _shared([words[::-1] for words in split])
    if count >= _REPEATED or tail >= _REPEATED:
        said = " ".join(split[0][:count]) if count >= _REPEATED else " ".join(split[0][len(split[0]) - tail :])
        yield diagnose("W209", in_options(item), f'"{said}" stands in every option', hint="move it into the stem")


def _split(option: str) -> list[str]:
    return option.casefold().rstrip(".").split()


def _shared(split: Sequence[list[str]]) -> int:
    count = 0
    for column in zip(*split, strict=False):
        if len({*column}) > 1:
            break
        count += 1
    return count if all(len(words) > count for words in split) else 0


@rule(*CHOICES)
def uneven_options(item: Item) -> Iterator[Diagnostic]:
    """W211. Haladyna et al. 2002, 23; Case & Swanson: unlike forms make one stand out, and are hard to compare."""
    if not item.is_english or not is_free_of_labels(item) or len(own_texts(item)) < 2:
        return
    texts, numbers = own_texts(item), own_numbers(item)
    if all(numbers):
        uneven = _uneven_numbers([number for number in numbers if number])
    else:
        uneven = _may_be_shaped(item) and not any(numbers) and _uneven_phrases(texts) and not odd_one(texts)
    if uneven and not (is_open(item.stem) and breaks_grammar(item)):
        yield diagnose(
            "W211",
            in_options(item),
            "the options are written in different forms",
            hint="write all of them alike: all nouns, all sentences, all in one unit",
        )


def _uneven_numbers(numbers: Sequence[Quantity]) -> bool:
    forms = {number.form for number in numbers} - {"one"}
    if {"range", "open"} & forms and forms - {"range", "open"}:
        return True
    if (
        ("percent" in forms and len(forms) > 1)
        or {"fraction", "decimal"} <= forms
        or len(forms & {"fraction", "decimal", "count"}) > 1
    ):
        return True
    if "word" in forms and len(forms) > 1:
        return True
    units = {number.unit for number in numbers if number.unit}
    if len(units) < 2 or len({number.dimension for number in numbers}) > 1:
        return False
    return numbers[0].dimension != "time" or _unnatural(numbers)


def _unnatural(numbers: Sequence[Quantity]) -> bool:
    """Whether a time stands in a smaller unit than it is told in, "48 hours" among days; days and weeks go together."""
    sizes = {number.unit: scale_of(number.unit) for number in numbers}
    largest = max(sizes.values())
    return any(sizes[number.unit] < largest and number.low >= 1.5 * largest for number in numbers)


_INFINITIVE = regex(r"^to [a-z]{2,}\b(?! (?:the (?:left|right|north|south|east|west)))")
_ING = regex(
    r"^(?!(?:during|nothing|something|anything|everything|king|ring|spring|string|evening|morning|according"
    r"|being)\b)[a-z]{2,}ing (?:an?|the|its|their|your|his|her|of|in|on|by|to|from|up|out|more|less|all|into|for"
    r"|it|them|[a-z]+s|[a-z]+)\b"
)
_SENTENCE = regex(r"^(?:it|they|he|she|we|you|there|this|these|i) [a-z']+")
_THE_VERB = regex(
    r"^(?:the|an?|its|their|your|all|some|most) (?:[\w-]+ ){1,3}?(?:is|are|was|were|has|have|can|will|does|do"
    r"|must|should|becomes?|makes?|goes|gets?|brakes|rises|falls|moves?|stops?|starts?|turns?|causes?|gives?"
    r"|takes?|loses?|gains?|keeps?|produces?|increases|decreases|contains?|begins|ends|suffers|stays|remains|grows"
    r"|shrinks|spreads|flows|opens|closes|reaches|returns|drops|receives|pays|needs|wants)\b(?! of)"
)
_NOUN = regex(r"^(?:an?|the|its|their|his|her) [\w-]+")


_SHAPED = word_set(
    """
    to it they he she we you there this these i because since so if when by
    only entirely mainly mostly always never just simply usually often
    """
)
"""What an option begins with that is an infinitive, a sentence or a clause, if not with -ing or a subject."""
_IN_SENTENCES = word_set(
    """
    order is are was were has have can will does do must should become becomes make makes goes get gets brakes rises
    falls move moves stop stops start starts turn turns cause causes give gives take takes lose loses gain gains keep
    keeps produce produces increases decreases contain contains begins ends suffers stays remains grows shrinks spreads
    flows opens closes reaches returns drops receives pays needs wants
    """
)
"""One of these pieces stands in `_THE_VERB`, or in a clause that begins with "in"."""


def _may_be_shaped(item: Item) -> bool:
    """Whether an option may be of another form than a noun's."""
    if not _IN_SENTENCES.isdisjoint(item.option_pieces) or "ing " in item.options_folded:
        return True
    return not _SHAPED.isdisjoint([each[0] for each in item.option_words if each])


def _phrase(option: str) -> str:
    if len(re.findall(r" [A-Z]", option)) >= 2:  # a title
        return ""
    text = re.sub(
        r"^(?:only|entirely|mainly|mostly|always|never|just|simply|usually|often) ", "", option.strip().casefold()
    )
    if _INFINITIVE.match(text):
        return "infinitive"
    if _SENTENCE.match(text) or _THE_VERB.match(text):
        return "sentence"
    if _ING.match(text) and len(tokens(text)) > 1:
        return "ing"
    if re.match(r"(?:because|since|so that|in order to|if|when) ", text):
        return "clause"
    if re.match(r"by (?!day\b|night\b|hand\b)", text):
        return "by"
    return "noun" if _NOUN.match(text) and not _may_be_clause(text) else ""


def _may_be_clause(text: str) -> bool:
    """Whether a verb may stand after the first noun: "the rook stands under attack"."""
    found = tokens(
        re.split(r"\b(?:of|in|for|with|that|which|from|on|by|to|at|between|under|over)\b", text, maxsplit=1)[0]
    )
    return any(word in FINITE or word.endswith(("s", "ed")) for word in found[2:])


def _uneven_phrases(texts: Sequence[str]) -> bool:
    if all(text.rstrip().endswith(".") for text in texts):  # sentences all
        return False
    forms = [_phrase(text) for text in texts]
    sure = {*forms} - {""}
    if "ing" in sure and "infinitive" not in sure:  # "Boiling water" may be a noun among nouns
        articled = [
            text
            for text in texts
            if _ING.match(text.strip().casefold())
            and re.match(r"\w+ing (?:an?|the|its|their|your|his|her|it|them) ", text.casefold())
        ]
        if not articled:
            sure -= {"ing"}
    unlike = sure & {"infinitive", "ing", "sentence", "clause", "by"}
    if len(unlike) >= 2:
        return True
    return bool(unlike) and (
        "noun" in sure
        or (
            forms.count("") >= 1
            and bool(unlike & {"infinitive", "sentence", "by"})
            and _are_nouns([text for text, form in zip(texts, forms, strict=True) if not form])
        )
    )


def _are_nouns(texts: Sequence[str]) -> bool:
    return any(
        not any(word in FINITE or word.endswith(("s", "ed")) for word in tokens(text))
        and not re.match(
            r"(?:in|on|at|by|from|with|for|during|after|before|beyond|under|over|within|through|against|without"
            r"|into|not|no|many|some|most|few|all|every|once|twice|usually)\b",
            text,
            re.I,
        )
        for text in texts
    )


@rule(*CHOICES)
def out_of_order(item: Item) -> Iterator[Diagnostic]:
    """W213. Haladyna et al. 2002, 21: numbers in their order are found, and compared, at a glance."""
    if not is_free_of_labels(item) or len(own_texts(item)) < 3:
        return
    numbers = own_numbers(item)
    if not numbers[0]:
        return
    known = [number for number in numbers if number]
    if len(known) < len(numbers) or not _comparable(known):
        return
    assert isinstance(item.question.body, Choice)
    if item.question.shuffle and natural_order(item.question.body.options):  # cards and papers put them in order
        return
    values = [_middle(number) for number in known]
    if not all(a <= b for a, b in pairwise(values)) and not all(a >= b for a, b in pairwise(values)):
        also = "\nshuffle: false" if item.question.shuffle else ""
        order = sorted(range(len(values)), key=values.__getitem__)
        yield diagnose(
            "W213",
            in_options(item),
            "the options are numbers and stand in no order",
            hint=f"write them in order under options, with{also}" if also else "write them in order",
            fixes=in_order(item.question, order),
        )


def _comparable(numbers: Sequence[Quantity]) -> bool:
    """Whether they are written alike, or measure the same: "1/5" among per cents has its place too, or 500 ml."""
    dimensions, forms = {number.dimension for number in numbers}, {number.form for number in numbers}
    single = not {"range", "open"} & forms or forms <= {"range", "open"}
    return not _uneven_numbers(numbers) or (single and len(dimensions) == 1 and dimensions != {""})


def _middle(number: Quantity) -> float:
    if number.form == "date":
        return number.low
    if number.low == float("-inf"):
        return number.high - 1e-9
    return number.low + 1e-9 if number.high == float("inf") else (number.low + number.high) / 2
