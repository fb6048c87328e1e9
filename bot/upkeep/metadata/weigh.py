"""What of all that was said of a work is sure, what is likely, and where is it contradictory?

Two of independent origin that agree are sure, one alone is likely, and of contradictions both
sides are shown. Of a preprint's authors and date arXiv itself is the origin, and what bears the
entry's title there is the work: they are sure by its word alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.links.url import address
from bot.model.github.world import days_between
from bot.model.papers.metadata import Found, LookupResult
from bot.model.papers.paper import Paper
from bot.model.upkeep.proposal import Proposal
from bot.titles.compare import one_title
from bot.upkeep.apply import written_count
from bot.upkeep.metadata.statements import ServiceStatement, statements
from bot.venues.compare import one_venue

KINDS: Mapping[str, str] = {
    "venue": "venues",
    "id": "identifiers",
    "authors": "authors",
    "date": "dates",
    "title": "titles",
    "code": "code",
    "status": "withdrawals",
}
# Of which fields a registry's own record is the origin, so that its word is enough.
RECORDED: Mapping[str, tuple[str, ...]] = {
    "authors": ("arxiv",),
    "date": ("arxiv",),
    "status": ("arxiv", "crossref"),
}
BUT = "but "
# What is longer nobody reads to its end, so nobody can approve it.
LONGEST = 1_000
LONGEST_TOLD = 300
# So old a count may be counted again; one that has fallen by more is a fault of its source.
A_MONTH = 28
LEAST = 0.9


class Weighed(NamedTuple):
    """What may be proposed, and what only shown."""

    sure: tuple[Proposal, ...]
    likely: tuple[Proposal, ...]


def weighed(paper: Paper, result: LookupResult, day: str) -> Weighed:
    """Judge what the services say of one work on a day.

    While they have it under another title than the entry, its id may be another work's: then the
    new title alone can be sure.
    """
    all_statements = statements(paper, result)
    renamed = any(each.field == "title" for each in all_statements)
    sure, likely = list[Proposal](), list[Proposal]()
    for field, kind in KINDS.items():
        some = [
            each for each in all_statements if each.field == field and len(each.value) < LONGEST
        ]
        if some:
            proposal, is_sure = _proposal(paper, kind, some)
            doubted = renamed and field != "title"
            (sure if is_sure and not doubted else likely).append(proposal)
    sure += _counts(paper, result, day)
    return Weighed(tuple(sure), tuple(likely))


def _proposal(
    paper: Paper, kind: str, statements: Sequence[ServiceStatement]
) -> tuple[Proposal, bool]:
    """Give the change of one field that most speaks for, and whether it is sure."""
    field = statements[0].field
    groups = _agreeing(statements, _SAME[field])
    first = max(groups, key=lambda group: len(_origins(group)))
    recorded = any(each.service in RECORDED.get(field, ()) for each in first)
    is_sure = len(groups) == 1 and (len(_origins(first)) > 1 or recorded)
    best = max(first, key=_worth)
    said_by = [each.told for each in first]
    for other in (group for group in groups if group is not first):
        said_by += [f"{BUT}{each.told}: {each.value}"[:LONGEST_TOLD] for each in other]
    proposal = Proposal(
        kind=kind,
        entry=paper.id,
        field=field,
        before=_before(paper, field),
        after=best.value,
        said_by=tuple(dict.fromkeys(said_by)),
    )
    return proposal, is_sure


def is_contradicted(proposal: Proposal) -> bool:
    """Tell whether somebody says otherwise."""
    return any(each.startswith(BUT) for each in proposal.said_by)


def _worth(statement: ServiceStatement) -> tuple[bool, bool, int]:
    """Rank statements that agree: what is told first hand, and most; of a venue its short name."""
    whole = statement.field != "venue" or statement.value[-4:].isdigit()
    return (
        bool(statement.origin),
        whole,
        len(statement.value) * (-1 if statement.field == "venue" else 1),
    )


def _before(paper: Paper, field: str) -> str | None:
    there = {"venue": paper.venue, "title": paper.title}.get(field)
    return str(there) if there else None


def _origins(group: Iterable[ServiceStatement]) -> set[str]:
    return {each.origin for each in group if each.origin}


def _agreeing(
    statements: Iterable[ServiceStatement], same: Callable[[str, str], bool]
) -> list[list[ServiceStatement]]:
    """Put together the statements that say the same."""
    groups: list[list[ServiceStatement]] = []
    for each in statements:
        group = next((one for one in groups if same(one[0].value, each.value)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _one_date(a: str, b: str) -> bool:
    return a.startswith(b[:4]) if len(b) == 4 or len(a) == 4 else a[:7] == b[:7]


def _one_list(a: str, b: str) -> bool:
    """Tell whether two lists name as many people, by the same last words."""
    one, other = ([name.split()[-1].casefold() for name in text.split("; ")] for text in (a, b))
    return one == other


_SAME: Mapping[str, Callable[[str, str], bool]] = {
    "venue": one_venue,
    "id": str.__eq__,
    "authors": _one_list,
    "date": _one_date,
    "title": one_title,
    "status": lambda a, b: a.partition(",")[0] == b.partition(",")[0],
    "code": lambda a, b: address(a).casefold() == address(b).casefold(),
}


def _counts(paper: Paper, result: LookupResult, day: str) -> Iterator[Proposal]:
    """Count citations again where they are counted, by the source that did, and never down."""
    old = paper.citations
    if old is None or days_between(old.as_of or "2000-01-01", day) < A_MONTH:
        return
    for answer in result.answers:
        new = answer.metadata.citations if isinstance(answer, Found) else None
        fits = new and new.value.source == (old.source or new.value.source)
        if new and fits and LEAST * old.count <= new.value.count != old.count:
            counted = new.value.model_copy(update={"as_of": day})
            yield Proposal(
                kind="citations",
                entry=paper.id,
                field="citations",
                before=written_count(old),
                after=written_count(counted),
                said_by=(new.source,),
            )
            return
