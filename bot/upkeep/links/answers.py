"""What does an interface's word, or a visit to a page, say of a link?

Which status means what is drawn from what list owners and link checkers report: walls answer with
200, 202, 403, 412, 429 and 999, and none of these says that a page is gone. What sites carry that
stand behind a wall is no wall: Cloudflare writes `/cdn-cgi/challenge-platform/` into ordinary pages
(https://developers.cloudflare.com/cloudflare-challenges/challenge-types/javascript-detections/),
and `_cf_chl_opt` into its walls alone.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from bot.identify import clean_url
from bot.model.papers.metadata import Found, LookupReply, NotFound
from bot.model.upkeep.link import UNASKED, Answer, AnswerKind, Hop, LinkState, Repo, Visit
from bot.upkeep.links.sites import is_https_of, is_same_site

GONE = {404, 410}
WALLED = {202, 401, 402, 403, 405, 406, 412, 418, 429, 451, 501, 999}
FOR_GOOD = {301, 308}
# What stands on the pages that try to tell people from programs.
_WALL = re.compile(
    r"anubis_challenge|/\.within\.website/|making sure you(?:'|&#39;|’)re not a bot"
    r"|_cf_chl_opt|/cdn-cgi/challenge-platform/[^\"'\s]{0,40}orchestrate|ChallengeRequiredError"
    r"|<title[^>]{0,200}>\s*(?:just a moment|attention required|access denied|are you a robot"
    r"|robot or human|robot check|client challenge|human verification|pardon our interruption"
    r"|checking your browser|ddos-guard|vercel security checkpoint|radware|shieldsquare"
    r"|(?:security|bot) (?:check|verification)\s*<)",
    re.IGNORECASE,
)
# What a page says whose address is for sale; a page of a paper does not.
_PARKED = re.compile(
    r"(?:this|the) domain (?:name )?(?:is|may be) (?:for sale|available)|buy this domain"
    r"|domain (?:is )?parked|parkingcrew|sedoparking|hugedomains\.com|dan\.com/buy-domain"
    r"|afternic\.com/forsale|<title>[^<]{0,80}(?:domain for sale|parked domain)",
    re.IGNORECASE,
)
# What a page that is not there says in its title, although it answers 200.
_NO_PAGE = re.compile(
    r"<title[^>]{0,200}>\s*(?:(?:error:?\s*)?404\b|(?:[^<]{0,80}\b)?(?:page|file|document|site|project"
    r"|repository|resource)\s+(?:is |was |could |can)?\s?not (?:be )?found\b|not found\s*<"
    r"|[^<]{0,80}\bpage (?:does not|doesn(?:'|&#39;|’)t) exist\b)",
    re.IGNORECASE,
)
# Where a site sends those who ask for a page that is not there.
_ERROR_PAGE = re.compile(
    r"/(?:40[34]|errors?|not[-_]?found|page[-_]?not[-_]?found)(?:\.\w{1,5})?/?", re.IGNORECASE
)
_FRONT_PAGE = re.compile(r"/?|/(?:index|home)(?:\.\w{1,5})?/?", re.IGNORECASE)
_LOGIN = re.compile(r"/(?:login|signin|sign-in|log-in|sso|auth|saml)\b", re.IGNORECASE)


def of_works(replies: Mapping[str, LookupReply]) -> dict[str, Answer]:
    """Read what arXiv says of preprints, by their ids; its silence says nothing.

    Now and then it sends nothing at all, and counts nothing. So many do not go at once; that one
    asked for alone is gone, its word counts for no more than one failure.
    """
    if any(isinstance(reply, Found) for reply in replies.values()):
        return {id_: _of_work(reply, "gone") for id_, reply in replies.items()}
    alone = len(replies) == 1
    return {id_: _of_work(reply, "failed") if alone else UNASKED for id_, reply in replies.items()}


def _of_work(reply: LookupReply, missing: AnswerKind) -> Answer:
    if isinstance(reply, Found):
        return Answer("fine")
    return Answer(missing, "arXiv has no such paper") if isinstance(reply, NotFound) else UNASKED


def of_doi(dois: Mapping[str, bool | None], doi: str) -> Answer:
    """Read what the handle server says of a DOI: known, unknown, or (None) nothing."""
    if dois.get(doi) is None:
        return UNASKED
    return Answer("fine") if dois[doi] else Answer("gone", "no such DOI is registered")


def of_repository(
    url: str, asked: str, repository: Repo | None, before: LinkState | None
) -> Answer:
    """Read what GitHub says of the repository `asked` ("owner/name"), None where it has none.

    Another number under the name is another repository: whoever takes an abandoned name gets all
    that led to it.
    """
    if repository is None:
        return Answer("gone", "GitHub has no such repository, or shows none")
    identity = before.identity if before else 0
    if identity and repository.identity and repository.identity != identity:
        return Answer(
            "changed", f"another repository, {repository.name}, has its name", identity=identity
        )
    if repository.disabled:
        return Answer("blocked", "GitHub has disabled the repository", identity=repository.identity)
    if repository.name.lower() != asked.lower():
        moved = _renamed(url, repository.name)
        reason = f"renamed to {repository.name}"
        return Answer("moved", reason, moved, certain=bool(moved), identity=repository.identity)
    reason = (
        "an empty repository" if repository.empty else "archived" if repository.archived else ""
    )
    return Answer("fine", reason, identity=repository.identity)


def _renamed(url: str, name: str) -> str:
    """Write a repository's new name into an address, whatever follows the old one there."""
    parts = urlsplit(url)
    rest = parts.path.split("/")[3:]
    path = "/".join(("", name, *rest)).rstrip("/")
    tail = f"?{parts.query}" if parts.query else ""
    return f"https://github.com{path}{tail}" if parts.hostname != "api.github.com" else ""


def of_visit(url: str, visit: Visit) -> Answer:
    """Read what a visit to a page says of the link that leads to it."""
    if visit.cut_short:
        return UNASKED
    if visit.trouble or not visit.hops:
        return Answer("failed" if visit.no_such_name else "unsure", visit.trouble)
    return _of_page(url, visit, visit.hops[-1])


def _of_page(url: str, visit: Visit, last: Hop) -> Answer:
    if last.status in GONE and not visit.wall:
        return Answer("failed", f"it answers {last.status}")
    if last.status in WALLED or visit.wall or _WALL.search(visit.text):
        return Answer("blocked", f"it answers {last.status} and lets no program in")
    if last.status != 200:
        return Answer("unsure", f"it answers {last.status}")
    return _of_text(url, visit, last)


def _of_text(url: str, visit: Visit, last: Hop) -> Answer:
    if _PARKED.search(visit.text):
        return Answer("changed", "the page offers its address for sale")
    if _NO_PAGE.search(visit.text):
        return Answer("failed", "it answers 200, and its title says that there is no such page")
    if _is_new(_ERROR_PAGE, url, last.url):
        return Answer("failed", "it sends visitors to a page for what is not there")
    return _led(url, visit.hops)


def _is_new(kind: re.Pattern[str], url: str, there: str) -> bool:
    """Tell whether the way of an address is of a kind of which that of a link is not."""
    before, after = urlsplit(url).path, urlsplit(there).path
    return bool(kind.fullmatch(after)) and not kind.fullmatch(before)


def _led(url: str, hops: Sequence[Hop]) -> Answer:
    """Say where a chain of redirects has led for good, and whether that is beyond doubt."""
    there = url
    for hop, following in pairwise(hops):
        if hop.status not in FOR_GOOD:
            break
        there = following.url
    if there == url:
        return Answer("fine")
    # Written as the list writes addresses, it may be another one: then a person has to look.
    public = clean_url(there)
    if public is None:
        return Answer("unsure", "it redirects to what is no public address")
    if _LOGIN.search(urlsplit(there).path):
        return Answer("blocked", "it sends visitors to a login")
    if _is_new(_FRONT_PAGE, url, there):
        return Answer("changed", "it sends visitors to a front page", public)
    certain = public == there and (is_https_of(url, there) or is_same_site(url, there))
    return Answer("moved", "moved for good", public, certain=certain)
