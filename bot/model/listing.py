"""What is this list: its title, its categories, and how does its owner want it shown?

This is the whole of `data/list.toml`. Unknown keys are errors, so a misspelt one is never
silently ignored.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from bot.model.base import Line, Slug, Strict, Title

Column = Literal[
    "title",
    "short_name",
    "kind",
    "authors",
    "affiliations",
    "venue",
    "date",
    "code",
    "links",
    "keywords",
    "citations",
    "note",
]


class Category(Strict):
    """One heading of the list; `parent` is the slug of the category it stands under."""

    slug: Slug
    title: Title
    description: Line | None = None
    parent: Slug | None = None


class Readme(Strict):
    """How the tables in README.md look: their columns in order, and how many works are recent."""

    columns: Annotated[tuple[Column, ...], Field(min_length=1)] = ("title", "venue", "date", "code")
    recent: int = Field(default=10, ge=0, le=100)


class Listing(Strict):
    """One list of papers, as its owner configured it."""

    schema_version: Literal[1]
    title: Title
    introduction: Line
    repository: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")] | None = None
    readme: Readme = Readme()
    categories: Annotated[tuple[Category, ...], Field(min_length=1)]

    @cached_property
    def by_slug(self) -> dict[str, Category]:
        """The categories by slug, in the owner's order."""
        return {category.slug: category for category in self.categories}

    def children(self, parent: str | None) -> tuple[Category, ...]:
        """Give the categories directly under `parent` (None: the top level), in order."""
        return tuple(category for category in self.categories if category.parent == parent)

    def tree(self, parent: str | None = None, depth: int = 0) -> list[tuple[Category, int]]:
        """List the categories below `parent` in reading order, with their depth (0 at the top)."""
        found = []
        for category in self.children(parent):
            found.append((category, depth))
            found += self.tree(category.slug, depth + 1)
        return found

    def path(self, slug: str) -> tuple[str, ...]:
        """Give the titles from the top level down to the category `slug`."""
        category = self.by_slug[slug]
        above = self.path(category.parent) if category.parent else ()
        return (*above, category.title)
