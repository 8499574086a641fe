"""The families' sentences: data. In braces stand the claim, the speaker, the article, the basis, the place, the hedge.

Neutral verbs only: a generated sentence neither endorses nor doubts what the article reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckmaker.model.text import Paragraph, Str, Strong, Text, fill, text_of


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one language.

    who_said, no_source: stems of the families; who_said_hedged: where the claim has a hedge, so that it is not asked
        as if it were certain.
    basis: stem where the article points to the evidence; basis_of_speaker: where the speaker does.
    cloze: a cloze's text, with `{speaker}` for its gap; cloze_hedged: with the hedge in it.
    that, that_hedged: an option that is a claim, without and with a hedge.
    document: a statement, true or false, that something is the evidence; document_own, document_speaker: the same where
        it is said who points to it: the article, somebody; each with a form for a claim that has a hedge.
    match: stem; matched: feedback with `{lines}`, each a matched_line.
    misattributed: stem; attributed, attributed_hedged: its options; not_wrong, not_wrong_own: feedback on the key, with
        `{wrong}` for the one who does not say it: somebody else does, or the article.
    order: stem; ordered: feedback with `{lines}`, each a `dated` one with its `{date}`; undated: what stands for the
        date where there is none.
    put, put_own: stems that ask how sure it is put by somebody, by the article; as_certain, as_probable, as_possible:
        their options; guarded, guarded_own, unguarded, unguarded_own: feedback, for a claim with and without a hedge.
    relayed: stem that asks whether it is first-hand; own_word, a_document, somebody: its options; relies_on: feedback
        with `{relay}`.
    no_fit: stem; conflict: feedback with the two sides as `{one}` and `{other}`, each a `stands`.
    article: how a stem calls the only article; article_named: one of several.
    credited, own_voice, unsourced: feedback on who says it: somebody, the article, the article without a source.
    documented, cited, on_record, unnamed_people, unnamed_research, none_given: feedback on what it rests on: a source
        that the article points to or that the speaker does, a speaker's word, unnamed people or research, no more.
    hedge, hedges: what tells the word (words) used that make the claim less than certain.
    in_title, in_heading: places that are no paragraph.
    """

    who_said: str
    who_said_hedged: str
    no_source: str
    basis: str
    basis_of_speaker: str
    cloze: str
    cloze_hedged: str
    that: str
    that_hedged: str
    document: str
    document_hedged: str
    document_own: str
    document_own_hedged: str
    document_speaker: str
    document_speaker_hedged: str
    match: str
    matched: str
    matched_line: str
    misattributed: str
    attributed: str
    attributed_hedged: str
    not_wrong: str
    not_wrong_own: str
    order: str
    ordered: str
    dated: str
    undated: str
    put: str
    put_own: str
    as_certain: str
    as_probable: str
    as_possible: str
    guarded: str
    guarded_own: str
    unguarded: str
    unguarded_own: str
    relayed: str
    own_word: str
    a_document: str
    somebody: str
    relies_on: str
    no_fit: str
    conflict: str
    stands: str
    article: str
    article_named: str
    credited: str
    own_voice: str
    unsourced: str
    documented: str
    cited: str
    on_record: str
    unnamed_people: str
    unnamed_research: str
    none_given: str
    hedge: str
    hedges: str
    in_title: str
    in_heading: str


ENGLISH = Wording(
    who_said="In {article}, who says that {claim}?",
    who_said_hedged="In {article}, who says, in guarded words, that {claim}?",
    no_source="Which of these does {article} assert **without naming any source**?",
    basis="On what, if anything, does {article} base the statement that {claim}?",
    basis_of_speaker="According to {article}, what does {speaker} point to as evidence for saying that {claim}?",
    cloze="According to {speaker}, as {article} reports, {claim}.",
    cloze_hedged="According to {speaker}, as {article} reports, {claim} ({hedge}).",
    that="that {claim}",
    that_hedged="that, in guarded words, {claim}",
    document="Either {article} or somebody whom it quotes points to {basis} as evidence that {claim}.",
    document_hedged=(
        "In guarded words, either {article} or somebody whom it quotes points to {basis} as evidence that {claim}."
    ),
    document_own="In its own voice, {article} points to {basis} as evidence that {claim}.",
    document_own_hedged="In its own voice, and in guarded words, {article} points to {basis} as evidence that {claim}.",
    document_speaker="According to {article}, {speaker} pointed to {basis} as evidence that {claim}.",
    document_speaker_hedged=(
        "According to {article}, {speaker} pointed, in guarded words, to {basis} as evidence that {claim}."
    ),
    match=(
        "Match each statement with the one whom {article} presents as making it. "
        "Use each name at most once; one is left over."
    ),
    matched="Where they stand: {lines}.",
    matched_line="{speaker} ({place})",
    misattributed="All but one of these attributions match {article}. Which one does **not**?",
    attributed="{speaker}: that {claim}",
    attributed_hedged="{speaker}, in guarded words: that {claim}",
    not_wrong="Not {wrong}: the article presents {speaker} as saying this ({place}).",
    not_wrong_own="Not {wrong}: the article says this in its own voice ({place}).",
    order="Put the events that {article} reports here in the order in which it dates them, **the earliest first**.",
    ordered="The dates, in the right order: {lines}.",
    dated="{date} ({place})",
    undated="no date of its own",
    put="In {article}, how is this statement of {speaker} put: that {claim}?",
    put_own="How does {article} itself put the statement that {claim}?",
    as_certain="as certain",
    as_probable="as likely or apparent",
    as_possible="as no more than possible",
    guarded="The article reports this statement of {speaker} as less than certain ({place}).",
    guarded_own="The article says this in its own voice, as less than certain ({place}).",
    unguarded="The article reports this statement of {speaker} without a word that weakens it ({place}).",
    unguarded_own="The article says this in its own voice, without a word that weakens it ({place}).",
    relayed="As {article} reports it, what does this statement of {speaker} rely on: that {claim}?",
    own_word="nothing beyond the speaker's own word",
    a_document="a document",
    somebody="what somebody else said",
    relies_on="The article reports that {speaker} relied on {relay} for this ({place}).",
    no_fit=(
        "Which of these statements in {article} does **not** fit together with the statement of {speaker} that {claim}?"
    ),
    conflict="The two that do not fit together: {one} and {other}.",
    stands="{speaker} ({place})",
    article="the article",
    article_named="the article “{title}”",
    credited="The article presents {speaker} as saying this ({place}).",
    own_voice="The article says this in its own voice ({place}).",
    unsourced="The article says this in its own voice and names no source ({place}).",
    documented="For this the article points to {basis} ({place}).",
    cited="As the article reports, {speaker} points to {basis} ({place}).",
    on_record="For this the article has the word of {speaker} and points to nothing else ({place}).",
    unnamed_people="For this the article points to people whom it does not name ({place}).",
    unnamed_research="For this the article points to research that it does not name ({place}).",
    none_given="For this the article points to nothing beyond {speaker} ({place}).",
    hedge="the word used: “{hedge}”",
    hedges="the words used: “{hedge}”",
    in_title="in the title",
    in_heading="in {place}",
)

WORDINGS: Mapping[str, Wording] = {"en": ENGLISH}
"""A wording for each language, by the first part of its BCP 47 tag."""


def wording_of(language: str) -> Wording | None:
    """The language's wording, None where there is none yet."""
    return WORDINGS.get(language.split("-")[0].casefold())


def sentence(template: str, **values: Text | str) -> Text:
    """The template as a text, its `**strong**` parts strong, the values in their places and nothing in them parsed."""
    texts = {name: text_of(value) if isinstance(value, str) else value for name, value in values.items()}
    return fill(parsed(template), texts)


def parsed(template: str) -> Text:
    """A template as a text, not filled yet."""
    parts = enumerate(template.split("**"))
    return (Paragraph(tuple(Strong((Str(part),)) if odd % 2 else Str(part) for odd, part in parts if part)),)
