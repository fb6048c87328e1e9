"""Which words tell what a venue is: a server of preprints, a journal, a meeting, or nothing?

`words.toml` holds them, with what each list is for.
"""

import re

from bot.text.lexicon.tables import read_table

_TABLE = read_table(__package__, "words.toml")


def _words(*names: str) -> frozenset[str]:
    """Give the words of several lists."""
    return frozenset(word for name in names for word in _TABLE[name].split())


def _any_of(name: str, *more: str) -> str:
    """Give an expression for any of the patterns of a list, and for more."""
    return "|".join((*more, *_TABLE["patterns"][name]))


PREPRINTS = "|".join(_TABLE["preprints"].split())
JOURNAL = _words("journal")
MEETING = _words("meeting")
PROCEEDINGS = _words("proceedings")
EMPTY = _words("anywhere", "publishers", "any_meeting")
FILLER = _words("anywhere")
PUBLISHERS = _words("publishers")
SPONSORS = _words("sponsors")
MANY_NAMES = _words("many_names")
ALSO_WORDS = _words("also_words")
SHORT_FORMS: dict[str, str] = _TABLE["short_forms"]

# Of the patterns, some stand for a whole text, and some for words in it.
TOPIC = re.compile(_any_of("topics"))
PREPRINT = re.compile(rf"\b(?:{PREPRINTS})\b")
# With the place in front: "..., San Mateo, CA: Morgan Kaufmann Publishers, 1993".
_TOWN = r"[^\W\d]{3,15}(?: [^\W\d]{3,15})?"
IMPRINT = re.compile(
    rf"(?:^(?:{_TOWN}, ?[a-z]{{2}}[.,:]+)?|[,.;:(]\s*{_TOWN}(?:,? [a-z]{{2}})?[.,:\s]+|[\s,.;:(])"
    rf"\s*\b(?:{_any_of('imprints')})\b"
    r"(?: (?:academic|science|publish(?:ers?|ing)|pub|inc|ltd|company|associates))*[.]?"
    r"\s*(?:[.,:;(].*)?$",
    re.IGNORECASE | re.DOTALL,
)
NO_VENUE = re.compile(rf"(?:(?:{_any_of('no_venue', PREPRINTS)})[\s:/,.-]*)+", re.IGNORECASE)
UNDECIDED = re.compile(_any_of("undecided"), re.IGNORECASE)
REMARK = re.compile(
    rf"\b(?:{_any_of('remarks')})\b|[\U0001f300-\U0001faff\u2600-\u27bf]", re.IGNORECASE
)
VENUE_WORD = re.compile(rf"\b(?:{_any_of('venue_words')})\b", re.IGNORECASE)
# Words that titles hold too: they make a venue of a few words only.
TRACK_WORD = re.compile(rf"\b(?:{_any_of('track_words')})\b", re.IGNORECASE)
TRACKS = {label: re.compile(pattern, re.IGNORECASE) for label, pattern in _TABLE["tracks"].items()}
