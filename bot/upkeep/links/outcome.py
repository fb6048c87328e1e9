"""What is to be done about the links: which moves are certain, and what has a person to look at?"""

from collections.abc import Iterator, Mapping

from bot.identify import clean_url
from bot.model.github.world import days_between
from bot.model.papers.paper import Catalog
from bot.model.upkeep.kept import Decision, Decisions
from bot.model.upkeep.link import Finding, LinkState
from bot.model.upkeep.proposal import Proposal
from bot.upkeep.links.ways import links_of

KIND, FIELD = "links", "link"
# For so many days a link has not been reached before its owner hears of it, dead or not.
LONG = 28
_SHOWN = {"dead", "changed"}


def proposals(
    catalog: Catalog, seen: Mapping[str, LinkState], decisions: Decisions
) -> tuple[Proposal, ...]:
    """Give the moves that are certain, for each entry that has the link, but those refused."""
    refused = decisions.about("drop")
    ordered = {
        decision.key: decision for decision in decisions.decisions if decision.about == "link"
    }
    return tuple(
        one
        for url, entries in links_of(catalog).items()
        for entry in entries
        for one in _proposed(url, entry, seen.get(url), ordered.get(url))
        if (one.key, "") not in refused
    )


def _proposed(
    url: str, entry: str, state: LinkState | None, ordered: Decision | None
) -> Iterator[Proposal]:
    """Give the change of one entry's link: what a maintainer ordered, else where it has moved."""
    order = (ordered.value or "") if ordered else ""
    after, why = "", ""
    if ordered and order == "archive" and state and state.archived:
        after, why = state.archived, ordered.by
    elif state and state.verdict == "moved" and state.certain and state.moved_to:
        after, why = clean_url(state.moved_to) or "", state.said
    if (ordered and order == "remove") or after not in {"", url}:
        said_by = (ordered.by,) if ordered and order == "remove" else (why,) if why else ()
        yield Proposal(
            kind=KIND,
            entry=entry,
            field=FIELD,
            before=url,
            after=after if order != "remove" else None,
            said_by=said_by,
        )


def findings(
    catalog: Catalog, seen: Mapping[str, LinkState], decisions: Decisions
) -> tuple[Finding, ...]:
    """Give the links that a person has to look at, those in trouble longest first.

    That are the dead and the changed, those that have moved to somebody else's site, and those
    that nobody has reached for long. What a maintainer left as it is, is left out while it is so.
    """
    left = decisions.about("link")
    by_id = {paper.id: paper for paper in catalog.papers}
    open_ones = []
    for url, entries in links_of(catalog).items():
        state = seen.get(url)
        if state is None or not is_shown(state):
            continue
        ordered = {"remove", "archive"} if state.archived else {"remove"}
        if {(url, order) for order in (worth(state), *ordered)} & left:
            continue
        others = tuple(link.url for link in by_id[entries[0]].links if link.url != url)
        open_ones.append(Finding(url=url, state=state, entries=entries, others=others))
    return tuple(sorted(open_ones, key=lambda finding: (finding.state.since or "", finding.url)))


def is_shown(state: LinkState) -> bool:
    """Tell whether a person has to look at a link."""
    doubtful = state.verdict == "moved" and not state.certain
    long = state.verdict == "suspect" and days_between(state.since or "", state.looked) >= LONG
    return state.verdict in _SHOWN or doubtful or long


def worth(state: LinkState) -> str:
    """Name what a decision to leave a link is about: another trouble is another decision."""
    return f"{state.verdict} {state.said}".strip()
