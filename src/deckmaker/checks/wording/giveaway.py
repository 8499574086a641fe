"""Whether a prompt tells its own answer: holds it or its root, or draws its outline. English.

What can be read off need not be known (Haladyna 28; Matuschak: no pattern matching).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.completion import answers_of, gaps_of
from deckmaker.checks.wording.reading import BLANK, root, tokens, unquoted
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.tables import ENDINGS, IRREGULAR, STOPWORDS
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import SIGNS, folded, pieces, word_set
from deckmaker.model.questions import Cloze, Flashcard, Kind
from deckmaker.model.text import plain

_LONGEST = 3
"""In content words: a longer answer explains, and says again what it explains."""
_LONG_ROOT = 5
"""In letters: a root of so many that begins another word is heard in it ("insect", "insectivore")."""
_BEGUN = 3
"""In letters: so many a word has in common with others of its root, if it has so many."""
_IRREGULAR = frozenset(IRREGULAR)
_LITTLE = word_set(
    """
    a an the of in at on to by for with from as and or it is are its their they that be
    """
)
_USUAL_BLANKS = frozenset((1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20))
"""Lengths of blanks that authors type without counting."""
_FORM_ASKED = regex(
    r"\b(?:plural|singular|past|tense|participle|form|comparative|superlative|opposite|antonym|translat\w+|spell\w*|"
    r"prefix|suffix|abbreviat\w+|acronym|short for|stands? for|derivative|anagram|rewrite|correct(?:ed)?|passive|noun|"
    r"verb|adjective|adverb|pronounc\w+|simplif\w+|factor\w*|full name|first name)\b",
    re.IGNORECASE,
)
"""What asks for another form of a word or formula that has to be shown."""
_ENDINGS = frozenset(
    ("", *ENDINGS, *word_set("e ed d r rs n t ts ations ics ially ency le less ians ean as us es os ish ese"))
)
_FIRST_LETTER = regex(
    r"(?<![\w'’])(?:[^\W\d_](?:[-–.…]{2,}|(?: [-–]){3,}|_+(?: ?_)*)|[^\W\d_aAI] _[_ ]*)[^\W\d_]?(?!\w)"
)
"""A letter and then a blank; "a" and a blank is an article."""
_TOLD_LETTERS = regex(
    r"\b(?:begin|start|end)(?:s|ning|ing)?\s+(?:with|in)\s+(?:(?:the\s+)?letters?\s+\W?\w{1,2}\b"
    r"|(?:an?\s+)?[\"'“‘]?[A-Z]\b[\"'”’]?"
    r"|[\"'“‘]?[b-z](?!\w)[\"'”’]?)"
    r"|\brhymes?\s+with\b|\(?\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)[ -]letters?\b",
)
_RUN = regex(r"_[_ ]*_|_")
GAP = "___"
"""What stands for a gap of a cloze: of no word's length."""
_SPELLED = regex(r"(?<!\w)(?=\w*_)(?=\w*[^\W_])[\w…]+(?!\w)")
"""Letters and blanks in one word; whether they spell the answer is looked at."""
_NAME = regex(r"\b[A-Z][\w’'-]{3,}")
_NAMED_AFTER = regex(r"\bnamed (?:after|for)\b")
_OPENS = r"[._…*–?-]"
"""What stands for letters that are left out."""


@rule(Kind.SHORT_ANSWER, Kind.CLOZE, Kind.FLASHCARD, Kind.NUMERIC)
def answer_given_away(item: Item) -> Iterator[Diagnostic]:
    """The first thing in the prompt that tells the answer."""
    if not item.is_english:
        return
    if how := next(_tells(item), ""):
        hint = "ask in words of another root, and draw every blank alike"
        yield diagnose("W304", item.at("stem", "front", "text"), f"the answer can be read off: {how}", hint=hint)


def _tells(item: Item) -> Iterator[str]:
    body, stem = item.question.body, item.question.stem
    answers = (plain(body.back),) if isinstance(body, Flashcard) else answers_of(item)
    above = plain(stem) if stem and isinstance(body, Cloze) else ""
    prompt = f"{item.stem} {above}" if above else item.stem
    yield from [f'the hint "{given}" says it' for given, answer in _hints(item, answers) if _hint_says(given, answer)]
    found = item.stem_pieces | pieces(above) if above else item.stem_pieces
    if _letters_are_told(prompt, found, answers):
        yield "its letters are told"
    runs = [run for run in _RUN.findall(prompt) if run != GAP] if "_" in prompt else ()
    if runs and any(_is_outline(runs, answer) for answer in answers):
        yield "the blanks are as long as its words"
    told = [word for answer in answers if (word := _repeated(answer, prompt, found))]
    told += [name for answer in answers if (name := _named_after(answer, prompt))] if "named" in prompt else []
    if told and not _FORM_ASKED.search(prompt):
        yield f'"{told[0]}" stands in the prompt'


def _hints(item: Item, answers: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each hint with an answer that it may say."""
    hints = [(gap.hint, answer) for gap, answer in zip(gaps_of(item), answers, strict=False) if gap.hint]
    hint = plain(item.question.hint) if item.question.hint else ""
    return [*hints, *((hint, answer) for answer in answers)] if hint else hints


def _letters_are_told(prompt: str, found: frozenset[str], answers: tuple[str, ...]) -> bool:
    """Whether letters stand beside blanks, or the prompt says with which it begins, or how many it has."""
    begun = "_" in prompt and _is_begun(found - _NOT_BEGUN)
    if (begun or any(map(prompt.__contains__, _DOTTED))) and _FIRST_LETTER.search(prompt):
        return True
    if begun and _is_spelled(prompt, answers):
        return True
    return not _TELLING.isdisjoint(found) and _TOLD_LETTERS.search(prompt) is not None


def _is_begun(pieces: frozenset[str]) -> bool:
    """Whether one of them is a letter alone, or has blanks and may have letters beside them."""
    return 1 in map(len, pieces) or "_" in " ".join(pieces)


_NOT_BEGUN = frozenset(("a", GAP, *SIGNS))
"""Pieces that stand beside blanks and tell no letter."""
_DOTTED = ("–", "…", "..", "--", "-.", ".-", " -")
"""One of these stands where letters are left out behind the first, if no blank does."""
_TELLING = frozenset(
    (
        *(verb + ending for verb in ("begin", "start", "end") for ending in ("", "s", "ning", "ing")),
        *("rhyme", "rhymes", "letter", "letters"),
    )
)
"""One of these pieces stands in `_TOLD_LETTERS`."""


def _hint_says(hint: str, answer: str) -> bool:
    """Whether a hint holds the answer or its root, spells some of its letters, or tells them."""
    if _stands_in(answer, hint) or _TOLD_LETTERS.search(hint) or _spells(hint, answer):
        return True
    bare = hint.strip().casefold()
    begins = bare.isalpha() and answer.casefold().startswith(bare) and answer[len(bare) : len(bare) + 1].isalpha()
    if re.search(r"\b(?:start|begin|end)s?\s+(?:with|in)\s+\W?\w{1,4}\W?$", bare):
        return True
    parts = re.findall(r"[^\W\d_]{4,}", bare)
    return begins or (len(words(answer)) == 1 and any(answer.casefold().startswith(part) for part in parts))


def _spells(hint: str, answer: str) -> bool:
    """Whether the hint is the answer with letters left out, "disin……tion", "s k _ n"."""
    letters = "".join(hint.casefold().split())
    if not re.search(_OPENS, letters) or not re.search(r"[^\W\d_]", letters) or not re.search(r"[^\W\d_]", answer):
        return False
    parts = (re.escape(part) for part in re.split(f"{_OPENS}+", letters))
    return re.fullmatch(".*".join(parts), "".join(answer.casefold().split())) is not None


def _is_spelled(prompt: str, answers: tuple[str, ...]) -> bool:
    """Whether a word of the prompt is one of the answer with blanks for some of its letters, "b_n_n_"."""
    return any(
        _spells(spelled, part) for spelled in _SPELLED.findall(prompt) for answer in answers for part in answer.split()
    )


def _named_after(answer: str, prompt: str) -> str:
    """The surname that answers "named after whom?" and stands in the prompt; "" where there is none."""
    if not _NAMED_AFTER.search(prompt):
        return ""
    names = _NAME.findall(answer)
    if len(names) != len(answer.split()):
        return ""
    return next((word for word in _content(unquoted(prompt)) if _same_root(word, names[-1].casefold())), "")


def _stands_in(answer: str, text: str) -> bool:
    sought, found = words(answer), words(text)
    return bool(sought) and any(found[at : at + len(sought)] == sought for at in range(len(found)))


def _is_outline(runs: Sequence[str], answer: str) -> bool:
    """Whether blanks side by side have the lengths of the answer's words, or one a telling length."""
    for run in runs:
        lengths = [len(part) for part in run.split()]
        wanted = [len(word) for word in answer.split()]
        spelled = len(lengths) > 2 and len(lengths) == len(answer.replace(" ", ""))
        if spelled or (lengths == wanted and (len({*lengths}) > 1 or not {*lengths} <= _USUAL_BLANKS)):
            return True
    return False


def _repeated(answer: str, prompt: str, found: frozenset[str]) -> str:
    """The word of the prompt that is the answer, or its root; "" where there is none or it is one of those named."""
    sought = _sought(answer)
    if not 1 <= len(sought) <= _LONGEST or not _may_echo(sought[0], found):
        return ""
    free = unquoted(prompt)
    shown = _shown(free)
    echoes = []
    for wanted in sought:
        initial, is_irregular = wanted[0], wanted in IRREGULAR
        near = [word for word in shown if word[0] == initial or is_irregular or word in IRREGULAR]  # of other roots
        echo = next((word for word in near if _same_root(word, wanted)), "")
        if not echo:
            return ""
        echoes.append(echo)
    return "" if _is_choice(free, sought[-1]) else echoes[0]


def _may_echo(word: str, found: frozenset[str]) -> bool:
    """Whether one of these pieces begins as the word does, which words of one root do, or is irregular."""
    begun = folded(word)[:_BEGUN]
    if not begun.isalnum() or word in IRREGULAR or not found.isdisjoint(_IRREGULAR):
        return True
    return f" {begun}" in f" {' '.join(found)}"


@lru_cache(maxsize=64)
def _shown(prompt: str) -> list[str]:
    return _content(_without_blanks(prompt))


def _without_blanks(text: str) -> str:
    """The text without gaps, or with gaps that are words of their own, which carry no meaning."""
    if "[" in text or "(" in text or ("_" in text and any("_" in word and word.strip("_") for word in tokens(text))):
        return BLANK.sub(" ", text)
    return text


def _is_choice(prompt: str, word: str) -> bool:
    """Whether the prompt offers the word among others: then choosing it is the task."""
    named = re.escape(word)
    return re.search(
        rf"\b{named}\W+(?:\w+\s+){{0,2}}?or\b|\bor\s+(?:\w+\s+){{0,3}}?{named}\b", prompt.casefold()
    ) is not None or (
        re.match(r"(?:which|what|who)\b(?:\s+\w+)?\s+of\b", prompt.casefold()) is not None and "," in prompt
    )


def _content(text: str) -> list[str]:
    """The words that carry meaning, as they stand."""
    return [word for word in tokens(text) if word not in STOPWORDS and len(word) > 2 and word.strip("_")]


def _sought(answer: str) -> list[str]:
    """The same of an answer, in which every word counts that is more than grammar: a *right* angle."""
    return [word for word in tokens(answer) if word not in _LITTLE]


def _same_root(one: str, other: str) -> bool:
    """Whether two words are forms of one: alike but for endings, on four letters or more of a common beginning."""
    if root(one) == root(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(root(shorter)) >= _LONG_ROOT and longer.startswith(root(shorter)):
        return True
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return any(
        one[at:] in _ENDINGS and other[at:] in _ENDINGS for at in (common, common - 1) if at >= 4 and 2 * at >= len(one)
    )
