"""What is there to say, in a terminal, about a README that became a list?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.model.lists.listing import Listing
from bot.model.papers.imported import Prose

_SETTINGS = (
    ("settings/actions", "tick “Allow GitHub Actions to create and approve pull requests”"),
    ("settings#features", "Issues on; under Pull Requests at least one way of merging allowed"),
    ("settings/pages", "Source: GitHub Actions, if the list is to have pages with a search"),
)


def taken(entries: int, listing: Listing) -> Iterator[str]:
    """Say how many entries the list has, and how new ones will be written."""
    categories = len(listing.categories)
    yield f"{entries} entries in {categories} categories"
    if listing.readme.layout == "template" and listing.readme.template:
        yield "a new entry will be written as [readme] template in data/list.toml says:"
        yield from (f"    {line}" for line in listing.readme.template.rstrip("\n").split("\n"))


def looks(lines: int, same: int, exact: int) -> Iterator[str]:
    """Say what of the README stays as it is."""
    if lines:
        yield (
            f"{same} of the {lines} lines between the bot's marks are as they were, and all others;"
            f" the template alone would write {exact} of the entries just so"
        )


def doubtful(doubts: Sequence[str], lost: Sequence[str], leftovers: Sequence[str]) -> Iterator[str]:
    """Name what a person should look at."""
    yield from (f"please check: {doubt}" for doubt in doubts)
    for title in lost:
        yield (
            f"left as it is: {title} (on which lines it stands could not be told, so that it is no"
            " entry of the list; add it with: bot add)"
        )
    yield from (f"not read, left as it is: {text}" for text in leftovers)


def counted(prose: Iterable[Prose]) -> Iterator[str]:
    """Say how many paragraphs of prose stand where, so that it can be seen that none is lost."""
    for section, count in Counter(paragraph.section for paragraph in prose).items():
        paragraphs = "1 paragraph" if count == 1 else f"{count} paragraphs"
        place = f"under {' > '.join(section)}" if section else "before the first heading"
        yield f"{paragraphs} of prose {place}"


def settings(repository: str) -> Iterator[str]:
    """Name what has to be set on GitHub, with the links."""
    place = f"https://github.com/{repository or 'OWNER/REPOSITORY'}"
    yield "then, on GitHub:"
    for number, (path, what) in enumerate(_SETTINGS, 1):
        yield f"  {number}. {place}/{path}: {what}"
    yield 'To switch the bot on, take mode = "watch" out of data/list.toml.'
