"""What is said of questions whose key, options, stem or hedge the register speaks against, and what is left alone."""

from __future__ import annotations

import pytest

from tests.support import compile_set, said

REGISTER = """\
deckmaker: 1
uid: 7e57da7a
title: A town
article: {title: Ferry fee to rise, disclosure: One report; not checked.}
sources:
  mayor:   {name: Ada Lund, kind: person, role: harbour mayor, speaks_for: council, aliases: [Lund]}
  council: {name: the town council, kind: organisation}
  pilot:   {name: Bo Reis, kind: person}
  keeper:  {name: Cleo Moss, kind: person}
  survey:  {name: the harbour survey, kind: document}
  locals:  {name: people on the quay, kind: unnamed}
claims:
  - {id: fee, claim: the ferry fee will rise, speaker: mayor, basis: on_record, quote: fee will rise, paragraph: 1}
  - {id: fee-2, claim: crossing will cost more, speaker: keeper, basis: on_record, quote: cost more, paragraph: 2,
     same_as: [fee]}
  - {id: silt, claim: the channel is filling up with mud, speaker: pilot, basis: survey, via: [survey, locals],
     quote: filling up, paragraph: 3, hedge: may be}
  - {id: pier, claim: the old pier is not safe, speaker: article, basis: none_given, quote: not safe, paragraph: 4,
     conflicts_with: [sound]}
  - {id: sound, claim: the pier was mended last year, speaker: keeper, basis: on_record, quote: mended, paragraph: 5,
     event_time: "2016", before: [sale]}
  - {id: sale, claim: Cleo Moss sold the ferry, speaker: council, basis: unnamed_people, quote: sold, paragraph: 6,
     event_time: in 2019, also_ok: {speaker: [locals]}}
questions:
"""


def found(question: str) -> list[str]:
    """What the rules about keys say of these questions."""
    _, problems = compile_set(REGISTER + question)
    return [line for line in said(problems) if line[0] in "KRSYQ"]


def codes(question: str) -> list[str]:
    return [line.split()[0] for line in found(question)]


def choice(stem: str, answer: str, wrong: str, claim: str, more: str = "") -> str:
    return (
        f"  - id: q\n    stem: '{stem}'\n    answer: {answer}\n    distractors: [{wrong}]\n    claim: [{claim}]\n"
        f"    feedback: The word used is “may be”.\n{more}"
    )


WHO_FEE = "In the article, who says that the ferry fee will rise?"


@pytest.mark.parametrize(("wrong", "why"), [
    ("the town council", 'it is close to "Ada Lund", the speaker'),
    ("Cleo Moss", 'it is the speaker of "fee-2", which says the same'),
    ("the harbour mayor", "it is the speaker"),
    ("Lund's own word", "it is the speaker"),
])  # fmt: skip
def test_a_distractor_that_can_be_defended_is_told_with_the_reason(wrong, why):
    (line,) = found(choice(WHO_FEE, "Ada Lund", f"Bo Reis, {wrong}", "fee"))
    assert line.startswith("K001 28:")
    assert line.endswith(f'"{wrong}" stands as wrong and is right as well: {why}')


def test_what_is_right_is_not_told_where_the_set_says_that_it_is():
    assert found(choice(WHO_FEE, "Ada Lund", "Bo Reis, the article itself", "fee")) == []
    assert found(choice(WHO_FEE, "Cleo Moss", "Bo Reis, the article itself", "fee")) == []


def test_a_key_that_the_register_has_otherwise_is_told():
    (line,) = found(choice(WHO_FEE, "Bo Reis", "the article itself, the harbour survey", "fee"))
    assert line.endswith('"Bo Reis" is taught as right, and the speaker of "fee" is "Ada Lund"')
    assert line.startswith("K003 27:13")


def test_a_document_credited_with_what_the_article_says_itself_has_a_code_of_its_own():
    stem = "What does the article point to as evidence that the old pier is not safe?"
    (line,) = found(choice(stem, "the harbour survey", "unnamed people, the word of Bo Reis", "pier"))
    assert line.split()[0] == "K005"
    assert '"the harbour survey" is credited with "pier", which the article says in its own voice' in line


@pytest.mark.parametrize(("stem", "expected"), [
    ("Where does it come from that the ferry fee will rise?", ["K002"]),
    ("Who says that the ferry fee will rise?", []),
    ("Whose statement is it that the ferry fee will rise?", []),
    ("According to whom will the fee go up?", []),
    ("What is the evidence that the ferry fee will rise?", []),
])  # fmt: skip
def test_a_stem_names_its_axis(stem, expected):
    assert codes(choice(stem, "Ada Lund", "Bo Reis, the article itself", "fee")) == expected


def test_a_stem_needs_no_phrase_where_the_axis_is_given():
    more = "    axis: speaker\n"
    assert found(choice("The ferry fee will rise. Ask whom?", "Ada Lund", "Bo Reis, the article", "fee", more)) == []


@pytest.mark.parametrize(("stem", "answer", "wrong", "claim"), [
    # Asks for a name in the claim, not for who makes it; its speaker is a fair lure there.
    ("Who, as the town council says, sold the ferry?", "Cleo Moss", "the town council, Bo Reis", "sale"),
    ("Who sold the ferry?", "Cleo Moss", "Ada Lund, Bo Reis", "sale"),
    # Turned round.
    ("Who does **not** say that the ferry fee will rise?", "Bo Reis", "Ada Lund, Cleo Moss", "fee"),
    # Words that mean nothing in the register.
    ("Who says that the ferry fee will rise?", "the head of the town", "the ferryman, a tourist", "fee"),
    # A relay, where the stem asks for the origin in other words.
    ("Whose words does Bo Reis pass on about the mud?", "people on the quay", "Ada Lund, Cleo Moss", "silt"),
    # Two claims, of which each has one of the options.
    ("Who says something on fees or on mud?", "Ada Lund", "Bo Reis, the article itself", "fee, silt"),
    # What a spokesman's own word is beside his evidence depends on the reader.
    ("On what does the article base it that the channel is filling up with mud?", "the harbour survey",
     "the word of a named person or body, the word of Bo Reis", "silt"),
])  # fmt: skip
def test_what_can_be_read_in_another_way_is_left_alone(stem, answer, wrong, claim):
    assert found(choice(stem, answer, wrong, claim)) == []


@pytest.mark.parametrize("stem", [
    "What does Bo Reis point to as evidence that the channel is filling up with mud?",
    "According to the article, what did Bo Reis point to as evidence for saying that the channel is filling up with mud?",
])  # fmt: skip
def test_the_speakers_own_word_is_no_evidence_where_the_stem_asks_the_speaker(stem):
    assert codes(choice(stem, "the word of a named person or body", "no source given, unnamed research", "silt")) == [
        "K003"
    ]


def test_the_word_of_the_speaker_is_the_basis_of_what_is_on_record():
    stem = "On what does the article base it that the ferry fee will rise?"
    assert found(choice(stem, "the word of Ada Lund", "no source given, unnamed research", "fee")) == []
    assert codes(choice(stem, "the word of a named person or body", "Ada Lund, unnamed research", "fee")) == ["K001"]


@pytest.mark.parametrize(("question", "expected"), [
    ("type: short_answer, stem: Who says that the ferry fee will rise?, answer: Ada Lund, accept: [Lund]", []),
    ("type: short_answer, stem: Who says that the ferry fee will rise?, answer: Ada Lund, accept: [Bo Reis]", ["K003"]),
    ("type: flashcard, front: Who says that the ferry fee will rise?, back: Bo Reis", ["K003"]),
    ("type: flashcard, front: Who says that the ferry fee will rise?, back: Ada Lund", []),
    ('type: cloze, text: "According to {{c1::Bo Reis}}, the ferry fee will rise."', ["K003"]),
    ('type: cloze, text: "According to {{c1::the town council}}, the ferry fee will rise."', []),
    ('type: cloze, text: "{{c1::Ada Lund}} and the town: the ferry fee will rise."', ["K002"]),
])  # fmt: skip
def test_answers_that_are_written_are_held_against_the_register_too(question, expected):
    assert codes(f"  - {{id: q, {question}, claim: fee}}\n") == expected


def test_options_that_are_claims_are_held_against_what_the_stem_asks_of_them():
    stem = "Which of these does the article assert without naming any source?"
    good = choice(
        stem, "that the old pier is not safe", "that the ferry fee will rise, that Cleo Moss sold the ferry", "pier"
    )
    assert found(good) == []
    bad = choice(stem, "that the ferry fee will rise", "that the old pier is not safe", "fee, pier")
    assert codes(bad) == ["K003", "K001"]
    by_whom = "Which of these does Cleo Moss say in the article?"
    assert found(choice(by_whom, "that crossing will cost more", "that the old pier is not safe", "fee-2")) == []
    assert codes(choice(by_whom, "that the old pier is not safe", "that the ferry fee will rise", "pier")) == [
        "K003",
        "K001",
    ]


def test_an_attribution_that_does_not_match_is_right_where_it_is_asked_for():
    stem = "All but one of these attributions match the article. Which one does **not**?"
    good = choice(
        stem, '"Bo Reis: that the ferry fee will rise"', '"Cleo Moss: that the pier was mended last year"', "fee, sound"
    )
    assert found(good) == []
    bad = choice(
        stem, '"Ada Lund: that the ferry fee will rise"', '"Bo Reis: that the pier was mended last year"', "fee, sound"
    )
    assert codes(bad) == ["K003", "K001"]


def test_what_does_not_fit_is_what_the_register_has_in_conflict():
    stem = "Which of these does **not** fit together with the statement that the old pier is not safe?"
    keys = "that the pier was mended last year", "that the ferry fee will rise"
    assert found(choice(stem, *keys, "pier, sound", "    axis: fit\n")) == []
    assert codes(choice(stem, *keys[::-1], "pier, sound", "    axis: fit\n")) == ["K003", "K001"]


@pytest.mark.parametrize(("stem", "answer", "claim", "expected"), [
    ("The article reports from the harbour survey that the channel may be filling up.", "true", "silt", []),
    ("The article reports from the harbour survey that the channel may be filling up.", "false", "silt", ["K003"]),
    ("The article reports from the harbour survey that the old pier is not safe.", "true", "pier", ["K005"]),
    ("The article reports from the harbour survey that the old pier is not safe.", "false", "pier", []),
    ("Bo Reis is quoted as saying that the ferry fee will rise.", "true", "fee", ["K003"]),
    ("The town council is quoted as saying that the ferry fee will rise.", "false", "fee", ["K003"]),
    # False for what it says, for a word that was added or left out, or for a second name: not for its credit.
    ("Ada Lund says that the ferry fee will fall.", "false", "fee", []),
    ("Cleo Moss says that the pier was sold last year.", "false", "sound", []),
    ("In its own voice, the article says that the old pier is safe.", "false", "pier", []),
    ("According to the article, Ada Lund points to the harbour survey as evidence that the channel is filling up with mud.",
     "false", "silt", []),
])  # fmt: skip
def test_statements_are_true_where_the_credit_is(stem, answer, claim, expected):
    question = (
        f"  - {{id: q, type: true_false, stem: '{stem}', answer: {answer}, claim: {claim}, feedback: It may be so.}}\n"
    )
    assert codes(question) == expected


PAIRS = """\
  - id: q
    type: matching
    stem: Match each statement with its speaker.
    pairs:
      - [that the ferry fee will rise, {}]
      - [that the old pier is not safe, {}]
    extra: [{}]
    claim: [fee, pier]
"""


@pytest.mark.parametrize(("names", "expected"), [
    (("Ada Lund", "the article itself", "Bo Reis"), []),
    (("Bo Reis", "the article itself", "Ada Lund"), ["K003"]),
    (("the article itself", "Ada Lund", "Bo Reis"), ["K003", "K003"]),
    (("Ada Lund", "the article itself", "Cleo Moss"), ["K001"]),
    (("Ada Lund", "the harbour survey", "Bo Reis"), ["K005"]),
])  # fmt: skip
def test_pairs_are_held_against_the_register(names, expected):
    assert codes(PAIRS.format(*names)) == expected


@pytest.mark.parametrize(("items", "stem", "expected"), [
    ("that the pier was mended last year, that Cleo Moss sold the ferry", "The earliest first", []),
    ("that Cleo Moss sold the ferry, that the pier was mended last year", "The earliest first", ["K003"]),
    ("that Cleo Moss sold the ferry, that the pier was mended last year", "The latest first", []),
    ("that Cleo Moss sold the ferry, that the ferry fee will rise", "The earliest first", []),
])  # fmt: skip
def test_events_stand_in_the_order_of_their_dates(items, stem, expected):
    question = f"  - {{id: q, type: ordering, stem: {stem}, items: [{items}], claim: [sound, sale]}}\n"
    assert codes(question) == expected


@pytest.mark.parametrize(("items", "expected"), [
    ("people on the quay, the harbour survey, Bo Reis, the article", []),
    ("the article, Bo Reis, the harbour survey, people on the quay", []),
    ("the harbour survey, people on the quay, Bo Reis, the article", ["K003"]),
    ("people on the quay, Bo Reis, the article", []),
])  # fmt: skip
def test_hands_stand_in_the_order_of_the_relays(items, expected):
    question = f"  - {{id: q, type: ordering, stem: Who had it from whom?, items: [{items}], claim: silt}}\n"
    assert codes(question) == expected


def test_how_sure_and_how_directly_are_held_against_the_register():
    sure = "How sure does the article sound that the channel is filling up with mud?"
    assert found(choice(sure, "only possible", "certain, likely", "silt", "    axis: certainty\n")) == []
    assert codes(choice(sure, "certain", "only possible, likely", "silt", "    axis: certainty\n")) == ["K003", "K001"]
    rely = "What does Ada Lund rely on for it?"
    assert found(choice(rely, "her own word", "a document", "fee", "    axis: relay\n")) == []
    assert codes(choice(rely, "a document", "her own word", "fee", "    axis: relay\n")) == ["K003", "K001"]


HEDGED = "  - {{id: q, type: short_answer, stem: '{}', answer: Bo Reis, claim: silt, feedback: '{}'}}\n"


@pytest.mark.parametrize(("stem", "feedback", "expected"), [
    ("Who says that the channel is filling up with mud?", "Paragraph 3.", ["K004"]),
    ("Who says, in guarded words, that the channel is filling up with mud?", "Paragraph 3.", []),
    ("Who says that the channel is filling up with mud?", "The word used is “may be”.", []),
    ("Who says that the mud is filling up the channel?", "Paragraph 3.", ["K004"]),
    ("Who says something about mud?", "Paragraph 3.", []),
])  # fmt: skip
def test_a_hedge_stays_with_what_it_guards(stem, feedback, expected):
    assert codes(HEDGED.format(stem, feedback)) == expected


def test_a_claim_that_the_register_does_not_have_is_told_by_its_reference():
    assert codes(choice(WHO_FEE, "Ada Lund", "Bo Reis", "fees")) == ["R002"]


def test_a_set_in_another_language_is_not_held_to_english_phrases():
    german = "    language: de\n"
    assert found(choice("Woher kommt das?", "Ada Lund", "Bo Reis, the article itself", "fee", german)) == []
