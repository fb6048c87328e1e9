"""Which OpenReview submission is this? `openreview:rkgNKkHtvB`, case and all.

The id is the forum's: of the page, its PDF or an attachment. Comments (`noteId`) belong to it. The
ids under `references/` are a revision's own and name no forum.
"""

import re

from bot.identify.family import Family, bare
from bot.links.url import ParsedUrl

_PAGES = ("forum", "pdf", "attachment", "revisions", "notes/edits/attachment")
_ID = re.compile(r"[A-Za-z0-9_-]{5,64}(?=$|[/?&#\s])")
_BARE = re.compile(r"openreview:\s?([A-Za-z0-9_-]{5,64})", re.IGNORECASE)


def _of_link(link: ParsedUrl) -> str | None:
    # Of an address escaped once too often the parameter is part of the path.
    page, _, escaped = link.path.partition("?id=")
    if not link.on("openreview.net") or page not in _PAGES:
        return None
    match = _ID.match(link.query.get("id", escaped))
    return f"openreview:{match[0]}" if match else None


OPENREVIEW = Family(
    "openreview",
    ("openreview.net",),
    _of_link,
    lambda value: f"https://openreview.net/forum?id={value}",
    bare(_BARE, "openreview:{}".format),
)
