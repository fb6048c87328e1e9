"""By which key is each work cited: `kwon2023efficient`, and the same one tomorrow?

First author's last name, the year that is printed, first word of the title that says something, in
plain ASCII. Of works that would share a key the one that came onto the list first keeps it, and the
others take more words of their titles; so a new work never changes the key of a listed one.
"""

import re
from collections.abc import Iterable, Iterator

from bot.model.papers.paper import Paper
from bot.people.name import is_suffix, spoken
from bot.text.fold import fold

_EMPTY_WORDS = frozenset(
    "a an and are as at be by can do does for from how in into is it its of on or over than that"
    " the to towards toward via we what when why with without you your".split()
)
_ASCII_WORD = re.compile(r"[a-z0-9]+")


def keys(papers: Iterable[Paper]) -> dict[str, str]:
    """Give the key of each work, by the work's id."""
    key_by_id: dict[str, str] = {}
    taken: set[str] = set()
    for paper in sorted(papers, key=_origin):
        key = next(key for key in _candidates(paper) if key not in taken)
        taken.add(key)
        key_by_id[paper.id] = key
    return key_by_id


def _origin(paper: Paper) -> tuple[str, int, str]:
    return paper.added or "", paper.issue or 0, paper.id


def _candidates(paper: Paper) -> Iterator[str]:
    """Yield keys from the shortest on; the last ones are free for certain."""
    words = _words(paper.title)
    first = _family(paper) or (words.pop(0) if words else "")
    for count in range(1, len(words) + 1):
        yield first + year(paper) + "".join(words[:count])
    yield paper.id
    # Only a key made of words could have taken an id.
    for number in range(2, 1_000_000):
        yield f"{paper.id}-{number}"


def year(paper: Paper) -> str:
    """Give the year that is printed: that of the venue, else that in which it was made public."""
    if paper.venue and paper.venue.year:
        return str(paper.venue.year)
    return paper.date[:4] if paper.date else ""


def _family(paper: Paper) -> str:
    """Give the last name of the first author, in ASCII letters as far as it has any."""
    names = _ASCII_WORD.findall(fold(spoken(paper.authors[0]))) if paper.authors else []
    while len(names) > 1 and is_suffix(names[-1]):
        names.pop()
    return names[-1] if names else ""


def _words(title: str) -> list[str]:
    words = _ASCII_WORD.findall(fold(title))
    return [word for word in words if word not in _EMPTY_WORDS] or words
