"""What a set's files may hold: the one declaration of each shape.

Validation, the tables of docs/format.md and the editors' JSON Schema all come from here. Values arrive as the text
that was typed; each field converts it. Descriptions are what the tables and editors show.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)  # fmt: skip
from pydantic_core import PydanticCustomError

from deckmaker.readers.markup import too_deep

MOST_LETTERS, MOST_OF_A_LINE, MOST_OF_AN_ID = 200_000, 10_000, 200
"""Of a text that people read, of one taken as it is, of an id."""
MOST_PARTS = 100
"""Options of a question, pairs, things to order, hidden parts of a picture."""

_ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def _not_too_deep(text: str) -> str:
    if too_deep(text):
        raise PydanticCustomError("nested_too_deep", "nested too deep")
    return text


Prose: TypeAlias = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MOST_LETTERS),
    AfterValidator(_not_too_deep),
    WithJsonSchema(_ANY_TEXT),
]
"""Text that people read: CommonMark inline, images, math."""
Line: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=MOST_OF_A_LINE), WithJsonSchema(_ANY_TEXT)]
"""Text taken as it is."""
Id: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=r"^[^\W_][\w.-]*$", max_length=MOST_OF_AN_ID),
    WithJsonSchema({**_ANY_TEXT, "pattern": r"^[^\W_][\w.-]*$"}),
]
"""Letters, digits, - . _ ; starts with a letter or digit."""
Ref: TypeAlias = Annotated[str, StringConstraints(min_length=1), WithJsonSchema(_ANY_TEXT)]
"""The id of something else."""
Number: TypeAlias = Annotated[Decimal, Field(ge=0), WithJsonSchema({"type": ["number", "string"], "minimum": 0})]
Points: TypeAlias = Annotated[
    Decimal, Field(ge=0, le=1000), WithJsonSchema({"type": ["number", "string"], "minimum": 0, "maximum": 1000})
]
_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
Language: TypeAlias = Annotated[
    str, StringConstraints(pattern=_LANGUAGE), WithJsonSchema({**_ANY_TEXT, "pattern": _LANGUAGE})
]
"""As BCP 47 writes it."""


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


_MANY = BeforeValidator(_as_list, json_schema_input_type=Any)


def _one_or_many(of: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [of, {"type": "array", "items": of}]})


Refs: TypeAlias = Annotated[list[Ref], _MANY, _one_or_many(_ANY_TEXT)]
Proses: TypeAlias = Annotated[list[Prose], _MANY, _one_or_many(_ANY_TEXT)]
Lines: TypeAlias = Annotated[list[Line], _MANY, _one_or_many(_ANY_TEXT)]

Where: TypeAlias = Annotated[
    list[Literal["anki", "print"]], _MANY, _one_or_many({"type": "string", "enum": ["anki", "print"]})
]
Percent: TypeAlias = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    """A mapping with known keys."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)


class ArticleShape(Shape):
    """The article that the claims are about. Names follow CSL-JSON; what is not given is never guessed."""

    title: Line = Field(description="as printed")
    title_short: Line | None = Field(None, alias="title-short", description="a short form for cards")
    author: Lines = Field([], description="names as printed; [] where not given")
    container_title: Line | None = Field(None, alias="container-title", description="the newspaper, site or journal")
    issued: Line | None = Field(None, description="date as printed")
    URL: Line | None = Field(None, description="where it can be read")
    text: Line | None = Field(None, description="file with its text, relative to the set; need not be there")
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = Field(
        None, description="what the text's bytes hash to, so that a changed text is noticed"
    )
    nature: Literal["news", "opinion", "advocacy", "press_release", "unknown"] = Field(
        "unknown", description="your judgement, shown as such"
    )
    disclosure: Line | None = Field(None, description="said on every card's back and every quiz's first page")


class SourceShape(Shape):
    """Somebody or something that the article credits."""

    name: Line = Field(description="how it reads as an option")
    kind: Literal["person", "organisation", "state", "document", "publication", "unnamed"] = Field(
        description="what it is; options of one question are of one kind where possible"
    )
    role: Line | None = Field(None, description='what the article calls it ("CIA spokesman")')
    speaks_for: Ref | None = Field(None, description="the source it speaks for")
    part_of: Ref | None = Field(None, description="the source it belongs to")
    aliases: Lines = Field([], description="other names of it")


class AlsoOkShape(Shape):
    """Other answers that can be defended: never shown as options, always accepted."""

    speaker: Refs = Field([], description="other speakers: source ids")
    basis: Refs = Field([], description="other bases: source ids or kinds of basis")


class ClaimShape(Shape):
    """One thing that the article says or reports."""

    id: Id = Field(description="its id; never changes")
    claim: Prose = Field(description='what is claimed, in your own words; reads on after "that"; no speaker in it')
    speaker: Ref = Field(description="whom the article presents as saying it: a source id, or `article`")
    basis: Ref = Field(
        description="what the article points to: a source id, `on_record`, `unnamed_people`, `unnamed_research`, "
        "`none_given`"
    )
    quote: Line = Field(description="at most 8 words of the article, letter for letter, found once")
    paragraph: Line = Field(description="where they stand: a number, `title`, or `heading-1`")
    article: Ref | None = Field(None, description="which article, when a set has several")
    hedge: Line | None = Field(None, description="words of the same sentence that weaken it")
    booster: Line | None = Field(None, description="words of the same sentence that strengthen it")
    cue: Line | None = Field(None, description="the verb of saying, as it stands there")
    stance: Literal["acknowledge", "endorse", "distance", "own"] | None = Field(
        None, description="how that verb sets the writer to it; from a table of verbs when not given"
    )
    certainty: Literal["certain", "probable", "possible"] | None = Field(
        None, description="how certain its speaker puts it; from the hedge when not given"
    )
    polarity: Literal["positive", "negative"] = Field("positive", description="negative: it denies something")
    kind: Literal["factual", "interpretive", "evaluative", "prediction", "recommendation", "counterfactual"] = Field(
        "factual", description="what sort of claim it is"
    )
    via: Refs | None = Field(None, description="who relays it, outermost first; the basis when that is a source")
    said_when: Line | None = Field(None, description="when it was said, as the article gives it")
    event_time: Line | None = Field(None, description="when it happened, as the article gives it")
    same_as: Refs = Field([], description="claims that say the same")
    near: Refs = Field([], description="claims on the same topic: kept out of its options")
    conflicts_with: Refs = Field([], description="claims that cannot hold together with it")
    before: Refs = Field([], description="claims on what the article puts later than this")
    also_ok: AlsoOkShape = Field(
        default_factory=lambda: AlsoOkShape(), description="other answers that can be defended"
    )
    core: bool = Field(False, description="one of the main claims")
    quiz: Literal["ask", "careful", "avoid"] = Field("ask", description="whether questions may be generated from it")
    note: Line | None = Field(None, description="the reason, where quiz is careful or avoid")
    tags: Refs = Field([], description='your own, hierarchical with "::"')
    prefix: Line | None = Field(None, description="words before the quote that make it unique")
    suffix: Line | None = Field(None, description="words after the quote that make it unique")


class ClaimSelector(Shape):
    """Which claims: those that fit everything given."""

    tag: Line | None = Field(None, description="with this tag")
    speaker: Ref | None = Field(None, description="with this speaker")
    basis: Ref | None = Field(None, description="with this basis")
    core: bool | None = Field(None, description="the main ones, or the others")


def _selector(value: Any) -> Any:
    return [value] if isinstance(value, str) and value != "all" else value


class RuleShape(Shape):
    """Questions to generate."""

    family: Line = Field(description="the question family")
    claims: Annotated[
        Literal["all"] | list[Ref] | ClaimSelector,
        BeforeValidator(_selector, json_schema_input_type=Literal["all"] | Ref | list[Ref] | ClaimSelector),
    ] = Field("all", description="`all`, claim ids, or {tag, speaker, basis, core}")
    options: Annotated[int, Field(ge=2, le=6)] | None = Field(None, description="how many options; 3 when not given")
    stem: Prose | None = Field(None, description="your own stem, with {claim} in it; also {speaker} and {article}")
    where: Where | None = Field(None, description="the outputs it goes to")
    points: Points | None = Field(None, description="of each question")
    tags: Refs = Field([], description="added to its questions")
    count: Annotated[int, Field(ge=1)] | None = Field(None, description="at most so many questions; all when not given")


class EditShape(Shape):
    """What is to be otherwise in one generated question."""

    drop: Line | None = Field(None, description="do not ask it: the reason")
    pin: bool = Field(False, description="ask it whatever balance and `count` say, with the options it has")
    stem: Prose | None = Field(None, description="your own stem, with {claim} in it; also {speaker} and {article}")
    distractors: Refs = Field([], description="what stands beside the right answer: ids of sources, bases or claims")
    feedback: Prose | None = Field(None, description="said after answering")
    hint: Prose | None = Field(None, description="said before answering, when asked for")
    points: Points | None = Field(None, description="of the question")
    where: Where | None = Field(None, description="the outputs it goes to")
    tags: Refs = Field([], description="added to it")
    allow: dict[str, Line] = Field({}, description="warnings that do not apply here: {code-name: reason}")


class OptionShape(Shape):
    """An option in its full form."""

    text: Prose = Field(description="what it says")
    correct: bool = Field(False, description="whether it is right")
    feedback: Prose | None = Field(None, description="said to those who chose it")
    pin: bool = Field(False, description="keeps its place when options are shuffled")


class PairShape(Shape):
    """A pair of a matching question in its long form."""

    left: Prose
    right: Prose


class RegionShape(Shape):
    """A hidden part of a picture, in fractions of its width and height."""

    left: Percent
    top: Percent
    width: Percent
    height: Percent
    label: Line = Field(description="what is hidden there")


def _pair(value: Any) -> Any:
    if isinstance(value, list) and len(value) == 2:
        return {"left": value[0], "right": value[1]}
    if isinstance(value, dict) and {"left", "right"} & set(value):
        return value
    raise PydanticCustomError("not_a_pair", "not a pair")


Pair: TypeAlias = Annotated[
    PairShape,
    BeforeValidator(
        _pair, json_schema_input_type=PairShape | Annotated[list[Prose], Field(min_length=2, max_length=2)]
    ),
]


def _option(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


FullOption: TypeAlias = Annotated[OptionShape, BeforeValidator(_option, json_schema_input_type=OptionShape | Prose)]


class QuestionShape(Shape):
    """A question. Which keys a type takes is in `QUESTION_KEYS`."""

    id: Id = Field(description="its id; never changes")
    type: (
        Literal[
            "single_choice", "multiple_answer", "true_false", "short_answer", "numeric", "cloze",
            "matching", "ordering", "essay", "flashcard", "image_occlusion",
        ]
        | None
    ) = Field(None, description="may be left out where the other keys leave one reading")  # fmt: skip
    stem: Prose | None = Field(None, description="what is asked")
    answer: Prose | None = Field(None, description="the right answer")
    answers: Proses | None = Field(None, max_length=MOST_PARTS, description="the right answers")
    distractors: Proses | None = Field(None, max_length=MOST_PARTS, description="wrong answers")
    options: list[FullOption] | None = Field(
        None, max_length=MOST_PARTS, description="the full form: {text, correct, feedback, pin} each"
    )
    accept: Lines | None = Field(None, max_length=MOST_PARTS, description="other answers that count")
    tolerance: Number | None = Field(None, description="how far off still counts")
    unit: Line | None = Field(None, description="shown after the number")
    text: Prose | None = Field(None, description="with {{c1::deletions}} or {{c1::deletions::hint}}")
    pairs: list[Pair] | None = Field(None, max_length=MOST_PARTS, description="[left, right] each")
    extra: Proses | None = Field(None, max_length=MOST_PARTS, description="right sides that belong to none")
    items: Proses | None = Field(None, max_length=MOST_PARTS, description="in their right order")
    lines: Annotated[int, Field(ge=1, le=60)] | None = Field(None, description="how many to leave on paper")
    rubric: Prose | None = Field(None, description="how it is marked")
    front: Prose | None = Field(None, description="one side")
    back: Prose | None = Field(None, description="the other side")
    reversed: bool | None = Field(None, description="ask it from the back too")
    image: Line | None = Field(None, description="the picture's file")
    alt: Line | None = Field(None, description="what the picture shows")
    regions: list[RegionShape] | None = Field(None, max_length=MOST_PARTS, description="what is hidden")
    claim: Refs = Field([], description="the claim it asks about, or several")
    axis: Literal["speaker", "basis", "relay", "certainty", "time", "fit"] | None = Field(
        None, description="what about the claim it asks for"
    )
    level: Literal["recall", "discriminate", "evaluate"] | None = Field(None, description="what it asks of a student")
    points: Points | None = Field(None, description="1 when not given")
    feedback: Prose | None = Field(None, description="said after answering")
    hint: Prose | None = Field(None, description="said before answering, when asked for")
    tags: Refs = Field([], description='your own, hierarchical with "::"')
    objective: Line | None = Field(None, description="what it teaches")
    language: Language | None = Field(None, description="BCP 47; the set's when not given")
    shuffle: bool = Field(True, description="whether options may change places")
    where: Where | None = Field(None, description="the outputs it goes to; all when not given")
    was: Refs = Field([], description="earlier ids of it, the oldest first")
    allow: dict[str, Line] = Field({}, description="warnings that do not apply here: {code-name: reason}")


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

COMMON_KEYS = frozenset(
    {
        "id", "type", "claim", "axis", "level", "points", "feedback", "hint", "tags", "objective", "language",
        "shuffle", "where", "was", "allow",
    }
)  # fmt: skip
"""Keys that every type may have."""


class PresetShape(Shape):
    """Wishes for the deck's options in Anki."""

    new_per_day: Annotated[int, Field(ge=0, le=9999)] | None = Field(None, description="new cards a day")


class AnkiShape(Shape):
    """Wishes for Anki."""

    deck: Line | None = Field(None, description='the deck\'s name, levels with "::"; the title when not given')
    subdecks: Annotated[str, StringConstraints(pattern="^(none|section|tag:.+)$")] = Field(
        "none", description="`none`; `section`, by the titles of the quizzes' sections; or `tag:<prefix>`"
    )
    speak: bool = Field(False, description="read each question aloud, with the device's voice for its language")
    preset: PresetShape = Field(default_factory=lambda: PresetShape(), description="{new_per_day: 10}")


class PickShape(Shape):
    """Questions that fit everything given."""

    family: Line | None = Field(None, description="made by this family")
    tag: Line | None = Field(None, description="with this tag")
    type: Line | None = Field(None, description="of this type")
    claim: Ref | None = Field(None, description="about this claim")
    basis: Ref | None = Field(None, description="about a claim with this basis")
    speaker: Ref | None = Field(None, description="about a claim of this speaker")
    count: Annotated[int, Field(ge=1)] | None = Field(None, description="at most so many, drawn by the seed")
    by: Annotated[str, StringConstraints(pattern="^(basis|speaker|family|type|tag(:.+)?)$")] | None = Field(
        None, description="draw evenly over `basis`, `speaker`, `family`, `type`, `tag` or `tag:<prefix>`"
    )
    anew: bool = Field(False, description="whether each version draws its own")


def _pick(value: Any) -> Any:
    return [value] if isinstance(value, str) and value != "all" else value


class SectionShape(Shape):
    """A section of a quiz."""

    title: Line | None = Field(None, description="its heading")
    instructions: Prose | None = Field(None, description="under the heading")
    pick: Annotated[
        Literal["all"] | Annotated[list[Ref], Field(min_length=1)] | PickShape,
        BeforeValidator(_pick, json_schema_input_type=Literal["all"] | Ref | list[Ref] | PickShape),
    ] = Field("all", description="`all`, question ids, or what the questions must be")
    points: Points | None = Field(None, description="of each question")
    shuffle: bool = Field(True, description="whether its questions change order between versions")
    passage: Prose | None = Field(None, description="text or picture that its questions are about, printed above them")
    extra_credit: bool = Field(False, description="whether its points come on top of the total")


_Profile: TypeAlias = Literal["normal", "large", "dyslexia"]


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class QuizShape(Shape):
    """A quiz to print."""

    id: Id = Field(description="names its files")
    title: Line = Field(description="printed at the top")
    instructions: Prose | None = Field(None, description="under the title")
    versions: Annotated[int, Field(ge=1, le=26)] = Field(1, description="A, B, …: 1 to 26")
    seed: Line = Field("1", description="another seed, another shuffle")
    minutes: Annotated[int, Field(ge=1, le=1440)] | None = Field(None, description="time allowed")
    total: Points | None = Field(None, description="what the points must add up to; checked")
    paper: Literal["a4", "letter"] = Field("a4", description="paper size")
    profile: Annotated[
        list[Literal["normal", "large", "dyslexia"]],
        Field(min_length=1),
        BeforeValidator(_listed, json_schema_input_type=_Profile | list[_Profile]),
    ] = Field(["normal"], description="type size and spacing: `normal`, `large`, `dyslexia`, or several of them")
    columns: Annotated[int, Field(ge=1, le=2)] = Field(1, description="1 or 2; large print always has one")
    sections: Annotated[list[SectionShape], Field(min_length=1)] = Field(description="at least one")


class SetFile(Shape):
    """A file of a set. A set's files may share these keys out among them."""

    deckmaker: Line | None = Field(None, description="version of this format: 1")
    uid: Annotated[str, StringConstraints(pattern="^[A-Za-z0-9]{6,32}$"), WithJsonSchema(_ANY_TEXT)] | None = Field(
        None, description="made by `deckmaker new`; never changes"
    )
    title: Line | None = Field(None, description="what the set is called")
    language: Language | None = Field(None, description="BCP 47; en when not given")
    description: Prose | None = Field(None, description="what it is about")
    authors: Lines = Field([], description="who wrote it")
    license: Line | None = Field(None, description="what others may do with it")
    contact: Line | None = Field(None, description="where to report mistakes")
    article: ArticleShape | None = Field(None, description="the article")
    articles: dict[Id, ArticleShape] = Field({}, description="articles by id, for sets that compare")
    sources: dict[Id, SourceShape] = Field({}, description="whom and what the article credits, by id")
    claims: list[ClaimShape] = Field([], description="the register")
    generate: list[RuleShape] = Field([], description="questions to make from the register")
    edit: dict[Line, EditShape] = Field({}, description="changes to generated questions, by their ids")
    questions: list[QuestionShape] = Field([], description="questions you write yourself")
    anki: AnkiShape | None = Field(None, description="wishes for Anki")
    quizzes: list[QuizShape] = Field([], description="quizzes to print")
    lint: dict[Line, Literal["error", "warning", "advice", "off"]] = Field(
        {}, description="how much a rule weighs here: {code-name: error, warning, advice or off}"
    )
    quote_budget: Annotated[Decimal, Field(ge=0, le=100), WithJsonSchema({"type": ["number", "string"]})] | None = (
        Field(None, description="how many percent of the article's words may be quoted; 15 when not given")
    )


@cache
def known_keys() -> frozenset[str]:
    """Every key that some mapping of a set's file may have."""
    schema = SetFile.model_json_schema(by_alias=True, mode="validation")
    return frozenset(key for shape in (schema, *schema["$defs"].values()) for key in shape.get("properties", {}))


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a set's file, for editors."""
    schema = SetFile.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "deckmaker set",
        **{key: value for key, value in schema.items() if key != "title"},
    }
