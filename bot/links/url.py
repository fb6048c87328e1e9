"""How should this link be written, once tracking, credentials, glued text and noise are off it?

RFC 3986. What comes out matches HTTP_URL in `bot.model.base` and names a public host.
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from bot.links.look_alike import looks_like_another
from bot.model.base import LONGEST_URL
from bot.text.clean import visible

_SAFE = "%!#$&'()*+,/:;=?@[]~-._"
_HTTP = re.compile(r"https?:/{1,3}(?=[^/])", re.IGNORECASE)
_SCHEMELESS = re.compile(r"(?://)?(?:www\.|(?:[\w-]+\.)+[a-z][\w-]+(?::[0-9]+)?/)", re.IGNORECASE)
# A second link glued on, as in `.../LLM-QAThttps://...`; behind `/` or `=` it is part of the first.
# reStructuredText ends a link with ">`_".
_GLUED = re.compile(r"(?<=[^/=])https?://|\]\(|>`", re.IGNORECASE)
# No `_`: OpenReview's identifiers may end with one.
_TRAILING = " .,:;!?*~'\"`([{<|\\，。、；：！？…“”‘’「」『』《》【】（"
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<", "）": "（"}

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# Names that lead to nobody or to the reader's own machine (RFC 2606, 6761, 6762, 8375, 9476).
_PRIVATE = frozenset(
    (
        *("alt", "arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local"),
        *("localdomain", "localhost", "onion", "private"),
    )
)
_TRACKING = re.compile(
    r"utm_\w*|(?:fb|g|d|ms|y|tw|tt|ck)clid|gclsrc|gbraid|wbraid|igsh\w*|mc_[ce]id|_hs(?:enc|mi)|"
    r"hsctatracking|mkt_tok|vero_\w*|oly_\w*|_g[al]|ref|ref_(?:src|url)|referr?er|source|src|spm|"
    r"spm_\w*|scm|casa_token|cmpid|ncid|trk\w*|share_\w+|from_share|via%3dihub",
    re.IGNORECASE,
)
# Parameters that say on this site, and not on every site, how the reader came.
_TRACKING_ON = {
    "arxiv.org": ("context",),
    "bilibili.com": ("vd_source", "from", "seid"),
    "github.com": ("tab", "readme"),
    "medium.com": ("sk", "gi"),
    "openreview.net": ("noteId",),
    "reddit.com": ("rdt", "context", "sort"),
    "spotify.com": ("si",),
    "twitter.com": ("s", "t"),
    "x.com": ("s", "t"),
    "youtu.be": ("si", "feature", "pp"),
    "youtube.com": ("si", "feature", "pp"),
}
# Pages that only send the reader on, and the parameter that says where.
_REDIRECTORS = {
    "google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "link.zhihu.com": ("target",),
    "linkedin.com/redir/redirect": ("url",),
    "out.reddit.com": ("url",),
    "slack-redir.net/link": ("url",),
}


class ParsedUrl(NamedTuple):
    """A clean link taken apart: what a family looks at.

    `host` is without `www.`, `path` decoded and without slashes around it, `query` decoded, the
    first of each name.
    """

    host: str
    path: str
    query: dict[str, str]

    @property
    def segments(self) -> list[str]:
        """The parts of the path between its slashes."""
        return self.path.split("/")

    def on(self, *hosts: str) -> bool:
        """Tell whether the link leads to one of `hosts`, or to a site below it."""
        return any(self.host == host or self.host.endswith(f".{host}") for host in hosts)


def clean_url(link: str) -> str | None:
    """Give the link as it should be stored; None if it is no public http(s) link.

    The host is lower-case and in punycode; credentials, default ports, tracking parameters,
    trailing punctuation and the fragment are gone, except the fragment that is the page's address
    (`#/paper/1`, `#!/paper/1`); a redirector gives the page that it leads to. What may not stand
    in a URL is percent-encoded. Cleaning twice changes nothing.
    """
    for _ in range(4):
        cleaned = _pass(link) if len(link) <= 4 * LONGEST_URL else None
        if cleaned is None or cleaned == link:
            break
        link = cleaned
    else:
        return None
    return cleaned if cleaned and len(cleaned) <= LONGEST_URL else None


def parts(url: str) -> ParsedUrl:
    """Take apart what `clean_url` gave."""
    split = urlsplit(url)
    path = "/".join(filter(None, without_trailing(unquote(split.path).rstrip("/ ")).split("/")))
    query = dict(reversed(parse_qsl(split.query, keep_blank_values=True)))
    return ParsedUrl((split.hostname or "").removeprefix("www."), path, query)


def address(link: str) -> str:
    """Give a key that is equal for two spellings of one page, whether or not a family knows it.

    Scheme, `www.`, a slash or `index.html` at the end, the order of parameters and the way of
    percent-encoding make no difference. What is no link is compared as text.
    """
    if not (url := clean_url(link)):
        return " ".join(link.split())
    split = urlsplit(url)
    path = re.sub(r"(?:^|/)(?:index|default)\.(?:html?|php|aspx?)$", "", unquote(split.path))
    query = "&".join(sorted(unquote(part) for part in split.query.split("&") if part))
    fragment = f"#{split.fragment}" if split.fragment else ""
    host = split.netloc.removeprefix("www.")
    return f"{host}{path.rstrip('/')}{'?' if query else ''}{query}{fragment}"


def without_trailing(text: str) -> str:
    """Cut off the punctuation that a sentence, Markdown or a bracket around the link left on it."""
    surplus = {close: text.count(close) - text.count(open_) for close, open_ in _BRACKETS.items()}
    end = len(text)
    while end and (text[end - 1] in _TRAILING or surplus.get(text[end - 1], 0) > 0):
        end -= 1
        if text[end] in surplus:
            surplus[text[end]] -= 1
    return text[:end]


def _pass(link: str) -> str | None:
    """Clean once; a redirector's target, or what lay under the punctuation, is left to the next."""
    try:
        split = urlsplit(_with_scheme(_bare(link)))
        host, port = _public_host(split.hostname or ""), split.port
    except ValueError:  # brackets that hold no IPv6 address, a port above 65535
        return None
    if not host or split.scheme not in {"http", "https"} or _poses(split):
        return None
    if target := _target(host, split.path, split.query):
        return target
    default = port is None or port == {"http": 80, "https": 443}[split.scheme]
    site = f"{split.scheme}://{host}{'' if default else f':{port}'}"
    query = "&".join(part for part in split.query.split("&") if _is_content(part, host))
    fragment = f"#{split.fragment}" if split.fragment.startswith(("/", "!")) else ""
    rest = quote(f"{split.path}{'?' if query else ''}{query}{fragment}", safe=_SAFE)
    return without_trailing(site + rest)


def _poses(split: SplitResult) -> bool:
    r"""Tell whether a link looks as if it led to another host: `https://github.com@example.org`.

    A backslash ends the host for browsers (https://url.spec.whatwg.org/#authority-state).
    """
    return "." in (split.username or "") or "\\" in split.netloc


def _bare(link: str) -> str:
    """Take the link out of what is glued to it: brackets, quotes, a second link, entities."""
    text = visible(link).strip(" <>\"'`").replace("&amp;", "&")
    glued = _GLUED.search(text, 1)
    return without_trailing(text[: glued.start()] if glued else text)


def _with_scheme(text: str) -> str:
    """Add the `https://` that phones leave out; mend `http:/`."""
    if typed := _HTTP.match(text):
        return f"{typed[0].rstrip('/').lower()}//{text[typed.end() :]}"
    return f"https://{text.removeprefix('//')}" if _SCHEMELESS.match(text) else text


def _public_host(name: str) -> str | None:
    """Give a host in punycode; None for an address in numbers or a name of no public site.

    A name that mixes alphabets to look like another one is none.

    Raises UnicodeError (a ValueError) for a name that IDNA does not allow.
    """
    host = name.rstrip(".")
    if len(host) > 253:
        return None
    ascii_host = host if host.isascii() else host.encode("idna").decode("ascii").lower()
    labels = ascii_host.split(".")
    top = labels[-1]
    public = len(labels) > 1 and top[:1].isalpha() and top not in _PRIVATE
    plain = public and all(map(_LABEL.fullmatch, labels))
    return ascii_host if plain and not looks_like_another(labels) else None


def _target(host: str, path: str, query: str) -> str | None:
    """Find the address that a redirector's link leads to."""
    names = _REDIRECTORS.get(f"{host.removeprefix('www.')}{path.rstrip('/')}", ())
    values = [value for name, value in parse_qsl(query) if name in names] if names else []
    return next((value for value in values if _HTTP.match(value)), None)


def _is_content(part: str, host: str) -> bool:
    """Tell a parameter that chooses the page from one that says how the reader came."""
    name = part.partition("=")[0]
    if not part or _TRACKING.fullmatch(name):
        return False
    sites = (site for site in _TRACKING_ON if host == site or host.endswith(f".{site}"))
    return not any(name in _TRACKING_ON[site] for site in sites)
