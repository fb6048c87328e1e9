"""What do the services add to a requested paper, and where do they contradict the person?

A person's value always wins. But an identifier that does not exist, or a title that is another
work's than the link's, is asked back: something was miscopied. What a service did not answer is
unknown: where nobody gave the title because of that, the submission waits, but not for ever, and
not for a service that turns programs away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.errors import Problem
from bot.model.form import PAPER_FORM
from bot.model.papers.metadata import LookupResult, Unavailable
from bot.model.quotation import quoted
from bot.model.submissions.submission import Origin, RequestedPaper, Submission
from bot.review.draft import title_of
from bot.titles.compare import one_title

PATIENCE = 2  # days; an outage that lasts longer is no matter of a moment any more

_LABEL = {field.id: field.label for field in PAPER_FORM}


def enriched(submission: Submission, lookups: Sequence[LookupResult]) -> Submission:
    """Give the submission in which each paper knows what the services said of it, in order."""
    papers = tuple(
        replace(requested, metadata=lookup.metadata)
        for requested, lookup in zip(submission.papers, lookups, strict=True)
    )
    problems = [*submission.problems]
    for requested, lookup in zip(papers, lookups, strict=True):
        problems += _problems(requested, lookup)
    order = list(_LABEL.values())
    ordered = sorted(problems, key=lambda problem: order.index(problem.field))
    return replace(submission, papers=papers, problems=tuple(ordered))


def outages(submission: Submission, lookups: Sequence[LookupResult]) -> tuple[Unavailable, ...]:
    """Give the silence of those services without whose answer a title stays unknown."""
    silent = dict.fromkeys(
        answer
        for requested, lookup in zip(submission.papers, lookups, strict=True)
        for answer in lookup.unavailable
        if not (title_of(requested) or lookup.metadata.title or lookup.unknown)
    )
    return tuple(silent)


def may_pass(silent: Sequence[Unavailable], origin: Origin) -> bool:
    """Tell whether it makes sense to wait: not for refusals alone, and not for more than days."""
    return origin.waited < PATIENCE and not all(answer.refused for answer in silent)


def told(silent: Sequence[Unavailable]) -> tuple[str, ...]:
    """Name, a sentence each, the services that are waited for."""
    return tuple(
        dict.fromkeys(f"{quoted(each.service)} gave no answer ({each.reason})" for each in silent)
    )


def remarks(lookups: Sequence[LookupResult]) -> tuple[str, ...]:
    """Say, a sentence each, who did not answer and where those who did contradict each other."""
    said = []
    for lookup in lookups:
        said += [
            f"{quoted(answer.service)} gave no answer ({answer.reason}), "
            "so something may be missing"
            for answer in lookup.unavailable
        ]
        said += [
            f"two sources differ in {quoted(each.field)}: {quoted(each.a.value)} "
            f"({each.a.source}), which was taken, and {quoted(each.b.value)} ({each.b.source})"
            for each in lookup.metadata.conflicts
        ]
    return tuple(dict.fromkeys(said))


def _problems(requested: RequestedPaper, lookup: LookupResult) -> Iterator[Problem]:
    for work in lookup.unknown:
        message = (
            f"there is no {quoted(work)}, as those say who register such identifiers; mend the link"
        )
        yield Problem(_LABEL["links"], requested.line, message)
    known = lookup.metadata.title
    if known and requested.title and not one_title(requested.title, known.value):
        message = (
            f"{quoted(requested.links[0])} is the link of {quoted(known.value)} "
            f"({quoted(known.source)} says so); give "
            "the link of the work you mean, or leave the title empty"
        )
        yield Problem(_LABEL["title"], requested.title, message)
