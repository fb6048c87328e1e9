"""In which year, however short it is written: "NSDI'17", "CVPR25", "1998"?"""

import re

from bot.venues.names import JOURNAL_NAMES, short_name, trim

# What stands behind a conference's name and is no venue of its own: "NAACL-HLT".
MAIN_SUFFIX = re.compile(r"-(?:hlt|short|long|main|ijcnlp)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?<![.\d]\d)((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\w)([A-Za-z][A-Za-z&-]*?)?(\s?'\s?|[ -]?)(\d\d)(?=$|[\s,;:()\]-])")


def take_year(text: str) -> tuple[int | None, str]:
    """Find the year, and give the text without it: "NSDI'17" is 2017 and "NSDI"."""
    years = list(_YEAR.finditer(text))
    if years:
        return int(years[0][1]), _YEAR.sub(" ", text)
    for match in _SHORT_YEAR.finditer(text):
        acronym = MAIN_SUFFIX.sub("", match[1] or "")
        before = text[: match.end(1)] if match[1] else text[: match.start()]
        conference = short_name(trim(before)) if before.count(" ") < 2 else ""
        is_year = "'" in match[2] or bool(short_name(acronym)) or acronym.casefold() == "arxiv"
        if is_year or (conference and conference not in JOURNAL_NAMES):
            year = int(match[3])
            return year + (2000 if year < 60 else 1900), f"{before} {text[match.end() :]}"
    return None, text
