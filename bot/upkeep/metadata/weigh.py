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

BUT = "but "
# What is longer nobody reads to its end, so nobody can approve it.
LONGEST = 1_000
LONGEST_TOLD = 300
# So old a count may be counted again; one that has fallen by more is a fault of its source.
A_MONTH = 28
LEAST = 0.9


def _one_date(a: str, b: str) -> bool:
    return a.startswith(b[:4]) if len(b) == 4 or len(a) == 4 else a[:7] == b[:7]


def _one_list(a: str, b: str) -> bool:
    """Tell whether two lists name as many people, by the same last words."""
    one, other = ([name.split()[-1].casefold() for name in text.split("; ")] for text in (a, b))
    return one == other


def _one_address(a: str, b: str) -> bool:
    return address(a).casefold() == address(b).casefold()


def _one_status(a: str, b: str) -> bool:
    return a.partition(",")[0] == b.partition(",")[0]


class FieldRule(NamedTuple):
    """Among which changes those of a field stand, when two values of it are one, who knows it.

    `recorded` names the services whose own record is the origin, so that their word is enough.
    """

    kind: str
    same: Callable[[str, str], bool]
    recorded: tuple[str, ...] = ()


RULES: Mapping[str, FieldRule] = {
    "venue": FieldRule("venues", one_venue),
    "id": FieldRule("identifiers", str.__eq__),
    "authors": FieldRule("authors", _one_list, ("arxiv",)),
    "date": FieldRule("dates", _one_date, ("arxiv",)),
    "title": FieldRule("titles", one_title),
    "code": FieldRule("code", _one_address),
    "status": FieldRule("withdrawals", _one_status, ("arxiv", "crossref")),
}


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
    renamed = any(statement.field == "title" for statement in all_statements)
    sure, likely = list[Proposal](), list[Proposal]()
    for field, rule in RULES.items():
        some = [
            statement
            for statement in all_statements
            if statement.field == field and len(statement.value) < LONGEST
        ]
        if some:
            proposal, is_sure = _proposal(paper, rule, some)
            doubted = renamed and field != "title"
            (sure if is_sure and not doubted else likely).append(proposal)
    sure += _counts(paper, result, day)
    return Weighed(tuple(sure), tuple(likely))


def _proposal(
    paper: Paper, rule: FieldRule, statements: Sequence[ServiceStatement]
) -> tuple[Proposal, bool]:
    """Give the change of one field that most speaks for, and whether it is sure."""
    field = statements[0].field
    groups = _agreeing(statements, rule.same)
    first = max(groups, key=lambda group: len(_origins(group)))
    recorded = any(statement.service in rule.recorded for statement in first)
    is_sure = len(groups) == 1 and (len(_origins(first)) > 1 or recorded)
    best = max(first, key=_worth)
    said_by = [statement.told for statement in first]
    for other in (group for group in groups if group is not first):
        said_by += [
            f"{BUT}{statement.told}: {statement.value}"[:LONGEST_TOLD] for statement in other
        ]
    proposal = Proposal(
        kind=rule.kind,
        entry=paper.id,
        field=field,
        before=_before(paper, field),
        after=best.value,
        said_by=tuple(dict.fromkeys(said_by)),
    )
    return proposal, is_sure


def is_contradicted(proposal: Proposal) -> bool:
    """Tell whether somebody says otherwise."""
    return any(word.startswith(BUT) for word in proposal.said_by)


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
    return {statement.origin for statement in group if statement.origin}


def _agreeing(
    statements: Iterable[ServiceStatement], same: Callable[[str, str], bool]
) -> list[list[ServiceStatement]]:
    """Put together the statements that say the same."""
    groups: list[list[ServiceStatement]] = []
    for statement in statements:
        group = next((one for one in groups if same(one[0].value, statement.value)), None)
        if group is None:
            groups.append([statement])
        else:
            group.append(statement)
    return groups


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
