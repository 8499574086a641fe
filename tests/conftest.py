from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is said now into pages and command tests")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are rewritten instead of compared; the diff is then read like code."""
    return bool(request.config.getoption("--accept"))
