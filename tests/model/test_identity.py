"""What is made quickly for thousands of notes is what the plain definition says."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as some

from deckmaker.model.identity import digest, fingerprint, ranked
from tests.support.samples import sample

words = some.text(some.sampled_from("ab7: e\u0301\u0338=<é한ᄒ\u1161\ud800"), max_size=4)
names = some.sampled_from(["QID", "Data", "Question", "Answer", "Hint", "Kind", "Ä"])


@given(some.dictionaries(names, words))
@sample(300)
def test_a_fingerprint_counts_each_filled_field_in_the_form_that_anki_stores(fields):
    counted = {name: unicodedata.normalize("NFC", words) for name, words in fields.items() if words}
    parts = [part for name in sorted(counted.keys() - {"QID", "Data"}) for part in (name, counted[name])]
    assert fingerprint(fields) == digest(*parts)[:16]


@given(some.lists(words), words)
@sample(200)
def test_a_rank_is_the_digest_of_seed_and_key(items, seed):
    ranks = sorted(range(len(items)), key=lambda place: (digest("a", seed, items[place]), items[place]))
    assert ranked(range(len(items)), lambda place: items[place], "a", seed) == ranks
