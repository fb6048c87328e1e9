"""What does data/papers.json hold, and what is its one canonical text?"""

import json
import re

from pydantic import ValidationError

from bot.errors import InvalidError, Problem
from bot.model.lists.check import catalog_problems
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.store.explain import MOST_PROBLEMS, key_path, located, problems
from bot.store.files import PAPERS, unmarked
from bot.store.json_lines import lines_of

# How pydantic-core says that its own reader of JSON has given up.
_NO_JSON = re.compile(r"Invalid JSON: (.+) at line ([0-9]+) column")


def parse(text: str, path: str = PAPERS) -> Catalog:
    """Read the text of a papers.json; raises InvalidError with every problem, each with its line.

    Keys that stand twice are refused: a JSON parser would keep the last and drop the rest.
    """
    unmarked(text, path)
    _refuse_faulty_json(text, path)
    try:
        return Catalog.model_validate_json(text)
    except ValidationError as error:
        single = error.error_count() == 1  # which broken JSON is; the text of many is long
        if single and (broken := _NO_JSON.search(str(error))):
            message = f"this is not JSON: {broken[1]}"
            raise InvalidError([Problem(f"{path}:{broken[2]}", "", message)]) from error
        lines = lines_of(text)
        wrong = problems(error, Catalog, lambda where: f"{path}:{lines.of(where)}")
        raise InvalidError(sorted(wrong, key=_line)) from error


def parse_apart(text: str, path: str) -> tuple[tuple[Paper, ...], tuple[Problem, ...]]:
    """Read the entries of somebody's papers.json, with the problems of those that are none.

    Raises InvalidError as `parse` does where it is more than single entries that is wrong.
    """
    try:
        return parse(text, path).papers, ()
    except InvalidError as error:
        bad = _bad_entries(text)
        if not bad:
            raise
        data = json.loads(text)
        data["papers"] = [one for at, one in enumerate(data["papers"]) if at not in bad]
        return parse(json.dumps(data), path).papers, tuple(error.problems)


def _bad_entries(text: str) -> set[int]:
    """Give the places of the entries that are wrong; none where something else is as well."""
    try:
        Catalog.model_validate_json(text)
    except ValidationError as error:
        if error.error_count() > MOST_PROBLEMS:
            return set()
        places = [fault["loc"] for fault in error.errors(include_url=False)]
        apart = all(len(place) > 1 and place[0] == "papers" for place in places)
        return {int(place[1]) for place in places} if apart else set()
    return set()


def check(catalog: Catalog, listing: Listing, text: str, path: str = PAPERS) -> None:
    """Refuse, with InvalidError, what only shows between entries; `text` is where they stand."""
    if wrong := catalog_problems(catalog, listing):
        lines = lines_of(text)
        raise InvalidError(located(wrong, lambda where: f"{path}:{lines.of(where)}"))


def dump(catalog: Catalog) -> str:
    """Write the canonical text: sorted by id, two-space indent, empty fields left out."""
    papers = tuple(sorted(catalog.papers, key=lambda paper: paper.id))
    removed = tuple(sorted(catalog.removed, key=lambda work: work.id))
    ordered = catalog.model_copy(update={"papers": papers, "removed": removed})
    return ordered.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def dump_checked(catalog: Catalog, listing: Listing) -> str:
    """Write the canonical text; raises InvalidError where `parse` or `check` would refuse it."""
    text = dump(catalog)
    check(parse(text), listing, text)
    return text


class _RepeatedKeyError(ValueError):
    """Some object of the text has one key twice."""


def _refuse_faulty_json(text: str, path: str) -> None:
    try:
        # Numbers are read below: Python refuses those of very many digits without saying where.
        json.loads(text, object_pairs_hook=_object, parse_int=len)
    except json.JSONDecodeError as error:
        rest = text[error.pos : error.pos + 20].partition("\n")[0]
        message = f"this is not JSON: {error.msg} (column {error.colno})"
        raise InvalidError([Problem(f"{path}:{error.lineno}", rest, message)]) from error
    except RecursionError as error:
        raise InvalidError([Problem(path, "", "this is nested too deeply to be a list")]) from error
    except _RepeatedKeyError as error:
        message = "this key stands twice in one object; keep one of the two"
        raise InvalidError(
            Problem(f"{path}:{line}", str(where[-1]), f"{key_path(where)}: {message}")
            for where, line in lines_of(text).repeated
        ) from error


def _object(pairs: list[tuple[str, object]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _RepeatedKeyError


def _line(problem: Problem) -> int:
    return int(problem.field.rpartition(":")[2])
