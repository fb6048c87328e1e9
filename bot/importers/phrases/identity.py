"""Which work does this link lead to, once it has been asked?"""

import re
from functools import lru_cache

from bot.identify import canonical, clean_url
from bot.links.identifier import is_repository


# A link is asked for its work by each step that looks at its line.
@lru_cache(maxsize=1_024)
def work_of(url: str) -> str:
    """Give a link's canonical id, or ""."""
    return canonical(url) or ""


# Pages of one work each, at libraries whose addresses hold no identifier that we know.
_LIBRARY = re.compile(
    r"https?://(?:[\w-]+\.){0,3}(?:"
    r"acm\.org/(?:citation|detail|ft_gateway)\.cfm\?"
    r"|ieeexplore\.ieee\.org/(?:document|abstract/document|xpl/\w{0,20}\.jsp\?|iel\d)"
    r"|citeseerx?\.ist\.psu\.edu/(?:viewdoc|[\w.-]{1,60}$)"
    r"|(?:sciencedirect\.com/science|academic\.oup\.com/[a-z]{1,30})/article"
    r"|jstor\.org/stable/|eprint\.iacr\.org/\d{4}/|projecteuclid\.org/euclid\."
    r"|ncbi\.nlm\.nih\.gov/(?:pmc/articles|pubmed)/|pubmed\.ncbi\.nlm\.nih\.gov/\d"
    r"|(?:bio|med)rxiv\.org/content/|researchgate\.net/publication/|nature\.com/articles/"
    r"|drops\.dagstuhl\.de/opus/|hal\.(?:inria\.fr|science|archives-ouvertes\.fr)/\w{2,20}-\d"
    r"|research\.google(?:\.com)?/(?:archive|pubs)/\w|papers\.ssrn\.com/sol3/"
    r"|dblp\.(?:org|uni-trier\.de)/rec/)",
    re.IGNORECASE | re.ASCII,
)
_DOCUMENTS = (".pdf", ".ps", ".ps.gz", ".djvu")


def is_work(url: str) -> bool:
    """Tell whether a link leads to a work: an identifier of a paper, a library's page, a PDF."""
    work = work_of(url)
    if work and not is_repository(work):
        return True
    return is_document(url) or bool(_LIBRARY.match(url))


def is_document(url: str) -> bool:
    """Tell whether an address is that of a document to read, here or elsewhere: a PDF."""
    return url.lower().partition("?")[0].partition("#")[0].endswith(_DOCUMENTS)


def is_code(url: str) -> bool:
    """Tell whether a link leads to a repository."""
    return is_repository(work_of(url))


def address_of(url: str) -> str | None:
    """Give an address as it should be stored; None if it leads nowhere outside."""
    return clean_url(url) if url[:4].lower() == "http" or url[:4] == "www." else None
