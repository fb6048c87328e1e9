"""How do a category's works look as bullets with one field to a line?

    - vLLM
      - Venue: SOSP 2023
      - [Link: Efficient Memory Management ...](...)
      - [Code](...)

The fields are those that the owner's columns name, in that order; a work without a short name has
its title in the first line.
"""

from collections.abc import Sequence

from bot.markdown.escape import linked, text
from bot.model.lists.listing import Column, Readme
from bot.model.papers.paper import Paper
from bot.render.readme.layouts.table import HEADINGS
from bot.render.work import FIELDS, labelled, status


def row(paper: Paper, readme: Readme) -> str:
    """Write one work as a bullet with bullets below it."""
    main = next((link for link in paper.links if link.kind == "paper"), None)
    title = text(paper.title)
    became = status(paper)
    lines = []
    if paper.short_name:
        lines.append(f"- {text(paper.short_name)}")
        named = linked(f"Link: {title}", main.url) if main else f"Title: {title}"
        lines.append(f"  - {named}{became}")
    else:
        lines.append(f"- {linked(title, main.url) if main else title}{became}")
    others = [link for link in paper.links if link is not main]
    lines += [f"  - {link}" for link in labelled(others, capital=True)]
    lines += [f"  - {field}" for field in _fields(paper, readme.columns)]
    return "\n".join(lines)


def body(papers: Sequence[Paper], readme: Readme) -> str:
    """Write works as bullets, an empty line between any two."""
    return "\n\n".join(row(paper, readme) for paper in papers)


def _fields(paper: Paper, columns: Sequence[Column]) -> list[str]:
    named = [column for column in columns if column not in ("title", "short_name", "code", "links")]
    values = [(column, FIELDS[column](paper)) for column in named]
    return [
        value if column == "note" else f"{HEADINGS[column]}: {value}"
        for column, value in values
        if value
    ]
