"""What does the whole job look like, step by step, on a throw-away copy of the list?"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.flows.load import Loaded, load
from bot.flows.regenerate import diff, regenerate
from bot.flows.submit import read_form, submit
from bot.model.outcome import FileText
from bot.model.paper import Paper
from bot.model.request import Arrival
from bot.model.submission import NOT_SURE, PAPER_FORM
from bot.store import files, papers

# A work that the demo may suggest whatever the list is; a copy that lists it loses it first.
EXAMPLE = {
    "links": "https://arxiv.org/abs/2501.01005",
    "title": "FlashInfer: Efficient and Customizable Attention Engine for LLM Inference Serving",
    "venue": "MLSys 2025",
    "code": "https://github.com/flashinfer-ai/flashinfer",
    "keywords": "attention kernels, JIT compilation",
    "why": "The attention kernels that several serving systems share.",
}
EXAMPLE_ID = "arxiv:2501.01005"
FAULTY = {
    "links": "my new paper, see http://localhost/draft.pdf",
    "category": "Everything",
    "code": "github",
    "keywords": ", ".join(f"keyword {number}" for number in range(1, 13)),
    "why": "### Title\n@everyone should read it, fixes #1",
}


class Step(NamedTuple):
    """One thing that the demo shows: what is done, what went in, what came out."""

    title: str
    given: str
    answer: str


def demo(root: Path, copy: Path, arrival: Arrival) -> Iterator[Step]:
    """Copy the list under `root` into the folder `copy`, and yield each step once it is done."""
    loaded = _copied(root, copy)
    category = loaded.listing.options()[0][0]
    yield _suggested(
        "A suggestion becomes an entry", EXAMPLE | {"category": category}, copy, arrival
    )
    again = {"links": f"{EXAMPLE['links']}v2?utm_source=phone#section", "category": NOT_SURE}
    yield _suggested("The same work again, by another link", again, copy, arrival)
    yield _suggested("A form with everything wrong", FAULTY, copy, arrival)
    before = FileText(files.README, files.read(root, files.README))
    regenerate(copy)
    yield Step("The README that comes of it", "", diff(copy, [before]))


def _copied(root: Path, copy: Path) -> Loaded:
    loaded = load(root)
    kept = tuple(paper for paper in loaded.catalog.papers if not _is_example(paper))
    catalog = loaded.catalog.model_copy(update={"papers": kept})
    texts = [FileText(path, files.read(root, path)) for path in (files.LIST, files.README)]
    files.write(copy, [*texts, FileText(files.PAPERS, papers.dump(catalog))])
    regenerate(copy)
    return loaded


def _is_example(paper: Paper) -> bool:
    return EXAMPLE_ID in paper.ids or paper.title == EXAMPLE["title"]


def _suggested(title: str, answers: dict[str, str], copy: Path, arrival: Arrival) -> Step:
    body = "\n\n".join(
        f"### {field.label}\n\n{answers.get(field.id, '_No response_')}" for field in PAPER_FORM
    )
    result = submit(copy, read_form(body), arrival)
    files.write(copy, result.files)
    return Step(title, body, result.comment)
