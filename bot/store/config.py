"""How did the owner configure the list in data/list.toml?"""

import json
import re
import tomllib

from pydantic import ValidationError

from bot.errors import InvalidError, Problem
from bot.model.check import listing_findings
from bot.model.listing import Listing
from bot.store.explain import key_path, problems
from bot.store.files import LIST

_LINE = re.compile(r"at line ([0-9]+)")


def parse(text: str, path: str = LIST, *, may_be_empty: bool = False) -> Listing:
    """Read the text of a list.toml; raises InvalidError with every problem.

    A fault of the syntax is named by its line, a fault of a value by its key path: the standard
    library's TOML parser tells no lines for values. Without a category the list is faulty, unless
    it `may_be_empty`.
    """
    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = _LINE.search(str(error))
        where = f"{path}:{line[1]}" if line else path
        raise InvalidError([Problem(where, "", f"this is not TOML: {error}")]) from error
    try:
        listing = Listing.model_validate_json(json.dumps(data, default=str))
    except ValidationError as error:
        raise InvalidError(problems(error, Listing, lambda _: path)) from error
    if findings := listing_findings(listing, may_be_empty=may_be_empty):
        raise InvalidError(
            Problem(path, value, f"{key_path(where)}: {message}")
            for where, value, message in findings
        )
    return listing
