"""How well the rules about wording find what the literature calls a flaw, measured on labelled items."""
