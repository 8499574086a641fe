from __future__ import annotations

import pytest

from tests.evidence import codes, problems, says
from tests.support import compile_set
from tests.support.article import ARTICLE, with_claim


@pytest.mark.parametrize(
    "lines",
    [
        "quote: Selling Its Engines\nparagraph: title",
        "quote: made a pact\nparagraph: 2",
        'quote: "Night\\u00A0Ferry papers"\nparagraph: heading-1',
        "quote: Night-Ferry 01\nparagraph: heading-2",
        "quote: ‘main door‘\nparagraph: 6",
        "quote: continue causing mayhem\nparagraph: 5",
        "quote: Despite their quarrels\nparagraph: 5",
        "quote: U.S.-backed shipyard\nparagraph: 2",
        "quote: 3.5 crowns\nparagraph: 8",
        "quote: (NHD)\nparagraph: 2",
        "quote: letter to the Tide\nparagraph: 5",
        "quote: It took shelter behind the law, and the\nparagraph: 8",
    ],
)
def test_words_that_stand_once_in_their_paragraph_are_verified(lines):
    document, said = compile_set(with_claim(lines), article=ARTICLE)
    assert document.evidence["c"].by == "text"
    assert not [problem for problem in said if problem.code.id[0] in "AE"]


def test_a_dropped_not_is_not_found():
    says(
        "quote: agreement to outbid each other\nparagraph: 6",
        """
        E104 at agreement to outbid each other: quote not found in paragraph 6
        "not" is missing
        the article has "agreement to not outbid each other"
        """,
    )


def test_words_in_another_order_are_not_found():
    says(
        "quote: agreement not to outbid\nparagraph: 6",
        """
        E104 at agreement not to outbid: quote not found in paragraph 6
        these words do not stand there
        the article has "agreement to not outbid"
        """,
    )


def test_another_spelling_of_a_name_is_not_found():
    says(
        "quote: the town and the co-op\nparagraph: 5",
        """
        E104 at the town and the co-op: quote not found in paragraph 5
        these words do not stand there
        the article has "the town and the co op"
        """,
    )


def test_a_misspelt_word_is_not_found():
    says(
        "quote: quarels\nparagraph: 5",
        """
        E104 at quarels: quote not found in paragraph 5
        these words do not stand there
        the article has "quarrels"
        """,
    )


def test_words_like_none_in_the_paragraph_get_no_suggestion():
    says(
        "quote: complete nonsense throughout\nparagraph: 7",
        """
        E104 at complete nonsense throughout: quote not found in paragraph 7
        these words do not stand there
        copy the words from paragraph 7
        """,
    )


def test_another_case_is_typed_differently():
    says(
        "quote: Agreement to not outbid\nparagraph: 6",
        """
        E114 at Agreement to not outbid: quote is typed differently in paragraph 6
        capital letters count
        write quote: "agreement to not outbid"
        """,
    )


def test_a_plain_space_for_a_no_break_one_is_typed_differently():
    says(
        "quote: Night Ferry papers\nparagraph: heading-1",
        """
        E114 at Night Ferry papers: quote is typed differently in heading-1
        the article has U+00A0 (no-break space) where this has U+0020 (space)
        write quote: "Night\\u00A0Ferry papers"
        """,
    )


def test_a_proper_closing_quote_for_the_wrong_one_of_the_article_is_typed_differently():
    says(
        "quote: the ‘main door’ for coal\nparagraph: 6",
        """
        E114 at the ‘main door’ for coal: quote is typed differently in paragraph 6
        the article has U+2018 (left single quotation mark) where this has U+2019 (right single quotation mark)
        write quote: "the ‘main door‘ for coal"
        """,
    )


def test_a_straight_apostrophe_is_typed_differently_also_in_another_paragraph():
    says(
        "quote: the pilot's daughter\nparagraph: 4",
        """
        E114 at the pilot's daughter: quote is typed differently in paragraph 3
        the article has U+2019 (right single quotation mark) where this has U+0027 (apostrophe)
        write quote: "the pilot’s daughter"
        """,
    )


@pytest.mark.parametrize(
    ("quote", "side", "whole"),
    [
        ("greement to not outbid", "starts", "agreement to not outbid"),
        ("agreement to not outbi", "ends", "agreement to not outbid"),
        ("aptain called the do", "starts and ends", "captain called the dock"),
        ("captain called the dock the ‘main do", "ends", "captain called the dock the ‘main door"),
    ],
)
def test_a_cut_word_is_refused_with_the_whole_ones(quote, side, whole):
    says(
        f"quote: {quote}\nparagraph: 6",
        f"""
        E107 at {quote}: quote {side} inside a word
        a cut word can change what it says
        write the whole words "{whole}"
        """,
    )


@pytest.mark.parametrize(
    ("quote", "place", "whole"),
    [
        ("backed shipyard", 2, "U.S.-backed shipyard"),
        ("500 crowns", 2, "1,500 crowns"),
        ("opening the old dock", 2, "re-opening the old dock"),
        ("the pilot", 3, "the pilot’s"),
        ("The mayor didn", 7, "The mayor didn’t"),
        ("fell by 3", 8, "fell by 3.5"),
        ("op has never", 4, "co-op has never"),
    ],
)
def test_what_hyphens_apostrophes_and_decimal_points_join_is_one_word(quote, place, whole):
    (problem,) = problems(f"quote: {quote}\nparagraph: {place}")
    assert (problem.code.id, problem.hint) == ("E107", f'write the whole words "{whole}"')


def test_a_cut_word_is_said_even_if_its_letters_stand_elsewhere_too():
    assert codes("quote: he\nparagraph: 8") == ["E107"]


def test_the_wrong_paragraph_is_refused_with_the_right_one():
    says(
        "quote: made a pact\nparagraph: 3",
        """
        E106 at 3: quote stands in paragraph 2, not in paragraph 3
        not here
        write paragraph: 2
        """,
    )


def test_the_wrong_paragraph_for_words_that_stand_in_several_names_all():
    says(
        "quote: took shelter\nparagraph: title",
        """
        E106 at title: quote stands in paragraphs 3 and 8, not in the title
        not here
        write the paragraph that you mean
        """,
    )


@pytest.mark.parametrize(
    ("place", "message", "hint"),
    [
        ("40", "the article has no paragraph 40", "write paragraph: 2"),
        ("heading-9", 'the article has no place "heading-9"', "write paragraph: 2"),
    ],
)
def test_a_place_that_the_article_has_not_is_refused_with_the_one_where_the_words_stand(place, message, hint):
    (problem,) = problems(f"quote: made a pact\nparagraph: {place}")
    assert (problem.code.id, problem.message, problem.hint) == ("E102", message, hint)
    assert problem.note == "the quote stands in paragraph 2"
    assert problem.span.text == place


def test_a_place_that_the_article_has_not_is_refused_with_those_that_it_has():
    (problem,) = problems("quote: xyzzy\nparagraph: 40")
    assert (problem.code.id, problem.hint) == ("E102", "write one of title, heading-1 to heading-3, 1 to 8")


def test_words_that_stand_twice_in_their_paragraph_are_refused_with_more_that_stand_once():
    says(
        "quote: ship was painted\nparagraph: 7",
        """
        E105 at ship was painted: quote stands twice in the article
        in paragraph 7
        quote more, such as "ship was painted twice", or add words around it as prefix: or suffix:
        """,
    )


def test_words_that_stand_in_another_paragraph_too_are_refused():
    (problem,) = problems("quote: took shelter\nparagraph: 3")
    assert (problem.code.id, problem.note) == ("E105", "in paragraphs 3 and 8")
    assert problem.hint.startswith('quote more, such as "took shelter on"')


@pytest.mark.parametrize(
    "lines",
    [
        "quote: took shelter\nparagraph: 3\nsuffix: on board",
        "quote: took shelter\nparagraph: 3\nprefix: the pilot’s daughter,",
        "quote: took shelter\nparagraph: 8\nprefix: It",
        "quote: ship was painted\nparagraph: 7\nprefix: and the",
        "quote: ship was painted\nparagraph: 7\nprefix: The\nsuffix: twice,",
    ],
)
def test_words_that_stand_twice_are_told_apart_by_what_is_around_them(lines):
    assert codes(lines) == []


@pytest.mark.parametrize(
    ("given", "side"),
    [("prefix: on the ship", "before"), ("suffix: on the ship", "after"), ("suffix: on Board", "after")],
)
def test_words_around_it_that_do_not_stand_there_are_refused(given, side):
    key, words = given.split(": ")
    says(
        f"quote: took shelter\nparagraph: 3\n{given}",
        f"""
        E113 at {words}: {key} not found {side} the quote
        the quote stands in paragraphs 3 and 8
        copy the words that stand right {side} the quote, or leave {key} out
        """,
    )


def test_words_before_one_place_and_after_another_are_refused():
    assert codes("quote: ship was painted\nparagraph: 7\nprefix: The\nsuffix: again") == ["E113"]


def test_more_than_eight_words_are_refused_with_and_without_the_text():
    quote = "For many people on the coast, the Night Ferry"
    says(
        f"quote: {quote}\nparagraph: 1",
        f"""
        E108 at {quote}: quote has 9 words
        at most 8
        quote only the 8 words or fewer that prove the claim
        """,
    )
    assert codes(f"quote: {quote}\nparagraph: 1", article=None) == ["E108"]


@pytest.mark.parametrize(
    "quote",
    [
        "the board … not to be trusted",
        "the board ... not to be trusted",
        "the board . . . not to be trusted",
        "causing mayhem…Despite their quarrels",
        '"is not to be trusted.\\n\\nIt took"',
    ],
)
def test_parts_joined_are_refused_even_where_the_article_has_the_ellipsis(quote):
    for article in (ARTICLE, None):
        assert codes(f"quote: {quote}\nparagraph: 5", article) == ["E112"]


def test_a_quotation_over_a_line_end_of_its_paragraph_needs_it():
    wrapped = "Title\n\nThe old\nferry sank.\n"
    assert codes('quote: "old\\nferry"\nparagraph: 1', wrapped) == []
    (problem,) = problems("quote: old ferry\nparagraph: 1", wrapped)
    assert (problem.code.id, problem.hint) == ("E114", 'write quote: "old\\nferry"')


def test_all_that_is_wrong_with_one_quotation_is_said_at_once():
    long = "quote: made a pact with the yard, and Mayor Ida Brandt\nparagraph: 3\nhedge: seems"
    assert codes(long) == ["E108", "E106"]


@pytest.mark.parametrize("text", ["", "Title", "Title\n\nXyz.", "\n\n", "\ufeff"])
def test_any_text_can_be_the_wrong_one(text):
    (code,) = codes("quote: made a pact\nparagraph: 2\nhedge: seems", text)
    assert code in ("E102", "E104")


def test_words_that_stand_in_many_places_name_a_few():
    text = "Title\n\n" + "The ferry sank.\n\n" * 9
    (problem,) = problems("quote: ferry\nparagraph: 1", text)
    assert (problem.message, problem.note) == (
        "quote stands 9 times in the article",
        "in paragraphs 1, 2, 3, 4, 5 and 4 more",
    )
