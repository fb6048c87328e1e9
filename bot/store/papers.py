"""What does data/papers.json hold, and what is its one canonical text?"""

import gc
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pydantic import ValidationError

from bot.errors import InvalidError, Problem
from bot.model.papers.check import catalog_findings
from bot.model.papers.listing import Listing
from bot.model.papers.paper import Catalog, Paper
from bot.model.submissions.decision import Change, Removal
from bot.store.explain import key_path, problems
from bot.store.files import PAPERS
from bot.store.json_lines import Path, lines_of

# How pydantic-core says that its own reader of JSON has given up.
_NO_JSON = re.compile(r"Invalid JSON: (.+) at line ([0-9]+) column")


def parse(text: str, path: str = PAPERS) -> Catalog:
    """Read the text of a papers.json; raises InvalidError with every problem, each with its line.

    Keys that stand twice are refused: a JSON parser would keep the last and drop the rest.
    """
    with _no_collector():
        _refuse_faulty_json(text, path)
        try:
            catalog = Catalog.model_validate_json(text)
        except ValidationError as error:
            if broken := _NO_JSON.search(str(error)):
                message = f"this is not JSON: {broken[1]}"
                raise InvalidError([Problem(f"{path}:{broken[2]}", "", message)]) from error
            lines = lines_of(text)
            found = problems(error, Catalog, lambda where: f"{path}:{lines.of(where)}")
            raise InvalidError(sorted(found, key=_line)) from error
        return catalog


def check(catalog: Catalog, listing: Listing, text: str, path: str = PAPERS) -> None:
    """Refuse, with InvalidError, what only shows between entries; `text` is where they stand."""
    findings = catalog_findings(catalog, listing)
    if findings:
        lines = lines_of(text)
        raise InvalidError(
            Problem(f"{path}:{lines.of(where)}", value, f"{key_path(where)}: {message}")
            for where, value, message in findings
        )


def dump(catalog: Catalog) -> str:
    """Write the canonical text: sorted by id, two-space indent, empty fields left out."""
    papers = tuple(sorted(catalog.papers, key=lambda paper: paper.id))
    removed = tuple(sorted(catalog.removed, key=lambda work: work.id))
    ordered = catalog.model_copy(update={"papers": papers, "removed": removed})
    return ordered.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def edited(text: str, after: Catalog, changes: Sequence[Change | Removal]) -> str:
    """Give the text of a papers.json with only the lines of some entries changed.

    `after` is the whole list once `changes` are made to it. On a canonical text this is what
    `dump` gives, without writing every entry anew; where an entry is not found as it would be
    written, `dump` is given.
    """
    places = {paper.id: place for place, paper in enumerate(after.papers)}
    # From the end, so that the entry behind a new one stands there even if it is new, too.
    for change in sorted(changes, key=lambda each: each.after.id, reverse=True):
        if isinstance(change, Removal):
            return dump(after)
        new = _entry(change.after)
        if change.before is not None:
            old, instead = _entry(change.before), new
        else:
            place = places[change.after.id] + 1
            if place == len(after.papers):
                return dump(after)
            old = _entry(after.papers[place])
            instead = f"{new},\n{old}"
        if text.count(old) != 1:
            return dump(after)
        text = text.replace(old, instead)
    return text


def _entry(paper: Paper) -> str:
    """Write one entry as it stands in the file, without the comma behind it."""
    lines = paper.model_dump_json(indent=2, exclude_defaults=True).split("\n")
    return "\n".join(f"    {line}" for line in lines)


class _RepeatedKeyError(ValueError):
    """Some object of the text has one key twice."""


def _refuse_faulty_json(text: str, path: str) -> None:
    try:
        # Numbers are read below: Python refuses those of very many digits without saying where.
        json.loads(text, object_pairs_hook=_object, parse_int=len)
    except json.JSONDecodeError as error:
        found = text[error.pos : error.pos + 20].partition("\n")[0]
        message = f"this is not JSON: {error.msg} (column {error.colno})"
        raise InvalidError([Problem(f"{path}:{error.lineno}", found, message)]) from error
    except RecursionError as error:
        raise InvalidError([Problem(path, "", "this is nested too deeply to be a list")]) from error
    except _RepeatedKeyError as error:
        message = "this key stands twice in one object; keep one of the two"
        raise InvalidError(
            Problem(f"{path}:{line}", _last(where), f"{key_path(where)}: {message}")
            for where, line in lines_of(text).repeated
        ) from error


def _object(pairs: list[tuple[str, object]]) -> None:
    if len(dict(pairs)) != len(pairs):
        raise _RepeatedKeyError


def _line(problem: Problem) -> int:
    return int(problem.field.rpartition(":")[2])


def _last(where: Path) -> str:
    return str(where[-1])


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector still: a catalogue is one large tree without any cycle.

    What was made meanwhile is handed over as old, which costs nothing; as young it would all be
    searched for cycles at once, by the next object that anybody makes.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if was_on:
            gc.enable()
