"""Inputs changed at random, without atheris: bytes turned, cut, doubled, spliced, and words that parsers act upon."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.fuzz.seeds import TOKENS

_WORDS = tuple(token.encode("utf-8", "surrogatepass") for token in TOKENS)


def mutated(seeds: Sequence[bytes], chance: Random, longest: int) -> bytes:
    """One of the seeds after one to six changes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        upto = min(len(data), at + chance.choice((1, 1, 2, 4, 16, 64)))
        match chance.randrange(6):
            case 0:
                data[at:upto] = b""
            case 1:
                data[at:at] = chance.choice(_WORDS) * chance.choice((1, 1, 1, 3, 40))
            case 2:
                data[at:upto] = chance.randbytes(upto - at)
            case 3:
                data[at:at] = data[at:upto] * chance.choice((1, 2, 30))
            case 4:
                other = chance.choice(seeds)
                start = chance.randrange(len(other) + 1)
                data[at:upto] = other[start : start + chance.choice((4, 30, 200))]
            case _:
                data[at:at] = bytes((chance.choice(b"\0\t\n\r :#-[]{}'\"\\|>&*!%@`,"),))
    return bytes(data[:longest])
