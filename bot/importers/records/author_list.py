"""Who wrote it, when all authors stand in one text in one of the usual ways?

Read are "First Last and First Last", "Last, First; Last, First", "First Last, First Last",
"Last, F., Last, G.", "Last F, Last G", "Last F.M., Last G." and mixed, numbered or starred variants
of them, in capitals or in small letters. A name cut down to initials ("A Blum, JC…") is dropped.
"""

import re

MOST_AUTHORS = 3_000
# Some exports join names without a separator: "Tan A.Schulze A.O'Donnell C. P.".
_JOINED = re.compile(r"(?<=\s[A-Z]\.)(?=[A-Z][\w'’-]{1,40}\s[A-Z]\.)")
_SEPARATORS = (
    re.compile(r"\s*[;|\n•·]\s*|\s+/\s+"),
    re.compile(r"\s+and\s+|\s*&\s*", re.IGNORECASE),
)
_COMMA = re.compile(r"\s*,\s*")
_TRAILING = re.compile(r"(?:\b(?:et\.? al\.?|and others|others)|\.\.\.|…)$", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")
_REMARK = re.compile(r"\([^()]*\)")
_MARKS = re.compile(r"[\d*†‡§¶]+(?=$|[\s,])|^\s*[,&]\s*|^and\s+")
_APART = r"(?:[A-Za-z](?:\.[\s-]*|[\s-]+)){0,3}[A-Za-z]\.?"
_INITIALS = re.compile(rf"(?:[A-Z]\.?[\s-]*){{1,4}}|{_APART}")
# Where all is in capitals, two letters that stand together ("LI") may be a surname.
_INITIALS_APART = re.compile(_APART)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_AROUND = " ,'\"[]{}"


def split_authors(text: str) -> tuple[str, ...]:
    """Give the authors one by one, as written; "et al." and remarks in parentheses are dropped."""
    plain = without_others(text)
    if "(" in plain or not plain.isprintable() or "  " in plain:
        plain = _SPACES.sub(" ", _REMARK.sub(" ", plain))
    parts = _JOINED.split(plain) if "." in plain else [plain]
    for separator in _SEPARATORS:
        parts = [piece.strip(" ,") for part in parts for piece in separator.split(part)]
    parts = [part for part in parts if part]
    if len(parts) == 1 or _lists_by_comma(parts):
        parts = [name for part in parts for name in _by_comma(part)]
    names = (" ".join(_MARKS.sub("", part).split()) for part in parts[:MOST_AUTHORS])
    return tuple(filter(None, (name.strip(_AROUND) for name in names)))


def without_others(text: str) -> str:
    """Drop what stands for the authors left out: "et al.", "and others"."""
    return _TRAILING.sub("", text.strip(" \n\t,;")).rstrip(" \n\t,;")


def _lists_by_comma(parts: list[str]) -> bool:
    """Tell "A B, C D and E F", where commas part names, from "B, A and D, C", where they do not."""
    pieces = [_COMMA.split(part) for part in parts]
    several = any(len(each) > 2 and not any(map(_SUFFIX.fullmatch, each)) for each in pieces)
    return several or (bool(pieces) and len(pieces[-1]) == 1 < len(pieces[0]))


def _by_comma(text: str) -> list[str]:
    """Split a list with commas, keeping "Last, F." and "Last, First" together."""
    initials = _INITIALS_APART if text.isupper() else _INITIALS
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) % 2 == 0 and _alternate(parts, initials):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [f"{family}, {given}" for family, given in pairs]
    if _is_cut(parts, initials):
        parts = parts[:-1]
    joined: list[str] = []
    for part in parts:
        if joined and (_SUFFIX.fullmatch(part) or _continues(joined[-1], part, initials)):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _is_cut(parts: list[str], initials: re.Pattern[str]) -> bool:
    """Tell whether the last name was cut down to initials: "A Blum, M Furst, JC"."""
    if len(parts) < 2 or " " in parts[-1] or not initials.fullmatch(parts[-1]):
        return False
    full = not _continues(parts[-2], parts[-1], initials)
    return full or (len(parts) > 2 and not any(map(initials.fullmatch, parts[:-1])))


def _alternate(parts: list[str], initials: re.Pattern[str]) -> bool:
    """Tell whether surnames and given names take turns: "Smith, John A., Doe, Jane"."""
    surnames = not any(_holds_initials(part, initials) for part in parts[::2])
    return surnames and not any(_is_full_name(part, initials) for part in parts)


def _continues(before: str, part: str, initials: re.Pattern[str]) -> bool:
    """Tell whether `part` is the initials that belong to the surname before it."""
    is_surname = "," not in before and not _holds_initials(before, initials)
    return is_surname and bool(initials.fullmatch(part))


def _holds_initials(part: str, initials: re.Pattern[str]) -> bool:
    """Tell whether a part begins or ends with initials, so that it is more than a surname."""
    words = part.split()
    return part[1:2] == "." or any(map(initials.fullmatch, (words[0], words[-1])))


def _is_full_name(part: str, initials: re.Pattern[str]) -> bool:
    """Tell whether a part holds more than a surname, or than given names with initials."""
    words = part.split()
    full = [word for word in words if not initials.fullmatch(word)]
    return len(full) > 1 or (len(words) > 1 and bool(initials.fullmatch(words[0])))
