"""Who wrote it, when all authors stand in one text?

Read are "First Last and First Last", "Last, First; Last, First", "First Last, First Last",
"Last, F., Last, G.", "Last F, Last G", "Last F.M., Last G." and mixed, numbered or starred variants
of them, in capitals or in small letters, and "Last, First, First Last", where only the first name
is turned round. A name cut down to initials ("A Blum, JC…") is dropped. In BibTeX one word, "and",
parts the names, and no other does.
"""

import re
from collections.abc import Iterator

from bot.people.name import is_suffix
from bot.text.clean import clean

MOST_AUTHORS = 3_000
# Some exports join names without a separator: "Tan A.Schulze A.O'Donnell C. P.".
_JOINED = re.compile(r"(?<=\s[A-Z]\.)(?=[A-Z][\w'’-]{1,40}\s[A-Z]\.)")
_SEPARATORS = (
    re.compile(r"\s*[;；|\n•·]\s*|\s+/\s+"),
    re.compile(r"\s+and\s+|\s*&\s*", re.IGNORECASE),
)
_COMMA = re.compile(r"\s*[,，、]\s*")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:written )?by:?\s+", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:\b(?:et[. ]{0,2}al\b|and others|others|and [0-9]{1,4} (?:more|others))|等|\.\.\.|…)"
    r"\W{0,9}$",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[^\S\n]+")
# Behind a name; what stands inside one is a nickname: "Yingyan (Celine) Lin".
_REMARK = re.compile(r"\([^()]*\)(?=[\s\d*†]*(?:[,，、;；|&\n/·•]|and\b|$))")
_SIGNS = r"[\d*†‡§¶#∗⋆✉¹²³⁴⁵⁶⁷⁸⁹⁰]+"
_MARKS = re.compile(rf"{_SIGNS}(?=$|[\s,])|^{_SIGNS}(?=[^\W\d])|^\s*[,&]\s*|^and\s+")
_APART = r"(?:[A-Za-z](?:\.[\s-]*|[\s-]+)){0,3}[A-Za-z]\.?"
_INITIALS = re.compile(rf"(?:[A-Z]\.?[\s-]*){{1,4}}|{_APART}")
# Where all is in capitals, two letters that stand together ("LI") may be a surname.
_INITIALS_APART = re.compile(_APART)
_GIVEN_WITH_INITIALS = re.compile(r"[^\W\d_][^\s.]+(?: [A-Z]\.?(?:-?[A-Z]\.?)*)+")
# The stop that ends a list, and not an initial or "Jr.".
_STOP = re.compile(r"(?<!\b\w)(?<!\b[jJsS][rR])[\s.]*\.$")
_AROUND = " ,'\"[]{}"


def listed(text: str, *, surnames: bool = False) -> tuple[str, ...]:
    """Give the authors one by one, as written; "et al." and remarks in parentheses are dropped.

    `surnames` says that "Kipf, Welling" are two people, which in a library's record are one.
    """
    whole = _BY.sub("", text).strip(" \n\t,;")
    plain = without_others(whole)
    plain = plain[:-1] if plain.endswith("..") else plain
    plain = _SPACES.sub(" ", _REMARK.sub(" ", plain))
    parts = _parted(plain)
    if surnames and plain == whole and _are_surnames(parts):
        parts = [name for part in parts for name in _COMMA.split(part)]
    elif len(parts) == 1 or _lists_by_comma(parts):
        parts = [name for part in parts for name in _by_comma(part)]
    return tuple(filter(None, map(_bare, parts[:MOST_AUTHORS])))


def _parted(text: str) -> list[str]:
    """Part a list at what surely parts people: "and", semicolons, lines."""
    parts = _JOINED.split(text)
    for separator in _SEPARATORS:
        parts = [piece.strip(" ,") for part in parts for piece in separator.split(part)]
    return [part for part in parts if part]


def _bare(name: str) -> str:
    """Give a name without the marks of notes and the stop that ends a list."""
    return _STOP.sub("", " ".join(_MARKS.sub("", name).split()).strip(_AROUND))


def bibtex_listed(value: str) -> Iterator[str]:
    """Yield the names of a BibTeX field; an "and" inside braces belongs to a name."""
    name = ""
    for part in _AND.split(without_others(value)):
        name = f"{name} and {part}" if name else part
        if name.count("{") <= name.count("}"):
            if cleaned := clean(name):
                yield cleaned
            name = ""
    if cleaned := clean(name):
        yield cleaned


def without_others(text: str) -> str:
    """Drop what stands for the authors left out: "et al.", "and others"."""
    return _OTHERS.sub("", text.strip(" \n\t,;")).rstrip(" \n\t,;")


def is_cut(text: str) -> bool:
    """Tell whether a list of people says that it leaves some out."""
    return bool(_OTHERS.search(text.strip(" \n\t,;")))


def _are_surnames(parts: list[str]) -> bool:
    """Tell nothing but surnames, "Kipf, Welling", from "Kipf, Thomas and Welling, Max"."""
    pieces = [_COMMA.split(part) for part in parts]
    names = [name for piece in pieces for name in piece]
    inverted = len(parts) > 1 and all(len(piece) == 2 for piece in pieces)
    return not inverted and not any(" " in name or _INITIALS.fullmatch(name) for name in names)


def _lists_by_comma(parts: list[str]) -> bool:
    """Tell "A B, C D and E F", where commas part names, from "B, A and D, C", where they do not."""
    pieces = [_COMMA.split(part) for part in parts]
    several = any(len(piece) > 2 and not any(map(is_suffix, piece)) for piece in pieces)
    return several or (bool(pieces) and len(pieces[-1]) == 1 < len(pieces[0]))


def _by_comma(text: str) -> list[str]:
    """Split a list with commas, keeping "Last, F." and "Last, First" together."""
    initials = _INITIALS_APART if text.isupper() else _INITIALS
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) % 2 == 0 and _alternate(parts, initials):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [f"{family}, {given}" for family, given in pairs]
    if _is_first_inverted(parts):
        return [f"{parts[0]}, {parts[1]}", *parts[2:]]
    if _is_cut(parts, initials):
        parts = parts[:-1]
    joined: list[str] = []
    for part in parts:
        if joined and (is_suffix(part) or _belongs_to(joined[-1], part, initials)):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _is_first_inverted(parts: list[str]) -> bool:
    """Tell "Hinton, Geoffrey E., Simon Osindero": only the first surname comes first."""
    if len(parts) < 3 or is_suffix(parts[1]) or any(" " not in part for part in parts[2:]):
        return False
    alone = " " not in parts[0] and not parts[0].isupper()
    return alone and (" " not in parts[1] or bool(_GIVEN_WITH_INITIALS.fullmatch(parts[1])))


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


def _belongs_to(before: str, part: str, initials: re.Pattern[str]) -> bool:
    """Tell whether `part` is given to the surname before it: "Steele, Jr., Guy L."."""
    surname, _, suffix = before.partition(", ")
    return (" " not in surname and is_suffix(suffix)) or _continues(before, part, initials)


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
