"""By which words does somebody ask for a work to be listed, or say that something is wrong?

The words are in `words.toml`, a line for each language.
"""

import re
from collections.abc import Iterable

from bot.text.lexicon.tables import phrases_of, read_table

_TABLE = read_table(__package__, "words.toml")
_NO_SPACES = re.compile("[\u0900-\u0dff\u2e80-\ua4cf\uac00-\ud7ff]")


def _any_stem(texts: Iterable[str]) -> str:
    """Give an expression for any of some stems; what is written without spaces counts anywhere."""
    return "|".join(
        re.escape(stem) if _NO_SPACES.search(stem) else rf"(?<!\w){re.escape(stem)}"
        for text in texts
        for stem in phrases_of(text)
    )


_THING = "|".join(map(re.escape, phrases_of(_TABLE["faulty"]["things"])))
_FAULT = "|".join(map(re.escape, phrases_of(_TABLE["faulty"]["faults"])))
ASKING = re.compile(_any_stem(_TABLE["asking"].values()))
COMPLAINING = re.compile(
    rf"{_any_stem(_TABLE['complaining'].values())}"
    rf"|\b(?:{_FAULT})\w*\W.{{0,30}}?\b(?:{_THING})|\b(?:{_THING})\w*\W.{{0,30}}?(?:{_FAULT})"
)
