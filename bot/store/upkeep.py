"""What do `data/upkeep.json` and upkeep's observations hold, and how are they written?"""

import json
from collections.abc import Iterable

from pydantic import ValidationError

from bot.errors import InvalidError
from bot.model.upkeep.kept import Decisions, Observations
from bot.store.explain import problems

# Part of the list; it comes onto the main branch by a pull request of its own.
DECISIONS = "data/upkeep.json"
# Stands at home under the list's folder, and on GitHub on a branch of its own.
OBSERVATIONS = "build/upkeep.json"
LARGEST = 20 * 1024**2


def parse(text: str | None) -> Decisions:
    """Read the text of data/upkeep.json; no text is no decision yet.

    Raises InvalidError with every problem: what people decided must not be lost unnoticed.
    """
    if text is None:
        return Decisions()
    try:
        return Decisions.model_validate_json(text)
    except ValidationError as error:
        raise InvalidError(problems(error, Decisions, lambda _: DECISIONS)) from error


def dump(decisions: Decisions) -> str:
    """Write the canonical text: sorted, and each decision on a line of its own, to merge well."""
    data = decisions.model_dump(mode="json", exclude_defaults=True)
    lines = [json.dumps(decision, ensure_ascii=False) for decision in data.pop("decisions", ())]
    head = [
        f'  "{name}": {json.dumps(value, sort_keys=True)}'
        for name, value in ({"schema_version": 1} | data).items()
    ]
    if lines:
        listed = ",\n    ".join(sorted(lines))
        head.append(f'  "decisions": [\n    {listed}\n  ]')
    return "{\n" + ",\n".join(head) + "\n}\n"


def remembered(text: str | None) -> Observations:
    """Read what was seen; what cannot be read was never seen, be it one link of many or all."""
    if text is None or len(text) > LARGEST:
        return Observations()
    try:
        return Observations.model_validate_json(text)
    except ValidationError as error:
        return _without_bad(text, [fault["loc"] for fault in error.errors(include_url=False)])
    except RecursionError:
        return Observations()


def _without_bad(text: str, places: Iterable[tuple[int | str, ...]]) -> Observations:
    """Read what was seen without the parts that are faulty."""
    try:
        data = json.loads(text)
        bad = sorted({place[:2] for place in places}, key=str, reverse=True)
        for part, *key in bad:
            if key and isinstance(data.get(part), dict):
                data[part].pop(key[0], None)
            else:
                data.pop(part, None)
        return Observations.model_validate_json(json.dumps(data))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Observations()


def dump_observations(observations: Observations) -> str:
    """Write the canonical text of what was seen: sorted, one link a line."""
    data = observations.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0) + "\n"
