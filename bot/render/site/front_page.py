"""What does the front page show: the search, the newest works, and the way to every category?"""

from collections.abc import Iterable, Mapping, Sequence

from bot.model.papers.listing import Category, Listing
from bot.model.papers.paper import Catalog, Paper
from bot.render.addresses import category_path, home_path
from bot.render.arrivals import newest_first
from bot.render.site.page import Page, esc
from bot.render.site.rows import TEMPLATE, row, works

SHOWN_FIRST = 30
SCRIPTS = (
    *("assets/data.js", "assets/works.js", "assets/words.js", "assets/links.js"),
    *("assets/index.js", "assets/facets.js", "assets/search.js"),
)
SORTS = (("", "Best match"), ("date", "Newest"), ("cited", "Most cited"), ("title", "Title"))


def front_page(
    catalog: Catalog, papers: Mapping[str, Sequence[Paper]], listing: Listing, picture: str
) -> Page:
    """Give the front page; `papers` holds the works of each category by its slug."""
    newest = newest_first(catalog.papers)
    body = f"""<h1 dir="auto">{esc(listing.title)}</h1>
<p class="lead" dir="auto">{esc(listing.introduction)}</p>
<p class="counts">{_counts(catalog.papers)}</p>
<div class="split">
<section aria-labelledby="works-heading">
{_form()}
<div class="bar"><h2 id="works-heading">Works</h2>\
<p id="status" role="status">The {min(SHOWN_FIRST, len(newest))} newest of {len(newest):,}</p>\
{_select("sort", "Sort by", SORTS, form="search")}</div>
{works(newest[:SHOWN_FIRST], home_path)}
<p id="none" hidden>Nothing matches. Fewer words or filters find more.</p>
<button type="button" id="more" hidden>Show more</button>
<template id="row">{row(TEMPLATE, template=True)}</template>
</section>
<nav class="categories" id="categories" aria-labelledby="categories-heading">
<h2 id="categories-heading">Categories</h2>
{_tree(listing, papers)}
</nav>
</div>
{picture}"""
    return Page(home_path, listing.title, listing.introduction, body, scripts=SCRIPTS)


def _counts(papers: Sequence[Paper]) -> str:
    code = sum(any(link.kind == "code" for link in paper.links) for paper in papers)
    published = sum(paper.venue is not None for paper in papers)
    facts = [f"{len(papers):,} works", f"{code:,} with code", f"{published:,} published"]
    if changed := max((paper.added or "" for paper in papers), default=""):
        facts.append(f'last addition <time datetime="{changed}">{changed}</time>')
    return " · ".join(facts)


def _form() -> str:
    """Write the search; it fills its choices itself, since it is the only one to use them."""
    selects = [
        _select("category", "Category", [("", "All")]),
        _select("venue", "Venue", [("", "Any or none"), ("*", "Any venue")]),
        _select("from", "From year", [("", "Any")]),
        _select("to", "To year", [("", "Any")]),
        _select("kind", "Kind", [("", "All")]),
    ]
    return "\n".join(
        [
            '<form id="search" role="search" class="search" autocomplete="off">',
            '<label class="query"><span>Search titles, authors, venues, keywords</span>',
            '<input type="search" name="q" spellcheck="false"></label>',
            '<details id="filters" open><summary>Filters</summary><div class="filters">',
            *selects,
            '<label class="check"><input type="checkbox" name="code" value="1">',
            '<span id="with-code">With code</span></label>',
            '<button type="reset">Clear</button>',
            "</div></details>",
            "</form>",
            "<noscript><p>The search needs JavaScript; the",
            '<a href="#categories">categories</a> hold every work without it.</p></noscript>',
        ]
    )


def _select(name: str, label: str, options: Iterable[tuple[str, str]], form: str = "") -> str:
    """Write a choice; `form` names its form where it stands outside of that."""
    written = "".join(
        f'<option value="{esc(value)}">{esc(text)}</option>' for value, text in options
    )
    outside = f' form="{form}"' if form else ""
    select = f'<select name="{name}"{outside}>{written}</select>'
    return f'<label class="{name}"><span>{label}</span>{select}</label>'


def _tree(
    listing: Listing, papers: Mapping[str, Sequence[Paper]], parent: str | None = None
) -> str:
    items = "\n".join(_branch(category, listing, papers) for category in listing.children(parent))
    return f"<ul>\n{items}\n</ul>" if items else ""


def _branch(category: Category, listing: Listing, papers: Mapping[str, Sequence[Paper]]) -> str:
    slugs = [category.slug, *(below.slug for below, _ in listing.tree(category.slug))]
    count = len({paper.id for slug in slugs for paper in papers.get(slug, ())})
    link = f'<a href="{category_path(category.slug)}">{esc(category.title)}</a>'
    below = _tree(listing, papers, category.slug)
    return f'<li>{link} <span class="count">{count:,}</span>{below}</li>'
