"""How do a category's works look as lines of citations, and its software as a table?

    - Efficient Memory Management ..., <ins>SOSP, 2023</ins> [[Paper](...)] [[Code](...)]

Works whose capabilities are known stand in a table below, with a mark in each column:

    |  | Efficient Training | Efficient Inference | Efficient Fine-Tuning |
    | :--- | :---: | :---: | :---: |
    | vLLM [[Code](...)] | ❌ | ✅ | ❌ |
"""

from collections.abc import Sequence

from bot.markdown.escape import text
from bot.model.lists.listing import Readme
from bot.model.papers.paper import Capability, Paper
from bot.render.work import bracketed, named_title

CAPABILITIES: dict[Capability, str] = {
    "training": "Efficient Training",
    "inference": "Efficient Inference",
    "fine-tuning": "Efficient Fine-Tuning",
}
_HEAD = (
    f"|  | {' | '.join(CAPABILITIES.values())} |",
    f"| :--- |{' :---: |' * len(CAPABILITIES)}",
)


def row(paper: Paper, readme: Readme) -> str:
    """Write one work as a line, or as a row where its capabilities are known."""
    if paper.capabilities:
        marks = ("✅" if able in paper.capabilities else "❌" for able in CAPABILITIES)
        return f"| {_titled(paper)} | {' | '.join(marks)} |"
    line = f"- {_titled(paper)}"
    return f"{line} {text(paper.note)}" if "note" in readme.columns and paper.note else line


def body(papers: Sequence[Paper], readme: Readme) -> str:
    """Write works as lines, then those with capabilities as a table."""
    lines = [row(paper, readme) for paper in papers if not paper.capabilities]
    rows = [row(paper, readme) for paper in papers if paper.capabilities]
    table = [*_HEAD, *rows] if rows else []
    gap = [""] if lines and rows else []
    return "\n".join([*lines, *gap, *table])


def _titled(paper: Paper) -> str:
    published = _published(paper)
    title = named_title(paper) + (f", <ins>{published}</ins>" if published else "")
    return f"{title} {bracketed(paper.links, capital=True)}".rstrip()


def _published(paper: Paper) -> str:
    """Give venue and year; of a preprint, arXiv and the year it was first made public."""
    if paper.venue:
        year = f", {paper.venue.year}" if paper.venue.year else ""
        return text(paper.venue.name) + year
    if not paper.date:
        return ""
    arxiv = any(work.startswith("arxiv:") for work in paper.ids)
    return f"arXiv, {paper.date[:4]}" if arxiv else paper.date[:4]
