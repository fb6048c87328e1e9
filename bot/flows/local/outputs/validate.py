"""Is everything right in data and configuration, down to the canonical form of every id?"""

from pathlib import Path

from bot.errors import InvalidError, Problem
from bot.flows.local.load import documents_under, load
from bot.identify import is_canonical
from bot.model.papers.paper import Catalog
from bot.render.readme.readme import opened
from bot.store import files, papers, upkeep
from bot.store.json_lines import lines_of


def validate(root: Path) -> int:
    """Check data/ and the markers of README and pages; gives the number of entries.

    Raises InvalidError with every problem found.
    """
    loaded = load(root)
    upkeep.parse(files.read_if_there(root, upkeep.DECISIONS))
    problems = _odd_ids(loaded.catalog, loaded.papers_text)
    if papers.dump(loaded.catalog) != loaded.papers_text and not problems:
        message = (
            "this is not in its canonical form (order, indent, empty fields); run: bot regenerate"
        )
        problems.append(Problem(files.PAPERS, "", message))
    try:
        opened(documents_under(root, loaded.listing), loaded.listing)
    except InvalidError as error:
        problems += error.problems
    if problems:
        raise InvalidError(problems)
    return len(loaded.catalog.papers)


def _odd_ids(catalog: Catalog, text: str) -> list[Problem]:
    odd = [
        (("papers", number, "ids", place), work)
        for number, paper in enumerate(catalog.papers)
        for place, work in enumerate(paper.ids)
        if not is_canonical(work)
    ]
    if not odd:
        return []
    lines = lines_of(text)
    message = "this is not how the family writes its ids; give the canonical one"
    return [Problem(f"{files.PAPERS}:{lines.of(where)}", work, message) for where, work in odd]
