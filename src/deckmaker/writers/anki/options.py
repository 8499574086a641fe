"""The options of a choice: one list that shows without scripts and holds all that the card's script needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from deckmaker.model.natural import natural_order
from deckmaker.model.questions import Choice, Option, TrueFalse
from deckmaker.model.text import plain
from deckmaker.writers.anki.asked import Asked, instruction, listing
from deckmaker.writers.anki.words import label_attribute


def choice(asked: Asked, body: Choice) -> dict[str, str]:
    """Options in a fixed order, the keys marked; the card shuffles them again where it can remember how.

    Options with an order of their own have it here as on paper.
    """
    may, text = asked.question.shuffle, asked.html.text
    natural = natural_order(body.options) if may else ()
    shuffle = may and not natural
    options = [body.options[at] for at in natural] or (_fixed_order(asked, body.options) if may else body.options)
    items = [_item(text(o.text), text(o.feedback), correct=o.correct, pin=o.pin) for o in options]
    keys = [text(option.text) for option in body.options if option.correct]
    lead = instruction(asked, "choose_all") if body.several else ""
    return {
        "Choices": lead + _option_list(asked, items, many=body.several, shuffle=shuffle, natural=bool(natural)),
        "Answer": keys[0] if len(keys) == 1 else listing("ul", keys),
    }


def true_false(asked: Asked, body: TrueFalse) -> dict[str, str]:
    """Two options that never change places."""
    words = {True: asked.label("true"), False: asked.label("false")}
    items = [_item(words[value], "", correct=value is body.answer) for value in words]
    return {"Choices": _option_list(asked, items, many=False, shuffle=False), "Answer": words[body.answer]}


def _fixed_order(asked: Asked, options: tuple[Option, ...]) -> Sequence[Option]:
    """Options ranked by hash, since authors write the right one first; pinned ones keep their place."""
    free = [option for option in options if not option.pin]
    ranked = asked.shuffled(free, _words_of)
    if len(free) == len(options):
        return ranked
    following = iter(ranked)
    return [option if option.pin else next(following) for option in options]


def _words_of(option: Option) -> str:
    return plain(option.text)


def _option_list(asked: Asked, items: list[str], *, many: bool, shuffle: bool, natural: bool = False) -> str:
    return f"{_list_head(many, shuffle, natural, asked.language)}{''.join(items)}</ol>"


@lru_cache(maxsize=64)
def _list_head(many: bool, shuffle: bool, natural: bool, language: str) -> str:
    words = " ".join(f'data-{name}="{label_attribute(name, language)}"' for name in ("right", "yours"))
    own = ' data-natural="1"' if natural else ""  # else an import would take it for `shuffle: false`
    return f'<ol class="dm-options" data-many="{int(many)}" data-shuffle="{int(shuffle)}"{own} {words}>'


def _item(text: str, feedback: str, *, correct: bool, pin: bool = False) -> str:
    why = f'<div class="dm-why" dir="auto">{feedback}</div>' if feedback else ""
    pinned = ' data-pin="1"' if pin else ""
    ok = "1" if correct else "0"
    return f'<li data-ok="{ok}"{pinned}><div class="dm-text" dir="auto">{text}</div>{why}</li>'
