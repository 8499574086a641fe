from __future__ import annotations

import pytest

from deckmaker.model.sentences import sentences
from tests.evidence import codes, problems, says


@pytest.mark.parametrize(
    "lines",
    [
        "quote: active in selling\nparagraph: 1\nhedge: may have been",
        "quote: the engines are gone\nparagraph: 1\nhedge: seems",
        "quote: claimed to protect\nparagraph: 1\ncue: claimed",
        "quote: made a pact\nparagraph: 2\ncue: According to",
        "quote: justified re-opening\nparagraph: 2\ncue: noted",
        "quote: to be trusted\nparagraph: 8\nbooster: clearly\ncue: demonstrates\npolarity: negative",
        "quote: Claims to Save\nparagraph: title\ncue: Claims",
    ],
)
def test_words_of_saying_stand_in_the_sentence_of_the_quote(lines):
    assert codes(lines) == []


def test_a_hedge_of_another_sentence_is_refused():
    says(
        "quote: has paid for fresh paint\nparagraph: 1\nhedge: seems",
        """
        E109 at seems: hedge "seems" not found in the sentence of the quote
        these words do not stand there
        leave hedge out, since it stands in another sentence, or quote from that one
        """,
    )


def test_a_booster_that_is_not_there_is_refused():
    says(
        "quote: has paid for fresh paint\nparagraph: 1\nbooster: surely",
        """
        E109 at surely: booster "surely" not found in the sentence of the quote
        these words do not stand there
        copy booster from that sentence, or leave it out
        """,
    )


def test_a_cue_of_another_form_is_refused_with_the_one_that_is_there():
    says(
        "quote: claimed to protect\nparagraph: 1\ncue: claims",
        """
        E110 at claims: cue "claims" not found in the sentence of the quote
        these words do not stand there
        the article has "claimed"
        """,
    )


def test_a_hedge_of_another_case_is_refused():
    (problem,) = problems("quote: made a pact\nparagraph: 2\ncue: according to")
    assert (problem.code.id, problem.hint) == ("E110", 'the article has "According to"')


def test_a_hedge_inside_another_word_is_refused():
    assert codes("quote: continue causing\nparagraph: 5\nhedge: may") == ["E109"]


@pytest.mark.parametrize(
    "lines",
    [
        "quote: the first one\nparagraph: 5\ncue: said\npolarity: negative",  # named at the far end of the quotation
        "quote: will deny any sale\nparagraph: 5\ncue: said\npolarity: negative",
        "quote: main door\nparagraph: 6\ncue: said",  # named before it
        "quote: harbour pilot in a letter\nparagraph: 5\ncue: said",
    ],
)
def test_in_a_quotation_of_several_sentences_they_may_stand_anywhere_in_the_paragraph(lines):
    assert codes(lines) == []


def test_a_quotation_of_one_sentence_does_not_reach_beyond_it():
    text = "Title\n\nIt seems so. “The ferry is gone,” said Rask. He left.\n"
    assert codes("quote: ferry is gone\nparagraph: 1\ncue: said", text) == []
    assert codes("quote: ferry is gone\nparagraph: 1\nhedge: seems", text) == ["E109"]


@pytest.mark.parametrize(
    "quotation",
    [
        "“The ferry sank. The dock is gone,” said Rask.",
        '"The ferry sank. The dock is gone," said Rask.',
        "‘The ferry’s gone. The dock is gone,’ said Rask.",
        "'The ferry sank. The dock is gone,' said Rask.",
        "«The ferry sank. The dock is gone», said Rask.",
        "Rask said: “The ferry sank. The dock is gone.",  # goes on in the next paragraph
    ],
)
def test_quotations_are_known_by_any_quotation_marks(quotation):
    assert codes("quote: dock is gone\nparagraph: 1\ncue: said", f"Title\n\n{quotation}\n") == []


def test_an_apostrophe_opens_no_quotation():
    text = "Title\n\nIt seems Rask’s box is old. The pilots’ ferry is gone.\n"
    assert codes("quote: ferry is gone\nparagraph: 1\nhedge: seems", text) == ["E109"]


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("It sank. It rose.", ["It sank.", " It rose."]),
        ("Did it sink? Yes! It did.", ["Did it sink?", " Yes!", " It did."]),
        ("“It sank.” He left.", ["“It sank.”", " He left."]),
        ("“Did it sink?” he asked.", ["“Did it sink?” he asked."]),
        ("A U.S.-backed yard. It paid.", ["A U.S.-backed yard.", " It paid."]),
        ("In the U.S. Navy yard.", ["In the U.S. Navy yard."]),
        ("It was in the U.S. The yard paid.", ["It was in the U.S.", " The yard paid."]),
        ("Dr. Vance and J. Rask paid.", ["Dr. Vance and J. Rask paid."]),
        ("It fell by 3.5 crowns. It rose.", ["It fell by 3.5 crowns.", " It rose."]),
        ("More mayhem…Despite it all.", ["More mayhem…", "Despite it all."]),
        ("More mayhem… and more.", ["More mayhem… and more."]),
        ("It sank.[2] It rose.", ["It sank.[2]", " It rose."]),
        ("没有。他走了。", ["没有。", "他走了。"]),
        ("", [""]),
    ],
)
def test_sentences_end_where_people_see_them_end(paragraph, parts):
    assert [paragraph[start:end] for start, end in sentences(paragraph)] == parts


def test_a_guard_word_in_the_quote_is_warned_of():
    says(
        "quote: never repaired the hull\nparagraph: 4",
        """
        E111 at never repaired the hull: "never" beside the quote, but not in the claim
        in it or right before it
        write polarity: negative if the claim depends on it
        """,
    )


@pytest.mark.parametrize(
    ("lines", "word", "line"),
    [
        ("quote: active in selling\nparagraph: 1", "may", "hedge: may"),
        ("quote: this pact justified\nparagraph: 2", "noted", "cue: noted"),
        ("quote: trusted\nparagraph: 8", "not", "polarity: negative"),
        ("quote: answer\nparagraph: 7", "not", "polarity: negative"),  # "didn’t"
        ("quote: confirm the sale\nparagraph: 3", "appears", "hedge: appears"),
    ],
)
def test_a_guard_word_right_before_the_quote_is_warned_of(lines, word, line):
    (problem,) = problems(lines)
    assert (problem.code.id, problem.is_error) == ("E111", False)
    assert problem.message == f'"{word}" beside the quote, but not in the claim'
    assert problem.hint == f"write {line} if the claim depends on it"


def test_all_guard_words_beside_a_quote_are_named_in_one_warning():
    text = "Title\n\nPerhaps it may not be denied.\n"
    (problem,) = problems("quote: be denied\nparagraph: 1", text)
    assert problem.message == '"may", "not" and "denied" beside the quote, but not in the claim'
    assert problem.hint == "write hedge: may and polarity: negative if the claim depends on it"


@pytest.mark.parametrize(
    "lines",
    [
        "quote: active in selling\nparagraph: 1\nhedge: may have been",
        "quote: this pact justified\nparagraph: 2\ncue: noted",
        "quote: to be trusted\nparagraph: 8\npolarity: negative",
        "quote: initially denied\nparagraph: 5\nclaim: the board at first denied it",
        "quote: initially denied\nparagraph: 5\npolarity: negative",
    ],
)
def test_a_guard_word_that_the_claim_records_is_not_warned_of(lines):
    assert codes(lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        "quote: fresh paint\nparagraph: 1",  # "claimed" is more than three words before it
        "quote: It is no secret\nparagraph: 1\nclaim: no secret is kept",  # "seems" belongs to the sentence before
        "quote: The mayor\nparagraph: 7",
        "quote: Strange is how\nparagraph: 5\ncue: said",  # "deny" is, though in the same quotation
    ],
)
def test_a_guard_word_further_away_or_in_another_sentence_is_not_warned_of(lines):
    assert codes(lines) == []


@pytest.mark.parametrize("words", ["cannot", "can't", "can’t", "can not", "could not", "couldn't"])
def test_that_somebody_cannot_is_a_denial_and_no_hedge(words):
    text = f"Title\n\n“We {words} keep people safe,” she said.\n"
    (problem,) = problems("quote: keep people safe\nparagraph: 1\nclaim: people are at risk", text)
    assert (problem.code.id, problem.message) == ("E111", '"not" beside the quote, but not in the claim')
    assert problem.hint == "write polarity: negative if the claim depends on it"
    assert codes("quote: keep people safe\nparagraph: 1\npolarity: negative", text) == []


@pytest.mark.parametrize("given", ["hedge: cannot", "hedge: cannot\npolarity: negative"])
def test_a_denial_given_as_a_hedge_is_warned_of(given):
    text = "Title\n\n“We cannot keep people safe,” she said.\n"
    (problem,) = problems(f"quote: people safe\nparagraph: 1\n{given}", text)
    assert (problem.code.id, problem.message) == ("E111", '"cannot" denies, and is no hedge')
    assert problem.hint == "leave hedge out, and write polarity: negative if the claim depends on it"


@pytest.mark.parametrize("hedge", ["suggests", "could", "suggests that it could"])
def test_a_claim_that_names_one_hedge_is_not_asked_for_another(hedge):
    text = "Title\n\nThe study suggests that it could sink.\n"
    assert codes(f"quote: it could sink\nparagraph: 1\nhedge: {hedge}", text) == []


def test_a_claim_that_names_one_cue_is_not_asked_for_another():
    text = "Title\n\nHe noted and claimed it sank.\n"
    assert codes("quote: it sank\nparagraph: 1\ncue: noted", text) == []
    assert codes("quote: it sank\nparagraph: 1\ncue: claimed", text) == []


@pytest.mark.parametrize("given", ["hedge: could", "cue: said"])
def test_a_denial_is_warned_of_whatever_else_is_recorded(given):
    text = "Title\n\nHe said it could not sink.\n"
    (problem,) = problems(f"quote: not sink\nparagraph: 1\n{given}", text)
    assert '"not"' in problem.message


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It shuts from 3 May until noon.", "until noon"),
        ("It shuts on May 3 until noon.", "until noon"),
        ("May 3 is the day.", "is the day"),
        ("It shuts every May until noon.", "until noon"),
        ("It shuts from 3 May until noon.", "from 3 May"),
        ("It shuts from 3 May until noon.", "May until"),
    ],
)
def test_the_month_is_no_hedge(text, quote):
    assert codes(f"quote: {quote}\nparagraph: 1", f"Title\n\n{text}\n") == []


def test_may_at_the_start_of_a_sentence_and_in_a_heading_is_a_hedge():
    assert codes("quote: the wall hold\nparagraph: 1", "Title\n\nMay the wall hold.\n") == ["E111"]
    assert codes("quote: Shut at Noon\nparagraph: title", "The Crossing May Shut at Noon\n\nText.\n") == ["E111"]
    assert codes("quote: Until Noon\nparagraph: title", "Shut From 3 May Until Noon\n\nText.\n") == []
