"""How does the dashboard tell of links in trouble?"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.markdown.escape import link, text
from bot.markdown.quote import inline
from bot.model.upkeep.board import Board
from bot.model.upkeep.link import Finding, LinkState
from bot.upkeep.board.boxes import box
from bot.upkeep.board.troubles import Trouble, key

LONGEST_TITLE = 100
LONGEST_URL = 300
MOST_OF_SITE = 5


def trouble(board: Board, found: Trouble) -> str:
    """Tell of a link in trouble, or of several of one site, and offer what can be done."""
    one, state = len(found) == 1, found[0].state
    words = _of_one(state) if one else _SEVERAL
    lines = [_of_link(board, found[0]) if one else _of_site(found)]
    if one and found[0].others:
        shown = ", ".join(inline(url, LONGEST_URL) for url in found[0].others[:3])
        lines.append(f"  - other links of it: {shown}")
    for verb in ("archive", "remove", "keep"):
        if verb != "archive" or state.archived:
            command = f" (`/{verb}` and the link)" if one else ""
            lines.append(f"  {box(verb, key(found))}{words[verb]}{command}")
    return "\n".join(lines)


def _of_one(state: LinkState) -> Mapping[str, str]:
    return {
        "archive": f"put {link('the archived copy', state.archived or '')} in its place",
        "remove": "take the link out",
        "keep": "leave it as it is",
    }


_SEVERAL = {
    "archive": "put the archived copies in their places",
    "remove": "take all of them out",
    "keep": "leave all of them as they are",
}


def _of_link(board: Board, finding: Finding) -> str:
    state = finding.state
    named = ", ".join(
        text(board.titles.get(id_, id_)[:LONGEST_TITLE]) for id_ in finding.entries[:3]
    )
    more = f" and {len(finding.entries) - 3} more" if len(finding.entries) > 3 else ""
    since = f" since {state.since}" if state.since else ""
    verdict = _VERDICTS.get(state.verdict, state.verdict)
    why = f": {text(state.said)}" if state.said else ""
    there = f", now {inline(state.moved_to, LONGEST_URL)}" if state.moved_to else ""
    return f"- {named}{more}: {inline(finding.url, LONGEST_URL)} {verdict}{since}{why}{there}"


def _of_site(trouble: Trouble) -> str:
    """Tell of a site's links in one line; each of them can still be named in a command."""
    first = trouble[0]
    site = inline(urlsplit(first.url).netloc, LONGEST_TITLE)
    # It holds of each only from the day on which the last of them was so.
    day = max(finding.state.since or "" for finding in trouble)
    since = f" since {day}" if day else ""
    why = f" ({text(first.state.said)})" if first.state.said else ""
    shown = ", ".join(inline(finding.url, LONGEST_URL) for finding in trouble[:MOST_OF_SITE])
    more = f" and {len(trouble) - MOST_OF_SITE} more" if len(trouble) > MOST_OF_SITE else ""
    what = f"- {len(trouble)} links of {site}, each of which {_VERDICTS[first.state.verdict]}"
    return f"{what}{since}{why}: {shown}{more}"


_VERDICTS = {
    "dead": "is dead",
    "changed": "is something else",
    "moved": "has moved to another site",
    "suspect": "has not been reached",
}
