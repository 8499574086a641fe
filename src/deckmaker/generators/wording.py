"""The families' sentences, which stand in the files of `languages`, and how they are filled."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from deckmaker.languages import table, tag_of, tags
from deckmaker.model.text import Paragraph, Str, Strong, Text, fill, text_of


class Wording(Struct, frozen=True):
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


@cache
def wording_of(language: str) -> Wording | None:
    """The language's wording, None where there is none yet."""
    tag = tag_of(language)
    return Wording(**table(tag)["questions"]) if tag in tags() else None


def sentence(template: str, **values: Text | str) -> Text:
    """The template as a text, its `**strong**` parts strong, the values in their places and nothing in them parsed."""
    texts = {name: text_of(value) if isinstance(value, str) else value for name, value in values.items()}
    return fill(parsed(template), texts)


def parsed(template: str) -> Text:
    """A template as a text, not filled yet."""
    parts = enumerate(template.split("**"))
    return (Paragraph(tuple(Strong((Str(part),)) if odd % 2 else Str(part) for odd, part in parts if part)),)
