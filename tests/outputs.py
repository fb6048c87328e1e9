"""Which bytes come of the examples? `python -m tests.outputs` prints the digest of each output.

Run in several processes it shows whether the order of sets, which every process draws anew, the
time zone or the language decides anything: `test_same_bytes.py` does.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from bot.dedupe.search.scan import pairs
from bot.flows.local.load import documents_under, load
from bot.importers.records import bibtex_records, csv_records
from bot.links.identifier import arxiv_id
from bot.model.papers.metadata import Found, Metadata, Sourced, merge
from bot.render.export.exports import EXPORTS
from bot.render.github.files.issue_form import issue_forms
from bot.render.readme.pictures.pictures import picture_files
from bot.render.readme.readme import fresh
from bot.render.site.pages import site_files
from bot.store import files, papers
from tests.bench.works import NARROW, bibliography
from tests.flows.local.test_submit import BODIES, LIST, answer
from tests.importers.test_examples import LISTS, shown
from tests.importers.test_records import FILES

OWN = Path(__file__).parents[1]


def outputs() -> Iterator[tuple[str, str]]:
    """Give every output with a name."""
    for root in (LIST, OWN):
        yield from _of_list(root)
    for path in BODIES:
        yield f"answer to {path.stem}", answer(files.read(path.parent, path.name))
    for path in LISTS:
        yield f"reading of {path.name}", json.dumps(shown(path))
    for path in FILES:
        read = bibtex_records.read if path.suffix == ".bib" else csv_records.read
        yield f"records of {path.name}", str(read(path.read_text("utf-8")))
    yield "duplicates", str(pairs(bibliography(400, NARROW)[0]))
    yield "merged metadata", str(merge(_contradicting()))


def _of_list(root: Path) -> Iterator[tuple[str, str]]:
    catalog, listing, _ = load(root)
    name = listing.title
    yield f"{name}: papers.json", papers.dump(catalog)
    for paged in (False, True):
        look = listing.readme.model_copy(update={"pages": paged})
        styled = listing.model_copy(update={"readme": look})
        for path, text in fresh(documents_under(root, listing), catalog, styled).whole.items():
            yield f"{name}, {paged=}: {path}", text
    for form, export in EXPORTS.items():
        yield f"{name}: {form}", export.text(catalog, listing)
    made = (*issue_forms(listing), *picture_files(catalog.papers, listing))
    for file in (*made, *site_files(catalog, listing)):
        yield f"{name}: {file.path}", file.text


def _contradicting() -> Iterator[Found]:
    """Give services of which each names other ids of one work."""
    for number in range(9):
        ids = (f"doi:10.1/{number}", f"acl:2020.acl-long.{number}", arxiv_id(f"2001.0000{number}"))
        known = tuple(Sourced(each, str(number)) for each in ids)
        yield Found(str(number), Metadata(title=Sourced("T" * (number + 1), "x"), ids=known))


if __name__ == "__main__":
    for title, text in outputs():
        print(hashlib.sha256(text.encode()).hexdigest(), title)  # noqa: T201
