"""How is who acts next said to somebody in their own language, where their writing tells which?"""

import re
import tomllib
from importlib.resources import files

_LINES: dict[str, dict[str, str]] = tomllib.loads(
    files(__package__).joinpath("own_language.toml").read_text("utf-8")
)
# The first that a text holds enough of; Japanese is written with Chinese characters, too.
_WRITINGS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_ENOUGH = 4
LONGEST = 4_000


def in_own_language(words: str, who: str) -> str:
    """Give the line for whoever wrote `words`; "" where English has to do.

    `who` acts next: "you", "maintainer", "bot" or "nobody".
    """
    for language, writing in _WRITINGS:
        if len(writing.findall(words[:LONGEST])) >= _ENOUGH:
            return _LINES[language][who]
    return ""
