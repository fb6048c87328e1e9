"""What do the services add to a wish, and where do they contradict the person?

A person's value always wins. But an identifier that does not exist, or a title that is another
work's than the link's, is asked back: something was miscopied. What a service did not answer is
unknown: where nobody gave the title because of that, the submission waits, but not for ever, and
not for a service that turns programs away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.errors import Problem
from bot.model.form import PAPER_FORM
from bot.model.papers.metadata import LookupResult, Unavailable, alike
from bot.model.quotation import quoted
from bot.model.submissions.submission import Origin, RequestedPaper, Submission
from bot.review.draft import title_of

PATIENCE = 2  # days; an outage that lasts longer is no matter of a moment any more

_LABEL = {field.id: field.label for field in PAPER_FORM}


def enriched(request: Submission, reports: Sequence[LookupResult]) -> Submission:
    """Give the request in which each wish knows what the services said of it, in order."""
    wishes = tuple(
        replace(wish, found=report.metadata)
        for wish, report in zip(request.wishes, reports, strict=True)
    )
    problems = [*request.problems]
    for wish, report in zip(wishes, reports, strict=True):
        problems += _problems(wish, report)
    order = list(_LABEL.values())
    ordered = sorted(problems, key=lambda problem: order.index(problem.field))
    return replace(request, wishes=wishes, problems=tuple(ordered))


def outages(request: Submission, reports: Sequence[LookupResult]) -> tuple[Unavailable, ...]:
    """Give the silence of those services without whose answer a title stays unknown."""
    silent = dict.fromkeys(
        answer
        for wish, report in zip(request.wishes, reports, strict=True)
        for answer in report.unavailable
        if not (title_of(wish) or report.metadata.title or report.unknown)
    )
    return tuple(silent)


def may_pass(silent: Sequence[Unavailable], arrival: Origin) -> bool:
    """Tell whether it makes sense to wait: not for refusals alone, and not for more than days."""
    return arrival.waited < PATIENCE and not all(answer.refused for answer in silent)


def told(silent: Sequence[Unavailable]) -> tuple[str, ...]:
    """Name, a sentence each, the services that are waited for."""
    return tuple(
        dict.fromkeys(f"{quoted(each.service)} gave no answer ({each.reason})" for each in silent)
    )


def remarks(reports: Sequence[LookupResult]) -> tuple[str, ...]:
    """Say, a sentence each, who did not answer and where those who did contradict each other."""
    said = []
    for report in reports:
        said += [
            f"{quoted(answer.service)} gave no answer ({answer.reason}), "
            "so something may be missing"
            for answer in report.unavailable
        ]
        said += [
            f"two sources differ in {quoted(each.field)}: {quoted(each.a.value)} "
            f"({each.a.source}), which was taken, and {quoted(each.b.value)} ({each.b.source})"
            for each in report.metadata.conflicts
        ]
    return tuple(dict.fromkeys(said))


def _problems(wish: RequestedPaper, report: LookupResult) -> Iterator[Problem]:
    for work in report.unknown:
        message = (
            f"there is no {quoted(work)}, as those say who register such identifiers; mend the link"
        )
        yield Problem(_LABEL["links"], wish.given, message)
    known = report.metadata.title
    if known and wish.title and not alike(wish.title, known.value):
        message = (
            f"{quoted(wish.links[0])} is the link of {quoted(known.value)} "
            f"({quoted(known.source)} says so); give "
            "the link of the work you mean, or leave the title empty"
        )
        yield Problem(_LABEL["title"], wish.title, message)
