"""Is this text a date, and which: "2023.12", "Dec 2023", "28th July, 2024"?"""

import re

from bot.text.months import MONTH_NAMES, MONTHS, month_number

_MONTH = rf"(?P<name{{0}}>{'|'.join((*MONTH_NAMES, 'sept', *MONTHS))})\.?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_SEP = r"[\s,./'’_-]*"
_SHAPES = (
    _YEAR
    + r"(?:\s?[-./年_\s]\s?(?P<month{0}>\d{{1,2}})月?"
    + r"(?:\s?[-./_\s]?\s?(?P<day{0}>\d{{1,2}})日?)?)?年?",
    _YEAR + r"(?P<month{0}>[01]\d)(?P<day{0}>[0-3]\d)",
    _MONTH + r"\s*" + _DAY + _SEP + _YEAR,
    _DAY + r"\s*(?:of\s)?" + _SEP + _MONTH + _SEP + _YEAR,
    _MONTH + _SEP + _YEAR,
    _YEAR + _SEP + _MONTH + r"(?:\s*" + _DAY + r")?",
    r"(?P<month{0}>\d{{1,2}})\s?[/.-]\s?" + _YEAR,
    r"(?P<month{0}>\d{{1,2}})/(?P<day{0}>\d{{1,2}})/" + _YEAR,
    r"arxiv\s?'?(?P<short{0}>\d\d)[./-](?P<month{0}>\d\d)",
)
_ISO = _YEAR + r"[-./](?P<month{0}>\d{{1,2}})[-./](?P<day{0}>\d{{1,2}})"
_DATE = tuple(re.compile(shape.format(""), re.IGNORECASE) for shape in _SHAPES)
_FIND = re.compile(
    "|".join(
        rf"(?<!\w){shape.format(i)}(?!\w)" for i, shape in enumerate((_SHAPES[2], _SHAPES[3], _ISO))
    ),
    re.IGNORECASE,
)
_TRIM = " \t\n()[]（）【】{}<>.,;:|*_`'\"📅🗓️-–—"
_PREFIX = re.compile(
    r"(?:arxiv|preprint|published|submitted|updated?|released?|date|time|on|in)[\s:,.-]+",
    re.IGNORECASE,
)
LONGEST_DATE = 40


def read_date(text: str) -> str:
    """Give the date that all of `text` is, as YYYY, YYYY-MM or YYYY-MM-DD; "" if it is none."""
    text = text.strip(_TRIM)
    if not 4 <= len(text) <= LONGEST_DATE or not any(map(str.isdigit, text)):
        return ""
    bare = _PREFIX.sub("", text, count=1)
    for candidate in (text, bare) if bare != text else (text,):
        for shape in _DATE:
            if match := shape.fullmatch(candidate):
                return _written(match.groupdict())
    return ""


def find_day(text: str) -> str:
    """Give the first full date (month in letters, or year first) anywhere in `text`, or ""."""
    match = _FIND.search(text)
    if not match:
        return ""
    return _written({k.rstrip("0123456789"): v for k, v in match.groupdict().items() if v})


def _written(parts: dict[str, str | None]) -> str:
    """Write the parts found as an ISO date; an impossible month or day makes it no date."""
    year = parts.get("year") or f"20{parts.get('short')}"
    name = parts.get("name")
    month = month_number(name) if name else int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    if month > 12 or day > 31 or (parts.get("month") and not month):
        return ""
    return year + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
