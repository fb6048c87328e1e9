"""Which venues do we know, and which of them does a name mean?"""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from bot.venues.words import MEETING

# Names that are also words: these are venues only in the spelling of the table, or in capitals.
_AMBIGUOUS = re.compile(
    r"alt|cc|cell|chi|clear|cluster|crypto|date|distill|fast|fse|ics|iv|log|maps|micro|mm|msr"
    r"|nature|oakland|patterns|pets|raid|rss|sc|science|sdm|slt|vis|vlsi|www"
)
_FILLER = re.compile(
    r"a|aaai|acm|advances|and|annual|cvf|eds|for|ieee|ifip|in|int|intl|international|isca|of|on"
    r"|proc|proceedings|rsj|sig(?:arch|comm|kdd|mod|graph|ops|plan|soft)|society|the|to|usenix"
    r"|vol|volume|\d+"
)
_SHORT = {"conf": "conference", "symp": "symposium", "trans": "transactions", "j": "journal"}
_ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y|ieth)[- ]?\w*"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[+*][^\W_]+)*", re.UNICODE)


def known_name(text: str) -> str:
    """Give the canonical name of the venue that the whole of `text` names, or ""."""
    if exact := short_name(text):
        plain = not is_word(text) or text.isupper() or text in _SPELLINGS
        return exact if plain else ""
    key = _key(text)
    name = _BY_WORDS.get(key, "")
    return "" if is_word(key) else name or _BY_WORDS.get(_without_types(key), "")


def short_name(text: str) -> str:
    """Give the canonical name of the venue that is spelt so but for capitals, or ""."""
    return _BY_SPELLING.get(text.casefold(), "")


def is_word(text: str) -> bool:
    """Tell whether a venue's name is a word as well: "FAST", "Nature"."""
    return bool(_AMBIGUOUS.fullmatch(text.casefold()))


def _without_types(key: str) -> str:
    """Drop "conference" and the like where enough remains to tell which one it is."""
    words = [word for word in key.split() if word not in MEETING]
    return " ".join(words) if len(words) > 2 else key


def _key(text: str) -> str:
    """Reduce a full name to the words that matter, so that sponsors and ordinals do not."""
    words = _WORD.findall(_ORDINAL.sub(" ", text.casefold()))
    kept = [_SHORT.get(word, word) for word in words if not _FILLER.fullmatch(word)]
    return " ".join(kept)


def _table(name: str) -> dict[str, list[str]]:
    """Read a table of this package: the spellings of each venue."""
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def _spellings() -> Iterator[tuple[str, str]]:
    """Pair every spelling, the canonical name first, with the venue's name."""
    for name, others in (_CONFERENCES | _JOURNALS).items():
        yield from ((spelling, name) for spelling in (name, *others))


_CONFERENCES, _JOURNALS = _table("conferences.toml"), _table("journals.toml")
JOURNAL_NAMES = frozenset(_JOURNALS)
_SPELLINGS: set[str] = set()
_BY_SPELLING: dict[str, str] = {}
_BY_WORDS: dict[str, str] = {}
for _spelling, _name in _spellings():
    _SPELLINGS.add(_spelling)
    _BY_SPELLING.setdefault(_spelling.casefold(), _name)
    _BY_WORDS.setdefault(_key(_spelling) or _spelling, _name)
    _BY_WORDS.setdefault(_without_types(_key(_spelling)) or _spelling, _name)
