"""How is one change of the list shown to a person: a new entry, a changed one, one that goes?

A stranger's words stand in it as code (see quote).
"""

from collections.abc import Iterator, Mapping

from bot.markdown.quote import LONGEST_BLOCK, block, inline
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.model.submissions.review import Change
from bot.render.github.submissions.fitted import folded
from bot.render.readme.readme import row

_Facts = Mapping[str, tuple[str, ...]]
_SPACED = frozenset({"Links", "Identifiers"})
# What a maintainer seldom needs and a phone has no room for.
_FOLDED = ("Identifiers", "Id in the list")


def shown(change: Change, listing: Listing, which: str = "") -> str:
    """Give a change in Markdown: what each field was and becomes; folded, its row in the README.

    `which` tells it from others beside it.
    """
    if change.after is None:
        return _removal(change, listing, which)
    title = "The entry" if change.before is None else "A change of the listed entry"
    named = [f"The entry is {inline(change.before.title)}.", ""] if change.before else []
    before = _facts(change.before, listing) if change.before else {}
    after = _facts(change.after, listing)
    lines = [*_differences(*(_without(facts, _FOLDED) for facts in (before, after)))]
    rest = [*_differences(*(_only(facts, _FOLDED) for facts in (before, after)))]
    return "\n".join(
        [
            f"**{title}{which}**",
            "",
            *named,
            *lines,
            *([""] if lines else []),
            folded(
                "Its row in the README" + (", and its identifiers" if rest else ""),
                "\n".join([block(row(change.after, listing), "markdown"), "", *rest]),
            ),
        ]
    )


def _removal(change: Change, listing: Listing, which: str) -> str:
    reason = change.removed.reason if change.removed else ""
    where = " / ".join(listing.path(change.paper.category))
    return "\n".join(
        [
            f"**This entry goes from the list{which}**",
            "",
            f"- **Title**: {inline(change.paper.title)}",
            f"- **Category**: {inline(where)}",
            f"- **Reason**: {inline(reason, LONGEST_BLOCK)}",
            "",
            "The reason is kept, and shown to whoever suggests this work again.",
            "",
            folded(
                "Its row in the README, which goes",
                f"{block(row(change.paper, listing), 'markdown')}\n\n"
                f"- **Id in the list**: {inline(change.paper.id)}",
            ),
        ]
    )


def _without(facts: _Facts, names: tuple[str, ...]) -> _Facts:
    return {name: value for name, value in facts.items() if name not in names}


def _only(facts: _Facts, names: tuple[str, ...]) -> _Facts:
    return {name: value for name, value in facts.items() if name in names}


def _differences(before: _Facts, after: _Facts) -> Iterator[str]:
    """Say of each field that changes what it becomes, and what it was if it was anything."""
    for name in dict.fromkeys((*after, *before)):
        was, becomes = before.get(name, ()), after.get(name, ())
        joint = " " if name in _SPACED else ", "
        if not was:
            yield f"- **{name}**: {inline(joint.join(becomes))}"
        elif not becomes:
            yield f"- **{name}**: {inline(joint.join(was))} → nothing"
        elif len(was) == len(becomes) == 1 and was != becomes:
            yield f"- **{name}**: {inline(was[0])} → {inline(becomes[0])}"
        elif was != becomes:
            yield f"- **{name}**: {_gained_and_lost(was, becomes, joint)}"


def _gained_and_lost(was: tuple[str, ...], becomes: tuple[str, ...], joint: str) -> str:
    """Name only what differs between two long rows of values."""
    gained = joint.join(value for value in becomes if value not in was)
    lost = joint.join(value for value in was if value not in becomes)
    parts = [f"with {inline(gained)}"] if gained else []
    parts += [f"without {inline(lost)}"] if lost else []
    return ", ".join(parts) or f"in another order, {inline(joint.join(becomes))}"


def _facts(paper: Paper, listing: Listing) -> _Facts:
    """Give what an entry says, by the names that people use, without what is empty."""
    facts: dict[str, str | tuple[str, ...] | None] = {
        "Title": paper.title,
        "Short name": paper.short_name,
        "Kind": paper.kind if paper.kind != "paper" else "",
        "Category": " / ".join(listing.path(paper.category)),
        "Also in": tuple(" / ".join(listing.path(slug)) for slug in paper.also_in),
        "Authors": paper.authors,
        "Affiliations": paper.affiliations,
        "Venue": str(paper.venue or ""),
        "Date": paper.date,
        "Links": tuple(link.url for link in paper.links),
        "Identifiers": paper.ids,
        "Keywords": paper.keywords,
        "Capabilities": paper.capabilities,
        "Note": paper.note,
        "Id in the list": paper.id,
    }
    return {
        name: (value,) if isinstance(value, str) else value
        for name, value in facts.items()
        if value
    }
