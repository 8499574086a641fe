"""What people type and YAML takes otherwise: told from the line itself, with the line put right.

`explain` speaks where YAML gave up, by the rules of `lines`, `values`, `marks` and `layout`; `silent` of what YAML read
without complaint and not as meant. None of them shows the parser's own words.
"""
