"""A source may be several people: no generated sentence has a verb that agrees with it as with one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from deckmaker.generators import FAMILIES
from deckmaker.generators.wording import sentence, wording_of
from deckmaker.languages import table
from deckmaker.model.questions import Choice, Cloze, Matching, Ordering, Question
from deckmaker.model.text import Text, plain
from tests.support import compile_set

TOWN = """\
deckmaker: 1
uid: 7e57da7a
title: A town
article: {title: Ferry fee to rise, disclosure: One report; not checked.}
sources:
  engineers: {name: the town's engineers, kind: organisation}
  divers: {name: the divers, kind: organisation}
  mayor: {name: Ada Lund, kind: person}
  tables: {name: the tide tables, kind: document}
  survey: {name: the survey, kind: document}
claims:
  - {id: cost, claim: repairs are dear, speaker: engineers, basis: tables, quote: q, paragraph: 1, hedge: may}
  - {id: mud, claim: mud gathers there, speaker: divers, basis: survey, quote: q, paragraph: 2, near: [cost]}
  - {id: wall, claim: the wall leans, speaker: engineers, basis: on_record, quote: q, paragraph: 3, conflicts_with: [mud],
     event_time: 1998}
  - {id: fee, claim: the fee will rise, speaker: mayor, basis: survey, quote: q, paragraph: 4}
  - {id: gulls, claim: gulls cry, speaker: article, basis: none_given, quote: q, paragraph: 5, event_time: 2003}
  - {id: boats, claim: boats wait, speaker: divers, basis: none_given, quote: q, paragraph: 6, event_time: 2005}
  - {id: ropes, claim: ropes rot, speaker: divers, basis: tables, quote: q, paragraph: 7}
  - {id: nets, claim: nets dry, speaker: mayor, basis: on_record, quote: q, paragraph: 8}
generate:
"""
SEVERAL = "the town's engineers", "the divers", "the tide tables"


def made() -> dict[str, Question]:
    document, _ = compile_set(TOWN + "".join(f"  - {{family: {family}, claims: all}}\n" for family in FAMILIES))
    return {question.id: question for question in document.questions}


def texts(question: Question) -> Iterator[Text]:
    """All that a student reads of it."""
    yield question.stem
    match question.body:
        case Choice(options=options):
            yield from (text for option in options for text in (option.text, option.feedback))
        case Cloze(text=text):
            yield text
        case Matching(pairs=pairs, extra=extra):
            yield from (*(text for pair in pairs for text in pair), *extra)
        case Ordering(items=items):
            yield from items
        case _:
            pass
    yield question.feedback


TOLD = {
    "cost/who-said": (
        "In the article, who says, in guarded words, that repairs are dear?",
        "The article presents the town's engineers as saying this (paragraph 1; the word used: “may”).",
    ),
    "cost/basis": (
        "According to the article, what did the town's engineers point to as evidence for saying that repairs are dear?",
        "As the article reports, the town's engineers pointed to the tide tables (paragraph 1; the word used: “may”).",
    ),
    "fee/basis": (
        "According to the article, what did Ada Lund point to as evidence for saying that the fee will rise?",
        "As the article reports, Ada Lund pointed to the survey (paragraph 4).",
    ),
    "wall/basis": (
        "On what, if anything, does the article base the statement that the wall leans?",
        "For this the article has the word of the town's engineers and points to nothing else (paragraph 3).",
    ),
    "boats/basis": (
        "On what, if anything, does the article base the statement that boats wait?",
        "For this the article points to nothing beyond the divers (paragraph 6).",
    ),
    "wall/attribution-cloze": (
        "According to the town's engineers, as the article reports, the wall leans.",
        "The article presents the town's engineers as saying this (paragraph 3).",
    ),
    "gulls/no-source": (
        "Which of these does the article assert without naming any source?",
        "The article presents the divers as saying this (paragraph 2).",
    ),
    "cost/document-or-not": (
        "According to the article, the town's engineers pointed, in guarded words, to the tide tables as evidence that "
        "repairs are dear.",
        "As the article reports, the town's engineers pointed to the tide tables (paragraph 1; the word used: “may”).",
    ),
    "ropes/document-or-not": (
        "Either the article or somebody whom it quotes points to the tide tables as evidence that ropes rot.",
        "As the article reports, the divers pointed to the tide tables (paragraph 7).",
    ),
    "fee/match": (
        "Match each statement with the one whom the article presents as making it. Use each name at most once; one is "
        "left over.",
        "Where they stand: Ada Lund (paragraph 4), the town's engineers (paragraph 3), the article itself "
        "(paragraph 5).",
    ),
    "gulls/misattributed": (
        "the divers: that ropes rot",
        "Not the town's engineers: the article says this in its own voice (paragraph 5).",
    ),
    "gulls/order-of-events": (
        "that the wall leans",
        "The dates, in the right order: 1998 (paragraph 3); 2003 (paragraph 5); 2005 (paragraph 6).",
    ),
    "cost/hedge": (
        "In the article, how is this statement of the town's engineers put: that repairs are dear?",
        "The article reports this statement of the town's engineers as less than certain "
        "(paragraph 1; the word used: “may”).",
    ),
    "mud/hedge": (
        "In the article, how is this statement of the divers put: that mud gathers there?",
        "The article reports this statement of the divers without a word that weakens it (paragraph 2).",
    ),
    "cost/relayed": (
        "As the article reports it, what does this statement of the town's engineers rely on: that repairs are dear?",
        "The article reports that the town's engineers relied on the tide tables for this "
        "(paragraph 1; the word used: “may”).",
    ),
    "mud/no-fit": (
        "Which of these statements in the article does not fit together with the statement of the divers that mud "
        "gathers there?",
        "The two that do not fit together: the divers (paragraph 2) and the town's engineers (paragraph 3).",
    ),
}
"""Sentences of every family, of sources that are several and of such as are one."""


def test_every_family_is_shown():
    assert {id.split("/")[1] for id in TOLD} == {*FAMILIES}


@pytest.mark.parametrize("id", TOLD)
def test_a_sentence_reads_alike_of_one_and_of_several(id):
    read = [plain(text) for text in texts(made()[id])]
    assert not {*TOLD[id]} - {*read}


def test_no_verb_takes_several_for_one():
    names = "|".join(map(re.escape, SEVERAL))
    singular = re.compile(rf"\b(?:does|is|was|has) (?:{names})|(?:{names}),?(?: \w+ly)? (?:\w+[^s\W]s|is|was)\b")
    read = [plain(text) for question in made().values() for text in texts(question)]
    assert len([text for text in read if any(name in text for name in SEVERAL)]) > len(TOLD)
    assert not [text for text in read if singular.search(text)]


ELSEWHERE = {
    "de": ("die Taucher", "die Karten", (
        "Was ist laut dem Artikel, so die Taucher, der Beleg dafür, dass …?",
        "Laut Artikel ist dies, so die Taucher, der Beleg: die Karten (…).",
        "Wer sagt laut dem Artikel, dass …? Antwort: die Taucher.",
        "Laut dem Artikel ist dies, so die Taucher, der Beleg dafür, dass …: die Karten.",
        "Laut Artikel stützt sich diese Aussage (die Taucher) auf Folgendes: die Karten (…).",
    )),
    "es": ("los buzos", "los mapas", (
        "Según el artículo, ¿qué fue aducido por los buzos como prueba de que …?",
        "Según el artículo, la prueba aducida por los buzos es esta: los mapas (…).",
        "Según los buzos, como informa el artículo, ….",
        "Según el artículo, la prueba aducida por los buzos es esta: los mapas; ha de mostrar que ….",
        "Según el artículo, lo dicho por los buzos se apoya en lo siguiente: los mapas (…).",
    )),
    "fr": ("les plongeurs", "les cartes", (
        "Selon l’article, quelle preuve est invoquée par les plongeurs à l’appui de l’affirmation que … ?",
        "Selon l’article, la preuve invoquée par les plongeurs est la suivante : les cartes (…).",
        "Selon les plongeurs, comme le rapporte l’article, ….",
        "Selon l’article, la preuve invoquée par les plongeurs est la suivante : les cartes ; elle doit montrer que ….",
        "Selon l’article, l’affirmation faite par les plongeurs s’appuie sur ceci : les cartes (…).",
    )),
    "pt": ("os mergulhadores", "os mapas", (
        "Segundo o artigo, qual é para os mergulhadores a prova de que …?",
        "Segundo o artigo, para os mergulhadores a prova é esta: os mapas (…).",
        "Segundo os mergulhadores, como relata o artigo, ….",
        "Segundo o artigo, para os mergulhadores a prova é esta: os mapas; deve mostrar que ….",
        "Segundo o artigo, esta afirmação (os mergulhadores) apoia-se no seguinte: os mapas (…).",
    )),
    "ar": ("الغواصون", "الخرائط", (  # a verb that stands before its subject has no plural
        "بحسب المقال، ما الدليل الذي يشير إليه الغواصون لقوله إن …؟",
        "بحسب المقال، يشير الغواصون إلى: الخرائط (…).",
        "بحسب المقال، يقول الغواصون إن ….",
        "بحسب المقال، أشار الغواصون إلى هذا الدليل: الخرائط، على أن ….",
        "بحسب المقال، اعتمد الغواصون في هذا على: الخرائط (…).",
    )),
    "fa": ("غواصان", "نقشه‌ها", (
        "بنا بر مقاله، از سوی غواصان چه شاهدی برای این گفته که … آورده می‌شود؟",
        "بنا بر مقاله، اشاره غواصان به این است: نقشه‌ها (…).",
        "بنا بر مقاله، به گفته غواصان، ….",
        "بنا بر مقاله، از سوی غواصان این شاهد آورده شد: نقشه‌ها، برای اینکه ….",
        "بنا بر مقاله، تکیه غواصان در این باره بر این بود: نقشه‌ها (…).",
    )),
    "he": ("הצוללנים", "המפות", (
        "לפי הכתבה, מהי הראיה של הצוללנים לטענה כי …?",
        "לפי הכתבה, הראיה של הצוללנים היא: המפות (…).",
        "לפי הכתבה, הטענה של הצוללנים היא כי ….",
        "לפי הכתבה, הראיה של הצוללנים היא זו: המפות; היא באה להראות כי ….",
        "לפי הכתבה, הטענה של הצוללנים נשענת על: המפות (…).",
    )),
}  # fmt: skip
"""In each other language a speaker and a basis that are several, and what is said of them."""


@pytest.mark.parametrize("tag", ELSEWHERE)
def test_no_language_takes_several_for_one(tag):
    speaker, basis, told = ELSEWHERE[tag]
    words = wording_of(tag)
    assert words
    places = {"speaker": speaker, "basis": basis, "relay": basis, "article": words.article, "claim": "…", "place": "…"}
    patterns = words.basis_of_speaker, words.cited, words.cloze, words.document_speaker, words.relies_on
    assert tuple(plain(sentence(pattern, **places)) for pattern in patterns) == told


def test_german_takes_several_documents_for_what_they_are():
    words = wording_of("de")
    assert words
    told = sentence(words.document_own, basis="die Karten", article=words.article, claim="…")
    assert plain(told) == "In dem Artikel selbst wird als Beleg dafür, dass …, dies angeführt: die Karten."


def test_what_heads_the_map_of_sources_is_no_verb_of_theirs():
    heads = {name: table("en")["paper"][name] for name in ("says", "relays", "rests_on")}
    assert heads == {"says": "who says it", "relays": "going back to", "rests_on": "on the basis of"}
