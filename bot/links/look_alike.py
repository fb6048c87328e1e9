"""Does this host's name look like another one because it mixes alphabets?

What browsers show as punycode for that reason, by the "Highly Restrictive" level of Unicode
Technical Standard 39 (https://www.unicode.org/reports/tr39/): letters of one script, or Latin
ones beside Chinese, Japanese and Korean writing.
"""

import unicodedata
from collections.abc import Sequence

_EAST_ASIAN = frozenset(("CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "HANGUL", "LATIN"))
_PUNYCODE = "xn--"


def looks_like_another(labels: Sequence[str]) -> bool:
    """Tell whether a host, in ASCII as the name system has it, mixes alphabets within a label.

    A word of one script is stored in punycode, as anybody can see. Raises UnicodeError (a
    ValueError) for punycode that stands for nothing.
    """
    foreign = (label for label in labels if label.startswith(_PUNYCODE))
    return any(_is_mixed(label.encode("ascii").decode("idna")) for label in foreign)


def _is_mixed(word: str) -> bool:
    scripts = {_script(char) for char in word if char.isalpha()}
    return len(scripts) > 1 and not scripts <= _EAST_ASIAN


def _script(char: str) -> str:
    """Name the script of a letter, which is how its name in Unicode begins."""
    return unicodedata.name(char, "?").split()[0]
