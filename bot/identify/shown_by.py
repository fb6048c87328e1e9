"""Which link does this one only pass on: through a library's proxy, an archive or a reader?

The Internet Archive and archive.today keep a page, `r.jina.ai` and Google's translator show it,
and a university's proxy (EZproxy, OpenAthens) writes the publisher's host into its own name:
`dl-acm-org.proxy.lib.example.edu`.
"""

import re

from bot.links.url import ParsedUrl, clean_url, parts

_KEPT = re.compile(r"(?:web/)?[0-9*]+(?:[a-z]{2}_)?/(https?:/.+)")
_WHOLE = re.compile(r"(https?:/.+)")
_SITES = (
    (("web.archive.org", "archive.ph", "archive.is", "archive.today", "archive.md"), _KEPT),
    (("r.jina.ai", "12ft.io"), _WHOLE),
)
# A label of the proxy's own name, or the service that runs it for a library.
_PROXY = re.compile(
    r"([a-z0-9.-]+?)\.(?:[a-z0-9-]*(?:proxy|proxies)[a-z0-9-]*\.[a-z0-9.-]+"
    r"|remotexs\.[a-z0-9.-]+|(?:[a-z0-9-]+\.)?idm\.oclc\.org|translate\.goog)"
)
_TARGETS = ("url", "qurl", "u")
_TOP = ("ac", "com", "de", "edu", "fr", "gov", "io", "net", "org", "uk")


def shown_by(link: ParsedUrl) -> ParsedUrl | None:
    """Give the link that this one passes on; None where it shows a page of its own."""
    for hosts, pattern in _SITES:
        if link.host in hosts:
            match = pattern.fullmatch(link.path)
            kept = _parsed(match[1]) if match else None
            return kept and kept._replace(query={**link.query, **kept.query})
    if not (proxied := _PROXY.fullmatch(link.host)):
        return _login(link)
    host = _host(proxied[1])
    return link._replace(host=host) if host else _login(link)


def _host(name: str) -> str | None:
    """Read the host in a proxy's name, dots written as such or as hyphens; None if it is none."""
    if "." not in name:
        name = name.replace("--", "\0").replace("-", ".").replace("\0", "-")
    labels = name.removeprefix("www.").split(".")
    return ".".join(labels) if len(labels) > 1 and labels[-1] in _TOP else None


def _login(link: ParsedUrl) -> ParsedUrl | None:
    """Give what a proxy's page of entry or the translator leads to: `login?url=https://...`."""
    asked = "proxy" in link.host or link.host == "translate.google.com"
    if not asked or link.path not in {"login", "translate", ""}:
        return None
    targets = (link.query[name] for name in _TARGETS if name in link.query)
    return next((_parsed(target) for target in targets), None)


def _parsed(url: str) -> ParsedUrl | None:
    cleaned = clean_url(url)
    return parts(cleaned) if cleaned else None
