"""How did the owner configure the list in data/list.toml?"""

import json
import re
import tomllib

from pydantic import ValidationError

from bot.errors import InvalidError, Problem
from bot.model.lists.check import listing_problems
from bot.model.lists.listing import Listing
from bot.store.explain import located, problems
from bot.store.files import LIST, unmarked

_LINE = re.compile(r"at line ([0-9]+)")
# What takes Python's reader too long (keys of very many parts), or it refuses (numbers of more than
# 4,300 digits: https://docs.python.org/3/library/stdtypes.html#int-max-str-digits).
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*"""
_UNREADABLE = (
    (
        re.compile(rf"(?:^|[{{,\[])[ \t]*({_PART}(?:\.[ \t]*{_PART}){{50}})", re.MULTILINE),
        "this key has too many parts; a list needs no more than three",
    ),
    (
        re.compile(r"(?:=|[\[,])\s*([-+]?(?:0[xob])?[0-9a-fA-F_]{1000,})"),
        "this number has too many digits; write the one that is meant",
    ),
)


def parse(text: str, path: str = LIST, *, may_be_empty: bool = False) -> Listing:
    """Read the text of a list.toml; raises InvalidError with every problem.

    A fault of the syntax is named by its line, a fault of a value by its key path: the standard
    library's TOML parser tells no lines for values. Without a category the list is faulty, unless
    it `may_be_empty`.
    """
    unmarked(text, path)
    data = _as_json(text.replace("\r\n", "\n"), path)
    try:
        listing = Listing.model_validate_json(data)
    except ValidationError as error:
        raise InvalidError(problems(error, Listing, lambda _: path)) from error
    if wrong := listing_problems(listing, may_be_empty=may_be_empty):
        raise InvalidError(located(wrong, lambda _: path))
    return listing


def _as_json(text: str, path: str) -> str:
    """Give the JSON of a TOML text; what cannot be read, or not in good time, is refused."""
    for pattern, message in _UNREADABLE:
        if match := pattern.search(text):
            number = text.count("\n", 0, match.start(1)) + 1
            raise InvalidError([Problem(f"{path}:{number}", match[1][:40], message)])
    try:
        return json.dumps(tomllib.loads(text), default=str)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else path
        raise InvalidError([Problem(where, "", f"this is not TOML: {error}")]) from error
    except RecursionError as error:
        raise InvalidError([Problem(path, "", "this is nested too deeply to be a list")]) from error
