"""Is there a copy of this page in the Internet Archive?

`GET /wayback/available?url=` (https://archive.org/help/wayback_api.php). An empty answer is often
wrong, so it means only that no copy is known.
"""

from bot.lookup.services.service import Connection
from bot.lookup.wire.reply import NoAnswerError

NAME = "archive"
ADDRESS = "https://archive.org"
DELAY = 5.0
_COPIES = ("http://web.archive.org/web/", "https://web.archive.org/web/")


def ask(connection: Connection, url: str) -> str | None:
    """Give the address of a copy, "" where none is known, None where there was no answer."""
    try:
        reply = connection.get("wayback", "available", params={"url": url})
        record = reply.json() if reply.status == 200 else None
    except NoAnswerError:
        return None
    snapshots = record.get("archived_snapshots") if isinstance(record, dict) else None
    if not isinstance(snapshots, dict):
        return None
    closest = snapshots.get("closest")
    url_of_copy = closest.get("url") if isinstance(closest, dict) else ""
    if not isinstance(url_of_copy, str) or not url_of_copy.startswith(_COPIES):
        return ""
    return f"https://{url_of_copy.partition('://')[2]}"
