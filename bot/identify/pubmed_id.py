"""Which record of PubMed, or which article of PubMed Central? `pmid:33439104`, `pmc:PMC3932450`.

The two count apart: only a look-up tells which article of the one is which record of the other.
Europe PMC shows both under the same numbers.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_NCBI = ("ncbi.nlm.nih.gov", "nlm.nih.gov")
_EUROPE = "europepmc.org"
_NUMBER = r"0*([1-9][0-9]{0,8})"
_PMID_PAGES = (
    (("pubmed.ncbi.nlm.nih.gov",), re.compile(rf"{_NUMBER}(?:/.*)?")),
    (_NCBI, re.compile(rf"(?:m/)?(?:pubmed|(?:pmc/)?articles/pmid|pmc/pmid)/{_NUMBER}(?:/.*)?")),
    (
        (_EUROPE,),
        re.compile(rf"(?:article|abstract|api/fulltextRepo)/med/{_NUMBER}(?:/.*)?", re.IGNORECASE),
    ),
)
_PMC_PAGES = (
    (("pmc.ncbi.nlm.nih.gov",), re.compile(rf"articles/(?:PMC)?{_NUMBER}(?:/.*)?", re.IGNORECASE)),
    (_NCBI, re.compile(rf"(?:labs/)?pmc/articles/(?:PMC)?{_NUMBER}(?:/.*)?", re.IGNORECASE)),
    (
        (_EUROPE,),
        re.compile(rf"(?:articles?|abstract)/(?:PMC/)?(?:PMC)?{_NUMBER}(?:/.*)?", re.IGNORECASE),
    ),
)
_PMID = re.compile(rf"(?:pmid|pubmed(?: id)?)\s?[:=]?\s{{0,3}}{_NUMBER}", re.IGNORECASE)
_PMC = re.compile(rf"(?:pmcid\s?:?\s{{0,3}}|pmc:\s?)?PMC{_NUMBER}", re.IGNORECASE)

_Pages = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]


def _number(link: ParsedUrl, pages: _Pages) -> str | None:
    matches = (pattern.fullmatch(link.path) for hosts, pattern in pages if link.on(*hosts))
    return next((match[1] for match in matches if match), None)


def _record(link: ParsedUrl) -> str | None:
    number = _number(link, _PMID_PAGES)
    return f"pmid:{number}" if number else None


def _article(link: ParsedUrl) -> str | None:
    number = _number(link, _PMC_PAGES)
    return f"pmc:PMC{number}" if number else None


PUBMED = Family(
    "pmid",
    ("pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov"),
    _record,
    lambda value: f"https://pubmed.ncbi.nlm.nih.gov/{value}/",
    bare(_PMID, "pmid:{}".format),
)
PMC = Family(
    "pmc",
    ("pmc.ncbi.nlm.nih.gov", _EUROPE),
    _article,
    lambda value: f"https://pmc.ncbi.nlm.nih.gov/articles/{value}/",
    bare(_PMC, "pmc:PMC{}".format),
)
