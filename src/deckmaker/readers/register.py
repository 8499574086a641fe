"""Shapes of article, sources and claims → model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from deckmaker.model.article import Article
from deckmaker.model.claims import ARTICLE, THE_ARTICLE, Certainty, Claim, Quiz, Quote, Source, SourceKind, Stance
from deckmaker.model.labels import article_label
from deckmaker.model.wording import certainty_of, stance_of
from deckmaker.readers.markup import parse
from deckmaker.readers.merge import Item, Merged


def articles(merged: Merged) -> dict[str, Article]:
    """The set's articles by id; a single `article:` has the id "article"."""
    made = {name: _article(name, item) for name, item in merged.entries("articles")}
    one = merged.one_item("article")
    return {ARTICLE: _article(ARTICLE, one), **made} if one else made


def _article(id: str, item: Item) -> Article:
    shape = item.shape
    return Article(
        id=id,
        title=shape.title,
        short_title=shape.title_short or shape.title,
        authors=tuple(author for author in shape.author if author),
        container_title=shape.container_title or "",
        issued=shape.issued or "",
        url=shape.URL or "",
        path=shape.text or "",
        sha256=shape.sha256 or "",
        nature=shape.nature,
        disclosure=shape.disclosure or "",
        text=None,
        span=item.at("title"),
        spans=item.spans,
    )


def sources(merged: Merged, language: str) -> dict[str, Source]:
    """The set's sources by id, the article itself, as the set's language calls it, first."""
    made = {ARTICLE: replace(THE_ARTICLE, name=article_label(language))}
    for id, item in merged.entries("sources"):
        shape = item.shape
        made[id] = Source(
            id, shape.name, SourceKind(shape.kind), shape.role or "", shape.speaks_for or "", shape.part_of or "",
            tuple(shape.aliases), item.file.tree.key_span(item.path),
        )  # fmt: skip
    return made


def claims(merged: Merged, known: Mapping[str, Source], articles: Iterable[str]) -> dict[str, Claim]:
    """The register by id; of two claims with one id the first."""
    default = next(iter(articles), ARTICLE)
    made: dict[str, Claim] = {}
    for item in merged.items("claims"):
        made.setdefault(item.shape.id, _claim(item, known, default))
    return made


def left_out(merged: Merged, known: Mapping[str, Source], articles: Iterable[str]) -> tuple[Claim, ...]:
    """The claims that are not in the register, since something of them is wrong or their id is another's."""
    default = next(iter(articles), ARTICLE)
    items = list(merged.items("claims"))
    first = {item.shape.id: item for item in reversed(items)}
    again = [item for item in items if first[item.shape.id] is not item]
    return tuple(_claim(item, known, default) for item in (*again, *merged.quoting()))


def _claim(item: Item, known: Mapping[str, Source], article: str) -> Claim:
    shape, spans = item.shape, item.spans
    quote = Quote(shape.quote, _place(shape.paragraph), shape.prefix or "", shape.suffix or "", spans, item.span)
    own = shape.speaker == ARTICLE
    stance = Stance(shape.stance) if shape.stance else (Stance.OWN if own else stance_of(shape.cue or ""))
    certainty = Certainty(shape.certainty) if shape.certainty else certainty_of(shape.hedge or "")
    relays = (shape.basis,) if shape.basis in known and shape.basis != ARTICLE else ()
    return Claim(
        id=shape.id,
        text=parse(shape.claim),
        article=shape.article or article,
        speaker=shape.speaker,
        basis=shape.basis,
        via=relays if shape.via is None else tuple(shape.via),
        quote=quote,
        cue=shape.cue or "",
        stance=stance,
        certainty=certainty,
        hedge=shape.hedge or "",
        booster=shape.booster or "",
        negative=shape.polarity == "negative",
        kind=shape.kind,
        said_when=shape.said_when or "",
        event_time=shape.event_time or "",
        same_as=tuple(shape.same_as),
        near=tuple(shape.near),
        conflicts_with=tuple(shape.conflicts_with),
        before=tuple(shape.before),
        also_speaker=tuple(shape.also_ok.speaker),
        also_basis=tuple(shape.also_ok.basis),
        core=shape.core,
        quiz=Quiz(shape.quiz),
        note=shape.note or "",
        tags=tuple(shape.tags),
        span=item.span,
        spans=spans,
    )


def _place(typed: str) -> str:
    return typed.strip().lower().replace(" ", "-").lstrip("0") or "0"
