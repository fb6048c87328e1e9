"""Which part of a person's name is the family's, and which is given?

Read are the ways that BibTeX (https://ctan.org/pkg/btxdoc, section 4) knows, "First von Last",
"von Last, First" and "von Last, Jr., First", and those of indexes of medicine: "Last F", "Last FM".
A name with a comma says where the family's name ends; of one without, the last word is taken for
it with the particles before. So an entry holds "García Márquez, Gabriel" with its comma, and
"Ada Lovelace" without.
"""

import re
from typing import NamedTuple

PARTICLES = frozenset(
    "van von der den de del della di da dos la le du el al bin ibn ter ten zu".split()
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
# After a surname, medical indexes write "JA" and Scopus "J.A.".
_INITIALS = re.compile(r"[^\W\d_]\.?|(?:[^\W\d_]\.){1,4}[^\W\d_]?|[A-Z]{2,3}")
# A name that is not one person's must not be taken apart.
_GROUP = re.compile(
    r"\b(?:teams?|groups?|labs?|laborator\w+|collaboration|consortium|foundation|institut\w*"
    r"|universit\w*|authors|contributors|developers|community|inc|llc|ltd|gmbh|google|microsoft"
    r"|nvidia|deepmind|openai|anthropic|alibaba|tencent|baidu|huawei|bytedance|hugging ?face)\b"
    r"|[@&0-9]| and |(?<=\w )(?-i:AI|NLP|HPC)$",
    re.IGNORECASE,
)


class PersonName(NamedTuple):
    """A name taken apart; a group's, or one of a single word, is all `family`."""

    family: str
    given: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """Give the name as it is spoken: "Guy L. Steele Jr."."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """Give the name as BibTeX takes it apart for certain: "Steele, Jr., Guy L."."""
        return ", ".join(filter(None, (self.family, self.suffix, self.given)))


def is_group(text: str) -> bool:
    """Tell whether a name is not one person's: "Gemma Team", "Barnes and Noble"."""
    return bool(_GROUP.search(text))


def is_suffix(text: str) -> bool:
    """Tell whether a part of a name is "Jr.", "III" or the like."""
    return bool(_SUFFIX.fullmatch(text))


def read_name(text: str) -> PersonName:
    """Take one person's name apart, in whatever order it is written."""
    if _is_inverted(text):
        family, *rest = text.split(",")
        return _inverted(family.split(), " ".join(rest).split())
    words = text.replace(",", " ").split()
    suffix = _suffix_of(words)
    family_words, given_words = _in_order(words)
    return PersonName(" ".join(family_words), " ".join(given_words), suffix)


def stored(text: str) -> str:
    """Give a name as an entry holds it: as it is spoken, unless that hides what the comma tells."""
    if is_group(text) or not _is_inverted(text):
        return text
    name = read_name(text)
    return str(name) if read_name(str(name)) == name else name.inverted


def spoken(text: str) -> str:
    """Give a name that an entry holds as a reader of the list sees it: "Gabriel García Márquez"."""
    return str(read_name(text)) if _is_inverted(text) and not is_group(text) else text


def _is_inverted(text: str) -> bool:
    """Tell whether a comma stands between the family's name and more."""
    family, *rest = text.split(",")
    return any(map(str.isalpha, family)) and any(map(str.strip, rest))


def _inverted(family: list[str], rest: list[str]) -> PersonName:
    """Read "Steele, Jr., Guy L.", "Steele, Guy L., Jr." and "Berg, Johannes van der"."""
    suffixes = [word for word in rest if is_suffix(word)]
    if len(family) > 1 and is_suffix(family[-1]):
        suffixes.append(family.pop())  # "King Jr, Martin Luther"
    given = [word for word in rest if not is_suffix(word)]
    while len(given) > 1 and given[-1] in PARTICLES:
        family = [given.pop(), *family]
    return PersonName(" ".join(family), " ".join(given), " ".join(suffixes))


def _suffix_of(words: list[str]) -> str:
    """Take the suffix off the end of a name; "" if there is none."""
    return words.pop() if len(words) > 1 and is_suffix(words[-1]) else ""


def _in_order(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the words of a name without a comma into the family's and those given."""
    start = len(words)
    while start and _INITIALS.fullmatch(words[start - 1].replace("-", "")):
        start -= 1
    if 0 < start < len(words):
        return words[:start], words[start:]
    return _at_particles(words)


def _at_particles(words: list[str]) -> tuple[list[str], list[str]]:
    """Take the particles before the last word, as in "Johannes van der Berg", for the family's."""
    last = max(len(words) - 1, 0)
    start = last
    while start > 0 and PARTICLES.isdisjoint(words[last:]) and words[start - 1] in PARTICLES:
        start -= 1
    # Without a name before it, the first word may be short for one: "le Mckenzie".
    start = start or last
    return words[start:], words[:start]
