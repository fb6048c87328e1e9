r"""What do all values have in common: strict, frozen, and of bounded, printable text?

Patterns are for pydantic-core's regex engine (Rust `regex`): no look-around, and `[0-9]` rather
than `\d`, which there means any Unicode digit.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

# No control characters and no line or paragraph separators: every text is one line.
ONE_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$"
# Lines as an owner wrote them.
LINES = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]*$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
PARTIAL_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
# The years in which a listed work can have been published.
YEAR = r"(?:19[0-9]{2}|20[0-9]{2}|2100)"
FIRST_YEAR, LAST_YEAR = 1900, 2100
HTTP_URL = r"^https?://[^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]+$"
LOGIN = r"^[A-Za-z0-9_-]{1,100}(\[bot\])?$"
WORK_ID = (
    r"^(aaai|acl|arxiv|cvf|doi|ecva|github|hal|ieee|isca|jmlr|kdd|mdpi|mlsys|neurips|ojs|openreview|"
    r"pii|pmc|pmid|pmlr|s2|usenix|vldb):[!-~]+$"
)

_MARK = re.compile(r"<!--[ \t]*/?bot:")
LONGEST_TITLE = 300
LONGEST_TEXT = 2_000
LONGEST_URL = 2_000
LONGEST_LINES = 20_000
# What a person may write of one work; a README or a service may know more.
LONGEST_VENUE = 120
LONGEST_KEYWORD = 60
MOST_KEYWORDS = 10
MOST_LINKS = 10
LONGEST_WORK_ID = 500


def _unmarked(lines: str) -> str:
    """Refuse lines that would open or close a block of the bot's."""
    if _MARK.search(lines):
        raise ValueError("a mark of the bot's cannot stand in an entry's lines")
    return lines


Slug = Annotated[str, Field(pattern=SLUG, max_length=100)]
Title = Annotated[str, Field(pattern=ONE_LINE, max_length=LONGEST_TITLE)]
OneLine = Annotated[str, Field(pattern=ONE_LINE, max_length=LONGEST_TEXT)]
ManyLines = Annotated[
    str, Field(pattern=LINES, max_length=LONGEST_LINES), AfterValidator(_unmarked)
]
Day = Annotated[str, Field(pattern=DAY)]
PartialDate = Annotated[str, Field(pattern=PARTIAL_DATE)]
Url = Annotated[str, Field(pattern=HTTP_URL, max_length=LONGEST_URL)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Login = Annotated[str, Field(pattern=LOGIN)]
WorkId = Annotated[str, Field(pattern=WORK_ID, max_length=LONGEST_WORK_ID)]
"""The canonical name of a work, `family:value`, as `bot.identify` makes it."""


class Strict(BaseModel):
    """A frozen value that accepts no unknown key and converts nothing silently."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
