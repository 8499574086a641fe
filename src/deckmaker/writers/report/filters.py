"""Controls that narrow a list. They wait, hidden, for the page's script; without it everything is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from deckmaker.writers.report.elements import Markup, tag

Choices: TypeAlias = Mapping[str, tuple[str, Mapping[str, str]]]
"""By the name of the data attribute that an item bears: the control's label, and the words of each value."""


def filters(target: str, choices: Choices) -> Markup:
    """A control for each attribute that has two values or more, for the items in the element with the id `target`."""
    controls = (_control(target, name, label, values) for name, (label, values) in choices.items() if len(values) > 1)
    shown = tag("p", "", class_="shown", role="status", id=f"{target}-shown")
    return tag("div", controls, shown, class_="filters", data_list=target, hidden=True)


def _control(target: str, name: str, label: str, values: Mapping[str, str]) -> Markup:
    id = f"{target}-{name}"
    options = (tag("option", words, value=value) for value, words in values.items())
    every = tag("option", "all", value="")
    return tag("div", tag("label", label, for_=id), tag("select", every, options, id=id, data_filter=name))
