"""What the page calls those that run, where more than one module asks for them."""

from __future__ import annotations

OURS = "deckmaker build"
LINTED = "deckmaker build, every rule on"
BY_HAND, BY_HAND_C = "by hand: safe_load + genanki", "by hand: CSafeLoader + genanki"
RAW, RAW_PRESSED, GENANKI = "raw limit", "raw limit, compressed", "genanki, equal notes"
AYT, ANKC = "anki-yaml-tool", "ankcompiler"
PAPERS, PAPERS_300, NAMED_300 = "deckmaker, 30 versions", "deckmaker, 300 versions", "deckmaker, 300 named papers"
WEASYPRINT, PDFLATEX = "WeasyPrint", "pdflatex"
PASS, HELP, CLICK, CHECK = "python -c pass", "deckmaker --help", "import click", "deckmaker check"
