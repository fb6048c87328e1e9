"""What is the canonical id of a work, given an identifier in a field that is known to hold one?

For links and free text there is `bot.identify`; this is the part of it that services need as well.
arXiv: https://info.arxiv.org/help/arxiv_identifier.html; DOI: ISO 26324, compared without case.
"""

import re

_ARXIV = re.compile(
    r"(?:arxiv:)?(?:([0-9]{4}\.[0-9]{4,6})|([a-z][a-z-]{1,20})(?:\.[a-z]{2})?/([0-9]{7}))"
    r"(?:v[0-9]{1,3})?",
    re.IGNORECASE | re.ASCII,
)
_DOI = re.compile(
    r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/[!-~]{1,400})", re.IGNORECASE
)
_ARXIV_DOI = "10.48550/arxiv."


def arxiv_id(text: str) -> str:
    """Give `arxiv:2309.06180` for an arXiv identifier in any of its forms; "" if it is none.

    The version and the subject class of an old identifier ("math.GT/0309136v2") are dropped.
    """
    if not (match := _ARXIV.fullmatch(text.strip())):
        return ""
    new, archive, number = match.groups()
    return f"arxiv:{new}" if new else f"arxiv:{archive.lower()}/{number}"


def doi_id(text: str) -> str:
    """Give `doi:10.1145/...` in lower case; arXiv's own DOIs are arXiv ids; "" if it is no DOI."""
    if not (match := _DOI.fullmatch(text.strip())):
        return ""
    doi = match[1].lower()
    if doi.startswith(_ARXIV_DOI) and (preprint := arxiv_id(doi.removeprefix(_ARXIV_DOI))):
        return preprint
    return f"doi:{doi}"
