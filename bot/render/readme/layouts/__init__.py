"""In which styles can a category's works be shown, under the names that data/list.toml uses?

A style is a module with two functions: `row(paper, readme)` writes one work, `body(papers,
readme)` all works of a category in the order given. What one work changes stays in its own row.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.model.lists.listing import LayoutName, Readme
from bot.model.papers.paper import Paper
from bot.render.readme.layouts import bullets, citation, numbered, table, template


class Layout(NamedTuple):
    """One style of list."""

    row: Callable[[Paper, Readme], str]
    body: Callable[[Sequence[Paper], Readme], str]


LAYOUTS: dict[LayoutName, Layout] = {
    "table": Layout(table.row, table.body),
    "bullets": Layout(bullets.row, bullets.body),
    "numbered": Layout(numbered.row, numbered.body),
    "citation": Layout(citation.row, citation.body),
    "template": Layout(template.row, template.body),
}
