"""What is the canonical id of a work, given an identifier in a field that is known to hold one?

For links and free text there is `bot.identify`; this is the part of it that services need as well.
arXiv: https://info.arxiv.org/help/arxiv_identifier.html; DOI: ISO 26324, compared without case;
ACL Anthology: https://aclanthology.org/info/ids/.
"""

import re
from urllib.parse import unquote

_ARXIV = re.compile(
    r"(?:arxiv:)?(?:([0-9]{2}(?:0[1-9]|1[0-2])\.[0-9]{4,5})"
    r"|([a-z][a-z-]{1,20})(?:\.[a-z]{2})?/([0-9]{7}))(?:v[0-9]{1,3})?",
    re.IGNORECASE | re.ASCII,
)
_ACL_NEW = re.compile(r"[0-9]{4}\.[a-z][a-z0-9_]*-[a-z0-9_]+\.[1-9][0-9]{0,4}", re.ASCII)
_ACL_OLD = re.compile(r"[A-Z][0-9]{2}-[0-9]{4}", re.ASCII)
_DOI = re.compile(
    r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/[!-~]{1,400})", re.IGNORECASE
)
_NO_ESCAPE = re.compile(r"[!-$&-~]{1,400}")
_ARXIV_DOI = "10.48550/arxiv."
_ACL_DOI = re.compile(r"10\.(?:18653|3115)/v1/(.+)")


def arxiv_id(text: str) -> str:
    """Give `arxiv:2309.06180` for an arXiv identifier in any of its forms; "" if it is none.

    The version and the subject class of an old identifier ("math.GT/0309136v2") are dropped.
    """
    if not (match := _ARXIV.fullmatch(text.strip())):
        return ""
    new, archive, number = match.groups()
    return f"arxiv:{new}" if new else f"arxiv:{archive.lower()}/{number}"


def acl_id(text: str) -> str:
    """Give `acl:2023.acl-long.1` or `acl:P19-1355` for an id of the Anthology; "" if it is none."""
    given = text.strip()
    if _ACL_NEW.fullmatch(given.lower()):
        return f"acl:{given.lower()}"
    return f"acl:{given.upper()}" if _ACL_OLD.fullmatch(given.upper()) else ""


def doi_id(text: str) -> str:
    """Give `doi:10.1145/...` in lower case; "" if it is no DOI.

    The DOIs that arXiv and the ACL Anthology make of their own identifiers are those.
    """
    if not (match := _DOI.fullmatch(text.strip())):
        return ""
    doi = _decoded(match[1]).lower()
    if doi.startswith(_ARXIV_DOI) and (preprint := arxiv_id(doi.removeprefix(_ARXIV_DOI))):
        return preprint
    if (in_anthology := _ACL_DOI.fullmatch(doi)) and (paper := acl_id(in_anthology[1])):
        return paper
    return f"doi:{doi}"


def _decoded(doi: str) -> str:
    """Give a DOI without the escapes of addresses, which some exports leave: "%28" for "("."""
    decoded = unquote(doi)
    return decoded if _NO_ESCAPE.fullmatch(decoded) else doi
