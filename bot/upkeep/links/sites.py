"""Do two addresses belong to one owner, as far as their hosts tell?

That is asked before an address is taken over unseen, so it is answered narrowly: where it is not
known under which name people register (the Public Suffix List is long, and changes), two hosts
are one only if they are one in all but `www.`.
"""

from urllib.parse import urlsplit

# Under these of two letters each, people register a third name.
_SECOND = frozenset(("ac", "co", "com", "edu", "gov", "net", "or", "org", "ne", "go", "nom", "gob"))
# Sites on which strangers have a host each, and names under which a name is sold.
_SHARED = frozenset(
    (
        *("github.io", "gitlab.io", "netlify.app", "vercel.app", "pages.dev", "web.app"),
        *("blogspot.com", "wordpress.com", "substack.com", "medium.com", "readthedocs.io"),
        *("herokuapp.com", "notion.site", "hf.space", "sites.google.com", "tumblr.com"),
        *("weebly.com", "wixsite.com", "azurewebsites.net", "amazonaws.com", "cloudfront.net"),
        *("firebaseapp.com", "bitbucket.io", "surge.sh", "streamlit.app", "workers.dev"),
        *("appspot.com", "run.app", "withgoogle.com", "googlecode.com", "googleapis.com"),
        *("fly.dev", "onrender.com", "deno.dev", "r2.dev", "hashnode.dev", "is-a.dev"),
        *("glitch.me", "repl.co", "replit.app", "gradio.live", "ngrok.io", "duckdns.org"),
        *("ghost.io", "gitbook.io", "webflow.io", "framer.app", "squarespace.com", "carrd.co"),
        *("sourceforge.net", "sourceforge.io", "readthedocs.org", "rtfd.io", "js.org"),
        *("neocities.org", "pythonanywhere.com", "altervista.org", "fedorapeople.org"),
        *("toolforge.org", "wmflabs.org", "wmcloud.org", "srcf.net", "livejournal.com"),
        *("githubusercontent.com", "azurestaticapps.net", "netlify.com", "vercel.dev"),
        *("uk.com", "us.com", "eu.com", "de.com", "cn.com", "br.com", "co.com", "jpn.com"),
        *("uk.net", "gb.net", "in.net", "eu.org", "us.org", "ae.org", "com.ai", "com.io"),
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
    shared = any(host == site or host.endswith(f".{site}") for site in _SHARED)
    if shared or len(labels) < 3:
        return host
    if labels[-1] in _PLAIN:
        return ".".join(labels[-2:])
    if len(labels[-1]) == 2 and labels[-2] in _SECOND:
        return ".".join(labels[-3:])
    return host
