"""How does any text stand in GitHub's Markdown so that it reads as exactly that text?

Escaped is what the GitHub Flavored Markdown spec gives a meaning at that place, and no more, so
that the source stays readable (https://github.github.com/gfm/). A backslash or an entity does not
hide text from what GitHub looks for after parsing: addresses, mentions, references, emoji
shortcodes and mathematics. These are cut in two by a `<span>`, as GitHub's documentation does for
a dollar sign (https://docs.github.com/get-started/writing-on-github, "Writing mathematical
expressions"). What nobody can see, or what turns the direction of the text, is written as an
entity; the latter inside an element with `dir`, which browsers isolate from the rest of the line.
"""

import re

# Most titles are made of these alone, and mean nothing to Markdown but for two traps.
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9,()?'/;%–—’]|(?:: |[ .-])(?=[A-Za-z0-9(]))*")
_GAPS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPECIAL = re.compile(
    r"""
    (?P<span> [@$]                            # a mention, an address; mathematics
            | :(?=//|[\w+-]+:)                # the start of an address; an emoji shortcode
            | (?<=[Ww]{3})\.                  # an address without a scheme
            | \#(?=[0-9]) | (?<=[Gg][Hh])-(?=[0-9])  # a reference to an issue
            | ^\[(?=[ xX]\](?:\s|$))                # a task
      )
    | (?P<slash> [`*\[\]|~] | \\(?![A-Za-z0-9])
            | (?<![A-Za-z0-9])_ | _(?![A-Za-z0-9])   # inside a word it is no emphasis
            | ^[-+=>] | (?<!\S)\#             # list, underline of a heading, quotation; heading
            | (?<=\{)[{%]                     # Liquid, where Pages are built from the README
      )
    | (?P<number> ^[0-9]{1,9}(?=[.)](?:\ |$)))  # a numbered list
    | (?P<entity> < | &(?=\#?[0-9A-Za-z]+;)
            | [\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]
            | [\U000e0000-\U000e007f]
      )
    """,
    re.VERBOSE,
)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_BARE_URL = re.compile(r"[A-Za-z0-9:/?#@!'+,;=._%-]+")
_UNSAFE_IN_URL = re.compile(
    r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u3000\ufeff<>\\|\"^`{}\[\]]"
)
_ENTITY_IN_URL = re.compile(r"&(?=#?[0-9A-Za-z]+;)")


def text(words: str) -> str:
    """Write any text for a table cell, a list item, a heading or a link's label.

    It comes out on one line, runs of white space and control characters as one space.
    """
    if _PLAIN.fullmatch(words) and not _is_trap(words.lower()):
        return words
    escaped = _SPECIAL.sub(_escape, _GAPS.sub(" ", words).strip())
    return f'<span dir="auto">{escaped}</span>' if _TURNING.search(words) else escaped


def _is_trap(lower: str) -> bool:
    return "www." in lower or "gh-" in lower


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if match.lastgroup == "number":
        return char + "\\"
    if match.lastgroup == "entity":
        return _ENTITIES.get(char) or f"&#x{ord(char):X};"
    if match.lastgroup == "slash":
        return "\\" + char
    # A bracket that is not escaped would pair with one outside of the element.
    return "<span>\\[</span>" if char == "[" else f"<span>{char}</span>"


def link(label: str, url: str) -> str:
    """Write a link whose label is any text."""
    return linked(text(label), url)


def linked(label: str, url: str) -> str:
    """Write a link whose label is Markdown already; what could end the address is encoded."""
    if _BARE_URL.fullmatch(url):
        return f"[{label}]({url})"
    return f"[{label}](<{_ENTITY_IN_URL.sub('&amp;', _UNSAFE_IN_URL.sub(_encode, url))}>)"


def _encode(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
