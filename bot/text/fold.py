"""How is a text written for comparison, so that two spellings of one title are equal?"""

import re
import unicodedata

from bot.text.clean import clean

# Letters that no normalisation takes apart, and signs that have a spoken name in titles. The search
# in the browser folds by these two tables too.
SPELLED = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ȷ": "j", "ŋ": "n", "×": "x", "∞": " infinity ", "&": " and ", "∑": "σ", "∏": "π", "∆": "δ",
    "^": "", "'": "", "’": "", "‘": "", "ʼ": "", "ʹ": "", "′": "", "`": "",
}  # fmt: skip
GREEK_NAMES = {
    letter: unicodedata.name(letter).split()[-1].lower().replace("lamda", "lambda")
    for letter in "αβγδεζηθικλμνξοπρστυφχψω"
}
_LONE_GREEK = re.compile("(?<![α-ω])[α-ω](?![α-ω])")
_WORD = re.compile(r"[^\s+#]+(?:\+\+|[+#](?![^\s+#]))?")
_NEEDS_CLEANING = re.compile(r"[\\$&<{`~\x00-\x08\x0e-\x1b\x7f]")


class _Folded(dict[int, int | str | None]):
    """A table for `str.translate`: letters, digits, `+` and `#` stay, all else parts words.

    Accents of Latin, Greek and Cyrillic go; the vowel signs of other scripts are letters there.
    """

    def __missing__(self, code: int) -> int | str | None:
        """Decide on one character and remember it."""
        char = chr(code)
        word = char.isalnum() or char in "+#" or unicodedata.category(char).startswith("M")
        accent = 0x0300 <= code <= 0x036F
        self[code] = SPELLED.get(char, None if accent else char if word else " ")
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Give the form in which two spellings of one title are equal, for comparing only.

    Case, accents, punctuation, dashes, LaTeX and HTML make no difference; `&` is "and"; a lone
    Greek letter is its name, so "PanGu-Σ" equals "PanGu-Sigma". "C++", "C#" and "C" stay apart.
    A title of signs alone is folded to itself, so only an empty one is empty.
    """
    if text.isascii() and not _NEEDS_CLEANING.search(text):
        return _words(text.lower()) or clean(text)
    text = clean(text)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _words(folded) or text


def _words(text: str) -> str:
    """Join the words of a lower-case text by single spaces."""
    parted = text.translate(_FOLDED)
    if not parted.isascii():
        named = _LONE_GREEK.sub(lambda letter: GREEK_NAMES[letter[0]], parted)
        parted = unicodedata.normalize("NFC", named)
    return " ".join(_WORD.findall(parted))
