"""What the register says of an answer."""

from __future__ import annotations

from msgspec import Struct


class Verdict(Struct, frozen=True):
    """What the register says of an answer.

    right, wrong: whether it surely is; both are no where that cannot be told.
    why: for the message: what makes it right or wrong.
    claim, field: the part of the register that says so.
    paper: whether it credits a document with what the article says in its own voice.
    """

    right: bool
    wrong: bool
    why: str
    claim: str
    field: str
    paper: bool = False
