"""How is one fact about the list drawn as a badge, with no service that could be down?"""

from typing import NamedTuple

from bot.render.xml_text import xml

_HEIGHT = 22
_LETTER = 6.6  # the width of an average letter at this size; `textLength` makes it exact
_MARGIN = 8


class Badge(NamedTuple):
    """A word and the value it has."""

    label: str
    value: str


def badge(fact: Badge) -> str:
    """Draw a badge; its colours can be read on light and dark pages alike."""
    left, right = (round(len(words) * _LETTER + 2 * _MARGIN) for words in fact)
    width = left + right
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}" \
role="img" font-family="Verdana, Geneva, sans-serif" font-size="11" fill="#fff">
<title>{xml(fact.label)}: {xml(fact.value)}</title>
<clipPath id="round"><rect width="{width}" height="{_HEIGHT}" rx="4"/></clipPath>
<g clip-path="url(#round)">
<rect width="{left}" height="{_HEIGHT}" fill="#4b535d"/>
<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="#1f6feb"/>
</g>
{_words(fact.label, 0, left)}
{_words(fact.value, left, right)}
</svg>
"""


def _words(words: str, start: int, width: int) -> str:
    return (
        f'<text x="{start + _MARGIN}" y="15" textLength="{width - 2 * _MARGIN}">{xml(words)}</text>'
    )
