"""The report as a file: everything of the set in it, nothing from elsewhere, nothing unescaped, nothing too much."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from tests.support import check_set, said
from tests.support.report import ARTICLE, REVIEWED, Page, report, report_of
from tests.support.sets import EVERY_TYPE, picture


def page(yaml: str = REVIEWED, *, article: str | None = ARTICLE, with_text: bool = True) -> Page:
    return Page(report_of(yaml, article=article, with_text=with_text, chart_png=picture(), tide_png=picture()))


def test_the_sample_is_sound():
    checked = check_set(REVIEWED, article=ARTICLE, files={"chart.png": picture()})
    assert checked.is_sound, said(checked.problems)


def test_every_claim_stands_in_the_register_with_its_two_axes():
    words = page().words
    assert "Ida Marsh" in words["claim-lower-tide"]
    assert "the surveys" in words["claim-lower-tide"]
    assert "hedge “indicate”" in words["claim-lower-tide"]
    assert "Ida Marsh ← the surveys" in words["claim-lower-tide"]
    assert "also right: no source given" in words["claim-wall-holds"]
    assert "Scenery." in words["claim-unmeasured"]


@pytest.mark.parametrize(
    ("article", "shown"), [(ARTICLE, "found"), (None, "not looked up")], ids=["with the text", "without it"]
)
def test_the_register_says_how_words_were_verified(article, shown):
    assert page(article=article).words["claim-deep"].endswith(shown)


def test_a_main_claim_that_nobody_asks_about_is_flagged_in_two_places():
    words = page().words
    assert re.search(r"core, yet not asked: deep\b", words["overview"])
    assert words["coverage"].count("core, not asked") == 1


def test_coverage_names_the_questions_of_a_claim_and_its_places_on_paper():
    words = page().words["coverage"]
    assert "rest-on single choice" in words
    assert re.search(r"check: A [12], B [12]", words)


def test_each_question_leads_back_to_speaker_relay_basis_and_words():
    words = page().words["question-rest-on"]
    for part in ("Claim lower-tide", "said byIda Marsh", "relayingthe surveys", "basis ofthe surveys", "paragraph 1"):
        assert part in words
    assert "“told”" in words
    assert re.search(r"check \(A no. [12], key [ABC]; B no. [12], key [ABC]\)", words)


def test_the_words_of_a_claim_are_marked_in_its_paragraph():
    html = report_of(REVIEWED, article=ARTICLE, chart_png=picture())
    assert html.count("told reporters that <mark>surveys indicate a lower</mark> tide.") >= 2


def test_words_that_stand_there_twice_are_marked_where_the_suffix_says():
    html = report_of(REVIEWED, article=ARTICLE, chart_png=picture())
    assert "<mark>The channel</mark> is deep" in html
    assert "<mark>The channel</mark> is wide" not in html


def test_quotations_that_overlap_are_one_mark():
    more = REVIEWED.replace("quote: new wall will hold", "quote: harbour board says that the new").replace(
        "quote: measured the channel\n    paragraph: 2", "quote: says that the new wall\n    paragraph: 1"
    )
    html = report_of(more, article=ARTICLE, chart_png=picture())
    assert "The <mark>harbour board says that the new wall</mark> will hold" in html


def test_a_page_with_the_articles_text_says_so_and_one_without_holds_none_of_it():
    sentences = [line for line in ARTICLE.splitlines() if line.endswith(".")]
    with_text, without = page(), page(with_text=False)
    assert "not for passing on" in with_text.words[""]
    assert sentences[0] in with_text.words["article"]
    assert "not for passing on" not in without.words[""]
    assert "article" not in without.words
    for sentence in re.split(r"(?<=\.) ", " ".join(sentences)):
        assert sentence not in without.words[""]


def test_no_finding_shows_a_line_of_the_article_on_a_page_without_its_text():
    broken = REVIEWED.replace("quote: new wall will hold", "quote: new wall will never hold")
    checked = check_set(broken, article=ARTICLE, files={"chart.png": picture()})
    assert "E104" in " ".join(said(checked.problems))
    words = Page(report(checked, with_text=False)).words[""]
    assert "told reporters" not in words
    assert "E104" in words


def test_what_was_not_asked_stands_under_what_would_help():
    words = page().words["refused"]
    assert "unmeasured" in words
    assert words.index("quiz: avoid") < words.index("Scenery")


def test_every_problem_of_the_run_is_shown_with_place_hint_and_its_page():
    yaml = REVIEWED.replace(
        "answer: the surveys\n    distractors: [a chart, an old report]", "answer: yes\n    disctractors: [no]"
    )
    checked = check_set(yaml, article=ARTICLE, files={"chart.png": picture()})
    words = Page(report(checked)).words
    assert checked.problems
    for problem in checked.problems:
        assert problem.message in words["findings"]
        assert problem.code.id in words["findings"]
    assert "set/set.yaml:" in words["findings"]
    assert "did you mean" in words["findings"]


def test_a_set_with_errors_has_a_report_that_shows_them():
    checked = check_set("questions: [{id: a, stem: When?, anser: now}, {id: b, stem: Where?, answer: here}]")
    assert not checked.is_sound
    words = Page(report(checked)).words
    assert "Errors (1)" in words["findings"]
    assert "anser" in words["findings"]
    assert "question-b" in words


def test_a_silenced_rule_is_shown_with_its_reason():
    yaml = """
questions:
  - id: a
    stem: Which of these is not a tide?
    answer: Neap hill
    distractors: [Neap tide, Spring tide]
    allow: {negative-stem: the exam asks so}
"""
    assert "the exam asks so" in page(yaml).words["findings"]


def test_a_set_without_claims_has_no_register():
    found = page(EVERY_TYPE)
    for id in ("matrix", "sources", "covered", "refused", "article"):
        assert id not in found.words
    assert len(found.named("article")) == 12


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("single", "As planned."),
        ("several", "two right"),
        ("truth", "true"),
        ("short", "the moon"),
        ("number", "9.81 ± 0.05 m/s²"),
        ("gaps", "moon (what)"),
        ("pairs", "tide → moon"),
        ("order", "ant"),
        ("essay", "One point for each."),
        ("cards", "Asked both ways"),
        ("hidden", "upper part"),
    ],
)
def test_a_question_of_every_type_shows_its_answer(question, shown):
    assert shown in page(EVERY_TYPE).words[f"question-{question}"]


def test_the_balance_plots_have_their_numbers_as_text():
    words = page().words["balance"]
    assert "Type single choice 2 50 % numeric 1 25 % flashcard 1 25 % Family by hand 3 75 % who-said 1 25 %" in words
    assert re.search(r"Place of the key: A check Version( [ABC]){1,2} A [01]( [01])? B [01]( [01])?$", words)
    assert "True or false true 1 100 %" in page(EVERY_TYPE).words["balance"]


HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{{c1::x}}"


def test_what_a_user_wrote_never_becomes_an_element():
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    yaml = f"""
deckmaker: 1
uid: 5ea51de0
title: {quoted}
description: {quoted}
license: {quoted}
article: {{title: {quoted}, disclosure: {quoted}, author: [{quoted}], container-title: {quoted}, text: article.txt}}
sources:
  one: {{name: {quoted}, kind: person, role: {quoted}, aliases: [{quoted}]}}
claims:
  - {{id: a, claim: {quoted}, speaker: one, basis: on_record, quote: {quoted}, paragraph: 1, quiz: avoid, note: {quoted}, tags: [{quoted}]}}
generate: [{{family: who-said, claims: all}}]
questions:
  - id: q
    stem: {quoted}
    options: [{{text: {quoted}, correct: true, feedback: {quoted}}}, {{text: b}}, {{text: c}}]
    feedback: {quoted}
    hint: {quoted}
    objective: {quoted}
    claim: a
    allow: {{negative-stem: {quoted}}}
quizzes: [{{id: p, title: {quoted}, sections: [{{pick: all}}]}}]
"""
    found = page(yaml, article=f"T\n\n{HOSTILE} and more words here.")
    assert len(found.named("script")) == 1
    assert not found.named("img")
    assert len(found.named("title")) == 2  # the page's and the drawing's
    assert not [key for _, attributes in found.elements for key in attributes if key.startswith("on")]
    assert found.words["question-q"].count("<script>alert(1)</script>") >= 4
    assert HOSTILE in found.words["claim-a"]


def test_the_page_asks_for_nothing_and_its_policy_knows_its_script():
    html = report_of(REVIEWED, article=ARTICLE, chart_png=picture())
    script = html[html.index("<script>") + len("<script>") : html.index("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    found = Page(html)
    (policy,) = [each["content"] for each in found.named("meta") if each.get("http-equiv")]
    assert policy.startswith("default-src 'none'; ")
    assert f"script-src 'sha256-{digest}';" in policy
    assert [each["src"][:22] for each in found.named("img")] == ["data:image/png;base64,"]
    assert {each["href"] for each in found.named("link")} == {"data:,"}
    assert not re.search(r"url\((?!#)|@import", html)


def test_headings_come_in_order_and_ids_once():
    found = page()
    levels = [int(name[1]) for name, _ in found.elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_leads_somewhere():
    found = page()
    ids = {attributes.get("id") for _, attributes in found.elements}
    links = [each["href"] for each in found.named("a")]
    assert len(links) > 20
    assert [link for link in links if not (link.startswith("#") and link[1:] in ids)] == []
