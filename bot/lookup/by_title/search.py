"""What is a search to us: who is asked by a title, and what is sent of it?"""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.lookup.services.service import Connection
from bot.model.papers.metadata import Found
from bot.text.fold import fold

MOST_HITS = 25
MOST_WORDS = 40
_WORD = re.compile(r"\w+")


class TitleSearch(NamedTuple):
    """One row of the table.

    `ask` gives, for the words of a title, the published works that were found, each with title,
    authors and venue; which of them is the work it does not decide. It raises NoAnswerError.
    `delay` is the distance between two requests, in seconds.
    """

    name: str
    address: str
    delay: float
    ask: Callable[[Connection, str], list[Found]]


def words_of(title: str) -> str:
    """Give the words of a title without the signs that a search takes for orders of its own."""
    return " ".join(_WORD.findall(fold(title))[:MOST_WORDS])
