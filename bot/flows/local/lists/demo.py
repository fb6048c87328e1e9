"""What does the whole job look like, step by step, on a throw-away copy of the list?"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.flows.local.entries.submit import read_form, submit
from bot.flows.local.load import documents_under, load
from bot.flows.local.outputs.regenerate import diff, regenerate
from bot.flows.local.outputs.site import build
from bot.model.form import NOT_SURE, PAPER_FORM
from bot.model.papers.paper import Paper
from bot.model.submissions.submission import Origin
from bot.store import files, papers

# Where in the copy the site lies.
SITE = "site"
# A work that the demo may suggest whatever the list is; a copy that lists it loses it first.
EXAMPLE = {
    "links": "https://arxiv.org/abs/2501.01005",
    "category": NOT_SURE,
    "title": "FlashInfer: Efficient and Customizable Attention Engine for LLM Inference Serving",
    "venue": "MLSys 2025",
    "code": "https://github.com/flashinfer-ai/flashinfer",
    "keywords": "attention kernels, JIT compilation",
    "why": "The attention kernels that several serving systems share.",
}
AGAIN = {"links": "arxiv.org/pdf/2501.01005v2.pdf?utm_source=phone", "category": NOT_SURE}
EXAMPLE_ID = "arxiv:2501.01005"
FAULTY = {
    "links": "my new paper, see http://localhost/draft.pdf",
    "category": "Everything",
    "code": "github",
    "keywords": ", ".join(f"keyword {number}" for number in range(1, 13)),
    "why": "### Title\n@everyone should read it, fixes #1",
}


class DemoStep(NamedTuple):
    """One thing that the demo shows: what is done, what went in, what came out."""

    title: str
    given: str
    answer: str


def demo(root: Path, copy: Path, origin: Origin) -> Iterator[DemoStep]:
    """Copy the list under `root` into the folder `copy`, and yield each step once it is done."""
    _copy(root, copy)
    listing = load(copy).listing
    before = documents_under(copy, listing)
    yield _suggested("A suggestion becomes an entry", EXAMPLE, copy, origin)
    yield _suggested("The same work again, by another link", AGAIN, copy, origin)
    yield _suggested("A form with everything wrong", FAULTY, copy, origin)
    after = documents_under(copy, listing)
    files.write(copy, files.texts(before))
    changed = files.changed(copy, files.texts(after))
    yield DemoStep("What the suggestion changes in the README", "", diff(copy, changed))
    files.write(copy, changed)
    regenerate(copy)
    build(copy, copy / SITE)


def _copy(root: Path, copy: Path) -> None:
    loaded = load(root)
    kept = tuple(paper for paper in loaded.catalog.papers if not _is_example(paper))
    catalog = loaded.catalog.model_copy(update={"papers": kept})
    texts = {files.LIST: files.read(root, files.LIST), files.PAPERS: papers.dump(catalog)}
    files.write(copy, files.texts(texts | documents_under(root, loaded.listing)))
    regenerate(copy)


def _is_example(paper: Paper) -> bool:
    return EXAMPLE_ID in paper.ids or paper.title == EXAMPLE["title"]


def _suggested(title: str, answers: dict[str, str], copy: Path, origin: Origin) -> DemoStep:
    body = "\n\n".join(
        f"### {field.label}\n\n{answers.get(field.id, '_No response_')}" for field in PAPER_FORM
    )
    result = submit(copy, read_form(body), origin)
    files.write(copy, result.files)
    return DemoStep(title, body, result.comment)
