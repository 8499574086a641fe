"""The one table of codes. A code is never reused for something else; each has its page in `pages/`.

Families: Y files and YAML · S shape · R references · A article · E evidence · C claims · Q questions · K keys ·
W wording of items · P sets and papers · V the article's words · T text · M media · G generating · L lock · X what a
format cannot hold · I decks read back · N a running Anki · O output.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning does not, advice is shown when asked for."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Code(Struct, frozen=True):
    """A kind of diagnostic.

    id: a letter for the family and three digits.
    name: the bad thing, so that it reads after "allow".
    severity: how much it weighs.
    """

    id: str
    name: str
    severity: Severity


_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE

_TABLE = (
    # Y: files and YAML
    ("Y001", "file-not-found", _E),
    ("Y002", "unreadable-file", _E),
    ("Y003", "not-utf-8", _E),
    ("Y004", "control-character", _E),
    ("Y005", "byte-order-mark-inside", _E),
    ("Y006", "byte-order-mark", _A),
    ("Y007", "carriage-returns", _A),
    ("Y008", "no-set-here", _E),
    ("Y009", "empty-set", _E),
    ("Y010", "file-too-large", _E),
    ("Y011", "changed-meanwhile", _E),
    ("Y012", "set-too-large", _E),
    ("Y101", "colon-in-text", _E),
    ("Y102", "text-starts-with-quote", _E),
    ("Y103", "text-starts-with-star", _E),
    ("Y104", "text-starts-with-braces", _E),
    ("Y105", "text-starts-with-bracket", _E),
    ("Y106", "text-starts-with-reserved", _E),
    ("Y107", "comment-in-text", _W),
    ("Y108", "comma-splits-item", _E),
    ("Y109", "tab-indentation", _E),
    ("Y110", "duplicate-key", _E),
    ("Y111", "quote-not-closed", _E),
    ("Y112", "wrong-indentation", _E),
    ("Y113", "missing-space-after-colon", _E),
    ("Y114", "bracket-not-closed", _E),
    ("Y115", "tag-in-text", _E),
    ("Y116", "alias-explosion", _E),
    ("Y117", "several-documents", _E),
    ("Y118", "not-a-mapping", _E),
    ("Y119", "unclear-yaml", _E),
    ("Y120", "bad-escape", _E),
    ("Y121", "nested-too-deep", _E),
    ("Y122", "brace-in-list-item", _E),
    ("Y123", "missing-colon", _E),
    ("Y124", "odd-space", _E),
    ("Y125", "wrong-dash", _E),
    ("Y126", "mark-too-many", _E),
    ("Y127", "missing-list-heading", _E),
    ("Y128", "escape-in-text", _W),
    ("Y129", "missing-comma", _E),
    # S: shape
    ("S001", "unknown-key", _E),
    ("S002", "missing-key", _E),
    ("S003", "wrong-shape", _E),
    ("S004", "not-a-number", _E),
    ("S005", "not-one-of", _E),
    ("S006", "bad-id", _E),
    ("S007", "unclear-question-type", _E),
    ("S008", "key-of-other-type", _E),
    ("S009", "out-of-range", _E),
    ("S010", "too-few", _E),
    ("S011", "format-version", _E),
    ("S012", "not-yes-or-no", _E),
    ("S013", "given-twice", _E),
    ("S014", "list-without-brackets", _W),
    ("S015", "numbered-items", _W),
    ("S016", "typed-quotation-marks", _W),
    ("S017", "too-many", _E),
    # R: references
    ("R001", "unknown-source", _E),
    ("R002", "unknown-claim", _E),
    ("R003", "unknown-question", _E),
    ("R004", "duplicate-id", _E),
    ("R005", "duplicate-uid", _E),
    ("R006", "unknown-article", _E),
    ("R007", "source-cycle", _E),
    ("R008", "reserved-id", _E),
    ("R009", "unknown-family", _E),
    ("R010", "empty-pick", _W),
    ("R011", "unknown-code", _E),
    ("R012", "picked-twice", _W),
    ("R013", "not-for-print", _W),
    ("R014", "wrong-total", _E),
    ("R015", "left-out", _W),
    # A: article
    ("A001", "text-changed", _E),
    ("A002", "text-changed-line-ends", _E),
    ("A003", "claims-without-article", _E),
    ("A004", "no-disclosure", _W),
    ("A005", "text-outside-set", _E),
    ("A006", "text-not-found", _W),
    # E: evidence
    ("E101", "not-verified", _E),
    ("E102", "no-such-place", _E),
    ("E104", "quote-not-found", _E),
    ("E105", "quote-not-unique", _E),
    ("E106", "wrong-paragraph", _E),
    ("E107", "not-on-word-boundary", _E),
    ("E108", "quote-too-long", _E),
    ("E109", "hedge-not-found", _E),
    ("E110", "cue-not-found", _E),
    ("E111", "guard-word-not-recorded", _W),
    ("E112", "quote-is-joined", _E),
    ("E113", "context-not-found", _E),
    ("E114", "quote-typed-differently", _E),
    # C: claims
    ("C001", "reason-missing", _E),
    ("C002", "speaker-in-claim", _W),
    ("C003", "claim-does-not-read-on", _W),
    # Q: questions
    ("Q001", "no-right-answer", _E),
    ("Q002", "too-many-right-answers", _E),
    ("Q003", "duplicate-option", _E),
    ("Q004", "too-few-options", _E),
    ("Q005", "cloze-without-deletion", _E),
    ("Q006", "bad-cloze", _E),
    ("Q007", "empty-text", _E),
    ("Q008", "allow-silences-nothing", _W),
    ("Q009", "letters-in-options", _E),
    ("Q010", "above-not-pinned", _E),
    # K: truth of the key, from the register
    ("K001", "option-also-right", _E),
    ("K002", "stem-without-axis", _W),
    ("K003", "key-contradicts-register", _E),
    ("K004", "hedge-dropped", _W),
    ("K005", "wrong-document-credit", _E),
    ("K006", "cards-disagree", _E),
    # W: wording of one item; 1 stems, 2 options, 3 completion, 4 matching, ordering, essays, 5 cards, 6 attribution
    ("W101", "unfocused-stem", _W),
    ("W102", "negative-not-emphasised", _W),
    ("W103", "double-negative", _W),
    ("W104", "needless-words-in-stem", _W),
    ("W105", "two-questions-in-one", _W),
    ("W106", "opinion-asked", _W),
    ("W107", "hard-language", _W),
    ("W108", "context-missing", _W),
    ("W109", "blank-not-at-end", _W),
    ("W110", "number-of-answers-unstated", _W),
    ("W111", "dated-wording", _W),
    ("W112", "long-stem", _A),
    ("W201", "key-longest", _W),
    ("W202", "grammatical-cue", _W),
    ("W203", "word-repeat-cue", _W),
    ("W204", "absolute-term", _W),
    ("W205", "vague-term", _W),
    ("W206", "all-of-the-above", _W),
    ("W207", "none-of-the-above", _A),
    ("W208", "combination-options", _W),
    ("W209", "repeated-text-in-options", _W),
    ("W210", "mixed-options", _W),
    ("W211", "uneven-options", _W),
    ("W212", "overlapping-options", _W),
    ("W213", "options-out-of-order", _W),
    ("W214", "convergence-cue", _W),
    ("W215", "opposite-pair-cue", _W),
    ("W216", "joke-option", _W),
    ("W217", "many-options", _A),
    ("W301", "too-many-blanks", _W),
    ("W302", "unimportant-word-blanked", _W),
    ("W303", "several-answers-fit", _W),
    ("W304", "answer-given-away", _W),
    ("W305", "unit-or-precision-unstated", _W),
    ("W306", "long-answer", _A),
    ("W401", "matching-without-basis", _W),
    ("W402", "matching-even-columns", _W),
    ("W403", "matching-too-long", _W),
    ("W404", "ordering-without-direction", _W),
    ("W405", "ordering-position-cue", _W),
    ("W406", "vague-essay-task", _W),
    ("W407", "essay-without-rubric", _A),
    ("W501", "enumeration-on-card", _W),
    ("W502", "overloaded-card", _W),
    ("W503", "yes-no-card", _W),
    ("W601", "claim-as-bare-fact", _W),
    ("W602", "endorsing-verb", _W),
    ("W603", "article-not-named", _W),
    ("W604", "false-statement-on-card", _W),
    # P: a whole set, a whole paper
    ("P001", "key-often-longest", _W),
    ("P002", "uneven-key-positions", _W),
    ("P003", "one-answer-too-often", _W),
    ("P004", "cueing-questions", _W),
    ("P005", "similar-cards", _W),
    ("P006", "few-sources-as-answers", _W),
    ("P007", "unbalanced-true-false", _W),
    ("P008", "claim-asked-too-often", _A),
    ("P009", "core-claim-not-asked", _A),
    ("P010", "unbalanced-document-or-not", _W),
    ("P011", "words-not-checked", _A),
    # V: the article's own words
    ("V001", "words-of-the-article", _W),
    ("V002", "quote-budget-exceeded", _E),
    ("V003", "fragments-join", _W),
    # T: text
    ("T001", "html-in-text", _W),
    ("T002", "unclosed-math", _W),
    ("T003", "marks-nested-too-deep", _E),
    ("T004", "text-too-long", _E),
    # M: media
    ("M001", "media-not-found", _E),
    ("M002", "image-without-alt", _E),
    ("M003", "media-outside-set", _E),
    ("M004", "unknown-media-type", _E),
    ("M005", "picture-tells-place", _W),
    ("M006", "media-not-used", _A),
    ("M007", "media-too-large", _E),
    ("M008", "picture-does-more", _E),
    # G: generating
    ("G001", "nothing-generated", _W),
    ("G002", "pinned-question-lost", _E),
    ("G003", "distractor-not-fair", _E),
    ("G004", "nothing-to-edit", _E),
    ("G005", "family-not-for-output", _E),
    # L: lock
    ("L001", "lock-damaged", _E),
    ("L002", "lock-would-change", _E),
    ("L003", "lock-missing", _E),
    ("L004", "lock-of-another-set", _E),
    ("L005", "retired-id-used-again", _E),
    ("L006", "lock-merged", _A),
    ("L007", "time-in-future", _W),
    ("L008", "kind-of-note-changed", _E),
    ("L009", "deck-changed", _W),
    ("L010", "question-gone", _W),
    ("L011", "card-gone", _W),
    # X: what a format cannot hold
    ("X001", "not-supported", _E),
    ("X002", "glyph-missing", _E),
    ("X003", "paper-failed", _E),
    # I: decks of others, read back
    ("I001", "package-broken", _E),
    ("I002", "package-unsafe", _E),
    ("I003", "no-deck-file", _E),
    ("I004", "nothing-to-import", _E),
    ("I101", "not-taken-over", _W),
    ("I102", "change-by-hand", _W),
    # N: a running Anki
    ("N001", "anki-not-running", _E),
    ("N002", "anki-busy", _E),
    ("N003", "permission-refused", _E),
    ("N004", "key-required", _E),
    ("N005", "not-ankiconnect", _E),
    ("N006", "anki-refused", _E),
    ("N101", "note-type-missing", _E),
    ("N102", "note-type-changed", _E),
    ("N103", "note-not-ours", _W),
    ("N104", "note-twice", _W),
    ("N105", "newer-in-anki", _W),
    ("N106", "not-kept-by-anki", _E),
    # B: rosters
    ("B001", "roster-broken", _E),
    ("B002", "name-twice", _W),
    ("B003", "no-such-version", _E),
    ("B004", "name-without-paper", _W),
    # F: papers that were issued, frozen
    ("F001", "issue-damaged", _E),
    ("F002", "issue-of-later-tool", _E),
    ("F003", "issued-answer-changed", _W),
    ("F004", "issued-question-changed", _A),
    # O: output
    ("O001", "cannot-write", _E),
    ("O002", "same-output-name", _E),
    ("O003", "not-our-file", _E),
    ("O004", "another-at-work", _E),
    ("O005", "name-not-everywhere", _W),
    ("O006", "unfit-name", _E),
)

CODES: dict[str, Code] = {id: Code(id, name, severity) for id, name, severity in _TABLE}
"""Every code by its id."""
