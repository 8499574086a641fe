"""Reading aloud: Anki's own mark for words that the device's voice speaks.

A voice is found by language and region (docs.ankiweb.net/templates/fields.html#text-to-speech); a set gives a language
and seldom a region, so each language has the one whose voices most devices bring.
"""

from __future__ import annotations

import re

from deckmaker.writers.html import escape

REGIONS = {
    "ar": "SA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "fa": "IR", "fi": "FI",
    "fr": "FR", "he": "IL", "hi": "IN", "hu": "HU", "id": "ID", "it": "IT", "ja": "JP", "ko": "KR", "nl": "NL",
    "no": "NO", "pl": "PL", "pt": "BR", "ro": "RO", "ru": "RU", "sk": "SK", "sv": "SE", "th": "TH", "tr": "TR",
    "uk": "UA", "vi": "VN", "zh": "CN",
}  # fmt: skip
"""The region of a language that is given without one."""


def spoken(words: str, language: str) -> str:
    """The mark for words in a language; "" for no words, or a language that has no region here."""
    parts = language.replace("_", "-").split("-")
    region = next((part.upper() for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part)), REGIONS.get(parts[0], ""))
    if not region or not words.strip():
        return ""
    said = " ".join(words.replace("[", "(").replace("]", ")").split())
    return f"[anki:tts lang={parts[0]}_{region}]{escape(said)}[/anki:tts]"
