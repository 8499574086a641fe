"""Quotations against the article's text, and what the lock remembers of them.

Accepts claims as read and, when the user has it, the article's text. "Verified" means that the words were found in the
paragraph named, never that a claim is true. No quotation is matched loosely: typography is folded only to say what the
article has instead.
"""

from deckmaker.evidence.blocks import load, split
from deckmaker.evidence.verify import quote_hash, uncovered, verify

__all__ = ["load", "quote_hash", "split", "uncovered", "verify"]
