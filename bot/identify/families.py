"""Which work is this, and where is it shown? The table of all families of identifiers.

A new family is a file beside this one, a line in FAMILIES, its name in WORK_ID of
`bot.model.base`, and its lines among the test's examples.
"""

import re

from bot.identify.acl_id import ACL
from bot.identify.arxiv_id import ARXIV_FAMILY
from bot.identify.cvf_id import CVF
from bot.identify.doi import DOI
from bot.identify.ecva_id import ECVA
from bot.identify.family import Family
from bot.identify.github_repo import GITHUB
from bot.identify.hal_id import HAL
from bot.identify.ieee_id import IEEE
from bot.identify.isca_id import ISCA
from bot.identify.jmlr_id import JMLR
from bot.identify.kdd_id import KDD
from bot.identify.mdpi_id import MDPI
from bot.identify.mlsys_id import MLSYS
from bot.identify.neurips_id import NEURIPS
from bot.identify.ojs_id import AAAI, OJS
from bot.identify.openreview_id import OPENREVIEW
from bot.identify.pii_id import PII
from bot.identify.pmlr_id import PMLR
from bot.identify.pubmed_id import PMC, PUBMED
from bot.identify.s2_id import S2
from bot.identify.shown_by import shown_by
from bot.identify.usenix_id import USENIX
from bot.identify.vldb_id import VLDB
from bot.links.url import clean_url, parts
from bot.model.base import LONGEST_WORK_ID, WORK_ID
from bot.text.clean import visible

# In the order in which they are asked. PMLR keeps its PDFs in repositories, so it comes before
# GitHub; AAAI's site runs the journals' software; many sites' addresses hold a DOI, so DOI comes
# last.
FAMILIES: tuple[Family, ...] = (
    ARXIV_FAMILY,
    OPENREVIEW,
    ACL,
    USENIX,
    PMLR,
    JMLR,
    NEURIPS,
    MLSYS,
    CVF,
    ECVA,
    ISCA,
    KDD,
    VLDB,
    IEEE,
    PUBMED,
    PMC,
    HAL,
    MDPI,
    AAAI,
    OJS,
    S2,
    GITHUB,
    PII,
    DOI,
)
_BY_NAME = {family.name: family for family in FAMILIES}
_LONGEST_IDENTIFIER = 450
_MOST_PASSED_ON = 3


def canonical(link: str) -> str | None:
    """Give the id of the work behind one link or bare identifier; None if no family knows it.

    "https://arxiv.org/pdf/2309.06180v2.pdf" and "arXiv:2309.06180" are `arxiv:2309.06180`; the
    DOIs of arXiv and of the ACL Anthology are those families' ids.
    """
    text = visible(link).strip(" .,;:<>()\"'") if len(link) <= _LONGEST_IDENTIFIER else ""
    for family in FAMILIES if text else ():
        if work_id := family.of_text(text):
            return _valid(work_id)
    url = clean_url(link)
    return work_at(url) if url else None


def landing_url(work_id: str) -> str:
    """Give the page to link for a canonical id; `canonical` gives the id back.

    Raises ValueError for an id of a family that is not in the table, or not of its family's form.
    """
    name, _, value = work_id.partition(":")
    if name not in _BY_NAME:
        raise ValueError(f"{work_id!r} is no id of {', '.join(_BY_NAME)}")
    return _BY_NAME[name].landing(value)


def is_canonical(work_id: str) -> bool:
    """Tell whether an id is written as `canonical` writes it, so that its page gives it back."""
    try:
        return canonical(landing_url(work_id)) == work_id
    except ValueError:  # "usenix:osdi22" has the family's name, and not its form
        return False


def work_at(url: str) -> str | None:
    """Ask the families in order for the work at an address that `clean_url` gave.

    An archive or a proxy shows the work that it passes on.
    """
    link = parts(url)
    for _ in range(_MOST_PASSED_ON):
        if not (shown := shown_by(link)):
            break
        link = shown
    for family in FAMILIES:
        if work_id := family.of_link(link):
            return _valid(work_id)
    return None


def _valid(work_id: str) -> str | None:
    """Give an id that an entry can hold, None for any other: too long, or not of plain letters."""
    valid = len(work_id) <= LONGEST_WORK_ID and re.match(WORK_ID, work_id)
    return work_id if valid else None
