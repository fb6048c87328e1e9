"""How are people written in a template: how many, in which form, and joined by what?

`{authors}` is as in every layout, `{authors:all}` all of them, `{authors:2}` two and "et al.". A
word behind the number gives each name's form, `family` (Lee), `initials` (A. Lee), `apa` (Lee, A.)
or `index` (Lee A), and one more what stands before the last of all, `and`, `&`, or either behind a
comma: `{authors:all initials ,and}`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.model.papers.paper import OTHERS
from bot.people.name import is_group, read_name, spoken
from bot.render.work import MOST_AUTHORS

_MOST = 5
_JOINERS = {"and": " and ", "&": " & ", ",and": ", and ", ",&": ", & "}
_INITIAL = re.compile(r"(?:[A-Z]\.?[- ]?)+")
_STARTS = re.compile(r"\b[^\W\d_]")
_COUNTS = ("all", "", *map(str, range(1, _MOST)))


def byline(names: Sequence[str], how: str) -> str:
    """Write people as `how` says; "" stands for the form and number of every layout."""
    words = how.split()
    form = next((_FORMS[word] for word in words if word in _FORMS), spoken)
    joiner = next((_JOINERS[word] for word in words if word in _JOINERS), ", ")
    most = next((int(word) for word in words if word.isdigit()), 0)
    if not most and "all" not in words and len(names) > MOST_AUTHORS:
        most = 3
        return ", ".join([*map(form, names[:most]), OTHERS])
    written = [name if name == OTHERS else form(name) for name in names]
    if most and len(written) > most:
        return f"{_joined(written[:most], ', ')} {OTHERS}"
    return _joined(written, ", " if OTHERS in written else joiner)


def bylines(names: Sequence[str]) -> Iterator[str]:
    """Give the ways in which people may stand in a line; first those that their names speak for."""
    plain = [name for name in names if name != OTHERS]
    forms = [form for form, fits in _FITS.items() if plain and all(map(fits, plain))]
    for form in (*forms, ""):
        for count in _COUNTS:
            for joiner in ("", *_JOINERS) if len(names) > 1 else ("",):
                yield " ".join(filter(None, (count, form, joiner)))


def _joined(names: Sequence[str], joiner: str) -> str:
    return joiner.join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _family(name: str) -> str:
    return name if is_group(name) else read_name(name).family


def _initials(name: str) -> str:
    return _with_initials(name, "{given} {family}", ". ", ".")


def _apa(name: str) -> str:
    return _with_initials(name, "{family}, {given}", ". ", ".")


def _index(name: str) -> str:
    return _with_initials(name, "{family} {given}", "", "")


def _with_initials(name: str, pattern: str, between: str, behind: str) -> str:
    parsed = read_name(name)
    if is_group(name) or not parsed.given:
        return name
    given = between.join(_STARTS.findall(parsed.given)) + behind
    return pattern.format(given=given, family=parsed.family)


_FORMS: dict[str, Callable[[str], str]] = {
    "family": _family,
    "initials": _initials,
    "apa": _apa,
    "index": _index,
}
_FITS: dict[str, Callable[[str], bool]] = {
    "family": lambda name: " " not in name,
    "initials": lambda name: bool(_INITIAL.fullmatch(name.rpartition(" ")[0])),
    "apa": lambda name: bool(_INITIAL.fullmatch(name.rpartition(" ")[0])),
    "index": lambda name: bool(_INITIAL.fullmatch(name.partition(" ")[2])),
}
