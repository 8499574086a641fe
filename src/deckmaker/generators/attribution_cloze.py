"""attribution-cloze: who says it, as a gap. Only the source is deleted, never what is said."""

from __future__ import annotations

from deckmaker.generators import phrasing, speakers
from deckmaker.generators.family import Draft, Family, Reason, Request, first_reason
from deckmaker.generators.refusals import contested_speaker, said_by_another, speaker_in_claim
from deckmaker.generators.wording import parsed
from deckmaker.model.claims import ARTICLE, SourceKind
from deckmaker.model.questions import ANKI, Cloze, Kind
from deckmaker.model.text import EMPTY, Gap, Paragraph, Str, Text, fill, leaves


def _own_voice(request: Request) -> Reason:
    return "the article says it in its own voice, so there is no source to delete" if request.own_voice else ""


def _nameless(request: Request) -> Reason:
    source = request.register.set.sources.get(request.claim.speaker)
    unnamed = source is not None and source.kind is SourceKind.UNNAMED
    return f'its speaker, "{source.name}", has no name that could be recalled' if source and unnamed else ""


def _guessable(request: Request) -> Reason:
    """Nobody else could stand in the gap; asked of all sources declared, so that it stays when claims come and go."""
    sources = request.register.set.sources
    others = [id for id, source in sources.items() if id != ARTICLE and source.kind is not SourceKind.UNNAMED]
    out = speakers.kept_out(request, others)
    return "" if len(out) < len(others) else "the gap can be guessed: no other source could stand in it"


REFUSALS = (_own_voice, _nameless, said_by_another, contested_speaker, speaker_in_claim, _guessable)


def draft(request: Request) -> Draft | Reason:
    """The question, or why there is none."""
    if reason := first_reason(REFUSALS, request):
        return reason
    words, label = phrasing.wording(request), request.register.label(request.claim.speaker)
    line, text = _texts(request)
    return Draft(
        kind=Kind.CLOZE,
        body=Cloze(text),
        stem=line,
        answer=request.claim.speaker,
        label=label,
        feedback=phrasing.feedback(request, words.credited),
    )


def _texts(request: Request) -> tuple[Text, Text]:
    """The line above and the text with the gap. A stem of the rule's with `{speaker}` is the text, another the line."""
    words, own = phrasing.wording(request), request.rule.stem
    gap: Text = (Paragraph((Gap(1, phrasing.inline_speaker(request), ""),)),)
    if any(isinstance(node, Str) and "{speaker}" in node.text for node in leaves(own)):
        return EMPTY, phrasing.stem(request, "", speaker=gap)
    hedge = phrasing.hedge(request, request.claim)
    values = {"claim": request.claim.text, "article": phrasing.article(request), "speaker": gap, "hedge": hedge}
    text = fill(parsed(words.cloze_hedged if hedge else words.cloze), values)
    return phrasing.stem(request, "") if own else EMPTY, text


FAMILY = Family(
    name="attribution-cloze",
    draft=draft,
    axis="speaker",
    where=(ANKI,),
    asks="According to […], as the article reports, ….",
    distractors="none",
    refuses=(
        "the article says it in its own voice; the speaker has no name; a claim that says the same has another speaker; "
        "somebody who is not kin could be called the speaker; the claim names its speaker; "
        "no other source could stand in the gap; balance"
    ),
)
