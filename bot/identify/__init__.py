"""Which work is this link or text? One file per family of identifiers, in an ordered table.

`canonical` gives a link's work, `landing_url` the page of a work, `is_canonical` tells whether
the two agree; `links_in` finds the links in a text, `without_links` the rest of it, `parted`
both in order; `clean_url`
writes a link as it should be stored, `address` as it should be compared.
"""

from bot.identify.families import canonical, is_canonical, landing_url
from bot.identify.found import Linked, links_in, parted, without_links
from bot.links.url import address, clean_url

__all__ = [
    "Linked",
    "address",
    "canonical",
    "clean_url",
    "is_canonical",
    "landing_url",
    "links_in",
    "parted",
    "without_links",
]
