"""Which values does a text list, and what does a venue's text say beside the venue?"""

import re

from bot.text.clean import clean
from bot.text.fold import fold
from bot.venues.parse import ParsedVenue

_REMARK = re.compile(
    r"\b(?:oral|spotlight|poster|highlight|best[\w ]*paper|outstanding[\w ]*paper|award"
    r"|submitted|under review|rejected|notable)\b[\w ]*",
    re.IGNORECASE,
)


_JOINED = re.compile(r"\s*@|(?<=\w{3})&(?=\w{3})")  # "@MIT @CMU", "Microsoft&NVIDIA"
EMPTY = re.compile(r"(?:n/?a|none|null|tbd|tba|unknown|-+|—|–|\?|\.+|/|x|todo)?", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[,;，、；|]\s*|(?<=\w\w)\s*/\s*(?=\w\w)|\n+|<br\s*/?>")
AROUND = " \t\n,;:.，。；、|·*_~`\"“”'‘’-–—()[]{}（）【】<>/\\"

_AROUND_VALUE = re.compile(r"^and\s+|\s+(?:etc|et al)$")
_WORD = re.compile(r"[^\W\d_]+")


def says_more(publication: ParsedVenue, text: str) -> bool:
    """Tell whether a text says more than the venue that was found in it."""
    own, all_ = _words(publication.name), _words(text)
    return own < all_ or (publication.listed and len(own) < len(all_))


def is_remark(text: str) -> bool:
    """Tell "Oral" and "Best Paper Award", which a venue's text says beside the venue."""
    return remark(text) == text.strip() != ""


def remark(text: str) -> str:
    """Give what a venue's text says beside the venue: "Oral", "Best Paper Award"."""
    match = _REMARK.search(text)
    return match[0].strip() if match else ""


def values(text: str) -> list[str]:
    """Give the values that a cell lists, without "etc."."""
    values = (clean(_trimmed(value)) for value in _SPLIT.split(_JOINED.sub(", ", text)))
    kept = (_AROUND_VALUE.sub("", value) for value in values)
    return [value for value in kept if value and not EMPTY.fullmatch(value) and value != "etc"]


def _trimmed(value: str) -> str:
    """Drop punctuation around a value, but not the bracket that closes one inside."""
    bare = value.strip(AROUND)
    return f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in value else bare


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
