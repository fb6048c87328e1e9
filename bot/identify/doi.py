"""Which DOI is this? `doi:10.1145/3567955.3567959`, in lower case, for DOIs have none (ISO 26324).

Publishers put the DOI into their own addresses, most behind `/doi/`; those that write only its
end stand in `bot.identify.doi_tail`. What another family knows
by its own id (10.48550/arXiv.2309.06180) is that family's.
"""

import re
from urllib.parse import quote

from bot.identify.doi_tail import tail_of_doi
from bot.identify.family import Family, bare
from bot.links.identifier import DOI as DOI_ID
from bot.links.identifier import doi_id
from bot.links.preprints import registered
from bot.links.url import ParsedUrl

_RESOLVERS = (
    *("doi.org", "doi.acm.org", "doi.ieeecomputersociety.org", "doi.library.ubc.ca"),
    *("dx.plos.org", "hdl.handle.net", "doi.wiley.com", "doi.apa.org", "doi.pangaea.de"),
    *("oadoi.org", "api.crossref.org", "scite.ai", "sci-hub.se", "sci-hub.st", "sci-hub.ru"),
)
# Sites, besides those that say `/doi/`, whose paths hold the DOI itself.
_PUBLISHERS = (
    "link.springer.com",
    "springer.com",
    "springeropen.com",
    "biomedcentral.com",
    "biorxiv.org",
    "medrxiv.org",
    "frontiersin.org",
    "iopscience.iop.org",
    *("journals.aps.org", "link.aps.org"),
    *("annualreviews.org", "sciendo.com", "theiet.org", "spiedigitallibrary.org"),
    *("drops.dagstuhl.de", "joss.theoj.org", "projecteuclid.org"),
    "jstor.org",
    "nature.com",
    "ui.adsabs.harvard.edu",
)
_IN_PATH = re.compile(rf"(?:^|/|doi:|doi=)({DOI_ID})", re.IGNORECASE)
_BEHIND_DOI = re.compile(rf"(?:^|[/:])doi[:/](?:\w+/){{0,2}}({DOI_ID})", re.IGNORECASE)
# Behind the DOI of an article Silverchair's sites (Oxford, MIT Press, ...) have their own number.
_BEFORE_NUMBER = re.compile(
    rf"(?:^|/)(?:[a-z-]*article|chapter)[a-z-]*/(?:.*/)?doi/({DOI_ID}?)/[0-9]+(?:/.*)?$",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:doi\s?[:=/]?\s{{0,3}})?({DOI_ID})", re.IGNORECASE)
_ACM_NUMBER = re.compile(r"[0-9]{5,8}\.[0-9]{5,8}")
_ACM = ("dl.acm.org", "portal.acm.org")
_DOI_AS_ID = ("plos.org", "plosone.org", "aeaweb.org")
_SANDBOX = "sandbox.zenodo.org"


def _id(behind: str) -> str | None:
    """Give the id of what follows the DOI's beginning, be it the DOI's or another family's."""
    return doi_id(behind) or None


def _of_link(link: ParsedUrl) -> str | None:
    if link.on(_SANDBOX):
        return None
    if doi := tail_of_doi(link):
        return _id(doi)
    if link.on(*_ACM) and _ACM_NUMBER.fullmatch(_doid(link)):
        return _id(f"10.1145/{_doid(link)}")
    if match := _BEFORE_NUMBER.search(link.path):
        return _id(match[1])
    holds_doi = link.on(*_RESOLVERS, *_PUBLISHERS)
    match = (_IN_PATH if holds_doi else _BEHIND_DOI).search(link.path)
    return _id(match[1]) if match else _in_query(link)


def _doid(link: ParsedUrl) -> str:
    return (link.query.get("doid") or link.query.get("id", "")).removeprefix("10.1145/")


def _in_query(link: ParsedUrl) -> str | None:
    """Find the DOI where the address has it as a parameter."""
    names = ("doi", "id", "uri") if link.on(*_DOI_AS_ID) else ("doi",)
    values = (link.query.get(name, "") for name in names)
    match = next(filter(None, (_BARE.fullmatch(v.removeprefix("info:")) for v in values)), None)
    return _id(match[1]) if match else None


DOI = Family(
    "doi",
    ("doi.org", "dl.acm.org", "link.springer.com"),
    _of_link,
    lambda value: f"https://doi.org/{quote(registered(value), safe='/:;(),-._+=')}",
    bare(_BARE, doi_id),
)
