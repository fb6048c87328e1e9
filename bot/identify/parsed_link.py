"""What does a link say, read once: how it is stored, which page it is, which work is there?"""

from typing import NamedTuple

from bot.identify.families import work_at
from bot.links.identifier import is_repository
from bot.links.url import address, clean_url


class ParsedLink(NamedTuple):
    """A public link: `url` as it is stored, and the canonical id of its `work`, "" for none.

    `address` is equal for two spellings of one page.
    """

    url: str
    address: str
    work: str = ""

    @property
    def leads_to_code(self) -> bool:
        """Whether it names a code repository, which two papers may share."""
        return is_repository(self.work)


def parse_link(link: str) -> ParsedLink | None:
    """Read a link; None if it is no public http or https link."""
    url = clean_url(link)
    return ParsedLink(url, address(url), work_at(url) or "") if url else None


def parse_any_link(text: str) -> ParsedLink:
    """Read a link, or what is none or may not be stored any more, which is compared as text."""
    return parse_link(text) or ParsedLink(text, address(text))


def page_of(link: str) -> str:
    """Give a key that is equal for two links to one work, or to one page of none that we know."""
    parsed = parse_any_link(link)
    return parsed.work or parsed.address
