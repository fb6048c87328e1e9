"""What is a valid arXiv id, DOI or id of the ACL Anthology, and how is it written canonically?

The three families that services name works by. What `bot.identify` finds in links and free text,
and what a service or a file has in a field of its own, is read by the same rules.
arXiv: since April 2007 an id is YYMM.NNNN, since January 2015 YYMM.NNNNN
(https://info.arxiv.org/help/arxiv_identifier.html); DOI: ISO 26324, compared without case;
ACL Anthology: https://aclanthology.org/info/ids/, where number 0 is a volume's front matter.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from bot.links.preprints import without_version
from bot.links.url import without_trailing
from bot.model.base import YEAR

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|"
    "cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|"
    "nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_ARXIV_NEW = r"(?:0[7-9]|[1-9][0-9])(?:0[1-9]|1[0-2])\.[0-9]{4,5}"
_ARXIV_OLD = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/(?:9[1-9]|0[0-7])(?:0[1-9]|1[0-2])[0-9]{{3}}"
# The shapes, for whoever looks for an identifier in a text, without regard to case.
ARXIV = rf"(?:{_ARXIV_NEW}|{_ARXIV_OLD})(?:v[0-9]{{0,3}})?"
ACL = rf"(?:{YEAR}\.[a-z][a-z0-9_]*-[a-z0-9_]+\.[1-9][0-9]{{0,4}}|[a-z][0-9]{{2}}-[0-9]{{4}})"
DOI = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9})*/[!-~]+"
LONGEST_DOI = 400

_AS_ARXIV = re.compile(rf"(?:arxiv:)?({ARXIV})", re.IGNORECASE | re.ASCII)
_AS_ACL = re.compile(ACL, re.IGNORECASE | re.ASCII)
_AS_DOI = re.compile(rf"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?({DOI})", re.IGNORECASE | re.ASCII)
_MONTH = re.compile(r"arxiv:(?:[a-z-]+(?:\.[a-z]{2})?/)?([0-9]{2})(0[1-9]|1[0-2])")
_NO_ESCAPE = re.compile(r"[!-$&-~]+")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)")
_ACL_DOI = re.compile(r"10\.(?:18653|3115)/v1/(.+)")
# What publishers put behind the DOI: the view of the paper, its figures, its file's ending, and
# parameters that lost their "?".
_VIEW = re.compile(
    r"(?:/(?:full|pdf|pdfft|epdf|epub|html|abstract|abs|meta|fulltext(?:\.html)?|references|summary|"
    r"citations?|download|full/html|(?:suppl_file|figures|tables|metrics|asset)(?:/.*)?)"
    r"|_reference|\.e?pdf|\.(?:full|short)|\.epub|\.svg|[?&][a-z_]+=.*)$"
)
# Registrants whose DOIs have one slash; what stands behind a second is a page of their site.
_ONE_SLASH = re.compile(
    r"(10\.(?:1001|1002|1007|1016|1038|1056|1073|1080|1109|1111|1126|1136|1137|1145|1162|1177|1186|"
    r"1371|3389|3390)/[^/]+)/.*"
)
# Old DOIs of Wiley and others by ISSN, date, pages and title (SICI, ANSI/NISO Z39.56); without its
# end in angle brackets one would be that of every article of the issue.
_SICI = re.compile(r"10\.[0-9]+/\(sici\)[0-9x-]+\(.*")
_WHOLE_SICI = re.compile(r".+<[0-9a-z]+:[^<>]+>[0-9.]+(?:co|tx);2-.")


def arxiv_month(ids: Iterable[str]) -> str:
    """Give the month (YYYY-MM) in which a work was put on arXiv, if an id tells it, else "".

    An arXiv id begins with the month of submission (arXiv help, "Understanding the arXiv
    identifier").
    """
    for work in ids:
        if match := _MONTH.match(work):
            year = int(match[1])
            return f"{1900 + year if year >= 91 else 2000 + year}-{match[2]}"
    return ""


def arxiv_id(text: str) -> str:
    """Give `arxiv:2309.06180` for an arXiv identifier in any of its forms; "" if it is none.

    The version and the subject class of an old identifier ("math.GT/0309136v2") are dropped; the
    number of digits must fit the month.
    """
    if not (match := _AS_ARXIV.fullmatch(text.strip())):
        return ""
    bare = re.sub(r"v[0-9]{0,3}$", "", match[1].lower())
    if "/" in bare:
        archive, number = bare.split("/")
        return f"arxiv:{archive.partition('.')[0]}/{number}"
    month, number = bare.split(".")
    fits = month >= "0704" and len(number) == (4 if month < "1501" else 5) and int(number) > 0
    return f"arxiv:{bare}" if fits else ""


def acl_id(text: str) -> str:
    """Give `acl:2023.acl-long.1` or `acl:P19-1355` for an id of the Anthology; "" if it is none."""
    written = text.strip()
    if not _AS_ACL.fullmatch(written):
        return ""
    return f"acl:{written.lower() if written[0].isdigit() else written.upper()}"


def doi_id(text: str) -> str:
    """Give `doi:10.1145/...` in lower case; "" if it is no DOI.

    Views, punctuation behind it and versions of a preprint are dropped. The DOIs that arXiv and
    the ACL Anthology make of their own identifiers are those.
    """
    if not (match := _AS_DOI.fullmatch(text.strip())):
        return ""
    doi = _decoded(match[1]).lower()
    while (bare := _without_view(doi)) != doi:
        doi = bare
    if _SICI.match(doi) and not _WHOLE_SICI.fullmatch(doi):
        return ""
    doi = without_version(doi)
    if (preprint := _ARXIV_DOI.fullmatch(doi)) and (paper := arxiv_id(preprint[1])):
        return paper
    if (in_anthology := _ACL_DOI.fullmatch(doi)) and (paper := acl_id(in_anthology[1])):
        return paper
    return f"doi:{doi}" if re.fullmatch(DOI, doi) and len(doi) <= LONGEST_DOI else ""


def is_repository(work_id: str) -> bool:
    """Tell whether a canonical id is a code repository's, which two papers may share."""
    return work_id.startswith("github:")


def without_repositories(work_ids: Iterable[str]) -> tuple[str, ...]:
    """Give those of canonical ids that name one work alone."""
    return tuple(work for work in work_ids if not is_repository(work))


def _without_view(doi: str) -> str:
    """Give a DOI without one view of the work, or one page about it, that stands behind."""
    trimmed = _trimmed(doi)
    return _ONE_SLASH.sub(r"\1", trimmed if _SICI.match(doi) else _trimmed(_VIEW.sub("", trimmed)))


def _trimmed(doi: str) -> str:
    """Give a DOI without punctuation behind it, and with single slashes, as addresses have them."""
    return "/".join(filter(None, without_trailing(doi).split("/")))


def _decoded(doi: str) -> str:
    """Give a DOI without the escapes of addresses, which some exports leave: "%28" for "("."""
    decoded = unquote(doi).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return decoded if _NO_ESCAPE.fullmatch(decoded) else doi
