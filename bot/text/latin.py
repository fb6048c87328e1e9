"""How is a name in Greek or Cyrillic letters, or one with letters mixed up, spelt in Latin ones?

Much as in passports (ISO 9 and ISO 843 without their accents), for comparing only. Chinese,
Japanese and Korean names need a dictionary and stay as they are.
"""

import re
import unicodedata

_CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh "
    "ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya і i є ye ґ g ј j љ lj њ nj ћ c ђ dj џ dz ѕ dz"
)
_GREEK = (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch "
    "ψ ps ω o"
)
_SPELT = {
    ord(letter): spelt
    for table in (_CYRILLIC, _GREEK)
    for letter, spelt in re.findall(r"(\S) (\S*) ?", table)
}
_MIXED = re.compile(r"[A-Za-z]+[Ѐ-ӿ][\w]*|[Ѐ-ӿ][A-Za-z]\w*|\b[Ѐ-ӿ]\b")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def latin(text: str) -> str:
    """Give a name in Latin letters, as far as a table of letters tells them.

    "Иван Петров" is "ivan petrov"; a letter of "k bіhm" was read in the wrong code page: "ö".
    """
    if text.isascii():
        return text
    if _LATIN.search(text):
        return _MIXED.sub(_reread, text)
    parted = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in parted if not unicodedata.combining(char)).translate(_SPELT)


def _reread(word: re.Match[str]) -> str:
    """Read letters as Western Europe's that were read as Cyrillic (ISO 8859-1 as ISO 8859-5)."""
    return "".join(
        char if char.isascii() else char.encode("iso8859-5", "ignore").decode("iso8859-1")
        for char in word[0]
    )
