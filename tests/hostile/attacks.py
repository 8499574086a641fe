"""The table of attacks: docs/security.md is made from it, and every row is a test."""

from __future__ import annotations

from tests.hostile.attack import Attack
from tests.hostile.files import YAML
from tests.hostile.packages import PACKAGES
from tests.hostile.paths import PATHS
from tests.hostile.pictures import PICTURES
from tests.hostile.words import WORDS

TABLES: dict[str, tuple[Attack, ...]] = {
    "attacks_yaml": YAML,
    "attacks_paths": PATHS,
    "attacks_pictures": PICTURES,
    "attacks_words": WORDS,
    "attacks_packages": PACKAGES,
}
"""By the name that docs/security.md has for them."""
