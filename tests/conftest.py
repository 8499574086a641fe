from __future__ import annotations

import hypothesis  # noqa: F401 - it asks the collector who refers to what, of which a load freezes everything
import pytest

pytest.register_assert_rewrite("tests.e2e.contract", "tests.e2e.updates", "tests.hostile")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is said now into pages and command tests")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are rewritten instead of compared; the diff is then read like code."""
    return bool(request.config.getoption("--accept"))
