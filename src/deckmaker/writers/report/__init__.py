"""A set → one HTML page for whoever reviews it: self-contained, no network, the same bytes everywhere.

A writer like the others in shape, and it needs what they meet at (`writers.html`), but `build` does not make it: the
page holds every answer and, where it is at hand, the article's text.
"""

from deckmaker.writers.report.material import ReportOptions
from deckmaker.writers.report.write import is_as_made, write

__all__ = ["ReportOptions", "is_as_made", "write"]
