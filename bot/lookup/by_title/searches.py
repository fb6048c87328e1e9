"""Who can be asked by a title, each at its address, and what do they answer?"""

from collections.abc import Mapping
from functools import partial

from bot.lookup.by_title import dblp_search, openreview_search
from bot.lookup.by_title.search import TitleSearch, words_of
from bot.lookup.services.service import Connection, unavailable
from bot.lookup.wire.reply import NoAnswerError
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import Search, SearchReply

SEARCHES = (openreview_search.SEARCH, dblp_search.SEARCH)


def searches_at(web: Web, addresses: Mapping[str, str], deadline: float) -> dict[str, Search]:
    """Give the searches by name, each asking at its address until `deadline` on the clock of `web`.

    One that `addresses` does not name has its public address.
    """
    return {
        search.name: partial(
            _ask,
            search,
            Connection(
                web=web,
                service=search.name,
                address=addresses.get(search.name, search.address),
                delay=search.delay,
                deadline=deadline,
            ),
        )
        for search in SEARCHES
    }


def _ask(search: TitleSearch, connection: Connection, title: str) -> SearchReply:
    """Give what was found, or why nothing can be said; without a word there is nothing to ask."""
    try:
        return tuple(search.ask(connection, title)) if words_of(title) else ()
    except NoAnswerError as trouble:
        return unavailable(search.name, trouble)
