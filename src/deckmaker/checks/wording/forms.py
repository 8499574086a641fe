"""Rules about options beside each other: one kind, one form, no overlap, in order, nothing said four times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from deckmaker.checks.item import Item
from deckmaker.checks.reorder import in_order
from deckmaker.checks.wording import option_words
from deckmaker.checks.wording.numbers import Quantity, quantity
from deckmaker.checks.wording.options import is_free_of_labels, names_options
from deckmaker.checks.wording.reading import CHOICES, in_options, tokens
from deckmaker.checks.wording.tables import FINITE
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import Choice

_REPEATED = 3
_YEAR = re.compile(r"^(?:in |c\. ?)?(?:1\d|20)\d\d(?: (?:BC|AD|CE|BCE))?$", re.I)
_SPECIAL = re.compile(r"^(?:(?:he|she|it|there|they) (?:had|has|is|are|was|were|have) no|none|never|zero|half|all|infinit|undefined|nothing|no |it |not |cannot|unlimited|any|both|neither)", re.I)
_WHY = re.compile(r"^(?:because|due to|owing to|in order to|so that)\b", re.I)
_SYNONYM = {word: group.split()[0] for group in option_words.SYNONYMS for word in group.split()}
_FILLERS = frozenset("a an the it its they their of by to is are was were be gets get becomes become goes go very".split())
_NOT_A_CLASS = re.compile(r"^(?:non|un|anti|not|no|half|semi|pre|post|sub|super|pseudo|quasi|ex)\b|^(?:non|anti)-?", re.I)


def _texts(item: Item) -> tuple[str, ...]:
    """The options that say something of their own: not "none of the above" and the like."""
    return tuple(
        option
        for option in item.options
        if not re.search(option_words.ALL_OF_THEM, option.rstrip("."), re.I) and not re.search(option_words.NONE_OF_THEM, option.rstrip("."), re.I)
        and not names_options(option)
    )


def repeated_text(item: Item) -> Iterator[Diagnostic]:
    """W209. Haladyna et al. 2002, 15: what stands in all options belongs, once, into the stem."""
    if not is_free_of_labels(item) or len(_texts(item)) < 3:
        return
    split = [tuple(option.casefold().rstrip(".").split()) for option in _texts(item)]
    count = _shared(split)
    tail = _shared([tuple(reversed(words)) for words in split])
    if count >= _REPEATED or tail >= _REPEATED:
        said = " ".join(split[0][:count]) if count >= _REPEATED else " ".join(split[0][len(split[0]) - tail :])
        yield diagnose("W209", in_options(item), f'"{said}" stands in every option', hint="move it into the stem")


def _shared(split: Sequence[tuple[str, ...]]) -> int:
    count = 0
    for column in zip(*split, strict=False):
        if len({*column}) > 1:
            break
        count += 1
    return count if all(len(words) > count for words in split) else 0


def mixed_options(item: Item) -> Iterator[Diagnostic]:
    """W210. Haladyna et al. 2002, 23: what is of another kind falls out, or stands out."""
    if item.is_english and is_free_of_labels(item):
        odd = _odd_one(_texts(item))
        if odd:
            yield diagnose("W210", in_options(item, odd), f'"{odd}" is an answer of another kind than the rest', hint="let all options answer one question: who, when, where, how much")


def _odd_one(texts: Sequence[str]) -> str:
    kinds = [_kind(text) for text in texts]
    known = {kind for kind in kinds if kind}
    if known <= {"date", "when"} and ("when" in known or "" not in kinds):
        return ""
    if (len(known) < 2 and not (known & {"number", "date"} and "" in kinds)) or known == {"number", "date"}:
        return ""
    if known <= {"number"}:
        plain_words = [text for text, kind in zip(texts, kinds, strict=True) if not kind]
        if any(re.search(r"\d", text) for text in plain_words):
            return ""
        if all(len(text) <= 3 for text in plain_words) or any(_SPECIAL.search(text) for text in plain_words):
            return ""
    counts = {kind: kinds.count(kind) for kind in {*kinds}}
    unclear = counts.get("", 0)
    if known & {"who", "where", "work"} and not known & {"number", "date", "when", "why"} and len(texts) - unclear < 2:
        return ""
    rare = min((kind for kind in known), key=lambda kind: (counts[kind], kinds.index(kind)))
    return texts[kinds.index(rare)]


def _kind(text: str) -> str:
    """What the option answers: "number", "when", "where", "who", "why", "work"; "" where words do not tell."""
    found = quantity(text)
    if _YEAR.match(text.strip()) or (found and found.form == "date"):
        return "date"
    if found:
        return "number"
    if _WHY.match(text):
        return "why"
    if re.match(r"(?:after|before|during|until|since|when|while) ", text, re.I):
        return "when"
    words = tokens(text)
    head = tokens(re.split(r"\b(?:of|in|for|with|that|which|from|on|by|to|at|near|during|who|whose)\b", text, maxsplit=1)[0])
    if not words or not head:
        preposition, rest = (words[0], words[1:]) if words else ("", ())
        if preposition in ("in", "at", "on", "near", "from") and rest:
            return "where" if {*rest} & (option_words.PLACES | option_words.WHERE) else "when" if {*rest} & option_words.WHEN else ""
        return ""
    starts = re.match(r"(?:an?|the) ", text, re.I)
    names = text[:1].isupper() and head[0] in option_words.PEOPLE and len(words) <= 4 and (len(words) == 1 or bool(re.match(r"\S+ (?:van |von |de |da |the )?[A-Z]", text)))
    if names:
        return "who"
    if len(words) <= 3 and words[-1] in option_words.PLACES:
        return "where"
    if starts or len(words) == 1:
        for kind, heads in (("who", option_words.WHO), ("where", option_words.WHERE), ("when", option_words.WHEN), ("work", option_words.WORK)):
            if head[-1] in heads:
                return kind
    return ""


def uneven_options(item: Item) -> Iterator[Diagnostic]:
    """W211. Haladyna et al. 2002, 23; Case & Swanson: unlike forms make one stand out, and are hard to compare."""
    if not item.is_english or not is_free_of_labels(item) or len(_texts(item)) < 2:
        return
    texts = _texts(item)
    numbers = [quantity(text) for text in texts]
    if all(numbers):
        uneven = _uneven_numbers([number for number in numbers if number])
    else:
        uneven = not any(numbers) and _uneven_phrases(texts) and not _odd_one(texts)
    if uneven:
        yield diagnose("W211", in_options(item), "the options are written in different forms", hint="write all of them alike: all nouns, all sentences, all in one unit")


def _uneven_numbers(numbers: Sequence[Quantity]) -> bool:
    forms = {number.form for number in numbers}
    if {"range", "open"} & forms and forms - {"range", "open"}:
        return True
    if ("percent" in forms or "fraction" in forms) and len(forms - {"decimal"} if "plain" in forms else forms) > 1:
        return True
    if "word" in forms and len(forms) > 1:
        return True
    units = {number.unit for number in numbers if number.unit}
    return len(units) > 1 and len({number.dimension for number in numbers}) == 1


_INFINITIVE = re.compile(r"^to [a-z]{2,}\b(?! (?:the (?:left|right|north|south|east|west)))")
_ING = re.compile(r"^(?!(?:during|nothing|something|anything|everything|king|ring|spring|string|evening|morning|according|being)\b)[a-z]{2,}ing (?:an?|the|its|their|your|his|her|of|in|on|by|to|from|up|out|more|less|all|into|for|it|them|[a-z]+s|[a-z]+)\b")
_SENTENCE = re.compile(r"^(?:it|they|he|she|we|you|there|this|these|i) [a-z']+")
_THE_VERB = re.compile(r"^(?:the|an?|its|their|your|all|some|most) (?:[\w-]+ ){1,3}?(?:is|are|was|were|has|have|can|will|does|do|must|should|becomes?|makes?|goes|gets?|brakes|rises|falls|moves?|stops?|starts?|turns?|causes?|gives?|takes?|loses?|gains?|keeps?|produces?|increases|decreases|contains?)\b(?! of)")
_NOUN = re.compile(r"^(?:an?|the|its|their|his|her) [\w-]+")


def _phrase(option: str) -> str:
    if len(re.findall(r" [A-Z]", option)) >= 2:  # a title
        return ""
    text = re.sub(r"^(?:only|entirely|mainly|mostly|always|never|just|simply|usually|often) ", "", option.strip().casefold())
    if _INFINITIVE.match(text):
        return "infinitive"
    if _SENTENCE.match(text) or _THE_VERB.match(text) or (option.rstrip().endswith(".") and len(tokens(text)) > 4):
        return "sentence"
    if _ING.match(text) and len(tokens(text)) > 1:
        return "ing"
    if re.match(r"(?:because|since|so that|in order to|if|when) ", text):
        return "clause"
    if text.startswith("by "):
        return "by"
    return "noun" if _NOUN.match(text) and not _may_be_clause(text) else ""


def _may_be_clause(text: str) -> bool:
    """Whether a verb may stand after the first noun: "the rook stands under attack"."""
    found = tokens(re.split(r"\b(?:of|in|for|with|that|which|from|on|by|to|at|between|under|over)\b", text, maxsplit=1)[0])
    return any(word in FINITE or word.endswith(("s", "ed")) for word in found[2:])


def _uneven_phrases(texts: Sequence[str]) -> bool:
    forms = [_phrase(text) for text in texts]
    sure = {*forms} - {""}
    if "ing" in sure and "infinitive" not in sure:  # "Boiling water" may be a noun among nouns
        articled = [text for text in texts if _ING.match(text.strip().casefold()) and re.match(r"\w+ing (?:an?|the|its|their|your|his|her|it|them) ", text.casefold())]
        if not articled:
            sure -= {"ing"}
    unlike = sure & {"infinitive", "ing", "sentence", "clause", "by"}
    if len(unlike) >= 2:
        return True
    return bool(unlike) and ("noun" in sure or (forms.count("") >= 1 and bool(unlike & {"infinitive", "sentence", "by"}) and _are_nouns([text for text, form in zip(texts, forms, strict=True) if not form])))


def _are_nouns(texts: Sequence[str]) -> bool:
    return any(not any(word in FINITE or word.endswith(("s", "ed")) for word in tokens(text)) and not re.match(r"(?:in|on|at|by|from|with|for|during|after|before|beyond|under|over|within|through|against|without|into|not|no)\b", text, re.I) for text in texts)


def overlapping_options(item: Item) -> Iterator[Diagnostic]:
    """W212. Haladyna et al. 2002, 22: two that include each other are both right, or both wrong and struck out."""
    if not item.is_english or not is_free_of_labels(item):
        return
    for one, other in combinations(_texts(item), 2):
        if _overlap(one, other):
            yield diagnose("W212", in_options(item, other), f'"{one}" and "{other}" overlap', hint="let each option leave out what the others say")
            return


def _overlap(one: str, other: str) -> bool:
    first, second = quantity(one), quantity(other)
    if first and second:
        return _share_values(first, second)
    if first or second or re.search(r"\d", one + other):
        return False
    return _says_the_same(one, other) or _includes(one, other) or _includes(other, one)


def _share_values(one: Quantity, other: Quantity) -> bool:
    ranges = {"range", "open"}
    if one.dimension != other.dimension and one.dimension and other.dimension:
        return False
    if one.form not in ranges and other.form not in ranges:
        return one.low == other.low and (one.form, one.unit) != (other.form, other.unit)
    low, high = max(one.low, other.low), min(one.high, other.high)
    if low < high:
        return True
    lower, upper = sorted((one, other), key=lambda number: (number.low, number.high))
    return low == high and not (lower.high_open or upper.low_open)


def _says_the_same(one: str, other: str) -> bool:
    first, second = _meant(one), _meant(other)
    return bool(first) and first == second and tokens(one) != tokens(other)


def _meant(option: str) -> list[str]:
    return [_SYNONYM.get(word, word) for word in tokens(option) if word not in _FILLERS]


def _includes(wide: str, narrow: str) -> bool:
    """Whether the first is a class and the second a kind of it: "a molar" and "the first molar"."""
    one = tuple(word for word in tokens(wide) if word not in ("a", "an", "the"))
    other = tuple(word for word in tokens(narrow) if word not in ("a", "an", "the"))
    if not one or len(one) >= len(other) or len(one) > 3 or any(word in FINITE for word in one):
        return False
    if re.search(r" [A-Z]", narrow):  # a name
        return False
    if other[-len(one) :] == one:
        modifier = other[: -len(one)]
        return len(modifier) <= 2 and not any(_NOT_A_CLASS.match(word) or word in ("of", "to", "in", "for", "on", "by", "and", "or", "only", "without", "no", "than") for word in modifier)
    return other[: len(one)] == one and other[len(one)] in ("and", "with", "in", "that", "which", "or", "from", "on")


def out_of_order(item: Item) -> Iterator[Diagnostic]:
    """W213. Haladyna et al. 2002, 21: numbers in their order are found, and compared, at a glance."""
    if item.kind not in CHOICES or not is_free_of_labels(item) or len(_texts(item)) < 3:
        return
    numbers = [quantity(text) for text in _texts(item)]
    known = [number for number in numbers if number]
    if len(known) < len(numbers) or _uneven_numbers(known):
        return
    values = [_middle(number) for number in known]
    if not all(a <= b for a, b in pairwise(values)) and not all(a >= b for a, b in pairwise(values)):
        assert isinstance(item.question.body, Choice)
        also = "\nshuffle: false" if item.question.shuffle else ""
        order = sorted(range(len(values)), key=values.__getitem__)
        yield diagnose("W213", in_options(item), "the options are numbers and stand in no order", hint=f"write them in order under options, with{also}" if also else "write them in order", fixes=in_order(item.question, order))


def _middle(number: Quantity) -> float:
    if number.low == float("-inf"):
        return number.high - 1e-9
    return number.low + 1e-9 if number.high == float("inf") else (number.low + number.high) / 2


