"""What is this list: its title, its categories, and how does its owner want it shown?

This is the whole of `data/list.toml`. Unknown keys are errors, so a misspelt one is never
silently ignored.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from bot.model.base import Login, ManyLines, OneLine, Slug, Strict, Title
from bot.model.form import NOT_SURE
from bot.model.lists.template import Template

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
SiteUrl = Annotated[str, Field(pattern=r"^https?://[^\s<>\"\\^`{|}?#]+$", max_length=200)]
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$"
LayoutName = Literal["table", "bullets", "numbered", "citation", "template"]
OrderName = Literal["date", "title", "as is"]
ArxivCategory = Annotated[str, Field(pattern=r"^[a-z-]{2,10}(\.[A-Za-z-]{2,20})?$")]
# Parts of a query, in which quotes and backslashes mean something else.
SearchWord = Annotated[OneLine, Field(pattern=r'^[^"\\]+$', max_length=60)]

# GitHub publishes no limit for an option's length; a longer one fits on no screen.
LONGEST_OPTION = 100
# What an issue's body shows for no choice, and what would be read as another part of the form.
NO_OPTIONS = frozenset({"", "None", "_No response_", NOT_SURE})
NO_OPTION_STARTS = ("### ", "```", "~~~")


class Category(Strict):
    """One heading of the list; `parent` is the slug of the category it stands under.

    `template` and `head` are its own, where it does not look as the others do.
    """

    slug: Slug
    title: Title
    description: OneLine | None = None
    parent: Slug | None = None
    template: Template | None = None
    head: ManyLines | None = None


class Readme(Strict):
    """How works look: which fields in which order, in which style, how many recent.

    With `pages` each top-level category stands on a page of its own, `papers/SLUG.md`, and
    README.md is a front page. The layout "template" writes an entry by `template`, below the lines
    `head`, if there are any. Works stand in the `order` of their dates, newest first, of their
    titles, or "as is", where the `new` ones come first or last.
    """

    columns: Annotated[tuple[Column, ...], Field(min_length=1)] = ("title", "venue", "date", "code")
    layout: LayoutName = "table"
    recent: int = Field(default=10, ge=0, le=100)
    pages: bool = False
    template: Template | None = None
    head: ManyLines | None = None
    order: OrderName = "date"
    new: Literal["first", "last"] = "last"


class Starred(Strict):
    """A work to read first: its id in the list, and a word why."""

    id: Slug
    why: OneLine


class Site(Strict):
    """The pages made by `bot site`: the address at which they are published, if they are."""

    url: SiteUrl | None = None


class VenueGroup(Strict):
    """Venues that readers ask for together, as "Top venues"; named as the works name them."""

    title: Title
    venues: Annotated[tuple[OneLine, ...], Field(min_length=1, max_length=200)]


class Limits(Strict):
    """How much of one person the list looks at together; beyond it a submission is on hold.

    What a program sends for them, as its form says, is counted apart.
    """

    open_per_person: int = Field(default=10, ge=1)
    per_day: int = Field(default=20, ge=1)
    open_by_program: int = Field(default=5, ge=1)
    by_program_per_day: int = Field(default=5, ge=1)
    longest_text: int = Field(default=20_000, ge=1_000, le=65_536)


class Words(Strict):
    """What the owner says in the bot's comments, each a line of Markdown.

    Thanks and how to cite the list, where a suggestion is accepted; what the list takes and what
    not, where one is declined or asked back.
    """

    thanks: OneLine | None = None
    cite: OneLine | None = None
    in_scope: OneLine | None = None
    out_of_scope: OneLine | None = None


class Bot(Strict):
    """Which accounts the bot wrote with before it had its present one.

    What they wrote in its name stays the bot's own. Most begin with a workflow's own token and go
    over to an app's, so that one is known without being named. `reviews_approve` lets a review
    that approves a pull request on GitHub stand for `/approve`. In the `mode` "watch" it writes
    nothing and only says what it would have done. `since` is when it was switched on, a day or a
    moment in UTC; unset, it is when data/list.toml came into the repository.
    """

    earlier_logins: Annotated[tuple[Login, ...], Field(max_length=20)] = ("github-actions[bot]",)
    reviews_approve: bool = False
    mode: Literal["act", "watch"] = "act"
    since: Annotated[str, Field(pattern=_MOMENT)] | None = None


class Upkeep(Strict):
    """Whom to remind when suggestions wait and no maintainer acts: the logins to be named."""

    notify: Annotated[tuple[Login, ...], Field(max_length=10)] = ()


class Discover(Strict):
    """Where to look for works that the list lacks; with nothing named, nowhere.

    Of arXiv, works of these categories whose title or abstract holds one of the words; of Semantic
    Scholar, what is recommended for listed works and what cites them; Hugging Face's daily papers.
    """

    arxiv_categories: Annotated[tuple[ArxivCategory, ...], Field(max_length=20)] = ()
    words: Annotated[tuple[SearchWord, ...], Field(max_length=40)] = ()
    recommendations: bool = False
    citations: bool = False
    daily_papers: bool = False


class Listing(Strict):
    """One list of papers, as its owner configured it.

    `license` is that of the data, by its identifier at https://spdx.org/licenses/.
    With `blank_issues` GitHub lets people open an issue without a form; the bot understands those
    that hold links to works and little else.
    `renamed` leads from what a category was once called, by its slug or in a form, to its slug.
    """

    schema_version: Literal[1]
    title: Title
    introduction: OneLine
    repository: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")] | None = None
    license: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.+-]{0,59}$")] | None = None
    blank_issues: bool = True
    readme: Readme = Readme()
    limits: Limits = Limits()
    words: Words = Words()
    site: Site = Site()
    bot: Bot = Bot()
    upkeep: Upkeep = Upkeep()
    discover: Discover = Discover()
    starred: Annotated[tuple[Starred, ...], Field(max_length=50)] = ()
    venue_groups: Annotated[tuple[VenueGroup, ...], Field(max_length=20)] = ()
    categories: tuple[Category, ...] = ()
    renamed: dict[OneLine, Slug] = {}  # noqa: RUF012  (pydantic copies it)

    @cached_property
    def by_slug(self) -> dict[str, Category]:
        """The categories by slug, in the owner's order."""
        return {category.slug: category for category in self.categories}

    def slug_now(self, name: str) -> str | None:
        """Give the slug of a category by its slug, or by what it was once called; None if none."""
        former: set[str] = set()
        while name not in self.by_slug and name in self.renamed and name not in former:
            former.add(name)
            name = self.renamed[name]
        return name if name in self.by_slug else None

    def children(self, parent: str | None) -> tuple[Category, ...]:
        """Give the categories directly under `parent` (None: the top level), in order."""
        return tuple(category for category in self.categories if category.parent == parent)

    def tree(self, parent: str | None = None, depth: int = 0) -> list[tuple[Category, int]]:
        """List the categories below `parent` in reading order, with their depth (0 at the top)."""
        rows = []
        for category in self.children(parent):
            rows.append((category, depth))
            rows += self.tree(category.slug, depth + 1)
        return rows

    def path(self, slug: str) -> tuple[str, ...]:
        """Give the titles from the top level down to the category `slug`."""
        category = self.by_slug[slug]
        above = self.path(category.parent) if category.parent else ()
        return (*above, category.title)

    def top(self, slug: str) -> Category:
        """Give the top-level category that `slug` is, or stands below."""
        category = self.by_slug[slug]
        return self.top(category.parent) if category.parent else category

    def options(self) -> tuple[tuple[str, str], ...]:
        """Give the categories as a form's dropdown offers them, in reading order, with slugs.

        An option is the category's path of titles; where that says something else in a form, is
        too long, or names two categories, its slug stands behind it.
        """
        return tuple(self._slug_by_option.items())

    @cached_property
    def _slug_by_option(self) -> dict[str, str]:
        offered: dict[str, str] = {}
        for category, _ in self.tree():
            text = _one_spaced(" / ".join(self.path(category.slug)))
            clear = text not in NO_OPTIONS and not text.startswith(NO_OPTION_STARTS)
            if not clear or len(text) > LONGEST_OPTION:
                text = f"{text[:LONGEST_OPTION].strip()} ({category.slug})".strip()
            while text in offered:
                text = f"{text} ({category.slug})"
            offered[text] = category.slug
        return offered

    def category_of(self, answer: str) -> str | None:
        """Give the slug of the category that a person names, or None if it could be none or two.

        The options of the form are understood, and, in any case, slugs and titles; so is what a
        category was called before.
        """
        named = _one_spaced(answer)
        return self._named(named) or self.slug_now(named)

    def _named(self, named: str) -> str | None:
        if named == NOT_SURE or named in self._slug_by_option:
            return self._slug_by_option.get(named)
        wanted = named.casefold()
        slugs = {slug for option, slug in self.options() if option.casefold() == wanted}
        slugs |= {
            c.slug for c in self.categories if wanted in {c.slug, _one_spaced(c.title).casefold()}
        }
        return slugs.pop() if len(slugs) == 1 else None


def _one_spaced(text: str) -> str:
    """Write every run of white space as one space, as a browser shows a choice."""
    return " ".join(text.split())
