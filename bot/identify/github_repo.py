"""Which GitHub repository is this? `github:vllm-project/vllm`, in lower case, as GitHub compares.

Every page of a repository counts, and a folder in it. One file of it does not (except its
README), nor does one issue, pull request or discussion: those are works of their own, and one
repository may hold many.
"""

import re

from bot.identify.family import Family
from bot.links.url import ParsedUrl

# First parts of an address that are GitHub's own and no owner.
RESERVED = frozenset(
    (
        *("about", "account", "apps", "blog", "codespaces", "collections", "contact", "copilot"),
        *("customer-stories", "dashboard", "discussions", "enterprise", "events", "explore"),
        *("features", "issues", "join", "login", "logout", "marketplace", "models", "new"),
        *("notifications", "organizations", "orgs", "premium-support", "pricing", "pulls"),
        *("readme", "resources", "search", "security", "settings", "signup", "site", "solutions"),
        *("sponsors", "stars", "team", "topics", "trending", "users", "watching"),
    )
)
_THREADS = ("issues", "pull", "discussions")
_NAME = r"([a-z0-9][a-z0-9_-]{0,38})/([\w.-]{1,100})"
_OWNER_AND_NAME = re.compile(_NAME, re.IGNORECASE | re.ASCII)
_SSH = re.compile(
    rf"(?:github:\s?|(?:git\+)?(?:ssh|git|https?)://(?:git@)?github\.com/|git@github\.com:){_NAME}/?",
    re.IGNORECASE | re.ASCII,
)


def _id(owner: str, name: str) -> str | None:
    """Give the id of owner and name, unless GitHub allows no such names."""
    bare = re.sub(r"(?:\.git|\.)+$", "", name.lower())
    real = bare and owner.lower() not in RESERVED
    return f"github:{owner.lower()}/{bare}" if real else None


def _of_link(link: ParsedUrl) -> str | None:
    segments = link.segments
    if link.host == "api.github.com" and segments[0] == "repos":
        segments = segments[1:]
    elif link.host != "github.com":
        return None
    match = _OWNER_AND_NAME.fullmatch("/".join(segments[:2]))
    return _id(match[1], match[2]) if match and not _is_own_work(segments[2:]) else None


def _is_own_work(rest: list[str]) -> bool:
    """Tell a file, an issue or another thread, which is not the repository, from its pages."""
    if rest[:1] in (["blob"], ["raw"]):
        return len(rest) != 3 or not rest[2].lower().startswith("readme")
    return len(rest) > 1 and rest[0] in _THREADS


def _of_text(text: str) -> str | None:
    match = _SSH.fullmatch(text)
    return _id(match[1], match[2]) if match else None


GITHUB = Family(
    "github",
    ("github.com",),
    _of_link,
    lambda value: f"https://github.com/{value}",
    _of_text,
)
