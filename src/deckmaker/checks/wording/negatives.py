"""Rules about negatives: set off where they turn the task round, and never two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import CHOICES, in_stem, lead_in, set_off, tokens, unquoted
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Kind

_NEGATIVES = frozenset(
    ("not", "except", "excepting", "never", "cannot", "nor", "neither", "excluding", "without", "none", "unless")
)
_TURNS = frozenset(("not", "except", "excepting", "never", "cannot", "excluding"))
_DENIES = frozenset(("not", "no", "never", "cannot", "none", "neither", "nobody"))
_COMPARED = frozenset(("more", "longer", "less", "fewer", "later"))
_ALSO_BEFORE_NOUNS = frozenset(("than", "so", "since", "after", "before", "until"))
_SUBORDINATE = word_set(
    """
    that who whom whose if when where whether because although though while since unless whereas after before
    until without than so lest
    """
)
_FALSE = regex(
    r"\b(?:is|are|was|were|be) (?:the )?(?:false|incorrect|untrue|wrong|inaccurate|an exception|the exception)\b"
    r"|\b(?:which|what|the|an?) (?:\w+ )?(?:false|incorrect|untrue|inaccurate|wrong) (?:statement|answer|option"
    r"|one|claim|assertion|sentence|description|definition|pairing|match|combination)\b"
    r"|\b(?:which|what) (?:of [\w ]+ )?(?:statement )?(?:is|are) (?:the )?(?:odd one out|false|incorrect|untrue"
    r"|wrong)\b"
    r"|\bthe (false|incorrect|wrong|untrue) (?:statement|one|answer|option)\b",
    re.I,
    needs="false incorrect untrue wrong inaccurate exception odd",
)
_LEAST = regex(
    r"\bleast (?!(?:amount|number|distance|time|value|cost|sum|force|energy)\b|common (?:multiple|denominator)"
    r"|squares?\b|upper\b|one\b|two\b|three\b|\d|significant digit)",
    re.I,
    needs="least",
)
_NO = regex(
    r"\b(?:which|what)(?: one)? (?:of (?:the following|these|those)(?: [\w-]+){0,2}?|[\w-]+(?: [\w-]+)?) (?:has"
    r"|have|had|shows?|plays?|contains?|needs?|is|are|gives?|gets?|makes?|requires?|carries|takes?|bears?"
    r"|produces?|was|were|took|takes?|forms?|has had|pays?|receives?|won|played) (no)\b(?! (?:longer|more|less|fewer))",
    re.I,
    needs="no",
)
_NOT_A_TURN = regex(
    r"\bnot (?:only|just|merely|necessarily|yet|until|always)\b|\bwhether or not\b|\bbut not\b|\bor not\b"
    r"|\bnot\b[^,.;]*\bbut\b",
    re.I,
)
_ORDERED = regex(
    r"^(?:find|choose|mark|pick|select|identify|tick|circle|underline|indicate|name) (?:the|all"
    r"|any)(?: [\w-]+){1,2} (?:that|which|who) "
    r"(?:is|are|was|were|does|do|did|has|have|can|cannot|could|will)? ?(not|never|cannot|\w+n['’]t)\b",
    re.I,
    needs="find choose mark pick select identify tick circle underline indicate name",
)
"""An order to find what is not so."""
_UN = regex(
    r"^(?:un(?!der|til|it|io|iv|iq|ifo|ison|cle|lik?ewise)\w{4,}|in(?:accurate|correct|valid|consistent"
    r"|significant|appropriate|"
    r"sufficient|active|capable|complete|effective|efficient|frequent|visible|soluble|elastic|adequate|flammable|human|"
    r"direct|edible|secure|sensitive|stable|tolerant|compatible|admissible|eligible|considerable|dispensable"
    r"|essential)|"
    r"im(?:possible|probable|pure|moral|proper|permissible|mature|mobile|permeable|perfect|polite|practical|plausible)|"
    r"ir(?:relevant|regular|reversible|rational|responsible)|il(?:legal|logical|legitimate|literate)|"
    r"dis(?:honest|agree\w*|allow\w*|approv\w*|prov\w+|similar|advantageous|continu\w+|like[ds]?|orderly"
    r"|satisfied|qualified)|"
    r"non-?\w+|a(?:typical|symptomatic|bsent|bsence)|mis(?:leading|taken|understood)|\w{3,}less|"
    r"false|untrue|wrong|lacking|lacks?|fails?|failed|failing|forbidden|prohibited|prohibits?|denie[ds]|deny"
    r"|exempt|without|"
    r"prevents?|refuses?|rejects?|excluded?s?|rare|rarely|seldom|hardly|scarcely|oppose[ds]?|devoid|free-of|void"
    r"|avoids?|impede[ds]?)$"
)  # fmt: skip
_NEGATED = regex(r"^(?:not|no|never|neither|nor|none|nothing|nobody|cannot|without|hardly|scarcely|\w+n't)$")
_IN_OPTION = regex(
    r"\b(?:not|no|never|none|neither|nothing|nobody|cannot|without|\w+n['’]t|lack(?:s|ing)?|absence)\b", re.I
)
_CASE = regex(r"\b(?:and|or|nor|neither|but)\b")


_VERBS = ("is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "cannot", "could", "will")
_TURNING = frozenset(
    (
        *("false", "incorrect", "untrue", "wrong", "inaccurate", "exception", "odd", "least", "no", "none", "neither"),
        *(_TURNS | _DENIES),
        "t",  # of "don't"
        *(verb + turn for verb in _VERBS for turn in ("not", "never", "cannot")),  # `_ORDERED` takes "isnot" too
    )
)
"""One of these pieces stands where a negative turns a task or a statement round."""


@rule(*CHOICES, Kind.TRUE_FALSE, needs=_TURNING)
def negative_not_emphasised(item: Item) -> Iterator[Diagnostic]:
    """W102. Haladyna et al. 2002, 17; Case & Swanson: a "not" read over turns a known answer into a wrong one."""
    if not item.is_english or item.question.family:
        return
    found = _turning(item)
    if found and found.casefold() not in set_off(item.question.stem):
        message = f'"{found}" turns the question round and is easily read over'
        hint = f"ask for what is true, or write **{found.upper()}**"
        yield diagnose("W102", in_stem(item, found), message, hint=hint)


def _turning(item: Item) -> str:
    """The word that turns the task or the statement round, as written; "" where there is none."""
    if item.kind in CHOICES:
        return _exception(lead_in(unquoted(item.stem)))
    return _denial(lead_in(unquoted(item.stem))) if item.kind is Kind.TRUE_FALSE else ""


def _exception(asked: str) -> str:
    """The negative that makes a lead-in ask for the exception; one in a clause of the case described does not."""
    text = _NOT_A_TURN.sub(" ", asked)
    least, none = _LEAST.search(text), _NO.search(text)
    for match in (_FALSE.search(text), least, none):
        if match:
            return next(
                (
                    word
                    for word in re.findall(r"[\w'’]+", match[0])
                    if re.fullmatch(r"false|incorrect|untrue|wrong|inaccurate|least|no|exception|odd", word, re.I)
                ),
                "",
            )
    ordered = _ORDERED.search(text)
    if ordered:
        return ordered[1]
    written = re.findall(r"[\w'’-]+|,", text)
    lowered = [word.casefold().replace("’", "'") for word in written]
    start = next(
        (index for index, word in enumerate(lowered) if word in ("which", "what", "who", "whom", "whose")), None
    )
    if start is None and {"why", "how", "when", "where"} & {*lowered}:
        return ""
    first = 0 if start is None else start + 1
    for index in range(first, len(lowered)):
        word = lowered[index]
        if word in _TURNS or word.endswith("n't"):
            return written[index] if _asks_for_exception(lowered[:first], word) else ""
        if word in _SUBORDINATE or (word in ("which", "what") and index > first):
            return ""
    return ""


def _asks_for_exception(before: list[str], word: str) -> bool:
    return not {"why", "how", "when"} & {*before} or word in ("except", "excepting")


def _denial(statement: str) -> str:
    """The "not", "no" or "never" of a statement's main clause; what stands after "but" is a contrast."""
    written = re.findall(r"[\w'’-]+", _NOT_A_TURN.sub(" ", statement))
    for index, word in enumerate(written):
        lowered = word.casefold().replace("’", "'")
        if lowered == "but" or (index > 0 and lowered in _SUBORDINATE - _ALSO_BEFORE_NOUNS):
            return ""
        following = written[index + 1].casefold() if index + 1 < len(written) else ""
        if (lowered in _DENIES or lowered.endswith("n't")) and not (lowered == "no" and following in _COMPARED):
            return str(word)
    return ""


@rule(
    *CHOICES,
    Kind.TRUE_FALSE,
    Kind.SHORT_ANSWER,
    Kind.FLASHCARD,
    needs=_TURNING | {"nor", "nothing", "without", "hardly", "scarcely"},
)
def double_negative(item: Item) -> Iterator[Diagnostic]:
    """W103. Haladyna et al. 2002, 17 and 26; Case & Swanson: two negatives test logic, not the subject."""
    if not item.is_english or item.question.family:
        return
    asked = lead_in(unquoted(item.stem))
    if _has_two(asked):
        yield diagnose(
            "W103",
            in_stem(item, lead_in(item.stem)),
            "two negatives must be worked out against each other",
            hint="say it without a negative",
        )
        return
    turning = _exception(asked) if item.kind in CHOICES else ""
    denied = [option for option in item.options if _IN_OPTION.search(unquoted(option))]
    if turning and denied:
        message = f'"{turning}" in the stem meets the negative of "{denied[0]}"'
        yield diagnose(
            "W103", in_stem(item, turning), message, hint="ask for what is true, or say the options without a negative"
        )


def _has_two(sentence: str) -> bool:
    found = tokens(
        re.sub(
            r"\b(?:not only|not just|whether or not|or not|no longer|no more than|no fewer than|no less than|no "
            r"later than|no\. ?\d)\b",
            " ",
            sentence,
            flags=re.I,
        )
    )
    negated = [index for index, word in enumerate(found) if _NEGATED.match(word)]
    for index in negated:
        near = found[index + 1 : index + 5]
        if (
            found[index] != "without"
            and any(_UN.match(word) for word in near[:4] if not _CASE.match(word))
            and not _joined(near)
        ):
            return True
    for one, other in pairwise(negated):
        between = found[one + 1 : other]
        if found[other] != "nor" and not _joined(between) and found[one] != "neither":
            return True
    return bool(negated) and any(word in ("unless", "except") for word in found[negated[0] + 1 :]) and "or" not in found


def _joined(between: tuple[str, ...]) -> bool:
    """Whether the two stand side by side, "not ill and takes no medicine", and are no negative of a negative."""
    return any(_CASE.match(word) for word in between)
