"""How does the owner of a list write an entry: which of its values stand where in the line?

A template is Markdown with slots: `{title}` holds a value, `{date:%Y.%m}` says how it is written,
`{?, *{venue}*}` is left out where a value in it is missing, `{{` and `}}` are braces. It may have
several lines.
"""

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple, get_args

from pydantic import AfterValidator, Field

from bot.model.base import LINES
from bot.model.papers.paper import LinkKind

LINK_SLOTS = frozenset((*get_args(LinkKind), "url", "repo", "arxiv", "doi", "links"))
VENUE_SLOTS = frozenset(("venue", "venue_name", "published", "year"))
# Under the names of the fields of an entry. `url` is where its title leads; `published` the venue,
# or of a preprint "arXiv".
SLOTS = (
    *("title", "short_name", "kind", "authors", "affiliations", "venue", "venue_name"),
    *("published", "year", "date", "keywords", "citations", "note"),
    *sorted(LINK_SLOTS),
)
_TOKEN = re.compile(r"\{\{|\}\}|\{\?|\{([a-z_]+)(?::([^{}\n]*))?\}|\}|[^{}]+|\{")


class Slot(NamedTuple):
    """The place of a value, and how it is written there, if that is said."""

    name: str
    how: str = ""

    @property
    def field(self) -> str:
        """Name the field of an entry that holds the value."""
        if self.name in LINK_SLOTS:
            return "links"
        return "venue" if self.name in VENUE_SLOTS else self.name


class Optional(NamedTuple):
    """A stretch that is left out where a value in it is missing."""

    parts: "tuple[TemplatePart, ...]"


TemplatePart = str | Slot | Optional


def parsed(template: str) -> tuple[TemplatePart, ...]:
    """Take a template apart; raises ValueError that says what is wrong with it."""
    tokens = list(_TOKEN.finditer(template))
    parts, rest = _parts(tokens)
    if rest:
        raise ValueError("a } closes nothing here; write }} for a brace")
    return parts


def _parts(
    tokens: list[re.Match[str]], *, inside: bool = False
) -> tuple[tuple[TemplatePart, ...], bool]:
    """Read parts up to the brace that closes them; tell whether there was one."""
    parts: list[TemplatePart] = []
    while tokens:
        token = tokens.pop(0)
        text = token[0]
        if text == "}":
            return tuple(parts), True
        if text == "{?":
            inner, closed = _parts(tokens, inside=True)
            if not closed or inside:
                raise ValueError("{? is not closed; put } where the optional stretch ends")
            parts.append(Optional(inner))
        elif token[1]:
            if token[1] not in SLOTS:
                raise ValueError(f"there is no {{{token[1]}}}; there are {', '.join(SLOTS)}")
            parts.append(Slot(token[1], token[2] or ""))
        elif text == "{":
            raise ValueError("a { opens nothing here; write {{ for a brace")
        else:
            parts.append(text[0] if text in ("{{", "}}") else text)
    return tuple(parts), False


def slots(parts: tuple[TemplatePart, ...]) -> Iterator[Slot]:
    """Give every slot of a template, also the optional ones."""
    for part in parts:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, Optional):
            yield from slots(part.parts)


def _checked(template: str) -> str:
    if not any(slot.name == "title" for slot in slots(parsed(template))):
        raise ValueError("a template needs {title}")
    return template


Template = Annotated[str, Field(pattern=LINES, max_length=4_000), AfterValidator(_checked)]
