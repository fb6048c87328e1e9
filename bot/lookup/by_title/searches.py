"""Who can be asked by a title, each at its address, and what do they answer?"""

from collections.abc import Mapping
from functools import partial

from bot.lookup.by_title import dblp_search, openreview_search
from bot.lookup.by_title.search import TitleSearch, words_of
from bot.lookup.services.service import Connection, unavailable
from bot.lookup.wire.reply import NoAnswerError
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import Search, SearchReply

SECONDS = 20.0
SEARCHES = (openreview_search.SEARCH, dblp_search.SEARCH)


def searches_at(
    web: Web, addresses: Mapping[str, str], seconds: float = SECONDS
) -> dict[str, Search]:
    """Give the searches by name, each at its address, with so many seconds for one title.

    One that `addresses` does not name has its public address.
    """
    return {
        search.name: partial(_ask, search, web, addresses.get(search.name, search.address), seconds)
        for search in SEARCHES
    }


def _ask(search: TitleSearch, web: Web, address: str, seconds: float, title: str) -> SearchReply:
    """Give what was found, or why nothing can be said; without a word there is nothing to ask."""
    connection = Connection(
        web=web,
        service=search.name,
        address=address,
        delay=search.delay,
        deadline=web.deadline(seconds),
    )
    try:
        return tuple(search.ask(connection, title)) if words_of(title) else ()
    except NoAnswerError as trouble:
        return unavailable(search.name, trouble)
