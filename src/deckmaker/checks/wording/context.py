"""The rule about what an item leans on that is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.checks.item import Item
from deckmaker.checks.wording.reading import (
    CHOICES,
    content,
    in_stem,
    root,
    sentences,
    shows_something,
    tokens,
    unquoted,
)
from deckmaker.checks.wording.rules import rule
from deckmaker.diagnostics import Diagnostic, diagnose
from deckmaker.model.patterns import Table, regex
from deckmaker.model.pieces import word_set
from deckmaker.model.questions import Kind

_SHOWN = (
    r"(?:shown|pictured|given|described|listed|mentioned|illustrated|depicted|seen|printed|quoted|drawn|displayed"
    r"|presented|marked|circled|highlighted|underlined|labelled|discussed)"
)


_THING = (
    r"(?:pictures?|figures?|images?|photos?|photographs?|diagrams?|drawings?|illustrations?|graphs?|charts?"
    r"|tables?|maps?|passages?|texts?|extracts?|excerpts?|paragraphs?|poems?|scores?|cartoons?|videos?|clips?"
    r"|recordings?|screenshots?|listings?|codes?|programs?|snippets?|scenes?|sources?|quotations?|quotes?"
    r"|articles?|sketch(?:es)?|examples?|experiments?|stor(?:y|ies)|sentences?|equations?|functions?|formulas?"
    r"|circuits?|scenarios?|slides?|handouts?|worksheets?|information|data|lines?|verses?|stanzas?|bars?|posters?"
    r"|posts?|headlines?|cases?)"
)


_POINTS_OUTSIDE = tuple(
    regex(pattern, re.I, needs=needs, **dict(beside))
    for pattern, needs, *beside in (
        (rf"\b{_SHOWN} (?:above|below|here|opposite|overleaf|on the (?:right|left|board|slide|next page)|earlier|at "
         r"the top)\b", "above below here opposite overleaf right left board slide page earlier top"),
        (rf"\b(?:above|below|preceding|previous|accompanying|attached|adjacent) (?:{_THING})\b",
         "above below preceding previous accompanying attached adjacent"),
        (rf"\b(?:{_THING}) (?:above|below|opposite|overleaf|on the (?:right|left|board|next page|previous page))\b",
         "above below opposite overleaf right left board page"),
        (r"\b(?:in|from|on|of|by|using|see|to) (?:the|this|that|these|your|our) (?:picture|figure|image|photo"
         r"|photograph|diagram|drawing|illustration|graph|chart|map|passage|extract|excerpt|video|clip|recording"
         r"|screenshot|snippet|handout|worksheet|slide|lecture|textbook|course ?book|chapter|reading|script"
         r"|notes)s?\b(?! (?:of|that|by|with|in which|showing|on which|from|for)\b)",
         "picture pictures figure figures image images photo photos photograph photographs diagram diagrams drawing "
         "drawings illustration illustrations graph graphs chart charts map maps passage passages extract extracts "
         "excerpt excerpts video videos clip clips recording recordings screenshot screenshots snippet snippets "
         "handout handouts worksheet worksheets slide slides lecture lectures textbook textbooks book books coursebook "
         "coursebooks chapter chapters reading readings script scripts notes notess",
         ("led_by", ("the ", "this ", "that ", "these ", "your ", "our ", "course ", "course"))),
        (r"\bthe (?:\w+ ){1,3}(?:above|below|overleaf)(?= (?:is|are|was|were|shows?|has|have|do|does|did|called)\b"
         r"|[?.,:]|$)", "above below overleaf"),
        (r"\b(?:fig\.|figure|table|chapter|exercise|question|slide|page|diagram|graph|source|text|map|document"
         r"|extract|lecture|unit|lesson) (?:\d+|[A-D])\b(?! ?(?:of|in) [A-Z])",
         "fig figure table chapter exercise question slide page diagram graph source text map document extract lecture "
         "unit lesson", ("followed_by", (*(f" {label}" for label in "abcd0123456789"), ". "))),
        (r"\b(?:as|what|that|which) (?:we|you|I) (?:have )?(?:saw|seen|learned|learnt|discussed|said|studied|read"
         r"|covered|heard|did|done|talked about|mentioned|met|looked at|watched|know from)\b", "we you i"),
        (r"\b(?:we|you) (?:have )?(?:saw|learned|learnt|discussed|studied|read|covered|heard|talked about|looked at"
         r"|watched|did) (?:about |of |it |this |that )?(?:in|last|this|earlier|before|yesterday|together|on)\b",
         "we you"),
        (r"\b(?:in|from|during|of) (?:class|our class|the last (?:lesson|class|lecture)|last (?:lesson|week's \w+"
         r"|time)|the lesson|our lesson|today's (?:lesson|class|lecture)|our (?:last|previous) \w+|the course|our "
         r"course|the module|our (?:book|textbook|experiment|lab|reading|discussion|excursion|trip))\b",
         "class our last lesson today course module"),
        (r"\b(?:your|the|our) (?:teacher|professor|lecturer|instructor|tutor)(?:'s|’s)?\b|\byour (?:notes|handout"
         r"|textbook|book)\b", "teacher professor lecturer instructor tutor your"),
        (r"\b(?:mentioned|described|discussed|given|shown|named|defined|listed|introduced|explained) (?:earlier"
         r"|before|previously|above|in class)\b",
         "mentioned described discussed given shown named defined listed introduced explained"),
        (r"\bon the (?:last|previous|next|first|second|other|same|following|opposite) (?:slide|page|sheet|board|side"
         r"|card|screen)\b", "slide page sheet board side card screen"),
        (r"\bthe (?:latter|former)(?= (?:is|was|are|were|does|has|have)\b|[?.,])|\bthe (?:above|previous (?:question"
         r"|item|card|one|example|answer|step)|last (?:question|item|card|example|answer)|next (?:question|card))\b",
         "latter former above previous last next"),
        (r"\bas (?:above|before|mentioned|stated|noted|described)\b|\bsee (?:above|below)\b",
         "as see"),
    )
)  # fmt: skip
"""What points to something that is not in the question, each with the words that it needs, some with what is beside."""


_OUTSIDE_TABLE = Table(_POINTS_OUTSIDE)


def _points_outside(stem: str) -> re.Match[str] | None:
    """The first of them in the stem; of several there, the one that stands first in the table."""
    return min(_OUTSIDE_TABLE.matches(stem), key=lambda match: match.start(), default=None)


_THE_OPTIONS = regex(rf"the (?!(?:\w+ )*{_THING} below)[\w ]+ below", re.I)


_POINTS_BACK = regex(
    r"^(?:and |but |so |also |then |now )?(?:(?:in|at|on|from|to|by|for|of|with|under|during|until|after|before"
    r"|since|about|through|according to|like|unlike) )?"
    r"(?:(?:which|what|who|whom|whose|when|where|why|how)(?: (?!of\b)\w+){0,2}? )?(?:(?:did|does|do|was|were|is"
    r"|are|has|had|have|would|could|can|will|should|might|must) )?"
    r"\b(it(?! (?:take|mean|rain|snow|matter|happen|cost|necessary|possible|important|true|correct|called|said"
    r"|legal|safe|best|follow|advisable|customary|usual|that|when|if|to|a |the ))|its|he|his|she|her|they(?! say)"
    r"|their|him|them|this|that(?=\s\w+ing\b)|these|those(?! (?:who|that|of))|such(?! (?:as|a |an )))\b(.*)$",
    re.I,
    needs="it its he his she her they their him them this that these those such",
)


_AUTHOR = regex(
    r"\bthe (?:author|speaker|narrator|writer|poet|passage|text|excerpt|extract|article|reporter|artist|composer"
    r"|painter)(?:'s|’s)?\b(?! (?:of|who|that|whose)\b)",
    re.I,
    needs="author speaker narrator writer poet passage text excerpt extract article reporter artist composer painter",
)


_THE_THING = regex(
    r"\bthe (?:graph|chart|diagram|poem|passage|excerpt|extract|cartoon|screenshot|snippet|handout|caption)\b"
    r"(?! (?:of|that|which|who|in|by|for|on|called|from|to|with|showing)\b)"
    r"|\bthe \w+ (?:we|you) (?:just |have )?(?:read|saw|watched|studied|heard|discussed|did|used|made|built)\b",
    re.I,
    needs="graph chart diagram poem passage excerpt extract cartoon screenshot snippet handout caption we you",
)
_SHOWS = regex(
    r"\b(?:does|do|did|will|would|can) the (?:code|program|picture|photo|image|map|table|video|figure|text|function)"
    r" (?:show|print|output|contain|depict|return|display|say|tell|suggest|illustrate|do)\b"
    r"|\b(?:output|result|purpose|error|mistake|bug|subject|mood|title) (?:of|in) the (?:code|program|picture"
    r"|photo|image|loop)\b"
    r"|\bin line \d+\b",
    re.I,
    needs="code program picture photo image map table video figure text function loop line",
)
_FOLLOWING = regex(rf"\bthe following (?:{_THING})\b", re.I)


_THIS_NOUN = regex(
    r"\b(?:this|these|that) (process|structure|author|writer|poet|painter|composer|period|event|organ|cell"
    r"|element|substance|compound|reaction|law|war|battle|country|city|river|king|queen|man|woman|person"
    r"|scientist|theory|idea|concept|method|technique|term|word|chord|note|scale|piece|work|novel|play|poem|book"
    r"|painting|picture|program|code|function|loop|patient|disease|drug|condition|procedure|rule|foul|player|team"
    r"|move|sport|position|sign|map|region|area|market|policy|party|document|treaty|image|photo|article|claim"
    r"|headline|post|message|graph|equation|formula|shape|triangle|angle|experiment|instrument|interval|system"
    r"|organism|species|animal|plant|movement|character|scene|line|sentence|building|statement|phenomenon|effect"
    r"|value|number|device|mineral|rock|planet|star|amount|situation|case|step|stage|phase|type of \w+|kind of "
    r"\w+)s?\b",
    re.I,
)


_ANTECEDENT = regex(r"\b(?:an?|some|when|if|while|after)\b", re.I)


_EXPLETIVE = regex(
    r"^(?:in [A-Z]\w+ )?it (?:is|was|would be|may be|can be|has been) (?:not |very |still |\w+ly )*(?!used\b"
    r"|made\b|known\b|found\b|meant\b|called\b|\w+ed\b)\w+ (?:to|that|for|when|if|whether|who)\b|^it is true of\b"
    r"|^it (?:takes"
    r"|took|rains|snows|means|follows|seems|appears)\b|\b(?:time|far|late|long|cold|warm|hot|old) (?:is|was|does"
    r"|did|will|has) it\b",
    re.I,
    needs="it",
)


_PRONOUNS = word_set("it its he his she her they their him them this that these those such")
_NAMED = word_set(
    """
    graph chart diagram poem passage excerpt extract cartoon screenshot snippet handout caption code program picture
    photo image map table video figure text function loop line author speaker narrator writer poet article reporter
    artist composer painter
    """
)
"""One of these pieces stands in `_THE_THING`, `_SHOWS` and `_AUTHOR`, or else "we" or "you"."""
_POINTING = _OUTSIDE_TABLE.needs | _PRONOUNS | _NAMED | {"following"}
"""One of these pieces stands where a question points to something."""


@rule(needs=_POINTING)
def missing_context(item: Item) -> Iterator[Diagnostic]:
    """W108. Haladyna et al. 2002, 7 and 14; Wozniak, rule 16: an item, and still more a card, is met alone."""
    if not item.is_english or item.question.family or item.kind is Kind.IMAGE_OCCLUSION:
        return
    if _POINTING.isdisjoint(item.stem_pieces):
        return
    found = _outside(item, unquoted(item.stem))
    if found and not shows_something(item):
        hint = "put what it points to into the question, or name it"
        yield diagnose("W108", in_stem(item, found), f'"{found}" points to something outside the question', hint=hint)


def _outside(item: Item, stem: str) -> str:
    first = (sentences(stem) or ("",))[0]
    has_article = bool(item.question.claims) or bool(item.document.set.articles)
    pieces = item.stem_pieces
    found = None if _OUTSIDE_TABLE.needs.isdisjoint(pieces) else _points_outside(stem)
    if found and not (item.kind in CHOICES and _THE_OPTIONS.fullmatch(found[0])):
        return found[0]
    if ":" not in stem and "following" in pieces:
        found = _FOLLOWING.search(stem)
        among = item.kind in CHOICES and found and stem[: found.start()].casefold().endswith("of ")  # the options
        if found and not among and item.kind not in (Kind.ORDERING, Kind.MATCHING):
            return found[0]
    stands_for_option = item.kind in CHOICES and stem.rstrip().endswith(".")  # "This king was beheaded in 1649."
    if stands_for_option and not re.match(r"(?:in|at|on|for) ", first, re.I):
        return ""
    found = (
        None
        if _PRONOUNS.isdisjoint(pieces)
        or _EXPLETIVE.search(first)
        or re.match(r"in (?:his|her|its|their) [^?]*?, [A-Z]", first, re.I)
        else _POINTS_BACK.match(first)
    )
    if found and not _has_antecedent(first[: found.start(1)], found[1]):
        return found[1]
    found = _THIS_NOUN.search(first) if "this" in pieces or "these" in pieces or "that" in pieces else None
    has_list = item.kind in (*CHOICES, Kind.ORDERING, Kind.MATCHING)
    if found and found[0].casefold().startswith("these") and (has_list or re.search(r"\bof $", first[: found.start()])):
        found = None
    if found and root(found[1].casefold()) in content(first[: found.start()]):
        found = None
    if (
        found
        and not _ANTECEDENT.search(first[: found.start()])
        and not re.search(r"\b[A-Z]\w+", first[1 : found.start()])
    ):
        return found[0]
    if has_article or len(sentences(stem)) > 1:
        return ""
    found = _THE_THING.search(stem) or _SHOWS.search(stem) or _AUTHOR.search(stem)
    return found[0] if found and not re.search(r"(?<=[a-z,] )[A-Z]\w+", stem) else ""


def _has_antecedent(before: str, pronoun: str) -> bool:
    """Whether a name or another person stands before a pronoun, as in "Which scientist published his theory"."""
    if re.search(r"(?<=\w )[A-Z][a-z]+", before):
        return True
    before = re.sub(r"^(?:when|while|after|if)\b", "", before, flags=re.I)
    found = tokens(before)
    if pronoun.casefold() in ("this", "these", "those", "such"):
        return bool(_ANTECEDENT.search(before)) or found[-1:] == ("of",)
    if found[:1] in (("which",), ("what",), ("whose",), ("who",)) and len(found) >= 2:
        return (
            found[-1]
            not in (
                "did",
                "does",
                "do",
                "was",
                "were",
                "is",
                "are",
                "has",
                "had",
                "have",
                "would",
                "could",
                "can",
                "will",
            )
            or len(found) > 3
        )
    return bool(_ANTECEDENT.search(before))
