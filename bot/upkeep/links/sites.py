"""Do two addresses belong to one owner, as far as their hosts tell?

That is asked before an address is taken over unseen, so it is answered narrowly: where it is not
known under which name people register (the Public Suffix List is long, and changes), two hosts
are one only if they are one in all but `www.`.
"""

from urllib.parse import urlsplit

# Under these of two letters each, people register a third name.
_SECOND = frozenset(("ac", "co", "com", "edu", "gov", "net", "or", "org", "ne", "go", "nom", "gob"))
# Sites on which strangers have a host each.
_SHARED = frozenset(
    (
        *("github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "web.app"),
        *("blogspot.com", "wordpress.com", "substack.com", "medium.com", "readthedocs.io"),
        *("herokuapp.com", "notion.site", "hf.space", "sites.google.com", "tumblr.com"),
        *("weebly.com", "wixsite.com", "azurewebsites.net", "amazonaws.com", "cloudfront.net"),
        *("firebaseapp.com", "bitbucket.io", "surge.sh", "streamlit.app", "workers.dev"),
    )
)
# Top-level names under which people register the second one and nobody the third.
_PLAIN = frozenset(
    ("com", "org", "net", "edu", "io", "ai", "dev", "app", "info", "gov", "ml", "cc", "me", "tech")
)


def is_https_of(url: str, other: str) -> bool:
    """Tell whether the other address is the same one, with https in place of http."""
    return url.startswith("http://") and other == "https://" + url.removeprefix("http://")


def is_same_site(url: str, other: str) -> bool:
    """Tell whether two addresses stand under one registered name."""
    one, two = _registered(url), _registered(other)
    downgraded = url.startswith("https://") and not other.startswith("https://")
    return bool(one) and one == two and not downgraded


def _registered(url: str) -> str:
    """Give the name that somebody has registered, or the whole host where that is not clear."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    shared = any(host == each or host.endswith(f".{each}") for each in _SHARED)
    if shared or len(labels) < 3:
        return host
    if labels[-1] in _PLAIN:
        return ".".join(labels[-2:])
    if len(labels[-1]) == 2 and labels[-2] in _SECOND:
        return ".".join(labels[-3:])
    return host
