"""A small list, and what may be asked of it."""

from bot.model.lists.listing import Category, Listing
from bot.model.papers.paper import Catalog, Link, Paper, Removed, Venue

LISTING = Listing(
    schema_version=1,
    title="A List",
    introduction="For tests.",
    categories=(
        Category(slug="caching", title="KV Cache", description="Keeping keys and values."),
        Category(slug="kernels", title="Kernels", description="Attention on GPUs."),
        Category(slug="surveys", title="Surveys", parent="kernels"),
    ),
)


def paper(id_: str, title: str, **fields: object) -> Paper:
    """Make an entry; its category is `caching` unless another one is given."""
    return Paper.model_validate({"id": id_, "title": title, "category": "caching"} | fields)


PAGED = paper(
    "paged",
    "Memory Management with Paged Attention",
    short_name="vLLM",
    date="2023-09",
    venue=Venue(name="SOSP", year=2023),
    ids=("arxiv:2309.06180",),
    links=(
        Link(kind="paper", url="https://arxiv.org/abs/2309.06180"),
        Link(kind="code", url="https://github.com/vllm-project/vllm"),
    ),
)
FLASH = paper(
    "flash",
    "FlashAttention: Fast and Exact Attention",
    category="kernels",
    ids=("arxiv:2205.14135",),
    links=(Link(kind="paper", url="https://arxiv.org/abs/2205.14135"),),
    keywords=("tiling",),
)
GONE = Removed(id="gone", title="A Retracted Idea", ids=("arxiv:2401.00001",), reason="Retracted")
CATALOG = Catalog(schema_version=1, papers=(FLASH, PAGED), removed=(GONE,))
