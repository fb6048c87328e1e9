"""Which form, filled in, would ask for what a submission asks for in vain?

An edit that came too late for what was merged; a work that somebody corrects and the list lacks.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot import form
from bot.flows.github.decide.review_issue import is_correction
from bot.flows.github.facts.base import Base
from bot.flows.github.facts.submissions import is_late
from bot.identify import canonical, links_in, page_of
from bot.model.form import CHANGE_ENTRY, CORRECTION_FORM, PAPER_FORM
from bot.model.github.account import Account
from bot.model.github.world import Issue
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.model.submissions.status import SubmissionStatus
from bot.render.form_link import change_link, on_github, suggest_link
from bot.review.paper.named import named

MOST_LINKS = 10


def with_forms(
    status: SubmissionStatus, base: Base | None, repository: str, bot: Account
) -> SubmissionStatus:
    """Add the addresses of such forms, where there are any, and whether a form was used at all."""
    issue = status.issue
    return replace(
        status,
        late=_late_link(status, base, repository, bot),
        lacks=_lacks_link(status, base, repository),
        repository=repository,
        free=issue is not None
        and not (issue.head or form.which(issue.body, (PAPER_FORM, CORRECTION_FORM))),
    )


def _lacks_link(status: SubmissionStatus, base: Base | None, repository: str) -> str:
    """Give the address of the form that suggests a work which the list lacks, or ""."""
    issue = status.issue
    if issue is None or base is None or not is_correction(issue):
        return ""
    entry = form.read(issue.body, CORRECTION_FORM).values.get("entry", "")
    links = [link for link in links_in(entry) if canonical(link)][:MOST_LINKS]
    if not links or named(entry, base.catalog.papers):
        return ""
    return suggest_link(on_github(repository), {"links": "\n".join(links)})


def _late_link(status: SubmissionStatus, base: Base | None, repository: str, bot: Account) -> str:
    """Give the address of the form that asks for an edit that came after the merge, or ""."""
    issue = status.issue
    merged = bool(status.closed) and status.closed[-1].merged
    if issue is None or base is None or not merged or not is_late(issue, bot):
        return ""
    if is_correction(issue):
        return change_link(repository, form.read(issue.body, CORRECTION_FORM).values)
    listed = [paper for paper in base.catalog.papers if paper.issue == status.number]
    wrong = f"#{status.number} was edited before it was merged, and that edit came too late."
    answers = {"action": CHANGE_ENTRY, "wrong": wrong}
    if len(listed) == 1:
        answers |= {"entry": listed[0].id}
    if len(listed) == 1 and not issue.head:
        answers |= {"right": "\n".join(_differing(issue, listed[0], base.listing))}
    return change_link(repository, answers)


def _differing(issue: Issue, paper: Paper, listing: Listing) -> Iterator[str]:
    """Write as lines of a correction what an issue says of its work and the list does not."""
    values = form.read(issue.body, PAPER_FORM).values
    listed_values = {
        "title": paper.title,
        "venue": str(paper.venue or ""),
        "keywords": ", ".join(paper.keywords),
    }
    for name, listed in listed_values.items():
        if (answer := " ".join(values.get(name, "").split())) and answer != listed:
            yield f"{name}: {answer}"
    category = listing.category_of(values.get("category", ""))
    if category and category != paper.category:
        yield f"category: {category}"
    pages = {page_of(link.url) for link in paper.links}
    for url in links_in(f"{values.get('links', '')}\n{values.get('code', '')}"):
        if page_of(url) not in pages:
            yield f"link: {url}"
