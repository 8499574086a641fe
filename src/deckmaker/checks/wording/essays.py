"""Rules about essays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item, words
from deckmaker.checks.wording.reading import sentences
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.questions import Essay, Kind
from deckmaker.model.text import Listing

_LOOSE = regex(
    r"\b(?:discuss|comment\s+(?:up)?on|write\s+(?:\w+\s+){0,6}?(?:about|on)|tell\s+(?:\w+\s+){0,2}(?:about|what)"
    r"|talk\s+about|reflect\s+"
    r"(?:up)?on|say\s+something|what\s+do\s+you\s+(?:know|think|remember)|everything|anything|all\s+you|an?\s+essay"
    r"|consider|"
    r"elaborate|explore|examine|review|give\s+(?:an\s+account|an?\s+(?:presentation|talk|description|overview"
    r"|picture)|your\s+(?:views?|thoughts|opinion))|let\s+us\s+hear|inform\s+\w+|what\s+(?:can|could)\s+you\s+say|"
    r"(?:say|show|write|tell)\s+what\s+you\s+(?:have\s+)?(?:know|learn(?:ed|t))|share\s+your|treat|deal\s+with|"
    r"your\s+(?:thoughts|views)|think\s+about)\b",
    re.IGNORECASE,
)
_ONE_THING = regex(
    r"^(?:describe|explain|outline|present|summari[sz]e|characteri[sz]e|evaluate|assess|analy[sz]e"
    r"|appraise)\s+(?:the\s+|an?\s+)?(?:\w+[’']?\w*\s*){1,2}[.!]?$",
    re.I,
)
"""A verb that is better, with the bare name of a topic."""
_LENGTH = regex(
    r"\b(?:(?:about|around|at\s+least|at\s+most|up\s+to|in|of|no\s+more\s+than|not\s+more\s+than"
    r"|between)\s+)*(?:an?\s+)?"
    r"(?:\d+|one|two|three|half\s+an?)(?:\s*(?:-|–|to|and|or)\s*(?:\d+|two|three))?[ -]"
    r"(?:words?|lines?|pages?|sentences?|paragraphs?|minutes?)\b",
    re.IGNORECASE,
)
_SCOPE = regex(
    r"\b(?:how|why|whether|which|compar\w+|contrast\w*|distinguish\w*|differ\w*|similarit\w+|causes?|effects?"
    r"|consequences?|"
    r"results?|reasons?|(?:dis)?advantages?|arguments?|examples?|aspects?|extent|criteri\w+|"
    r"steps?|stages?|using|refer\w*|two|three|four|five|six|\d+|for\s+and\s+against|strengths?|weakness\w*|points?"
    r"|both|"
    r"justify|assess|evaluate|relation\w*|between|from\s+\w+\s+to|if|limits?|limitations?|purposes?|functions?|include|"
    r"factors?|means\s+by|measures|benefits|risks|costs|respects?|led\s+to)\b",
    re.IGNORECASE,
)
"""What narrows a task to something that two students would both treat."""
_ORDERS = regex(
    r"\b(?:what|explain|show|name|give|state|describe|define|list|argue|prove|analy[sz]e|identify|choose)\b",
    re.IGNORECASE,
)


@rule(Kind.ESSAY)
def vague_essay_task(item: Item) -> Iterator[Diagnostic]:
    """Two able students could write on quite different things (teaching centres: essay items; Haladyna 14)."""
    if isinstance(item.question.body, Essay) and item.is_english and _is_vague(item):
        hint = "say which aspects to treat and how many points to make"
        yield diagnose("W406", item.at("stem"), "the task is a topic, with nothing to say about it", hint=hint)


def _is_vague(item: Item) -> bool:
    if any(isinstance(block, Listing) for block in item.question.stem):
        return False
    task = _LENGTH.sub(" ", item.stem)
    if _ONE_THING.match(task.strip()):
        return True
    if _SCOPE.search(task):
        return False
    if match := _LOOSE.search(task):
        return not any(_ORDERS.search(said) for said in sentences(task[match.end() :])[:3])
    is_noun = re.match(r"(?:the|an?)\s", task.strip(), re.IGNORECASE) is not None and len(sentences(task)) == 1
    return len(words(task)) <= (9 if is_noun else 5) and "?" not in task and not _ORDERS.search(task)


@rule(Kind.ESSAY)
def essay_without_rubric(item: Item) -> Iterator[Diagnostic]:
    """Marks differ from marker to marker without one (teaching centres: essay items)."""
    body = item.question.body
    if isinstance(body, Essay) and not body.rubric and not body.answer:
        hint = "say under `rubric` what earns each point"
        yield diagnose("W407", item.at("stem"), "nothing says how the essay is marked", hint=hint)
