"""The rule about matters of taste: what is asked has an answer that a source, a standard or the facts decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import CHOICES, asks_with, in_stem, lead_in, tokens, unquoted
from deckmaker.checks.wording.rules import rule
from deckmaker.checks.wording.stem_words import POLICY, STANDARDS, VALUE_NOUNS, VALUES
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import regex
from deckmaker.model.pieces import pieces, word_set
from deckmaker.model.questions import Kind

_OWN_VIEW = regex(
    r"\b(?:in your (?:own )?(?:opinion|view|experience|judgement|judgment|eyes|mind)|(?:do|would|did) you "
    r"(?:personally )?(?:think|believe|feel|prefer|like|enjoy|recommend|agree|rather)|your (?:own )?(?:opinion"
    r"|view|favou?rite|personal|feelings?|thoughts)|you (?:personally )?(?:like|prefer|admire|enjoy)|(?:appeals?"
    r"|matters?) (?:most )?to you|how do you feel|are you for or against|what do you make of)\b",
    re.I,
    needs="you your",
)
_WE = (
    r"(?:everyone|everybody|people|one|we|society|societies|parents|pupils|students|children|teachers|schools?"
    r"|universities"
    r"|(?:the )?(?:state|states|government|governments|eu|un)|parliament|politicians|citizens|countr(?:y|ies)"
    r"|nations?|cities"
    r"|compan(?:y|ies)|firms|banks|employers|workers|journalists|newspapers|scientists|artists|museums?|zoos?"
    r"|churches|men|women"
    r"|voting|taxes|beginners|every \w+|all \w+|the (?:rich|poor|young|old|west|world))"
)
"""Whose duties people argue about; what a nurse or a driver should do, rules decide."""
_DUTY = regex(
    rf"^(?:(?:in \w+|today),? )?(?:rich |poor |young |old |modern |western |all )?{_WE}(?: \w+){{0,2}}? (?:should"
    rf"|ought to|must|has to|have to|have a duty to)\b(?! be (?:placed|written|read as))"
    rf"|^should {_WE}\b(?! \w+,)|\bshould (?:the )?[\w ]{{1,30}} be (?:allowed|banned|abolished|lowered|raised"
    rf"|compulsory|legal|free|changed|taxed)\b"
    rf"|\b(?:which|what|whom?|how)\b[^?]{{0,40}} should {_WE} |\bwhat should be done (?:about|against|for)\b"
    r"|\bit would be (?:better|best|fairer|wiser|good|wrong)\b|\bwhat would you (?:do|choose) if you\b",
    re.I,
    needs="should ought must has have would",
)
"""A duty that no one is named to have laid down."""
_PRAISE = regex(
    r"\b(?:is|are|was|were) (?:\w+ )?(?:wrong|(?:an? )?(?:\w+ )?(?:masterpiece|disgrace|mistake|blessing|curse|shame"
    r"|hero|villain|tyrant))\s*\.$"
    r"|\b(?:is|are|was|were) too (?!\w+ (?:to|for)\b)\w+\s*\.$|\b(?:is|are|was|were) (?:\w+ )?(?:bad"
    r"|good) for (?!the (?:heart|skin|teeth|bones|liver))\w"
    r"|\b(?:more harm than good|no good)\b",
    re.I,
    needs="wrong masterpiece disgrace mistake blessing curse shame hero villain tyrant too bad good",
)
"""A verdict of a statement."""
_VERDICT = regex(
    r"\bthe (?:finest|fairest|noblest|wisest|worst|most (?:important|trustworthy|beautiful|influential|significant"
    r"|useful|interesting))"
    r"(?: (?:one|of (?:them|these|all)))*\s*\?$|\bthe (?:right|proper|best) (?:attitude|opinion|view|way to live)\b"
    r"|\b(?:the )?ideal (?:form|government|society|way|state|leader)\b|\bdid (?:the )?most for\b"
    r"|\bbest way (?:to|of) (?:learn|liv|rais|bring|spend|travel|teach|fight|help|choos|becom)\w*|\bdeserv(?:e|es|ed"
    r"|ing)\b"
    r"|\bwhich (?:one )?(?:is|are|was) (?:the )?(?:better|nicer|worse)\b(?! (?:\w+ )?(?:at|for|conduct\w*|insulat\w*"
    r"|estimat\w*|predict\w*))"
    r"|\bthe (?:greatest|biggest|worst) (?:influence|impact) on (?:\w+ )?(?:music|art|literature|history|politics"
    r"|culture|the world|society|painting)\b"
    r"|\b(?:an? )?(?:hero|genius|saint) or (?:an? )?\w+\s*\?$",
    re.I,
    needs="finest fairest noblest wisest worst most right proper best ideal deserve deserves deserved deserving "
    "better nicer worse influence impact hero genius saint",
)
"""A verdict that a question asks for."""
_PROFESSION = regex(
    r"\b(?:nurs\w+|patients?|action|step|priority|intervention|casualt\w+|first aid|treatment|assessment|drivers?"
    r"|players?|referees?|umpires?|"
    r"goalkeepers?|pedestrians?|cyclists?|pilots?|wounds?|doses?)\b",
    re.I,
)
"""What a profession's agreed practice decides."""
_BEST_OF = regex(
    r"\b(?:the |world's |ever's |history's )?(?:best|greatest|finest|worst|most important"
    r"|most influential|most "
    r"significant|most interesting|most useful|most talented|most valuable|most famous|most evil|most tragic"
    r"|most dangerous|most successful|most memorable|most perfect|most original|most convincing|most elegant"
    r"|most harmful)\s+((?:[\w'’-]+\s?){1,4})",
    re.I,
)
_ONE_OF_THE_BEST = regex(r"\b(?:one|some) of the (?:best|greatest|finest|worst|most \w+)\b", re.I)
"""Said in passing: who is asked for is asked for by something else."""
_JUDGING = word_set("most more least less too very so rather truly really deeply simply quite")
_SUPERLATIVES = word_set("best greatest finest worst most")
_BEING = word_set("is was are were")
_IS_BEST = regex(r"\b(?:is|was|are|were) (?:the )?(?:best|greatest)(?: of (?:all|them))?\s*[?.]", re.I)
_BETTER = regex(
    r"\b(?:is|are|was|were|makes?)\b[^,;]{0,30}?\b(?:better|worse|nicer|superior|inferior|preferable|more "
    r"(?:important|valuable|useful|interesting|enjoyable|worthwhile)) (?!(?:\w+ )?(?:conductors?|insulators?"
    r"|predictors?|estimat\w+|solvents?)\b)(?:\w+ ){0,2}(?:than|to)\b",
    re.I,
    needs="better worse nicer superior inferior preferable more",
)
_JUDGED = regex(
    r"\b(?:is|was|are|were|be) (?:\w+ )?(?:unfair|unjust|immoral|unethical|wrong to|right to|justified"
    r"|unjustified|a mistake|a disgrace|a good idea|a bad idea|overrated|underrated|a waste of|worth (?:reading"
    r"|seeing|learning|visiting|hearing)|the best|the greatest|the finest|the worst)\b(?! (?:conductor|predictor"
    r"|estimat\w+|known|insulator|approximation|common|depth|height|speed|distance|fit))",
    re.I,
    needs="unfair unjust immoral unethical wrong right justified unjustified mistake disgrace idea overrated "
    "underrated waste worth best greatest finest worst",
)
_MEASURED = regex(
    r"\b(?:best|most) (?:describes?|explains?|defines?|fits?|matches|match|represents?|supports?|summari[sz]es"
    r"|expresses|shows?|illustrates?|characteri[sz]es|suits?|likely|probably|accurately|commonly|closely"
    r"|appropriate|known|common|abundant|estimate|approximation|conductor)\b",
    re.I,
)


_JUDGES = VALUES | word_set(
    """
    you your should ought must would has have wrong masterpiece disgrace mistake blessing curse shame hero villain
    tyrant too bad good finest fairest noblest wisest worst most attitude opinion view way ideal deserve deserves
    deserved deserving better nicer worse influence impact genius saint best greatest superior inferior preferable more
    unfair unjust immoral unethical right justified unjustified idea overrated underrated waste worth
    """
)
"""One of these pieces stands where a judgement is asked for."""


@rule(*CHOICES, Kind.TRUE_FALSE, Kind.SHORT_ANSWER, Kind.FLASHCARD, needs=_JUDGES)
def opinion_asked(item: Item) -> Iterator[Diagnostic]:
    """W106. Haladyna et al. 2002, 5: without a named source or standard, any answer to a matter of taste is right."""
    if not item.is_english or item.question.claims or _JUDGES.isdisjoint(item.stem_pieces):
        return
    found = _opinion(unquoted(item.stem), is_statement=item.kind is Kind.TRUE_FALSE)
    if found:
        hint = "name who judges or by what standard, or ask for a fact"
        yield diagnose(
            "W106", in_stem(item, found), f'"{found}" asks for a judgement, and nothing says whose', hint=hint
        )


def _opinion(text: str, *, is_statement: bool) -> str:
    """The words that ask for a judgement; "" where nothing does or something decides it."""
    own = _OWN_VIEW.search(text)
    if own:
        return own[0]
    lowered = f" {' '.join(tokens(text))} "
    if any(f" {phrase} " in lowered for phrase in STANDARDS):
        return ""
    asked = lead_in(text)
    return (
        _duty_or_verdict(asked, is_statement)
        or _superlative(asked, is_statement)
        or _comparison(asked, is_statement)
        or _value_word(asked, is_statement)
    )


def _duty_or_verdict(asked: str, is_statement: bool) -> str:
    if _PROFESSION.search(asked):
        return ""
    found = _DUTY.search(asked) or (_PRAISE if is_statement else _VERDICT).search(asked)
    policy = (
        is_statement or re.match(r"should\b", asked, re.I) or re.search(r"\bwhich .{0,40}\bshould be\b", asked, re.I)
    )
    found = found or (re.search(POLICY, asked, re.I) if policy else None)
    return found[0].strip() if found else ""


def _superlative(asked: str, is_statement: bool) -> str:
    """The best or greatest of what cannot be measured."""
    if _SUPERLATIVES.isdisjoint(pieces(asked)):
        return ""
    if _IS_BEST.search(asked) and {*tokens(asked)} & VALUE_NOUNS:
        return "best" if "best" in tokens(asked) else "greatest"
    if asks_with(asked) in ("where", "when", "why", "how") or _MEASURED.search(asked):
        return ""
    best = _BEST_OF.search(asked if is_statement else _ONE_OF_THE_BEST.sub(" ", asked))
    return best[0].strip() if best and _is_value_noun(best) else ""


def _comparison(asked: str, is_statement: bool) -> str:
    compares = is_statement or asked.casefold().startswith(("is ", "are ", "which is better", "what is better"))
    found = (_BETTER.search(asked) if compares else None) or (_JUDGED.search(asked) if is_statement else None)
    return found[0] if found else ""


def _value_word(asked: str, is_statement: bool) -> str:
    """An adjective of taste after "most", "more", "too", in a statement also after "is"."""
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
    said = re.sub(r"^of (?:the |all |these |those |our )*", "", best[1], flags=re.I)
    nouns = re.split(r"\b(?:of|in|for|to|at|by|on|that|was|is|ever|among|from|who)\b", said)[0].split()
    return any({word.casefold(), word.casefold().removesuffix("s")} & VALUE_NOUNS for word in nouns)
