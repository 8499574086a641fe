"""Rules about words that a stem does not need: window dressing, officialese, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import (
    CHOICES,
    before_lead_in,
    content,
    in_stem,
    lead_in,
    root,
    sentences,
    tokens,
    unquoted,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.stem_words import ARCHAIC, ASIDES, GREETS, OFFICIALESE, PRAISE
from deckmaker.checks.wording.tables import FINITE, VERBS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set
from deckmaker.model.questions import Kind

_SENTENCE = 30
"""So many words a sentence may have (SuperMemoAssistant, after Wozniak's rule 12)."""
_LONG_WORD = 10
"""In letters."""
_LEAST_NESTED = 18
"""So many words a sentence has at least that is hard to read for its clauses."""
_FEWEST_CLAUSES, _FEWEST_LONG = 3, 9
"""So many of these has one, or words that are long: of 21 or more four in ten."""
_LEAST_LETTERS = _FEWEST_LONG * (_LONG_WORD + 1) + (_LEAST_NESTED - _FEWEST_LONG) * 2 - 1
"""In a stem of that many words, the others of one letter, with spaces; where none becomes two in small letters."""
_NESTED = frozenset(("which", "that", "who", "whose", "whom", "whereby", "wherein", "if", "although"))
_LEARNED = regex(
    r"\b(?:of an? (?:\w+ )?nature|in an? \w+ (?:manner|fashion)|in what manner|(?:up)?on (?:the )?(?:completion"
    r"|\w+tion|\w+ment|performing|\w+ance) of"
    r"|(?:effect|effects|effecting|perform|performs|performing|accomplish\w*|brings? about) (?:an? |the )?(?:\w+ )?"
    r"\w+(?:tion|sion|ment|ance|ity)|(?:the|a) (?:application|utili[sz]ation|augmentation|diminution|acquisition"
    r"|attainment|provision|performance) of"
    r"|the (?:process|act|practice|faculty|capability) of \w+(?:ion|ing|ment)|(?:be|is|are) in possession of"
    r"|was it that|is it that"
    r"|(?:is|are) (?:\w+ )?(?:accorded|endowed with|vested with|accounted|applied to the)|were \w+ \w+ to be"
    r"|the (?:quantity|magnitude) obtained"
    r"|of great magnitude|the confines of|who is vested|undergoes transition)\b",
    re.I,
)
"""Turns of officials and of the learned, for which a verb would do."""
_LEARNED_WORDS = word_set(
    """
    nature manner fashion effect effects effecting perform performs performing bring brings application utilization
    utilisation augmentation diminution acquisition attainment provision performance process act practice faculty
    capability possession accorded endowed vested accounted applied quantity magnitude confines undergoes
    """
)
"""One of these pieces stands in most of them; see `_may_be_learned`."""
_CASE = regex(
    r"\d|[$€£=<>]|^(?:(?:In|On|At|After|For|During|From) )?(?:An? |Two |Three |Four |Five |Six |One |Your? |He "
    r"|She |Suppose |Assume |Given |Let |If |Consider |Imagine )|\b(?:is|are|was|were) (?:added|mixed|heated|cooled"
    r"|burned|burnt|placed|poured|dropped|thrown|connected"
    r"|stretched|compressed|dissolved|shaken|passed|moved|cut|given|sold|bought|raised|lowered|kept|left|put)\b"
    r"|\b(?:you|your|he|she|patient|his|her)\b",
    re.I,
)
_POINTS_BACK = regex(
    r"\b(?:this|that|these|those|it|its|they|their|them|he|she|his|her|him|such|the (?:two|three|four|latter"
    r"|former|same|first|second|other))\b",
    re.I,
)
_ASIDE_CLAUSE = regex(
    r"^(?!(?:An?|If|When|Suppose|Given|Let)\b)([^,?]{2,60}), (?:which|who|whose|where|whom|a (?:truly|very|most"
    r"|well-known|famous)|one of the|the most|known|famous|beloved|loved|celebrated|often called|sometimes called"
    r"|still|long)\b([^,?]{8,}),(.+)$"
    r"|^([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}), (?:an?|the) (?!(?:year|month|day|city|town)\b)([^,?]{12,}),(.+)$",
    re.I,
)
_ABOUT_A_NAME = regex(
    r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*, (?:(?:the |a |an |only |eldest |youngest )*(?:son|daughter|child"
    r"|brother|sister|friend|father|mother|nephew|niece|lover|man|woman|native|fan|keen|passionate|well-known"
    r"|famous|great|brilliant|beloved|proud)\b|who\b|whose\b|born\b|himself\b|herself\b|nicknamed\b|known\b"
    r"|often called\b|one of the\b|which\b|still\b|where\b)[^,?]{6,},"
)
_TEACHES = regex(
    r"\b(?:is|are|was|were|has been|have been) (?:\w+ly |also |not only )?(?:an?|the|one|two|three|among|part"
    r"|found|made|known|named|called|used|divided|classified|considered|studied|taught|spoken|grown|eaten"
    r"|everywhere|all|any|what|where|how|very|important|often|much|many|more|most)\b"
    r"|\b(?:consists? of|belongs? to|comes? from|plays?|deals? with|means?|dates? back|goes back|comprises?"
    r"|contains?|have many|has many|have two|has two|began|begins|invented|introduced|revolutioni[sz]ed"
    r"|changed)\b",
    re.I,
)
_DECORATED = regex(
    r", ((?:which|who|whose|where|surely|perhaps|without doubt|in the|one of|still|loved|known|famous|such|an?"
    r"|the)\b[^,?.:]{6,}),",
    re.I,
)
"""A clause between commas, which praise makes a decoration."""
_TALKS = regex(r"\b(?:surely|still|today|us|our|nowadays|undoubtedly|of course|perhaps the|hardly any)\b", re.I)
_ASKS_WHAT_FOLLOWS = regex(
    r"^(?:what|which \w+) (?:follows?|happens?|results?|changes?|comes? next)\b|\bconclu\w+|\bexpect\w*|\bexplain\w*",
    re.I,
)
_PARTICULAR = regex(r"^The (?!story|history|world|idea|art|beauty|fame|joy)", re.I)
"""A definite subject: a sentence may tell the facts of a case."""
_BEGINS = regex(
    r"(?:as|being|known|often|loved|famous|praised|celebrated|a|an|one of|considered|called|in the \w+ (?:world"
    r"|realm|land|field|history)|in our)\b",
    re.I,
)
_ORDERS = regex(
    r"^(?:choose|select|mark|tick|pick|give|write|round|use|assume|take|match|put|name|answer|complete|fill|state"
    r"|note the unit|ignore|neglect|show|express|circle|read the)\b",
    re.I,
)


_GREETS = word_set(
    """
    you we everyone everybody people nobody no us wondered believe fun needless strange funnily luckily happily sadly
    course way incidentally wonder thought hopefully interestingly surprisingly amazingly remarkably curiously
    fortunately unfortunately strangely naturally obviously clearly interesting fascinating amazing known knowledge
    important worth secret surprise good useful vital essential crucial remarkable surprising true carefully hard
    question luck your worry careful mind remember note easy this let comes time tricky doesn not my our beats !
    """
)
"""One of these pieces stands in a sentence that talks to the reader (`GREETINGS`) or exclaims."""


@rule(*CHOICES, Kind.TRUE_FALSE, Kind.SHORT_ANSWER, Kind.NUMERIC, Kind.CLOZE, Kind.FLASHCARD)
def needless_words(item: Item) -> Iterator[Diagnostic]:
    """W104. Haladyna et al. 2002, 16 (window dressing); Tarrant et al. 2006: it costs time and hides the question."""
    if not item.is_english or item.question.claims or not _may_be_needless(item):
        return
    found = _needless(item)
    if found:
        hint = "strike it out, or put it into the feedback"
        yield diagnose("W104", in_stem(item, found), "the question asks the same without this", hint=hint)


def _may_be_needless(item: Item) -> bool:
    """Whether it has what all that is found has.

    That is a clause between commas, another sentence, a question behind a comma, words of praise or to the reader.
    """
    found, commas = item.stem_pieces, item.stem.count(",")
    if commas > 1 or not _GREETS.isdisjoint(found):
        return True
    if item.kind is Kind.TRUE_FALSE:
        return not PRAISE.isdisjoint(found)
    return (commas > 0 and not _QUESTION_WORDS.isdisjoint(found)) or len(sentences(item.stem)) > 1


def _needless(item: Item) -> str:
    """The first of the stem's words that could go; "" where none could."""
    chats = not _GREETS.isdisjoint(item.stem_pieces)
    chat = next((sentence for sentence in sentences(item.stem) if _is_chat(sentence)), "") if chats else ""
    clauses = _DECORATED.findall(unquoted(item.stem)) if item.stem.count(",") > 1 else ()
    clause = next((clause for clause in clauses if _decorates(clause)), "")
    if chat or clause or item.kind is Kind.TRUE_FALSE:
        return chat or clause or next((sentence for sentence in sentences(item.stem) if _praises(sentence) > 1), "")
    asked, before = lead_in(item.stem), before_lead_in(item.stem)
    return _dressing(asked, before) or _aside(asked, before)


def _dressing(asked: str, before: tuple[str, ...]) -> str:
    """A sentence before the question that decorates or teaches."""
    has_case = any(_CASE.search(sentence) for sentence in before)
    for sentence in before:
        loud = _praises(sentence) + _is_aside(sentence)
        if loud >= 2 or (loud and (not has_case or not _leans_on(asked, (sentence,)))):
            return sentence
    if not before or has_case or _leans_on(asked, before) or _ORDERS.match(before[0]) or before[0].endswith("?"):
        return ""
    return "" if _PARTICULAR.match(before[0]) and not _TEACHES.search(before[0]) else before[0]


def _decorates(clause: str) -> bool:
    """Whether a clause between commas praises or talks, and tells no figure."""
    loud = _praises(clause) or _is_aside(clause) or _TALKS.search(clause)
    return bool(loud) and not re.search(r"\d", clause)


def _aside(asked: str, before: tuple[str, ...]) -> str:
    """A clause about a name, or one that the question opens with."""
    told = (sentence for sentence in before if sentence.count(",") > 1)
    about = next((match for sentence in told if (match := _ABOUT_A_NAME.search(sentence))), None)
    if about:
        return about[0]
    clause = _ASIDE_CLAUSE.match(unquoted(asked)) if asked.count(",") > 1 else None
    if clause and not _defines(clause[1] or clause[4]):
        return asked
    opening = _opening(asked) if ", " in asked else ""
    loud = _praises(opening) + _is_aside(opening) if opening else 0
    return opening if loud >= 2 or (loud and _BEGINS.match(opening)) else ""


def _is_chat(sentence: str) -> bool:
    """Whether it talks to the reader, or exclaims."""
    lowered = unquoted(sentence).casefold().replace("’", "'")
    if lowered.rstrip(" )").endswith("!") and len(tokens(lowered)) > 1 and not re.search(r"\d ?!", lowered):
        return True
    return any(GREETS.matches(lowered))


def _praises(sentence: str) -> int:
    return sum(word in PRAISE for word in tokens(unquoted(sentence)))


def _is_aside(sentence: str) -> bool:
    lowered = sentence.casefold()
    return any(map(lowered.__contains__, ASIDES))


def _leans_on(asked: str, before: tuple[str, ...]) -> bool:
    """Whether the question needs what stands before it: it points back, or takes up a noun with "the"."""
    if _POINTS_BACK.search(unquoted(asked)) or _ASKS_WHAT_FOLLOWS.search(asked):
        return True
    told = frozenset().union(*(content(sentence) for sentence in before))
    found = tokens(asked)
    taken_up = {root(word) for article, word in pairwise(found) if article == "the"}
    names = {
        root(word.casefold().removesuffix("'s").removesuffix("’s"))
        for word in re.findall(r"(?<=\w )[A-Z][\w'’]+", asked)
    }
    particular = re.search(
        r"(?<!type )(?<!kind )(?<!sort )(?<!form )(?<!number )(?<!amount )\b(?:of|in|for) (?!the\b)\w", asked
    )
    ends_in_verb = found[-1] in VERBS | FINITE or found[-1].endswith(("s", "ed", "en"))
    bare = "the" in found or ends_in_verb or len(found) <= 3 or len(content(asked)) <= 1
    generic = re.search(r"\b(?:do|does|did|can|has|is) an? \w", asked)  # "does a bee have"
    short = len(content(asked)) <= 3 and not particular and bare and not generic
    return bool(taken_up & told) or (short and not names) or any(unquoted(sentence) != sentence for sentence in before)


def _defines(subject: str) -> bool:
    """Whether the clause belongs to what is asked for: "Which painter, who …", "the tissue, which …"."""
    found = tokens(subject)
    return (
        bool(found)
        and found[0]
        in ("this", "these", "which", "what", "who", "whose", "in", "at", "on", "for", "with", "from", "to", "of")
        and not re.search(r"(?<=\w )[A-Z]", subject)
    )


def _opening(asked: str) -> str:
    """What stands before the question word, up to a comma: "As one of the most famous …, in which year …"."""
    head, comma, rest = asked.partition(", ")
    if _QUESTION_WORDS.isdisjoint(pieces(rest)):
        return ""
    later = _LATER.match(asked)
    if later:
        return later[0]
    return (
        head
        if comma
        and _ASKS.search(rest)
        and not re.match(r"(?:which|what|who|when|where|why|how|in which|in what)\b", head, re.I)
        else ""
    )


_LATER = regex(r".*, (?=(?:(?:in|at|on|to|by|for|of|with|from) )?(?:which|what|who|when|where|why|how|whose)\b)", re.I)
_ASKS = regex(r"\b(?:which|what|who|when|where|why|how)\b", re.I)
_QUESTION_WORDS = word_set("which what who when where why how whose")
"""One of these pieces follows the comma behind an opening."""
_USUAL = frozenset(("which", "what", "that", "with", "said"))


@cache
def _officials() -> frozenset[str]:
    """One piece of every turn of officials, no usual one where there is another."""
    parts = (re.findall(r"\w+", phrase) for phrase in OFFICIALESE)
    return frozenset(max(words, key=lambda word: (word not in _USUAL, len(word))) for words in parts)


def _may_be_learned(item: Item) -> bool:
    """Whether a turn of the learned may stand in the stem."""
    found = item.stem_pieces
    if not _LEARNED_WORDS.isdisjoint(found) or "accompl" in item.stem_folded:
        return True
    if "it" in found and "that" in found and ("is" in found or "was" in found):
        return True
    if "were" in found and "to" in found and "be" in found:
        return True
    return ("on" in found or "upon" in found) and any(map(item.stem_folded.__contains__, _DONE))


_DONE = ("tion of", "ment of", "performing of", "ance of")
"""How it goes on with a word on which something follows: "on completion of"."""


def _may_be_nested(item: Item) -> bool:
    """Whether the stem has as many words, and clauses or long words among them, as one of its sentences that is."""
    least = _LEAST_LETTERS if item.stem.isascii() else _FEWEST_LONG * _LONG_WORD + 1
    is_long = len(item.stem) >= least
    may_have_clauses = len(item.stem) >= 2 * _LEAST_NESTED and not _NESTED.isdisjoint(item.stem_pieces)
    if not is_long and not may_have_clauses:
        return False
    found = item.stem_words
    if len(found) < _LEAST_NESTED:
        return False
    if may_have_clauses and sum(map(_NESTED.__contains__, found)) >= _FEWEST_CLAUSES:
        return True
    return is_long and sum([len(word) >= _LONG_WORD for word in found]) >= _FEWEST_LONG


@rule()
def hard_language(item: Item) -> Iterator[Diagnostic]:
    """W107. Haladyna et al. 2002, 12 and 13; Case & Swanson: what is tested must not be reading."""
    if not item.is_english or item.question.family:
        return
    may_be_ornate, may_be_learned = not _officials().isdisjoint(item.stem_pieces), _may_be_learned(item)
    if not may_be_ornate and not may_be_learned and not _may_be_nested(item):
        return
    for sentence in sentences(item.stem):
        ornate = _ornate(sentence) if may_be_ornate else []
        count = len(tokens(sentence))
        learned = len(_LEARNED.findall(unquoted(sentence))) if may_be_learned else 0
        if (
            len(ornate) + learned >= 2
            or {*ornate} & ARCHAIC
            or (ornate and (count > 24 or _long_share(sentence) > 0.3))
            or _is_nested(sentence)
        ):
            said = f'"{ornate[0]}"' if ornate else "the wording"
            hint = "say it in plain words and short sentences"
            yield diagnose(
                "W107", in_stem(item, sentence), f"{said} makes the question harder to read than it is", hint=hint
            )
            return


def _ornate(sentence: str) -> list[str]:
    lowered = f" {' '.join(tokens(unquoted(sentence)))} "
    found = [phrase for phrase in OFFICIALESE if f" {phrase} " in lowered]
    return [phrase for phrase in found if not any(phrase != other and phrase in other for other in found)]


def _long_share(sentence: str) -> float:
    found = tokens(sentence)
    return sum(len(word) >= _LONG_WORD for word in found) / len(found) if len(found) >= 12 else 0.0


def _is_nested(sentence: str) -> bool:
    found = tokens(unquoted(sentence))
    if len(found) < _LEAST_NESTED or (len(found) <= 20 and _NESTED.isdisjoint(found)):
        return False
    clauses = sum(word in _NESTED for word in found[1:])
    return (len(found) > 30 and clauses >= 3) or clauses >= 4 or (len(found) > 20 and _long_share(sentence) >= 0.4)


@rule()
def long_stem(item: Item) -> Iterator[Diagnostic]:
    """W112. Wozniak, rule 12: sentences over 30 words; a case told in several short ones is not at fault."""
    if len(item.stem) <= 2 * _SENTENCE or len(item.stem_words) <= _SENTENCE:
        return  # so many words are longer
    for sentence in sentences(item.stem):
        count = len(tokens(sentence))
        if count > _SENTENCE:
            message = f"a sentence of {count} words; {_SENTENCE} can be read at once"
            yield diagnose("W112", in_stem(item, sentence), message, hint="split it, or strike out what is not needed")
            return
