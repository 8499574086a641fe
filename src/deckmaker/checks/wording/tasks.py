"""Rules about the task itself: one thing at a time, and nothing whose answer is a matter of taste."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import CHOICES, asks_with, in_stem, lead_in, sentences, tokens, unquoted
from deckmaker.checks.wording.stem_words import POLICY, RESPECTS, STANDARDS, VALUE_NOUNS, VALUES
from deckmaker.checks.wording.tables import FINITE, NAMED_SUBJECTS, word_set
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.questions import Kind

_ASKING = (*CHOICES, Kind.SHORT_ANSWER, Kind.NUMERIC, Kind.FLASHCARD)
_TWO_QUESTIONS = re.compile(
    r"\b(?:which|what|who|whom|whose|when|where|why|how)\b[^?]*?(?:,? (?:and|or|plus)(?: also)?|;) (?:(?:in|at|on"
    r"|to|by|for|of|with|from|about|under|since) )?(?:why|how|when|where|what|(?<=, and )who|(?<=, and )which"
    r"|(?<=; )which|(?<=; )who|(?:in|at|on|to|by|for|of|with|from) which|which (?=\w+ (?:is|was|are|were|did|does"
    r"|do|has|had)))\b(?! (?:is why|is how|not\b))",
    re.I,
)
_WH_AND_WH = re.compile(
    r"\b(?:when|where|why|how|who|what|which \w+) and (?:in |at |on |by |to |for |under |with )?(?:when|where|why"
    r"|how|who|whom|whose|what|which)\b",
    re.I,
)
_TWO_ORDERS = re.compile(
    r"^(?:name|define|state|give|calculate|find|explain|describe|list|compute|identify|determine|tell|say|write"
    r"|who|what|which|when|where|how|why)\b.{4,}?(?:,| ) ?(?:and|then) (?:also |then |briefly )?(?:explain|state"
    r"|give|name|say|tell|describe|list|define|calculate|find|write|identify|determine|justify|compute)\b",
    re.I,
)
_JOINED = re.compile(
    r"\b(?:the )?([\w-]+)(?: of [\w ]{1,30}?)? and (?:also )?(?:the |its |his |her |their |in which |what )?([\w-]+)\b",
    re.I,
)
_RELATES = re.compile(
    r"\b(?:between|compare\w*|differ\w*|common|relat\w+|both|together|respectively|sum|product of|combination"
    r"|versus|ratio)\b",
    re.I,
)
_BECAUSE = re.compile(
    r"(?<!merely )(?<!just )(?<!only )(?<!simply )(?<!partly )(?<!mainly )\b(?:because(?! of\b)|so that|which is "
    r"why|whereas|therefore|hence|, so|, while|although|, though|and thus|and therefore|and so|thereby|, making"
    r"|, causing|, which|, where)\b|;",
    re.I,
)
_BUT = re.compile(r"(?<!nothing )(?<!anything )(?<!all )(?<!everything )\bbut\b", re.I)
_SUBORDINATE = frozenset(
    (
        "if",
        "when",
        "that",
        "whether",
        "where",
        "who",
        "which",
        "whose",
        "once",
        "until",
        "after",
        "before",
        "while",
        "unless",
        "between",
        "both",
    )
)
_AFTER_VERB = word_set(
    """
    the a an its his her their this that these those in by to from at on for into with no not only as all each
    every three two four five six seven eight nine ten through about after before under over during of up out
    one more less most about
    """
)
_PAST = word_set(
    """
    wrote became began led won took gave made died lost fought built found held ran sold sent ended fell rose
    grew left kept brought taught sang founded ruled served set put
    """
)
_OWN_VIEW = re.compile(
    r"\b(?:in your (?:own )?(?:opinion|view|experience|judgement|judgment|eyes|mind)|(?:do|would|did) you "
    r"(?:personally )?(?:think|believe|feel|prefer|like|enjoy|recommend|agree|rather)|your (?:own )?(?:opinion"
    r"|view|favou?rite|personal|feelings?|thoughts)|you (?:personally )?(?:like|prefer|admire|enjoy)|(?:appeals?"
    r"|matters?) (?:most )?to you|how do you feel|are you for or against|what do you make of)\b",
    re.I,
)
_BEST_OF = re.compile(
    r"\b(?:the |world's |ever's |history's )?(?:best|greatest|finest|worst|most important|most influential|most "
    r"significant|most interesting|most useful|most talented|most valuable|most famous|most evil|most tragic"
    r"|most dangerous|most successful|most memorable|most perfect|most original|most convincing|most elegant"
    r"|most harmful)\s+((?:[\w'’-]+\s?){1,4})",
    re.I,
)
_JUDGING = word_set("most more least less too very so rather truly really deeply simply quite")
_BEING = word_set("is was are were")
_IS_BEST = re.compile(r"\b(?:is|was|are|were) (?:the )?(?:best|greatest)(?: of (?:all|them))?\s*[?.]", re.I)
_BETTER = re.compile(
    r"\b(?:is|are|was|were|makes?)\b[^,;]{0,30}?\b(?:better|worse|nicer|superior|inferior|preferable|more "
    r"(?:important|valuable|useful|interesting|enjoyable|worthwhile)) (?:\w+ ){0,2}(?:than|to)\b",
    re.I,
)
_JUDGED = re.compile(
    r"\b(?:is|was|are|were|be) (?:\w+ )?(?:unfair|unjust|immoral|unethical|wrong to|right to|justified"
    r"|unjustified|a mistake|a disgrace|a good idea|a bad idea|overrated|underrated|a waste of|worth (?:reading"
    r"|seeing|learning|visiting|hearing)|the best|the greatest|the finest|the worst)\b(?! (?:conductor|predictor"
    r"|estimat\w+|known|insulator|approximation|common|depth|height|speed|distance|fit))",
    re.I,
)
_MEASURED = re.compile(
    r"\b(?:best|most) (?:describes?|explains?|defines?|fits?|matches|match|represents?|supports?|summari[sz]es"
    r"|expresses|shows?|illustrates?|characteri[sz]es|suits?|likely|probably|accurately|commonly|closely"
    r"|appropriate|known|common|abundant|estimate|approximation|conductor)\b",
    re.I,
)


def two_questions(item: Item) -> Iterator[Diagnostic]:
    """W105. Haladyna et al. 2002, 1; teaching-centre guides: one idea an item, or nobody knows which one was missed."""
    if not item.is_english or item.question.family:
        return
    if item.kind in _ASKING and _asks_twice(item.stem):
        yield diagnose("W105", in_stem(item), "two things are asked at once", hint="make two questions of it")
    elif item.kind is Kind.TRUE_FALSE and _states_twice(lead_in(item.stem)):
        message = "two statements are joined: either may be false alone"
        yield diagnose("W105", in_stem(item), message, hint="make two questions of it, or give one half as known")


def _asks_twice(stem: str) -> bool:
    text = unquoted(stem)
    if (
        sum(sentence.rstrip(" )").endswith("?") for sentence in sentences(text)) > 1
        or len(re.findall(r"\?+", text)) > 1
    ):
        return True
    asked = lead_in(text)
    return bool(
        _WH_AND_WH.search(asked) or _TWO_QUESTIONS.search(asked) or _TWO_ORDERS.search(asked) or _two_respects(asked)
    )


def _two_respects(asked: str) -> bool:
    """ "the capital and the currency of …": two nouns that each ask for something else."""
    if _RELATES.search(asked) or re.search(
        r"\band (?:the )?(?:first|last|largest|longest|highest|oldest|smallest|main|present|past)\b", asked
    ):
        return False
    if re.search(r"\bwhat (?:are|were) the (?:\w+ ){1,2}and (?:the )?(?:\w+ ){1,2}of\b", asked, re.I):
        return True
    return any(
        one.casefold() in RESPECTS and other.casefold() in RESPECTS for one, other in _JOINED.findall(asked)
    ) and not asked.casefold().startswith(("why", "how"))


def _states_twice(statement: str) -> bool:
    text = unquoted(statement)
    if _BECAUSE.search(text) or (_BUT.search(text) and not re.search(r"\bnot\b[^,;]*\bbut\b", text)):
        return True
    found = tuple(word.casefold() for word in re.findall(r"[\w'’-]+", text))
    return any(_joins(found, index) for index, word in enumerate(found) if word == "and")


def _joins(found: tuple[str, ...], index: int) -> bool:
    """Whether the "and" at this place joins two clauses or two predicates."""
    before, after = found[:index], found[index + 1 : index + 8]
    if not after or _SUBORDINATE & {*before[-8:]} or not any(word in FINITE or word.endswith("s") for word in before):
        return False
    if any(word in ("if", "when") for word in before) or len(before) < 3:
        return False
    has_verb = any(word in FINITE or word in _PAST or word.endswith("ed") for word in before)
    if after[0] in NAMED_SUBJECTS or (after[0] in FINITE and has_verb):
        return True
    if has_verb and any(word in FINITE for word in after[1:5]):
        return True
    if after[0] == "the" and after[1:] and after[1].endswith("est") and {"is", "are", "was", "were"} & {*before}:
        return True
    looks_like_verb = after[0] in _PAST or (
        after[0].endswith(("ed", "s")) and not after[0].endswith(("ss", "us", "is"))
    )
    return (
        looks_like_verb
        and len(after) > 1
        and after[1] in _AFTER_VERB - {"of"}
        and any(word in FINITE or word.endswith(("ed", "s")) for word in before)
    )


def opinion_asked(item: Item) -> Iterator[Diagnostic]:
    """W106. Haladyna et al. 2002, 5: without a named source or standard, any answer to a matter of taste is right."""
    kinds = (*CHOICES, Kind.TRUE_FALSE, Kind.SHORT_ANSWER, Kind.FLASHCARD)
    if not item.is_english or item.kind not in kinds or item.question.claims:
        return
    found = _opinion(unquoted(item.stem), is_statement=item.kind is Kind.TRUE_FALSE)
    if found:
        hint = "name who judges or by what standard, or ask for a fact"
        yield diagnose(
            "W106", in_stem(item, found), f'"{found}" asks for a judgement, and nothing says whose', hint=hint
        )


def _opinion(text: str, *, is_statement: bool) -> str:
    own = _OWN_VIEW.search(text)
    if own:
        return own[0]
    asked = lead_in(text)
    lowered = f" {' '.join(tokens(text))} "
    if any(f" {phrase} " in lowered for phrase in STANDARDS):
        return ""
    best = _BEST_OF.search(asked) if asks_with(asked) not in ("where", "when", "why", "how") else None
    if _IS_BEST.search(asked) and {*tokens(asked)} & VALUE_NOUNS:
        return "best" if "best" in tokens(asked) else "greatest"
    if best and not _MEASURED.search(asked) and _is_value_noun(best):
        return best[0].strip()
    policy = (
        re.search(POLICY, asked, re.I)
        if is_statement or re.match(r"should\b", asked, re.I) or re.search(r"\bwhich .{0,40}\bshould be\b", asked, re.I)
        else None
    )
    for match in (
        policy,
        _BETTER.search(asked)
        if is_statement or asked.casefold().startswith(("is ", "are ", "which is better", "what is better"))
        else None,
        _JUDGED.search(asked) if is_statement else None,
    ):
        if match:
            return match[0]
    found = [word.replace("’", "'") for word in re.findall(r"[\w'’-]+", asked)]
    judging = _JUDGING | _BEING if is_statement else _JUDGING
    judged = (
        word for index, word in enumerate(found) if word in VALUES and {*found[max(0, index - 2) : index]} & judging
    )
    return next(judged, "")


def _is_value_noun(best: re.Match[str]) -> bool:
    if re.search(
        r"most (?:influential|significant|interesting|talented|evil|tragic|perfect|original|convincing|elegant"
        r"|memorable|important)",
        best[0],
        re.I,
    ):
        return not re.search(r"\b(?:figure|digit|bit|byte|step|nursing|action|sign)", best[1], re.I)
    nouns = re.split(r"\b(?:of|in|for|to|at|by|on|that|was|is|ever|among|from|who)\b", best[1])[0].split()
    return bool(nouns) and any(word.casefold() in VALUE_NOUNS for word in nouns)
