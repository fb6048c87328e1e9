"""Which work is this link or text? One file per family of identifiers, in an ordered table.

`parse_link` reads a link once: as it should be stored (`clean_url`), as it should be compared
(`address`), and the work it leads to. `canonical` gives the work of a bare identifier, too,
`landing_url` the page of a work, `is_canonical` tells whether the two agree. `links_in` finds the
links in a text, `without_links` the rest of it, `parted` both in order.
"""

from bot.identify.families import canonical, is_canonical, landing_url
from bot.identify.in_text import Linked, links_in, parted, without_links
from bot.identify.parsed_link import ParsedLink, page_of, parse_any_link, parse_link
from bot.links.url import address, clean_url

__all__ = [
    "Linked",
    "ParsedLink",
    "address",
    "canonical",
    "clean_url",
    "is_canonical",
    "landing_url",
    "links_in",
    "page_of",
    "parse_any_link",
    "parse_link",
    "parted",
    "without_links",
]
