"""The list that the browser tests read: known works, hostile ones, and many made ones."""

from bot.model.lists.listing import Category, Listing, Site, VenueGroup
from bot.model.papers.paper import Catalog, Citations, Link, Paper, Venue
from tests.bench import made
from tests.render import hostile

LISTING = Listing(
    schema_version=1,
    title="A list of papers",
    introduction="What the tests of the site read.",
    repository="owner/papers",
    license="CC0-1.0",
    site=Site(url="https://owner.example/papers"),
    venue_groups=(
        VenueGroup(title="Top venues", venues=("SOSP", "ISCA", "Never Held")),
        VenueGroup(title="Others", venues=("A Yearless Venue",)),
    ),
    categories=(
        Category(slug="systems", title="Systems", description="Whole systems."),
        Category(slug="engines", title="Engines", parent="systems"),
        Category(slug="caches", title="Caches", parent="systems"),
        *made.listing_for(1_000).categories,
        *hostile.LISTING.categories,
    ),
)

PAGED = Paper(
    id="paged-attention",
    title="Efficient Memory Management with PagedAttention",
    short_name="vLLM",
    category="engines",
    also_in=("caches",),
    authors=("Woosuk Kwon", "Zhuohan Li", "Siyuan Zhuang", "Ying Sheng", "Ion Stoica"),
    affiliations=("UC Berkeley",),
    date="2023-09",
    venue=Venue(name="SOSP", year=2023),
    ids=("arxiv:2309.06180", "doi:10.1145/3600006.3613165"),
    links=(
        Link(kind="paper", url="https://arxiv.org/abs/2309.06180"),
        Link(kind="code", url="https://github.com/vllm-project/vllm"),
    ),
    keywords=("paging",),
    citations=Citations(count=1496, as_of="2024-07", source="Google Scholar"),
    added="2026-01-02",
)
SPLIT = Paper(
    id="splitwise",
    title="Splitwise: Generative Inference by Phase Splitting",
    short_name="Splitwise",
    category="caches",
    authors=("Íñigo Goiri", "Emanuele Rodolà", "Ion Stoica", "et al."),
    date="2024-06",
    venue=Venue(name="ISCA", year=2024),
    links=(Link(kind="paper", url="https://example.org/splitwise"),),
    citations=Citations(count=20),
    added="2026-01-02",
)
TOOL = Paper(
    id="a-serving-tool",
    title="A Zippy Serving Tool",
    kind="software",
    category="engines",
    authors=("Inigo Goiri",),
    links=(Link(kind="code", url="https://github.com/zippy/tool"),),
    added="2026-01-02",
)
# Whatever the search's data leave out of other works has to stand in them of this one.
ODD = Paper(
    id="nothing-usual",
    title="Odd; in Every Way",
    short_name="Öd",
    kind="blog",
    category="topic-1",
    also_in=("topic-2",),
    authors=("One; and Two", "Three"),
    affiliations=("A; B",),
    date="2023-09-30",
    venue=Venue(name="A Yearless Venue"),
    ids=("arxiv:2301.00001", "doi:10.1000/odd;1"),
    links=(Link(kind="code", url="https://code.example.org/odd"),),
    keywords=("this; that",),
    citations=Citations(count=0),
    added="2026-01-02",
)
MIRROR = Paper(
    id="a-mirror",
    title="A Mirror",
    category="topic-1",
    ids=("arxiv:2301.00002",),
    links=(
        Link(kind="paper", url="https://example.org/mirror"),
        Link(kind="code", url="https://github.com/https://example.org"),
    ),
    added="2026-01-02",
)

CATALOG = Catalog(
    schema_version=1,
    papers=(
        *(PAGED, SPLIT, TOOL, ODD, MIRROR),
        *made.catalog_of(120, made.listing_for(1_000)).papers,
        *hostile.CATALOG.papers,
    ),
)
