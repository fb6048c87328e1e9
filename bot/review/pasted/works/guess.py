"""What do the words beside a work's links say of it, where nobody else knows?

They are a guess, never a person's statement: a README's line says the same by the same reading
(`bot.importers`), once what speaks to the list's owner is taken out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.importers import read_work
from bot.model.base import FIRST_YEAR, LAST_YEAR, LONGEST_TITLE, LONGEST_VENUE, PARTIAL_DATE
from bot.model.papers.imported import ImportedPaper
from bot.review.pasted.works.labels import names
from bot.review.pasted.works.lines import SubmittedLine
from bot.review.pasted.works.talk import is_talk, set_off, without_lead, without_talk

MOST_LINES = 12  # of a work; what names it stands in the first of them
MOST_AUTHORS = 100
LONGEST_NAME = 200

# A title in small letters has more, and begins otherwise than what somebody says of a link.
FEWEST_WORDS = 3
_BEGINS_SENTENCE = re.compile(
    r"(?:is|are|was|were|has|have|should|could|would|can|may|might|will|what|how|not|and|or|but|see|"
    r"via|it|this|that|these|which|who|there|here|maybe|perhaps|found|from|by|if|so|as|because)\b"
)

_DATE = re.compile(PARTIAL_DATE)


def guess(lines: Sequence[SubmittedLine]) -> ImportedPaper | None:
    """Read what a work's lines say of it; None if nothing of it may be a title or a venue."""
    texts = [without_lead(line.text) for line in lines]
    texts = [without_talk(text) if is_talk(text) else text for text in texts]
    texts = [text for text in texts[:MOST_LINES] if text]
    read = read_work(texts)
    if read is None:
        return None
    titles = (read.title, *(marked[1:-1] for text in texts for marked in set_off(text)))
    title = next(filter(_is_title, titles), "")
    guessed = fit(replace(read, title=title, name=read.name if title else ""))
    return guessed if guessed.title or guessed.venue else None


def fit(read: ImportedPaper) -> ImportedPaper:
    """Give what was read as far as an entry can hold it."""
    dated = _DATE.match(read.date) and FIRST_YEAR <= int(read.date[:4]) <= LAST_YEAR
    return replace(
        read,
        title=read.title if len(read.title) <= LONGEST_TITLE else "",
        venue=read.venue if len(read.venue) <= LONGEST_VENUE else "",
        year=read.year if read.year and FIRST_YEAR <= read.year <= LAST_YEAR else None,
        date=read.date if dated else "",
        authors=tuple(name for name in read.authors if len(name) <= LONGEST_NAME)[:MOST_AUTHORS],
    )


def _is_title(text: str) -> bool:
    """Tell a title from what is left of a sentence: in small letters, or announcing something."""
    if "://" in text or text.endswith((":", "：")) or not names(text):
        return False
    latin = text[0].isascii() and text.islower()
    return not latin or (len(text.split()) > FEWEST_WORDS and not _BEGINS_SENTENCE.match(text))
