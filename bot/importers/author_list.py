"""Who wrote it, when all authors stand in one text in one of the usual ways?

Read are "First Last and First Last", "Last, First; Last, First", "First Last, First Last",
"Last, F., Last, G.", "Last F, Last G", "Last FM, Last G" and numbered or starred variants of them.
"""

import re

MOST_AUTHORS = 3_000
_SEPARATORS = (re.compile(r"\s*[;|\n•·]\s*"), re.compile(r"\s+and\s+|\s*&\s*", re.IGNORECASE))
_COMMA = re.compile(r"\s*,\s*")
_TRAILING = re.compile(r"[\s,]*(?:\b(?:et\.? al\.?|and others|others)|\.\.\.|…)$", re.IGNORECASE)
_MARKS = re.compile(r"[\d*†‡§¶]+(?=$|[\s,])|^\s*[,&]\s*|^and\s+")
_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]*){1,4}")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)


def split_authors(text: str) -> tuple[str, ...]:
    """Give the authors one by one, as written; "et al." is dropped."""
    text = without_others(text)
    parts = [text]
    for separator in _SEPARATORS:
        parts = [piece for part in parts for piece in separator.split(part)]
    if len(parts) == 1 or _lists_by_comma(parts):
        parts = [name for part in parts for name in _by_comma(part)]
    names = (" ".join(_MARKS.sub("", part).split()).strip(" ,") for part in parts[:MOST_AUTHORS])
    return tuple(name for name in names if name)


def without_others(text: str) -> str:
    """Drop what stands for the authors left out: "et al.", "and others"."""
    return _TRAILING.sub("", text.strip().rstrip(",;"))


def _lists_by_comma(parts: list[str]) -> bool:
    """Tell "A B, C D and E F", where commas part names, from "B, A and D, C", where they do not."""
    commas = [part.count(",") for part in parts]
    return commas[-1] == 0 and commas[0] > 0


def _by_comma(text: str) -> list[str]:
    """Split a list with commas, keeping "Last, F." and "Last, First" of two words together."""
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) % 2 == 0 and not any(map(_is_full_name, parts)):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [f"{family}, {given}" for family, given in pairs]
    joined: list[str] = []
    for part in parts:
        if joined and (_SUFFIX.fullmatch(part) or _continues(joined[-1], part)):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _continues(before: str, part: str) -> bool:
    """Tell whether `part` is the initials that belong to the surname before it."""
    is_initials = bool(_INITIALS.fullmatch(part))
    return is_initials and "," not in before and not _INITIALS.fullmatch(before)


def _is_full_name(part: str) -> bool:
    """Tell whether a part holds more than a surname, or than a given name with initials."""
    words = part.split()
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and words[-1].isupper():
        return "." not in words[-1]
    return len([word for word in words if not _INITIALS.fullmatch(word)]) > 1 or (
        len(words) > 1 and bool(_INITIALS.fullmatch(words[0]))
    )
