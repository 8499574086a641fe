"""Papers → sheets: what stands on each page, as data. Whoever sets type (PDF, Word) sets the same sheets.

User text is nodes all the way (inline.py): it is never markup and never code.
"""
