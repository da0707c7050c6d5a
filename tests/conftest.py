"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# A busy machine is no fault of the code, so no example has a deadline. Where CI runs, the examples are the same each
# time, so that a commit is judged by its change; at a desk they are new each time, and find more.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="take what comes out now for what is expected")


@pytest.fixture(scope="session")
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--rewrite"))
