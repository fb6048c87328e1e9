"""Which DOI has this site's own number as its end?

nature.com/articles/s41586-021-03819-2 is 10.1038/s41586-021-03819-2; a preprint on the Open
Science Framework, psyarxiv.com/h54k8 or osf.io/preprints/psyarxiv/h54k8, is 10.31234/osf.io/h54k8.
"""

import re

from bot.links.url import ParsedUrl

_RXIV = ("biorxiv.org", "medrxiv.org")
_RXIV_DATED = r"content/(?:(?:bio|med)rxiv/)?early/[0-9]{4}/[0-9]{2}/[0-9]{2}/"
_RXIV_NUMBER = r"([0-9.]*[0-9]{6,})(?:v[0-9]+|\.[0-9]{1,2})?(?:\.[a-z][a-z.+-]*)?(?:/.*)?"
_NATURE_PAGE = r"articles/([a-z]*[0-9][\w-]*|[a-z]+\.[0-9][\w.-]*?)(?:\.e?pdf)?(?:/.*)?"
_NATURE_ISSUE = r"[a-z]+/journal/v[0-9]+/n[\w-]+/(?:full|abs|pdf|extref|fig_tab)/"
_NATURE_OLD = _NATURE_ISSUE + r"([a-z0-9.]+?)(?:_[\w-]+)?(?:\.(?:html|pdf))?(?:/.*)?"
_SSRN_FILE = r"(?:.*/)?delivery\.cfm/(?:ssrn_id)?([0-9]{5,9})(?:code|\.pdf|_).*"
_SINCE_2017 = r"((?:201[7-9]|20[2-9][0-9])/[0-9]+)"
# Sites, the path with the number in it, and what stands before the number in the DOI.
_PATHS = (
    (("nature.com",), _NATURE_PAGE, "10.1038/"),
    (("nature.com",), _NATURE_OLD, "10.1038/"),
    (("zenodo.org",), r"(?:api/)?records?/([0-9]+)(?:/.*)?", "10.5281/zenodo."),
    (("ssrn.com",), r"(?:sol3/)?abstract(?:_id)?=([0-9]+)", "10.2139/ssrn."),
    (("ssrn.com",), _SSRN_FILE, "10.2139/ssrn."),
    (_RXIV, _RXIV_DATED + _RXIV_NUMBER, "10.1101/"),
    (_RXIV, r"(?:cgi/)?content/(?:short/|abstract/)?" + _RXIV_NUMBER, "10.1101/"),
    (
        ("preprints.org",),
        r"(?:frontend/)?manuscript/([0-9]{6}\.[0-9]{4})(?:/.*)?",
        "10.20944/preprints",
    ),
    (
        ("researchsquare.com",),
        r"(?:article|files)/(rs-[0-9]+)(?:/v[0-9]+)?(?:\.pdf|/.*)?",
        "10.21203/rs.3.",
    ),
    (
        ("elifesciences.org",),
        r"(?:articles|reviewed-preprints)/([0-9]{5,6})(?:v[0-9])?(?:\.pdf|/.*)?",
        "10.7554/elife.",
    ),
    (("peerj.com",), r"articles/([0-9]{1,6})(?:\.pdf)?(?:/.*)?", "10.7717/peerj."),
    (("peerj.com",), r"articles/cs-([0-9]{1,6})(?:\.pdf)?(?:/.*)?", "10.7717/peerj-cs."),
    (("peerj.com",), r"preprints/([0-9]{1,6})(?:\.pdf|v[0-9]+.*|/.*)?", "10.7287/peerj.preprints."),
    (("techrxiv.org",), r"articles/(?:preprint/)?[^/]+/([0-9]{7,9})(?:/.*)?", "10.36227/techrxiv."),
    (("bmj.com",), r"content/(?:bmj/)?[0-9]+/(bmj\.[a-z][0-9]+)(?:\..*|/.*)?", "10.1136/"),
    (
        ("pubs.rsc.org",),
        r"(?:.*/)?article(?:landing|pdf|html)/(?:.*/)?([a-z][0-9][a-z]{2}[0-9]{5}[a-z])(?:/.*)?",
        "10.1039/",
    ),
    (
        ("hindawi.com",),
        r"(?:journals/)?(?:[a-z]+/)((?:19|20)[0-9]{2}/[0-9]{6,8})(?:\.pdf|/.*)?",
        "10.1155/",
    ),
    (("jstor.org",), r"stable/(?:pdf/)?([0-9]{5,9})(?:\.pdf|/.*)?", "10.2307/"),
    (("ijcai.org",), rf"proceedings[/-]{_SINCE_2017}(?:\.pdf)?", "10.24963/ijcai."),
    (("proceedings.kr.org",), r"(20[0-9]{2}/[0-9]+)(?:/.*)?", "10.24963/kr."),
)
_BY_PATH = tuple((on, re.compile(path, re.IGNORECASE), start) for on, path, start in _PATHS)
_SSRN_NAMES = ("abstract_id", "abstractid", "abstract")
# A number that a page pads and the DOI does not: `proceedings/2025/0343`.
_PADDED = re.compile(r"(?<=/)0+(?=[0-9])")

# The Framework's servers, most of which had a site of their own as well. A bare `osf.io/h54k8` may
# be a project.
_REGISTRANTS = {
    "africarxiv": "10.31730",
    "agrixiv": "10.31220",
    "arabixiv": "10.31221",
    "biohackrxiv": "10.37044",
    "bodoarxiv": "10.34055",
    "eartharxiv": "10.31223",
    "edarxiv": "10.35542",
    "engrxiv": "10.31224",
    "frenxiv": "10.31226",
    "inarxiv": "10.31227",
    "indiarxiv": "10.35543",
    "lawarxiv": "10.31228",
    "lissa": "10.31229",
    "marxiv": "10.31230",
    "mediarxiv": "10.33767",
    "metaarxiv": "10.31222",
    "mindrxiv": "10.31231",
    "nutrixiv": "10.31232",
    "osf": "10.31219",
    "paleorxiv": "10.31233",
    "psyarxiv": "10.31234",
    "socarxiv": "10.31235",
    "sportrxiv": "10.31236",
    "thesiscommons": "10.31237",
}
# Copernicus has a site for each journal: gmd.copernicus.org/articles/13/1/2020 is
# 10.5194/gmd-13-1-2020. Project Euclid wrote euclid.aos/1013203451 for 10.1214/aos/1013203451; of
# the journals that it shows, these have that registrant.
_COPERNICUS = re.compile(
    r"articles/([0-9a-z-]{1,20})/([0-9]{1,6})/((?:19|20)[0-9]{2})(?:/.*)?", re.IGNORECASE
)
_EUCLID = re.compile(
    r"(?:download/pdf(?:view)?_1/)?euclid\.(aoas|aoap|aop|aos|ba|bj|ecp|ejp|ejs|ss)/([0-9]{9,12})(?:/.*)?"
)
_NAME = r"([a-z0-9]{5})(?:_v[0-9]{1,3})?(?:/.*)?"
_ON_OSF = re.compile(rf"preprints/(?:([a-z]+)/)?{_NAME}", re.IGNORECASE)
_ON_OWN_SITE = re.compile(_NAME, re.IGNORECASE)
_PAGES = frozenset(("about", "login", "pages", "terms"))


def tail_of_doi(link: ParsedUrl) -> str | None:
    """Give the DOI whose end the address holds; None where the site or the page is another."""
    for sites, pattern, start in _BY_PATH:
        if link.on(*sites) and (match := pattern.fullmatch(link.path)):
            return start + _PADDED.sub("", match[1])
    if link.on("ssrn.com"):
        numbers = (link.query.get(name, "") for name in _SSRN_NAMES)
        return next((f"10.2139/ssrn.{number}" for number in numbers if number.isdecimal()), None)
    return _of_journal(link) or _of_framework(link)


def _of_journal(link: ParsedUrl) -> str | None:
    """Give the DOI of an article whose journal the address names."""
    if link.on("copernicus.org") and (match := _COPERNICUS.fullmatch(link.path)):
        return f"10.5194/{link.host.partition('.')[0]}-{'-'.join(match.groups())}"
    if link.on("projecteuclid.org") and (match := _EUCLID.fullmatch(link.path)):
        return f"10.1214/{match[1]}/{match[2]}"
    return None


def _of_framework(link: ParsedUrl) -> str | None:
    """Give the DOI of a preprint on the Open Science Framework or on the server's own site."""
    if link.on("osf.io"):
        match = _ON_OSF.fullmatch(link.path)
        server, name = (match[1] or "osf", match[2]) if match else ("", "")
    else:
        match = _ON_OWN_SITE.fullmatch(link.path)
        server, name = (link.host.rpartition(".")[0], match[1]) if match else ("", "")
    registrant = _REGISTRANTS.get(server.lower())
    return f"{registrant}/osf.io/{name}" if registrant and name.lower() not in _PAGES else None
