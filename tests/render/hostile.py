"""A list whose every text tries to be something else: markup, script, formula, another entry."""

from bot.model.lists.listing import Category, Listing, Site
from bot.model.papers.paper import Catalog, Citations, Link, Paper, Venue

MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp; --> ]]>"
FORMULA = '=HYPERLINK("https://example.org","x")'
BIBTEX = "} , @misc{x, title = {{ \\input{/etc/passwd} $100% #1_2 ~^ @comment{ \\"
UNICODE = "Erdős–Łukasz Ünïçødé Σ∞² “quoted” 模型 \u202eright to left\u202c"

LISTING = Listing(
    schema_version=1,
    title=f"List {MARKUP}",
    introduction=f"Intro {MARKUP}",
    repository="owner/papers",
    license="CC-BY-4.0",
    site=Site(url="https://owner.example/papers/"),
    categories=(
        Category(slug="top", title=f"Top {MARKUP}", description=MARKUP),
        Category(slug="below", title=f"Below {MARKUP}", parent="top"),
    ),
)


def paper(number: int, text: str) -> Paper:
    """Make a work that says `text` wherever it may say anything."""
    return Paper(
        id=f"work-{number}",
        title=text,
        short_name=f"Name {text}",
        category="below",
        also_in=("top",),
        authors=(text, f"Ada {text}", "Grace Hopper"),
        affiliations=(text,),
        date="2024-05-06",
        venue=Venue(name=text, year=2024),
        ids=("arxiv:2401.00001", "doi:10.1/<script>&{}", "openreview:a?b&c"),
        links=(Link(kind="paper", url="https://example.org/?a=1&b='2'"),),
        keywords=(text,),
        citations=Citations(count=1234, as_of="2024-07", source=text),
        note=text,
        added="2026-01-02",
    )


CATALOG = Catalog(
    schema_version=1,
    papers=tuple(
        paper(number, text) for number, text in enumerate((MARKUP, FORMULA, BIBTEX, UNICODE))
    ),
)
