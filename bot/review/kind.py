"""What kind of work is it, as far as its title and where its links lead tell?"""

import re
from collections.abc import Collection

from bot.model.papers.paper import Kind, LinkKind

_SURVEY = re.compile(r"\b(?:survey|systematic review|literature review)\b", re.IGNORECASE)


def kind_of(title: str, links: Collection[LinkKind]) -> Kind:
    """Give the kind of a work that has only such links as these; a survey says that it is one."""
    if set(links) == {"code"}:
        return "software"
    if set(links) == {"blog"}:
        return "blog"
    return "survey" if _SURVEY.search(title) else "paper"
