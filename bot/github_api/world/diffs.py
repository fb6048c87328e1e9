"""What does a commit change, read by its id alone: nothing is fetched, checked out or run?

https://docs.github.com/en/rest/commits/commits#compare-two-commits; texts by GraphQL, which tells
how large a file is before it is read, and cuts it at half a million characters; then by
https://docs.github.com/en/rest/git/blobs
"""

import base64
import re

from bot.errors import MissingError
from bot.github_api.connection.repository import Repository
from bot.github_api.world import queries
from bot.github_api.world.offers import is_listed
from bot.github_api.world.payload import Node
from bot.model.github.diff import Diff

# No list is larger.
LARGEST = 4_000_000
_ID = re.compile(r"[0-9a-f]{40,64}")


def read_diff(place: Repository, head: str, base: str) -> Diff | None:
    """Read what `head` changes where the list stands, since it was forked off `base`."""
    if not _ID.fullmatch(head):
        return None
    try:
        comparison = place.wire.ask("GET", place.path(f"compare/{base}...{head}?per_page=1"))
    except MissingError:
        return None
    changed = {str(file["filename"]): file for file in comparison.get("files") or ()}
    moved = {
        str(file["previous_filename"]) for file in changed.values() if "previous_filename" in file
    }
    ours = {path: file for path, file in changed.items() if is_listed(path)}
    return Diff(
        fork=str(comparison["merge_base_commit"]["sha"]),
        texts=_texts(place, ours),
        others=tuple(sorted((changed.keys() | moved) - ours.keys())),
    )


def _texts(place: Repository, changed: dict[str, Node]) -> dict[str, str | None]:
    ids = {
        path: str(file["sha"])
        for path, file in changed.items()
        if file["status"] != "removed" and _ID.fullmatch(str(file["sha"]))
    }
    texts: dict[str, str | None] = dict.fromkeys(changed)
    if ids:
        asked = {"owner": place.owner, "name": place.name}
        blobs = place.wire.query(queries.blobs(ids.values()), asked).repository
        for at, (path, oid) in enumerate(ids.items()):
            texts[path] = _text(place, oid, blobs.get(f"n{at}") or {})
    return texts


def _text(place: Repository, oid: str, blob: Node) -> str | None:
    """Give the text of a file; None where it is too large, or no text."""
    if not blob or int(blob["byteSize"]) > LARGEST:
        return None
    if not blob["isTruncated"]:
        return None if blob["text"] is None else str(blob["text"])
    content = place.wire.ask("GET", place.path(f"git/blobs/{oid}"))["content"]
    try:
        return base64.b64decode(content).decode("utf-8")
    except ValueError:
        return None
