"""What do the services add to a wish, and where do they contradict the person?

A person's value always wins. But a title that is another work's than the link's is asked back:
one of the two was miscopied.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.errors import Problem
from bot.model.metadata import Metadata, alike
from bot.model.request import Request, Wish
from bot.model.submission import PAPER_FORM

_LABEL = {field.id: field.label for field in PAPER_FORM}


def enriched(request: Request, found: Sequence[Metadata]) -> Request:
    """Give the request in which each wish knows what the services said of it, in order."""
    wishes = tuple(
        replace(wish, found=known) for wish, known in zip(request.wishes, found, strict=True)
    )
    problems = (*request.problems, *(each for wish in wishes for each in _contradictions(wish)))
    return replace(request, wishes=wishes, problems=problems)


def _contradictions(wish: Wish) -> Iterator[Problem]:
    known = wish.found.title if wish.found else None
    if known and wish.title and not alike(wish.title, known.value):
        message = (
            f"“{wish.links[0]}” is the link of “{known.value}” ({known.source}); give the link of "
            "the work you mean, or leave the title empty"
        )
        yield Problem(_LABEL["title"], wish.title, message)
