"""Which year and hash does a link into the NeurIPS or MLSys proceedings hold?

Both run one software: `paper_files/paper/2022/hash/<hash>-Abstract-Conference.html` is the page,
`.../file/<hash>-Paper-Conference.pdf` the PDF; before 2022 `paper_files/` was not there.
"""

import re

from bot.links.url import ParsedUrl
from bot.model.base import YEAR

_PAPER = re.compile(
    rf"(?:paper_files/)?paper/({YEAR})/(?:hash|file|bibtex)/([0-9a-f]{{32}})(?:[-.][^/]*)?",
    re.IGNORECASE | re.ASCII,
)


def year_and_hash(link: ParsedUrl) -> str | None:
    """Give `2022/<hash>` of a page, PDF, supplement or review; None if the path holds none."""
    match = _PAPER.fullmatch(link.path)
    return f"{match[1]}/{match[2].lower()}" if match else None


def bare_hash(text: str, family: str) -> str | None:
    """Give the id of `family:2022/<hash>` written out; None if `text` is something else."""
    match = re.fullmatch(rf"{family}:\s?({YEAR}/[0-9a-f]{{32}})", text, re.IGNORECASE | re.ASCII)
    return f"{family}:{match[1].lower()}" if match else None
