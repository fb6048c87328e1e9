"""Which DOI is this? `doi:10.1145/3567955.3567959`, in lower case, for DOIs have none (ISO 26324).

Publishers put the DOI into their own addresses, most behind `/doi/`; some spell it otherwise
(nature.com/articles/s41586-021-03819-2 is 10.1038/s41586-021-03819-2). What another family knows
by its own id (10.48550/arXiv.2309.06180) is that family's.
"""

import re
from urllib.parse import quote

from bot.identify.family import Family
from bot.links.identifier import DOI as DOI_ID
from bot.links.identifier import doi_id
from bot.links.url import ParsedUrl

_RESOLVERS = ("doi.org", "doi.acm.org", "doi.ieeecomputersociety.org", "doi.library.ubc.ca")
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
    "journals.aps.org",
    "ui.adsabs.harvard.edu",
)
_IN_PATH = re.compile(rf"(?:^|/|doi:|doi=)({DOI_ID})", re.IGNORECASE)
_BEHIND_DOI = re.compile(rf"(?:^|/)doi[:/](?:\w+/){{0,2}}({DOI_ID})", re.IGNORECASE)
_BARE = re.compile(rf"(?:doi\s?[:=]?\s{{0,3}})?({DOI_ID})", re.IGNORECASE)
_ACM_NUMBER = re.compile(r"[0-9]{5,8}\.[0-9]{5,8}")
# Sites whose own number is the tail of the DOI.
_SPELLED = (
    ("nature.com", re.compile(r"articles/([a-z]*[0-9][\w-]+)(?:\.pdf)?(?:/.*)?"), "10.1038/"),
    ("zenodo.org", re.compile(r"records?/([0-9]+)(?:/.*)?"), "10.5281/zenodo."),
    ("papers.ssrn.com", re.compile(r"abstract=([0-9]+)"), "10.2139/ssrn."),
)


def _id(found: str) -> str | None:
    """Give the id of what follows the DOI's beginning, be it the DOI's or another family's."""
    return doi_id(found) or None


def _of_link(link: ParsedUrl) -> str | None:
    for host, pattern, prefix in _SPELLED:
        if link.on(host) and (match := pattern.fullmatch(link.path)):
            return _id(prefix + match[1])
    if link.on("dl.acm.org", "portal.acm.org") and _ACM_NUMBER.fullmatch(_doid(link)):
        return _id(f"10.1145/{_doid(link)}")
    if link.on("papers.ssrn.com") and link.query.get("abstract_id", "").isdecimal():
        return _id(f"10.2139/ssrn.{link.query['abstract_id']}")
    known = link.on(*_RESOLVERS, *_PUBLISHERS)
    match = (_IN_PATH if known else _BEHIND_DOI).search(link.path)
    return _id(match[1]) if match else _in_query(link)


def _doid(link: ParsedUrl) -> str:
    return link.query.get("doid", "").removeprefix("10.1145/")


def _in_query(link: ParsedUrl) -> str | None:
    """Find the DOI where the address has it as a parameter."""
    names = ("doi", "id") if link.on("journals.plos.org", "plos.org") else ("doi",)
    values = (link.query.get(name, "") for name in names)
    match = next(filter(None, map(_BARE.fullmatch, values)), None)
    return _id(match[1]) if match else None


def _of_text(text: str) -> str | None:
    match = _BARE.fullmatch(text)
    return _id(match[1]) if match else None


DOI = Family(
    "doi",
    ("doi.org", "dl.acm.org", "link.springer.com"),
    _of_link,
    lambda value: f"https://doi.org/{quote(value, safe='/:;(),-._+=')}",
    _of_text,
)
