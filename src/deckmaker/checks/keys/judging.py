"""Whether an answer is right, by the register. A judge knows one kind of answer; what none knows is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from deckmaker.checks.keys.answers import NONE_GIVEN, PAPERS, Answers
from deckmaker.checks.keys.asked import Asked
from deckmaker.checks.keys.degrees import certainty, relay
from deckmaker.checks.keys.names import NOTHING, Reading, squashed
from deckmaker.checks.keys.phrases import DOES_NOT_FIT, NEGATIVE, NO_SOURCE, certainty_in
from deckmaker.checks.keys.verdict import Verdict
from deckmaker.model.claims import ARTICLE, Claim, SourceKind
from deckmaker.model.labels import basis_label
from deckmaker.model.naming import named
from deckmaker.model.text import Text, plain

Judge = Callable[[Asked, Text], Verdict | None]


def judge(asked: Asked, words: Text) -> Verdict | None:
    """What the first judge that knows this kind of answer says of it."""
    return next((verdict for each in JUDGES if (verdict := each(asked, words))), None)


def _source(asked: Asked, words: Text) -> Verdict | None:
    """A source or a basis, held against the speaker or the basis of what is asked about."""
    reading = asked.names.reading(words)
    if not reading or asked.negative or asked.axis not in ("speaker", "basis", "") or _is_content(asked):
        return None
    axes = (asked.axis,) if asked.axis else ("speaker", "basis")
    fitting = [axis for axis in axes if asked.axis or _key_fits(asked, axis)]
    right = bool(fitting) and all(_fits(asked, axis, reading) for axis in fitting)
    right = right and (asked.exact or any(_key_fits(asked, axis) for axis in fitting))
    told = bool(asked.stated or asked.axis)
    wrong = told and all(_fails(asked, axis, reading) for axis in axes)
    return _told(asked, (fitting or [axes[0]])[0], reading, right=right, wrong=wrong)


def _told(asked: Asked, axis: str, reading: Reading, *, right: bool, wrong: bool) -> Verdict:
    claim = asked.truth.set.claims[asked.claims[0]]
    has = _of(asked, axis)[claim.id].right
    why = next((f"it is {has[id]}" for id in sorted(reading) if id in has), "") if right else ""
    return Verdict(right, wrong, why or expected(asked, claim, axis), claim.id, axis, _is_paper(asked, reading))


def expected(asked: Asked, claim: Claim, axis: str) -> str:
    """What the register has on that axis of a claim."""
    id = claim.basis if axis == "basis" else claim.speaker
    return f'the {axis} of "{claim.id}" is "{basis_label(id, asked.truth.set.sources)}"'


def _of(asked: Asked, axis: str) -> Mapping[str, Answers]:
    return asked.truth.basis if axis == "basis" else asked.truth.speaker


def _is_exact(asked: Asked, axis: str) -> bool:
    """Whether the stem leaves no room: it names its axis, and for evidence whose evidence it is."""
    return names_speaker(asked) if axis == "basis" else asked.exact


def names_speaker(asked: Asked) -> bool:
    """Whether the stem names the speaker of what it asks about, or one close to it."""
    claims, kin = asked.truth.set.claims, asked.truth.kin
    close = frozenset[str]().union(*(kin.get(claims[id].speaker, ()) for id in asked.claims))
    return bool(close & asked.marked.others)


def _fits(asked: Asked, axis: str, reading: Reading) -> bool:
    exact = _is_exact(asked, axis)
    return all(_of(asked, axis)[id].fit(reading, exact=exact) for id in asked.claims)


def _fails(asked: Asked, axis: str, reading: Reading) -> bool:
    exact = _is_exact(asked, axis)
    return all(_of(asked, axis)[id].fail(reading, exact=exact) for id in asked.claims)


def _key_fits(asked: Asked, axis: str) -> bool:
    return any(_fits(asked, axis, key) for key in asked.keys)


def _is_content(asked: Asked) -> bool:
    """Whether it asks for a name in what is claimed, not for who claims it: "who, as she says, built the pier?"."""
    if asked.exact:
        return False
    texts = [plain(asked.truth.set.claims[id].text) for id in asked.claims]
    sources = [source for key in asked.keys for id in key if (source := asked.truth.source(id))]
    return any(named(source, text) for source in sources for text in texts)


def _is_paper(asked: Asked, reading: Reading) -> bool:
    own_voice = all(asked.truth.set.claims[id].speaker == ARTICLE for id in asked.claims)
    return own_voice and any(asked.truth.is_paper(id) for id in reading)


def _claim(asked: Asked, words: Text) -> Verdict | None:
    """A claim, held against what the stem asks of claims: no source, a speaker, a degree of certainty."""
    id = _one_claim(asked, words)
    if not id:
        return None
    if NO_SOURCE.search(asked.frame):
        return _without_source(asked, id) if not NEGATIVE.search(NO_SOURCE.sub("", asked.head)) else None
    if asked.axis == "fit" or DOES_NOT_FIT.search(asked.frame):
        return _conflict(asked, id)
    if asked.negative:
        return None
    return _degree(asked, id) if asked.axis == "certainty" else _said_by(asked, id)


def _one_claim(asked: Asked, words: Text) -> str:
    """The claim that an option says; who says it may stand before it only where that is not what is asked."""
    found = asked.names.stated(squashed(words), asked.known) if asked.axis == "fit" else ()
    return asked.names.claim(words) or (found[0] if len(found) == 1 else "")


def _without_source(asked: Asked, id: str) -> Verdict:
    speaker, basis = asked.truth.speaker[id], asked.truth.basis[id]
    own, none = Reading((ARTICLE,)), Reading((NONE_GIVEN,))
    right = speaker.fit(own, exact=True) and basis.fit(none, exact=True)
    wrong = speaker.fail(own, exact=False) or basis.fail(none, exact=False)
    claim = asked.truth.set.claims[id]
    axis = "speaker" if speaker.fail(own, exact=False) else "basis"
    why = "the article says it in its own voice and names no source" if right else expected(asked, claim, axis)
    return Verdict(right, wrong, why, id, axis)


def _conflict(asked: Asked, id: str) -> Verdict | None:
    """Silence of the register is no proof that two claims go together, unless the question is of that family."""
    about = asked.stated or asked.known[:1]
    if id in about or not (asked.stated or asked.question.axis == "fit"):
        return None
    right = any(_in_conflict(asked, one, id) for one in about)
    why = f'it {"does not fit" if right else "is not said to conflict"} with "{about[0]}"'
    return Verdict(right, not right and asked.question.axis == "fit", why, id, "conflicts_with")


def _in_conflict(asked: Asked, one: str, other: str) -> bool:
    claims, same = asked.truth.set.claims, asked.truth.same
    first, second = {*same[one]}, {*same[other]}
    return any(second & {*claims[id].conflicts_with} for id in first) or any(
        first & {*claims[id].conflicts_with} for id in second
    )


def _degree(asked: Asked, id: str) -> Verdict | None:
    wanted, claim = certainty_in(asked.head), asked.truth.set.claims[id]
    if wanted is None:
        return None
    why = f'"{id}" is put as {claim.certainty}'
    return Verdict(claim.certainty == wanted, claim.certainty != wanted, why, id, "hedge")


def _said_by(asked: Asked, id: str) -> Verdict | None:
    """Which of these does somebody say?"""
    credited = asked.marked.credited()
    if len(credited) != 1 or id in asked.stated:
        return None
    return attributed(asked, id, next(iter(credited)))


def attributed(asked: Asked, id: str, who: Reading) -> Verdict:
    """Whether a claim may be credited to somebody: as its speaker, or as what it rests on.

    Where the question gives its axis, what is right on the other one is neither right nor wrong.
    """
    speaker, basis, claim = asked.truth.speaker[id], asked.truth.basis[id], asked.truth.set.claims[id]
    kinds = {source.kind for one in who if (source := asked.truth.source(one))}
    axis = "basis" if kinds & {*PAPERS, SourceKind.UNNAMED} and ARTICLE not in who else "speaker"
    said = speaker.fit(who, exact=True) and not (asked.question.axis == axis == "basis")
    shown = basis.fit(who, exact=True) and asked.question.axis != "speaker"
    wrong = speaker.fail(who, exact=False) and basis.fail(who, exact=False)
    paper = claim.speaker == ARTICLE and any(asked.truth.is_paper(one) for one in who)
    return Verdict(said or shown, wrong, expected(asked, claim, axis), id, axis, paper)


def _attribution(asked: Asked, words: Text) -> Verdict | None:
    """A claim with somebody who says it; where the stem asks for the one that is false, false is right."""
    text = squashed(words)
    found = asked.names.stated(text, asked.known)
    if len(found) != 1:
        return None
    who = _credited(asked, asked.names.without(text, found))
    if who == NOTHING:
        return None
    verdict = attributed(asked, found[0], who)
    return replace(verdict, right=verdict.wrong, wrong=verdict.right, paper=False) if asked.negative else verdict


def _credited(asked: Asked, words: str) -> Reading:
    """The one who is credited with `…`: "Ada Lund: that …", "… (Ada Lund)", "Ada Lund says that …"."""
    beside = re.fullmatch(r"(.+?)(?:, [^,:]+)?: (?:that )?…|(?:that )?… ?[(–—-] ?(.+)", words)
    if beside and (found := asked.names.reading(beside[1] or beside[2])):
        return found
    credited = asked.mentions.marked(words).credited()
    return next(iter(credited)) if len(credited) == 1 else NOTHING


JUDGES: tuple[Judge, ...] = (_source, _claim, _attribution, certainty, relay)
"""Who knows what, in this order."""
