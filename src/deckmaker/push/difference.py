"""A plan in words: one line, or every change as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import ndiff
from html import unescape

from deckmaker.push.notes import Found, Wanted
from deckmaker.push.plan import Plan, Update

_ENDS_LINE = re.compile(r"</(?:p|div|li|dt|dd|dl|ol|ul|pre|summary|details)>|<br>")
_MARKUP = re.compile(r"<[^>]*>")


_FOLLOWS = ("Typed", "Media")
"""Fields that change with another one."""


def in_one_line(plan: Plan, *, delete: bool, is_done: bool) -> str:
    """What a push did, or would do: "Tides: 1 added, 2 updated, 40 unchanged"."""
    gone = len(plan.gone)
    counts = [
        (len(plan.added), "added" if is_done else "to add"),
        (len(plan.updated), "updated" if is_done else "to update"),
        (gone if delete else 0, "deleted" if is_done else "to delete"),
        (plan.unchanged, "unchanged"),
        (len(plan.kept), "kept as edited in Anki"),
        (len(plan.newer), "newer in Anki"),
        (0 if delete else gone, "no longer in the set (--delete takes them away)"),
    ]
    return f"{plan.title}: {', '.join(f'{count} {words}' for count, words in counts if count) or 'nothing to push'}"


def difference(plan: Plan, *, delete: bool) -> str:
    """Every change, note by note: "+" comes, "-" goes; "" where there is none."""
    parts = [_added(wanted) for wanted in plan.added]
    parts += [_updated(update) for update in plan.updated]
    parts += [_named("kept, edited in Anki", note) for note in plan.kept]
    parts += [_named("kept, newer in Anki", note) for note in plan.newer]
    parts += [_named("delete" if delete else "no longer in the set", note) for note in plan.gone]
    return "\n".join(parts)


def _added(wanted: Wanted) -> str:
    shown = ("Question", "Header", "Choices", "Answer", "Feedback")
    lines = [line for name in shown for line in readable(wanted.fields.get(name, ""))]
    return "\n".join([f"add {wanted.question}  ({wanted.deck})", *(f"  + {line}" for line in lines)])


def _updated(update: Update) -> str:
    lines = [f"update {update.wanted.question}"]
    for name in [name for name in update.fields if name not in _FOLLOWS] or update.fields:
        lines += [f"  {name}", *_changed(update.found.fields.get(name, ""), update.wanted.fields[name])]
    if update.old_tags or update.new_tags:
        lines += ["  tags", *(f"  - {tag}" for tag in update.old_tags), *(f"  + {tag}" for tag in update.new_tags)]
    return "\n".join(lines)


def _changed(old: str, new: str) -> Iterator[str]:
    """Lines as a reader sees them; where only the markup differs, the markup."""
    before, after = readable(old), readable(new)
    if before == after:
        before, after = [old] if old else [], [new] if new else []
    for line in ndiff(before, after):
        if not line.startswith("?"):
            yield f"  {line}".rstrip()


def _named(what: str, note: Found) -> str:
    return f"{what}: {note.qid.split('/', 1)[-1]}"


def readable(html: str) -> list[str]:
    """HTML of a field as lines of text."""
    words = unescape(_MARKUP.sub("", _ENDS_LINE.sub("\n", html)))
    return [line for line in (" ".join(part.split()) for part in words.split("\n")) if line]
