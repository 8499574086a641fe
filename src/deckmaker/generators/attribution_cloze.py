"""attribution-cloze: who says it, as a gap. Only the source is deleted, never what is said.

A rule's own stem is the text where it has `{speaker}` in it, for the gap, and else a line above the family's text.
"""

from __future__ import annotations

from deckmaker.generators import phrasing
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import contested_speaker, said_by_another, speaker_in_claim
from deckmaker.generators.speakers import kept_out, speaker_rules
from deckmaker.generators.wording import parsed
from deckmaker.model.claims import ARTICLE, SourceKind
from deckmaker.model.questions import ANKI, Cloze, Kind
from deckmaker.model.text import EMPTY, Gap, Paragraph, Str, Text


def _own_voice(request: Request) -> Reason | None:
    if not request.own_voice:
        return None
    cause = "the article says it in its own voice, so there is no source to delete"
    return Reason(cause, 'ask it by "who-said" or "no-source"')


def _nameless(request: Request) -> Reason | None:
    source = request.register.set.sources.get(request.claim.speaker)
    if source is None or source.kind is not SourceKind.UNNAMED:
        return None
    return Reason(f'its speaker, "{source.name}", has no name that could be recalled', 'ask it by "who-said"')


def _guessable(request: Request) -> Reason | None:
    """Nobody else could stand in the gap. Asks all sources declared, so that it stays as claims come and go."""
    sources = request.register.set.sources
    others = [id for id, source in sources.items() if id != ARTICLE and source.kind is not SourceKind.UNNAMED]
    out = kept_out(others, speaker_rules(request))
    if len(out) < len(others):
        return None
    return Reason("the gap can be guessed: no other source could stand in it", "list more of the article's sources")


def _relayed_document(request: Request) -> Reason | None:
    """A document that the speaker relays would be right as well, unless the author's text says who speaks."""
    sources = request.register.set.sources
    relayed = [sources[id] for id in request.claim.via if sources[id].kind in DOCUMENTS]
    if not relayed or phrasing.asks_for_speaker(request.rule.stem):
        return None
    remedy = "give the rule a stem that says who speaks, with {speaker} for the gap"
    return Reason(f'"{relayed[0].name}" could stand in the gap as well', remedy)


DOCUMENTS = (SourceKind.DOCUMENT, SourceKind.PUBLICATION)

REFUSALS = (_own_voice, _nameless, said_by_another, contested_speaker, speaker_in_claim, _relayed_document, _guessable)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    label = request.register.label(request.claim.speaker)
    line, text = _line_and_text(request, label)
    return Draft(
        kind=Kind.CLOZE,
        body=Cloze(text),
        stem=line,
        answer=request.claim.speaker,
        label=label,
        feedback=phrasing.feedback(request, phrasing.wording(request).credited),
    )


def _line_and_text(request: Request, label: str) -> tuple[Text, Text]:
    words, own = phrasing.wording(request), request.rule.stem
    gap: Text = (Paragraph((Gap(1, (Str(label),), ""),)),)
    if phrasing.asks_for_speaker(own):
        return EMPTY, phrasing.filled(request, own, speaker=gap)
    hedge = phrasing.hedge(request, request.claim)
    template = parsed(words.cloze_hedged if hedge else words.cloze)
    return phrasing.filled(request, own), phrasing.filled(request, template, speaker=gap, hedge=hedge)


FAMILY = Family(
    name="attribution-cloze",
    draft=draft,
    axis="speaker",
    level="recall",
    where=(ANKI,),
    asks="According to […], as the article reports, ….",
    distractors="none",
    refuses=(
        "the article says it in its own voice",
        "the speaker has no name",
        "a claim that says the same has another speaker",
        "somebody who is not kin of the speaker could be called the speaker as well",
        "the claim names its speaker",
        "the speaker relays a document, which could stand in the gap as well",
        "no other source of the register could stand in the gap",
    ),
)
