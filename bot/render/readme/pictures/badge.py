"""How is one fact about the list drawn as a badge, with no service that could be down?"""

from typing import NamedTuple

from bot.render.xml_text import xml

_HEIGHT = 22
_LETTER = 6.2  # about the width of a letter at this size; the words stand in the middle
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
role="img" text-anchor="middle" font-size="11" \
font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" fill="#fff">
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
    return f'<text x="{start + width / 2:g}" y="15">{xml(words)}</text>'
