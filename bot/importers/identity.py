"""Which work does this link lead to, once it has been asked?"""

from functools import lru_cache

from bot.identify import canonical


@lru_cache(maxsize=4096)
def work_of(url: str) -> str:
    """Give a link's canonical id, or ""; deciding what a line is asks more than once for each."""
    return canonical(url) or ""


def is_work(url: str) -> bool:
    """Tell whether a link leads to a work: an identifier of a paper, or a PDF."""
    work = work_of(url)
    if work and not work.startswith("github:"):
        return True
    return url.lower().partition("?")[0].partition("#")[0].endswith(".pdf")
