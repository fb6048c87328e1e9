"""What holds for all tests: no request and no answer breaks GitHub's own descriptions.

Properties are tried on the same cases in CI, on new ones elsewhere.
A case that fails on one machine and not on another helps nobody: whoever runs the tests at home
looks for new cases, and CI says whether the known ones hold. No property is timed.
`python -m tests.seeds` looks for new ones at length, by the profile "long".
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.descriptions.watch import FOUND

settings.register_profile("home", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=500)
usual = "ci" if os.environ.get("CI") else "home"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", usual))


def pytest_runtest_setup() -> None:
    """Begin each test with nothing found."""
    FOUND.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, None, None]:
    """Fail a test in which GitHub's descriptions were broken (tests/descriptions/README.md)."""
    yield
    if FOUND:
        pytest.fail("against GitHub's own descriptions:\n  " + "\n  ".join(FOUND), pytrace=False)
