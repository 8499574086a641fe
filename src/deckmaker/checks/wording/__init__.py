"""Rules about the wording of one question. Each yields diagnostics about an item; a new rule is a function, a row."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.checks.about import about
from deckmaker.checks.item import Item, Named
from deckmaker.checks.wording.absolutes import absolute_term
from deckmaker.checks.wording.attribution import (
    article_not_named,
    claim_as_bare_fact,
    endorsing_verb,
    false_statement_on_card,
)
from deckmaker.checks.wording.cards import enumeration_on_card, overloaded_card, yes_no_card
from deckmaker.checks.wording.clutter import hard_language, long_stem, needless_words
from deckmaker.checks.wording.combined import all_of_the_above, combination_options, none_of_the_above
from deckmaker.checks.wording.completion import (
    article_before_blank,
    long_answer,
    too_many_blanks,
    unimportant_word,
)
from deckmaker.checks.wording.context import missing_context
from deckmaker.checks.wording.cues import grammatical_cue, word_repeat_cue
from deckmaker.checks.wording.directions import number_unstated
from deckmaker.checks.wording.essays import essay_without_rubric, vague_essay_task
from deckmaker.checks.wording.forms import (
    out_of_order,
    repeated_text,
    uneven_options,
)
from deckmaker.checks.wording.giveaway import answer_given_away
from deckmaker.checks.wording.jokes import joke_option
from deckmaker.checks.wording.kinds import mixed_options
from deckmaker.checks.wording.matching import (
    articles_in_column,
    matching_even_columns,
    matching_too_long,
    matching_without_basis,
    mixed_columns,
    repeated_word_in_pair,
)
from deckmaker.checks.wording.negatives import double_negative, negative_not_emphasised
from deckmaker.checks.wording.openness import several_answers_fit
from deckmaker.checks.wording.opinions import opinion_asked
from deckmaker.checks.wording.options import (
    key_longest,
    many_options,
    vague_term,
)
from deckmaker.checks.wording.ordering import ordering_position_cue, ordering_without_direction
from deckmaker.checks.wording.overlap import overlapping_options
from deckmaker.checks.wording.patterns import convergence_cue, opposite_pair_cue
from deckmaker.checks.wording.quantities import unit_or_precision_unstated
from deckmaker.checks.wording.rules import ItemRule, Rules
from deckmaker.checks.wording.statements import sweeping_statement, unmeasured_statement
from deckmaker.checks.wording.stems import (
    blank_not_at_end,
    dated_wording,
    unfocused_stem,
)
from deckmaker.checks.wording.tasks import two_questions
from deckmaker.diagnostics import Diagnostic
from deckmaker.model.document import Document
from deckmaker.model.questions import Question

WORDING_RULES: tuple[ItemRule, ...] = (
    # stems
    unfocused_stem,
    negative_not_emphasised,
    double_negative,
    needless_words,
    two_questions,
    opinion_asked,
    hard_language,
    missing_context,
    blank_not_at_end,
    number_unstated,
    dated_wording,
    long_stem,
    sweeping_statement,
    unmeasured_statement,
    # options
    key_longest,
    grammatical_cue,
    word_repeat_cue,
    absolute_term,
    vague_term,
    all_of_the_above,
    none_of_the_above,
    combination_options,
    repeated_text,
    mixed_options,
    uneven_options,
    overlapping_options,
    out_of_order,
    convergence_cue,
    opposite_pair_cue,
    joke_option,
    many_options,
    # completion
    too_many_blanks,
    unimportant_word,
    several_answers_fit,
    answer_given_away,
    unit_or_precision_unstated,
    long_answer,
    article_before_blank,
    # matching, ordering, essays
    matching_without_basis,
    matching_even_columns,
    matching_too_long,
    mixed_columns,
    repeated_word_in_pair,
    articles_in_column,
    ordering_without_direction,
    ordering_position_cue,
    vague_essay_task,
    essay_without_rubric,
    # cards
    enumeration_on_card,
    overloaded_card,
    yes_no_card,
    # attribution
    claim_as_bare_fact,
    endorsing_verb,
    article_not_named,
    false_statement_on_card,
)
"""What is looked at in every question, in this order."""


_RULES = Rules(WORDING_RULES)


def wording(document: Document) -> Iterator[Diagnostic]:
    """What the rules about wording say about every question of a document."""
    named = Named(document)
    for question in document.questions:
        item = Item(question, document, named)
        for rule in _RULES.for_item(item) if len(item.stem) <= MOST_LETTERS else _OF_ANY_LENGTH:
            for problem in rule.look(item):
                yield from about((problem,), question)


MOST_LETTERS = 5_000
"""Of a stem that all rules look at: two pages. Some go through a stem once for each of its words."""

UNSOUND: tuple[ItemRule, ...] = (all_of_the_above, none_of_the_above, combination_options)
"""Of these, what finds errors."""


_OF_ANY_LENGTH: tuple[ItemRule, ...] = (long_stem, *UNSOUND)


def unsound(question: Question, document: Document, named: Named) -> Iterator[Diagnostic]:
    """The errors that the rules about wording find in a question."""
    item = Item(question, document, named)
    found = (problem for rule in UNSOUND for problem in rule(item) if problem.is_error)
    yield from about(found, question)
