"""What do we say, once, where an issue speaks of a work, and who knows whether it asks for it?"""

from collections.abc import Sequence

from bot.markdown.quote import inline
from bot.model.form import CHANGE_ENTRY
from bot.model.papers.paper import Paper
from bot.model.submissions.submission import RequestedPaper
from bot.render.form_link import change_link, correction_link, on_github, suggest_link

# The first line of the comment, by which the bot finds it again.
HINT = "<!-- bot:hint -->"
MOST_LISTED = 5
MISUSED = (
    f"{HINT}\n`/suggest` was not obeyed: write the link of a work behind it, as in "
    "`/suggest https://arxiv.org/abs/2309.06180`, or nothing, which takes up the links of this "
    "issue and of the comments above.\n"
)
_THE_VENUE = "Where it was published."
_FOUND = (
    "Thank you! The bot found {} in this issue, and is not sure whether you suggest {}.\n\n"
    "**Who acts next:** a maintainer of this list, who reads this. You need do nothing more; what "
    "would be quicker:"
)


def hint(
    new: Sequence[RequestedPaper], listed: Sequence[Paper], repository: str, venue: str = ""
) -> str:
    """Give the comment: a form that is filled in for each thing that the issue may ask for.

    `new` are works that the list lacks, `listed` those of its entries that the issue links to;
    `repository` is "owner/name"; `venue` is where the issue says that its work appears, or "".
    """
    what_and_whom = ("works", "them") if len(new) + len(listed) > 1 else ("a work", "it")
    parts = [f"{HINT}\n{_FOUND.format(*what_and_whom)}"]
    if new:
        works = "these works" if len(new) > 1 else "the work in it"
        links = "\n".join(" ".join(_links(requested)) for requested in new)
        form = suggest_link(on_github(repository), {"links": links})
        parts.append(
            f"- **To suggest {works}**, send [this form]({form}): what the bot understood is "
            "filled in. The bot then answers by itself."
        )
    venue = venue if len(listed) == 1 else ""
    parts += [
        f"- {inline(paper.title)} is **on the list already**. If something about it is wrong "
        f"or missing, send {_correction(repository, paper, venue)}."
        for paper in listed[:MOST_LISTED]
    ]
    parts.append(
        "**For maintainers.** `/suggest` in a comment lets the bot take this issue for a "
        "suggestion as it is."
    )
    return "\n\n".join(parts) + "\n"


def _correction(repository: str, paper: Paper, venue: str) -> str:
    if not venue:
        return f"[this form]({correction_link(repository, paper)})"
    right = f"venue: {venue}"
    answers = {"entry": paper.id, "action": CHANGE_ENTRY, "wrong": _THE_VENUE, "right": right}
    return f"[this form]({change_link(repository, answers)}), in which {inline(right)} is filled in"


def _links(requested: RequestedPaper) -> list[str]:
    return [*requested.links, *(link.url for link in requested.also)]
