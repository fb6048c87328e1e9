"""How do a category's works look as numbered lines?

    1. (vLLM) Efficient Memory Management ..., SOSP 2023, [Paper](...), [Code](...)

Every line is numbered 1: Markdown counts by itself, and a new work changes no other line.
"""

from collections.abc import Sequence

from bot.markdown.escape import text
from bot.model.lists.listing import Readme
from bot.model.papers.paper import Paper
from bot.render.work import labelled, month, status, venue


def row(paper: Paper, readme: Readme) -> str:
    """Write one work as a numbered line."""
    short = paper.short_name
    name = f"({text(short)}) " if short and not paper.title.startswith(short) else ""
    parts = [name + text(paper.title) + status(paper)]
    if "venue" in readme.columns and paper.venue:
        parts.append(venue(paper))
    elif "date" in readme.columns and paper.date:
        parts.append(month(paper))
    line = f"1. {', '.join([*parts, *labelled(paper.links, capital=True)])}"
    return f"{line} ({text(paper.note)})" if "note" in readme.columns and paper.note else line


def body(papers: Sequence[Paper], readme: Readme) -> str:
    """Write works as one numbered list."""
    return "\n".join(row(paper, readme) for paper in papers)
