"""A synthetic article, all of it invented here, with the typographic traps of real ones, and a set around it.

The traps: a no-break space in heading-1, U+2018 as both quotes of ‘main door‘ in paragraph 6, an ellipsis without a
space in paragraph 5, a caption that looks like a heading, curly apostrophes, one name in three spellings, words that
stand twice, a quotation of several sentences, abbreviations, and decimal points.
"""

from __future__ import annotations

TITLE = "Harbour Board Claims to Save the Ferry While Selling Its Engines"

PARAGRAPHS = {
    "title": TITLE,
    "1": "For many people on the coast, the Night Ferry is more than a ship. The board has claimed to protect it, arguing "
    "that it has paid for fresh paint. However, it seems that the engines are gone. It is no secret that the Harbour "
    "Board may have been active in selling them.",
    "2": "A U.S.-backed shipyard offered 1,500 crowns. How can that be? According to the town hall, the board has "
    "made a pact with the yard, and Mayor Ida Brandt noted that this pact justified re-opening the old dock (NHD).",
    "heading-1": "Night\u00a0Ferry papers",
    "3": "Last week, the archive released a box of papers from the strike. The box appears to confirm the sale. One "
    "letter tells how Hanna, the pilot’s daughter, took shelter on board.",
    "4": "Research reveals that the yard first attempted to buy the ship ten winters ago. Since then, the co-op "
    "has never repaired the hull.",
    "heading-2": "Night-Ferry 01",
    "5": "“The board will deny any sale. Strange is how the Co-op initially denied the first one. Officials, however, "
    "continue causing mayhem…Despite their quarrels, the town and the co op should join forces,” said Nora Vance, a "
    "harbour pilot in a letter to the Tide.",
    "6": "Emil Rask, a spokesman for the archive, said: “Papers found in the box, which have been copied, indicate the "
    "board and the yard have an agreement to not outbid each other. The papers indicate the old captain called the dock "
    "the ‘main door‘ for coal.”",
    "heading-3": "The Board’s links to the yard",
    "7": "In fact, the yard has fed the crew for years. The ship was painted twice, and the ship was painted again. At "
    "times, it appeared to be leaning, although this never happened. The mayor didn’t answer.",
    "8": "This new release clearly demonstrates that the board is not to be trusted. It took shelter behind the law, and "
    "the toll fell by 3.5 crowns.",
}
"""The article's blocks by place, in reading order."""

ARTICLE = "\n\n".join(PARAGRAPHS.values()) + "\n"
"""The article's text, LF line ends."""

REGISTER = """\
article: {title: Harbour Board Claims to Save the Ferry, text: article.txt, disclosure: One invented article.}
sources:
  vance: {name: Nora Vance, kind: person}
  rask: {name: Emil Rask, kind: person, role: spokesman, speaks_for: archive}
  archive: {name: the archive, kind: organisation}
  brandt: {name: Ida Brandt, kind: person, role: mayor}
  box: {name: the box of papers, kind: document}
"""
"""What a set about the article says before its claims."""


def with_claim(lines: str, id: str = "c") -> str:
    """A set about the article with one claim; `lines` give its quote, paragraph and whatever else is tried."""
    given = [line.strip() for line in lines.strip().splitlines()]
    head = ["claim: something is the case", "speaker: article", "basis: none_given"]
    keys = {line.partition(":")[0] for line in given}
    wanted = [line for line in head if line.partition(":")[0] not in keys] + given
    return f"{REGISTER}claims:\n  - id: {id}\n" + "".join(f"    {line}\n" for line in wanted)
