"""What holds for all tests: properties are tried on the same cases in CI, on new ones elsewhere.

A case that fails on one machine and not on another helps nobody: whoever runs the tests at home
looks for new cases, and CI says whether the known ones hold. No property is timed.
"""

import os

from hypothesis import settings

settings.register_profile("home", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "home")
