"""Does pip install what is pinned, whatever has been released since?

Where a pin lacks the extra that another package asks of it, pip (seen with 23.2) looks at newer
releases first and refuses them for want of a hash: an install breaks on the day of a release.
"""

from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def pinned(path: Path) -> dict[str, Requirement]:
    """Read the pins for this machine by their names."""
    lines = [line for line in path.read_text("utf-8").splitlines() if "==" in line]
    pins = [Requirement(line.removesuffix("\\").strip()) for line in lines if line[0].isalnum()]
    return {
        canonicalize_name(pin.name): pin for pin in pins if not pin.marker or pin.marker.evaluate()
    }


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_pin_names_the_extras_that_other_pins_ask_of_it(name: str) -> None:
    pins = pinned(ROOT / name)
    asked = [
        (other, Requirement(text))
        for other, pin in pins.items()
        for text in requires(other) or ()
        if (marker := Requirement(text).marker) is None
        or any(marker.evaluate({"extra": extra}) for extra in ("", *pin.extras))
    ]
    assert len(pins) > 5
    assert [
        f"{other} asks {need}"
        for other, need in asked
        if (pin := pins.get(canonicalize_name(need.name))) and not need.extras <= pin.extras
    ] == []
