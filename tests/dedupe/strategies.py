"""What may records look like, in properties that must hold for all of them?"""

from hypothesis import strategies as st

from bot.model.papers.record import Record

WORDS = (
    "cache",
    "Große",
    "sparse",
    "LLM",
    "attention",
    "2",
    "Part",
    "II",
    "naïve",
    "模型",
    "Editorial",
)
NAMES = ("Ada Lovelace", "Hopper, Grace", "Knuth DE", "Wei Wang", "et al.", "J. van der Berg")

titles = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join) | st.text(max_size=30)


def records(key: str = "") -> st.SearchStrategy[Record]:
    """Draw a record; its fields come from few values, so that two records are often alike."""
    return st.builds(
        Record,
        key=st.just(key) if key else st.uuids().map(str),
        title=titles,
        short_name=st.sampled_from(("", "vLLM", "LLM 2")),
        authors=st.lists(st.sampled_from(NAMES) | st.text(max_size=8), max_size=3).map(tuple),
        venue=st.sampled_from(("", "VLDB", "VLDB J.", "J. Sparse Caches", "arXiv")),
        year=st.sampled_from((None, 2001, 2002, 2020)),
        ids=st.sampled_from(((), ("arxiv:2309.06180",), ("doi:10.1/a",), ("github:a/b",))),
        urls=st.sampled_from(((), ("https://a.example/b",))),
        pages=st.sampled_from(("", "1-9", "17")),
    )
