"""What a set's files may hold: the one declaration of each shape.

The two ways of validating (`quick`, and `exact`, which tells every fault), the tables of docs/format.md and the JSON
Schema for editors all come from here. Values arrive as the text that was typed; each key's kind converts it. What each
key says is what the tables and editors show.
"""

from __future__ import annotations

from functools import cache

from deckmaker.readers.fields import (
    BY,
    ID,
    LANGUAGE,
    LINE,
    MOST_PARTS,
    NOTHING,
    NUMBER,
    OPTION,
    PAIR,
    PERCENT,
    POINTS,
    PROFILES,
    PROSE,
    REF,
    SHA256,
    SHARE,
    SUBDECKS,
    TRUTH,
    UID,
    Shape,
    all_or,
    key,
    list_of,
    many,
    map_of,
    one_of,
    shape,
    whole,
)  # fmt: skip


class ArticleShape(Shape):
    """The article that the claims are about. Names follow CSL-JSON; what is not given is never guessed."""

    title = key(LINE, "as printed")
    title_short = key(LINE, "a short form for cards", None, alias="title-short")
    author = key(many(LINE), "names as printed; [] where not given", [])
    container_title = key(LINE, "the newspaper, site or journal", None, alias="container-title")
    issued = key(LINE, "date as printed", None)
    URL = key(LINE, "where it can be read", None)
    text = key(LINE, "file with its text, relative to the set; need not be there", None)
    sha256 = key(SHA256, "what the text's bytes hash to, so that a changed text is noticed", None)
    nature = key(
        one_of("news", "opinion", "advocacy", "press_release", "unknown"), "your judgement, shown as such", "unknown"
    )
    disclosure = key(LINE, "said on every card's back and every quiz's first page", None)


class SourceShape(Shape):
    """Somebody or something that the article credits."""

    name = key(LINE, "how it reads as an option")
    kind = key(
        one_of("person", "organisation", "state", "document", "publication", "unnamed"),
        "what it is; options of one question are of one kind where possible",
    )
    role = key(LINE, 'what the article calls it ("CIA spokesman")', None)
    speaks_for = key(REF, "the source it speaks for", None)
    part_of = key(REF, "the source it belongs to", None)
    aliases = key(many(LINE), "other names of it", [])


class AlsoOkShape(Shape):
    """Other answers that can be defended: never shown as options, always accepted."""

    speaker = key(many(REF), "other speakers: source ids", [])
    basis = key(many(REF), "other bases: source ids or kinds of basis", [])


class ClaimShape(Shape):
    """One thing that the article says or reports."""

    id = key(ID, "its id; never changes")
    claim = key(PROSE, 'what is claimed, in your own words; reads on after "that"; no speaker in it')
    speaker = key(REF, "whom the article presents as saying it: a source id, or `article`")
    basis = key(
        REF, "what the article points to: a source id, `on_record`, `unnamed_people`, `unnamed_research`, `none_given`"
    )
    quote = key(LINE, "at most 8 words of the article, letter for letter, found once")
    paragraph = key(LINE, "where they stand: a number, `title`, or `heading-1`")
    article = key(REF, "which article, when a set has several", None)
    hedge = key(LINE, "words of the same sentence that weaken it", None)
    booster = key(LINE, "words of the same sentence that strengthen it", None)
    cue = key(LINE, "the verb of saying, as it stands there", None)
    stance = key(
        one_of("acknowledge", "endorse", "distance", "own"),
        "how that verb sets the writer to it; from a table of verbs when not given",
        None,
    )
    certainty = key(
        one_of("certain", "probable", "possible"),
        "how certain its speaker puts it; from the hedge when not given",
        None,
    )
    polarity = key(one_of("positive", "negative"), "whether it denies something, which is negative", "positive")
    kind = key(
        one_of("factual", "interpretive", "evaluative", "prediction", "recommendation", "counterfactual"),
        "what sort of claim it is",
        "factual",
    )
    via = key(many(REF), "who relays it, outermost first; the basis when that is a source", None)
    said_when = key(LINE, "when it was said, as the article gives it", None)
    event_time = key(LINE, "when it happened, as the article gives it", None)
    same_as = key(many(REF), "claims that say the same", [])
    near = key(many(REF), "claims on the same topic: kept out of its options", [])
    conflicts_with = key(many(REF), "claims that cannot hold together with it", [])
    before = key(many(REF), "claims on what the article puts later than this", [])
    also_ok = key(shape(AlsoOkShape), "other answers that can be defended", NOTHING)
    core = key(TRUTH, "one of the main claims", False)
    quiz = key(one_of("ask", "careful", "avoid"), "whether questions may be generated from it", "ask")
    note = key(LINE, "the reason, where quiz is careful or avoid", None)
    tags = key(many(REF), 'your own, hierarchical with "::"', [])
    prefix = key(LINE, "words before the quote that make it unique", None)
    suffix = key(LINE, "words after the quote that make it unique", None)


class ClaimSelector(Shape):
    """Which claims: those that fit everything given."""

    tag = key(LINE, "with this tag", None)
    speaker = key(REF, "with this speaker", None)
    basis = key(REF, "with this basis", None)
    core = key(TRUTH, "the main ones, or the others", None)


class RuleShape(Shape):
    """Questions to generate."""

    family = key(LINE, "the question family")
    claims = key(all_or(ClaimSelector), "`all`, claim ids, or {tag, speaker, basis, core}", "all")
    options = key(whole(2, 6), "how many options; 3 when not given", None)
    stem = key(PROSE, "your own stem, with {claim} in it; also {speaker} and {article}", None)
    where = key(many(one_of("anki", "print")), "the outputs it goes to", None)
    points = key(POINTS, "of each question", None)
    tags = key(many(REF), "added to its questions", [])
    count = key(whole(1), "at most so many questions; all when not given", None)


class EditShape(Shape):
    """What is to be otherwise in one generated question."""

    drop = key(LINE, "do not ask it: the reason", None)
    pin = key(TRUTH, "ask it whatever balance and `count` say, with the options it has", False)
    stem = key(PROSE, "your own stem, with {claim} in it; also {speaker} and {article}", None)
    distractors = key(many(REF), "what stands beside the right answer: ids of sources, bases or claims", [])
    feedback = key(PROSE, "said after answering", None)
    hint = key(PROSE, "said before answering, when asked for", None)
    points = key(POINTS, "of the question", None)
    where = key(many(one_of("anki", "print")), "the outputs it goes to", None)
    tags = key(many(REF), "added to it", [])
    allow = key(map_of(LINE, LINE), "warnings that do not apply here: {code-name: reason}", {})


class OptionShape(Shape):
    """An option in its full form."""

    text = key(PROSE, "what it says")
    correct = key(TRUTH, "whether it is right", False)
    feedback = key(PROSE, "said to those who chose it", None)
    pin = key(TRUTH, "keeps its place when options are shuffled", False)


class PairShape(Shape):
    """A pair of a matching question in its long form."""

    left = key(PROSE, "")
    right = key(PROSE, "")


class RegionShape(Shape):
    """A hidden part of a picture, in fractions of its width and height."""

    left = key(SHARE, "where it begins, from the left: a share of the picture's width, 0 to 1")
    top = key(SHARE, "where it begins, from the top: a share of the picture's height, 0 to 1")
    width = key(SHARE, "how wide it is, a share of the picture's width")
    height = key(SHARE, "how high it is, a share of the picture's height")
    label = key(LINE, "what is hidden there")


class QuestionShape(Shape):
    """A question. Which keys a type takes is in `QUESTION_KEYS`."""

    id = key(ID, "its id; never changes")
    type = key(
        one_of(
            "single_choice",
            "multiple_answer",
            "true_false",
            "short_answer",
            "numeric",
            "cloze",
            "matching",
            "ordering",
            "essay",
            "flashcard",
            "image_occlusion",
        ),
        "may be left out where the other keys leave one reading",
        None,
    )
    stem = key(PROSE, "what is asked", None)
    answer = key(PROSE, "the right answer", None)
    answers = key(many(PROSE, MOST_PARTS), "the right answers", None)
    distractors = key(many(PROSE, MOST_PARTS), "wrong answers", None)
    options = key(list_of(OPTION, most=MOST_PARTS), "the full form: {text, correct, feedback, pin} each", None)
    accept = key(many(LINE, MOST_PARTS), "other answers that count", None)
    tolerance = key(NUMBER, "how far off still counts", None)
    unit = key(LINE, "shown after the number", None)
    text = key(PROSE, "with {{c1::deletions}} or {{c1::deletions::hint}}", None)
    pairs = key(list_of(PAIR, most=MOST_PARTS), "[left, right] each", None)
    extra = key(many(PROSE, MOST_PARTS), "right sides that belong to none", None)
    items = key(many(PROSE, MOST_PARTS), "in their right order", None)
    lines = key(whole(1, 60), "how many to leave on paper", None)
    rubric = key(PROSE, "how it is marked", None)
    front = key(PROSE, "one side", None)
    back = key(PROSE, "the other side", None)
    reversed = key(TRUTH, "ask it from the back too", None)
    image = key(LINE, "the picture's file", None)
    alt = key(LINE, "what the picture shows", None)
    regions = key(
        list_of(shape(RegionShape), most=MOST_PARTS), "what is hidden: {left, top, width, height, label} each", None
    )
    claim = key(many(REF), "the claim it asks about, or several", [])
    axis = key(
        one_of("speaker", "basis", "relay", "certainty", "time", "fit"), "what about the claim it asks for", None
    )
    level = key(one_of("recall", "discriminate", "evaluate"), "what it asks of a student", None)
    points = key(POINTS, "1 when not given", None)
    feedback = key(PROSE, "said after answering", None)
    hint = key(PROSE, "said before answering, when asked for", None)
    tags = key(many(REF), 'your own, hierarchical with "::"', [])
    objective = key(LINE, "what it teaches", None)
    language = key(LANGUAGE, "BCP 47; the set's when not given", None)
    shuffle = key(TRUTH, "whether options may change places", True)
    where = key(many(one_of("anki", "print")), "the outputs it goes to; all when not given", None)
    was = key(many(REF), "earlier ids of it, the oldest first", [])
    allow = key(map_of(LINE, LINE), "warnings that do not apply here: {code-name: reason}", {})


QUESTION_KEYS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "single_choice": (frozenset({"stem"}), frozenset({"answer", "distractors", "options"})),
    "multiple_answer": (frozenset({"stem"}), frozenset({"answers", "distractors", "options"})),
    "true_false": (frozenset({"stem", "answer"}), frozenset()),
    "short_answer": (frozenset({"stem", "answer"}), frozenset({"accept"})),
    "numeric": (frozenset({"stem", "answer"}), frozenset({"tolerance", "unit"})),
    "cloze": (frozenset({"text"}), frozenset({"stem"})),
    "matching": (frozenset({"stem", "pairs"}), frozenset({"extra"})),
    "ordering": (frozenset({"stem", "items"}), frozenset()),
    "essay": (frozenset({"stem"}), frozenset({"lines", "rubric", "answer"})),
    "flashcard": (frozenset({"front", "back"}), frozenset({"reversed"})),
    "image_occlusion": (frozenset({"image", "regions"}), frozenset({"stem", "alt"})),
}
"""Each type's own keys: those it must have, those it may have."""

LIST_KEYS = frozenset({"distractors", "answers", "accept", "items", "extra", "tags", "was"})
"""Keys whose values are lists of texts, of which one alone may stand without brackets."""

COMMON_KEYS = frozenset(
    {
        "id", "type", "claim", "axis", "level", "points", "feedback", "hint", "tags", "objective", "language",
        "shuffle", "where", "was", "allow",
    }
)  # fmt: skip
"""Keys that every type may have."""


class PresetShape(Shape):
    """Wishes for the deck's options in Anki."""

    new_per_day = key(whole(0, 9999), "new cards a day", None)


class AnkiShape(Shape):
    """Wishes for Anki."""

    deck = key(LINE, 'the deck\'s name, levels with "::"; the title when not given', None)
    subdecks = key(SUBDECKS, "`none`; `section`, by the titles of the quizzes' sections; or `tag:<prefix>`", "none")
    speak = key(TRUTH, "read each question aloud, with the device's voice for its language", False)
    preset = key(shape(PresetShape), "{new_per_day: 10}", NOTHING)


class PickShape(Shape):
    """Questions that fit everything given."""

    family = key(LINE, "made by this family", None)
    tag = key(LINE, "with this tag", None)
    type = key(LINE, "of this type", None)
    claim = key(REF, "about this claim", None)
    basis = key(REF, "about a claim with this basis", None)
    speaker = key(REF, "about a claim of this speaker", None)
    count = key(whole(1), "at most so many, drawn by the seed", None)
    by = key(BY, "draw evenly over `basis`, `speaker`, `family`, `type`, `tag` or `tag:<prefix>`", None)
    anew = key(TRUTH, "whether each version draws its own", False)


class SectionShape(Shape):
    """A section of a quiz."""

    title = key(LINE, "its heading", None)
    instructions = key(PROSE, "under the heading", None)
    pick = key(all_or(PickShape, 1), "`all`, question ids, or what the questions must be", "all")
    points = key(POINTS, "of each question", None)
    shuffle = key(TRUTH, "whether its questions change order between versions", True)
    passage = key(PROSE, "text or picture that its questions are about, printed above them", None)
    extra_credit = key(TRUTH, "whether its points come on top of the total", False)


class QuizShape(Shape):
    """A quiz to print."""

    id = key(ID, "names its files")
    title = key(LINE, "printed at the top")
    instructions = key(PROSE, "under the title", None)
    versions = key(whole(1, 26), "A, B, …: 1 to 26", 1)
    seed = key(LINE, "another seed, another shuffle", "1")
    minutes = key(whole(1, 1440), "time allowed", None)
    total = key(POINTS, "what the points must add up to; checked", None)
    paper = key(one_of("a4", "letter"), "paper size", "a4")
    profile = key(PROFILES, "type size and spacing: `normal`, `large`, `dyslexia`, or several of them", ["normal"])
    columns = key(whole(1, 2), "1 or 2; large print always has one", 1)
    sections = key(list_of(shape(SectionShape), 1), "at least one")


class SetFile(Shape):
    """A file of a set. A set's files may share these keys out among them."""

    deckmaker = key(LINE, "version of this format: 1", None)
    uid = key(UID, "made by `deckmaker new`; never changes", None)
    title = key(LINE, "what the set is called", None)
    language = key(LANGUAGE, "BCP 47; en when not given", None)
    description = key(PROSE, "what it is about", None)
    authors = key(many(LINE), "who wrote it", [])
    license = key(LINE, "what others may do with it", None)
    contact = key(LINE, "where to report mistakes", None)
    article = key(shape(ArticleShape), "the article", None)
    articles = key(map_of(ID, shape(ArticleShape)), "articles by id, for sets that compare", {})
    sources = key(map_of(ID, shape(SourceShape)), "whom and what the article credits, by id", {})
    claims = key(list_of(shape(ClaimShape)), "the register", [])
    generate = key(list_of(shape(RuleShape)), "questions to make from the register", [])
    edit = key(map_of(LINE, shape(EditShape)), "changes to generated questions, by their ids", {})
    questions = key(list_of(shape(QuestionShape)), "questions you write yourself", [])
    anki = key(shape(AnkiShape), "wishes for Anki", None)
    quizzes = key(list_of(shape(QuizShape)), "quizzes to print", [])
    lint = key(
        map_of(LINE, one_of("error", "warning", "advice", "off")),
        "how much a rule weighs here: {code-name: error, warning, advice or off}",
        {},
    )
    quote_budget = key(PERCENT, "how many percent of the article's words may be quoted; 15 when not given", None)


SHAPES: tuple[type[Shape], ...] = (
    ArticleShape, SourceShape, AlsoOkShape, ClaimShape, ClaimSelector, RuleShape, EditShape, OptionShape, PairShape,
    RegionShape, QuestionShape, PresetShape, AnkiShape, PickShape, SectionShape, QuizShape, SetFile,
)  # fmt: skip
"""Every shape."""


@cache
def known_keys() -> frozenset[str]:
    """Every key that some mapping of a set's file may have."""
    return frozenset(name for each in SHAPES for name in each.spelt())
