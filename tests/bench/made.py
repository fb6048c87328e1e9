"""What would a list of any size look like? Seeded, so that every run makes the same one."""

from random import Random

from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Link, Paper, Venue
from bot.review.drafts.naming import new_id

WORDS = (
    "adaptive attention batching cache caching compression context continuous decoding distributed "
    "efficient elastic expert fast gradient hardware inference kernel language latency learning "
    "long low memory mixture model multi network offloading optimal paged parallel pipeline "
    "precision prefill pruning quantization rank routing sampling scheduling serving sparse "
    "speculative streaming system tensor throughput token training transformer tuning vision"
).split()
NAMES = (
    "Ada Ben Chen Dana Elif Femi Gao Hana Ines Jun Kofi Lena Mei Nils Omar Priya Quan Rosa Sven"
).split()
VENUES = ("NeurIPS", "ICLR", "ICML", "MLSys", "OSDI", "SOSP", "ACL", "ASPLOS")
PER_CATEGORY = 250


def listing_for(size: int) -> Listing:
    """Make the configuration of a list of `size` papers."""
    categories = tuple(
        Category(slug=f"topic-{number}", title=f"Topic {number}")
        for number in range(max(4, size // PER_CATEGORY))
    )
    return Listing(
        schema_version=1, title="A made list", introduction="For measuring.", categories=categories
    )


def catalog_of(size: int, listing: Listing) -> Catalog:
    """Make a catalog of `size` papers, sorted by id."""
    random = Random(size)
    taken: set[str] = set()
    papers = []
    for number in range(size):
        paper = _paper(random, number, taken, random.choice(listing.categories).slug)
        taken.add(paper.id)
        papers.append(paper)
    return Catalog(schema_version=1, papers=tuple(sorted(papers, key=lambda paper: paper.id)))


def _paper(random: Random, number: int, taken: set[str], category: str) -> Paper:
    words = [random.choice(WORDS).title() for _ in range(random.randint(5, 11))]
    title = f"{words[0]}{number}: {' '.join(words)}"
    month, year = 1 + number % 12, 2007 + number % 19
    work = f"{year % 100:02}{month:02}.{number:05}"
    return Paper(
        id=new_id(title, (), taken),
        title=title,
        category=category,
        authors=tuple(
            f"{random.choice(NAMES)} {random.choice(NAMES)}son" for _ in range(random.randint(1, 7))
        ),
        date=f"{year}-{month:02}",
        venue=Venue(name=random.choice(VENUES), year=year),
        ids=(f"arxiv:{work}",),
        links=(
            Link(kind="paper", url=f"https://arxiv.org/abs/{work}"),
            Link(kind="code", url=f"https://github.com/made/repo-{number}"),
        ),
        keywords=tuple(sorted({random.choice(WORDS) for _ in range(3)})),
        added="2026-01-01",
    )
