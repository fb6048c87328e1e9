"""What is the answer to a pull request that edits the list by hand?

New works go through the same review as any submission's. What it changes of a listed entry is put
onto the entry as it is by now, field by field.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from bot.errors import Problem
from bot.identify import clean_url, is_canonical
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.offer import UNPLACED, Edit, Offer
from bot.model.papers.paper import Link, Paper
from bot.model.quotation import quoted
from bot.model.submissions.review import Change, Review
from bot.model.submissions.submission import RequestedPaper, Submission
from bot.review.apply import removal
from bot.review.paper.same import likened
from bot.review.paper.work import ReviewContext
from bot.text.clean import clean
from bot.text.cut import cut

# What is looked up of one submission, and what a maintainer can look through.
MOST_NEW = 10
MOST_EDITS = 30
LONGEST_REASON = 500
LONG_TITLE = 4
# What nobody but the list's owner says, too: `printed` is Markdown as it stands.
_KEPT = frozenset({"id", "added", "issue", "sources", "printed"})
_FIELD = "Change"
# What a template holds before anybody has written: hidden lines, and questions.
_TEMPLATE = re.compile(r"(?s:<!--.*?(?:-->|\Z))|^\*\*[^*\n]+\?\*\*[ \t]*$", re.MULTILINE)
_NO_TITLE = re.compile(
    r"(?:Update|Patch|Edit|Change|Delete)s? (?:\S+\.(?:md|json)|[0-9]+)", re.IGNORECASE
)
_NOTHING = (
    "no entry of the list differs; what stands between the bot's marks is made from data/, so that "
    "an edit there would be gone with the next change of the list"
)
_UNREAD = "this could not be read as an entry; write a row like those around it, with a link"
_GONE = "{} is not on the list any more; take the change of it back"
_NO_REASON = (
    "this takes {} off the list; say in the description of this pull request why, since the "
    "reason is kept for those who suggest it again"
)


def offered(offer: Offer, why: str) -> Submission:
    """Give the works that an offer adds as a submission."""
    papers = tuple(map(_requested, _new(offer)[:MOST_NEW]))
    return Submission(papers=papers, why=why, leftovers=offer.leftovers)


def with_edits(review: Review, offer: Offer, context: ReviewContext, reason: str) -> Review:
    """Add to the review of the new works what becomes of listed ones.

    `reason` is why entries go that the offer gives no reason for.
    """
    if review.verdict == "waiting" and review.waiting_for is None:
        return review
    edits = offer.edits[:MOST_EDITS]
    answers = [_of_listed(edit, edit.before, context, reason) for edit in edits if edit.before]
    changes = [*review.changes, *(answer for answer in answers if isinstance(answer, Change))]
    problems = [*offer.problems, *_too_much(offer), *review.problems]
    problems += [fault for edit in offer.edits if edit.after for fault in _faults(edit.after)]
    problems += [answer for answer in answers if isinstance(answer, Problem)]
    if not offer.edits and not problems:
        problems.append(Problem(_FIELD, "", _UNREAD if offer.leftovers else _NOTHING))
    verdict = review.verdict
    if problems:
        verdict = "needs-work"
    elif verdict != "waiting":
        verdict = "accepted" if changes else "duplicate"
    return replace(review, verdict=verdict, changes=tuple(changes), problems=tuple(problems))


def told(title: str, description: str) -> tuple[str, str]:
    """Give what a pull request says: why, and in a line why an entry should go; "" for nothing.

    What GitHub calls it by itself ("Update README.md"), and what a template holds, say nothing.
    """
    why = _TEMPLATE.sub("", description).strip()
    first = why.partition("\n\n")[0] or ("" if _NO_TITLE.fullmatch(title.strip()) else title)
    return why, cut(clean(first), LONGEST_REASON)


def _requested(paper: Paper) -> RequestedPaper:
    urls = [link.url for link in paper.links if link.kind == "paper"]
    return RequestedPaper(
        line=paper.title,
        links=tuple(urls or [link.url for link in paper.links]),
        ids=paper.ids,
        title=paper.title if _is_sure(paper) else "",
        guess=ImportedPaper(title=paper.title),
        written=paper,
        category="" if paper.category == UNPLACED else paper.category,
    )


def _is_sure(paper: Paper) -> bool:
    """Tell whether a title was written out, so that a link which contradicts it is asked about.

    A bare name ("vLLM") yields to the title that a service knows.
    """
    return not paper.ids or len(paper.title.split()) >= LONG_TITLE


def _new(offer: Offer) -> list[Paper]:
    return [edit.after for edit in offer.edits if edit.before is None and edit.after]


def _too_much(offer: Offer) -> Iterator[Problem]:
    if (new := len(_new(offer))) > MOST_NEW:
        message = f"these are more than {MOST_NEW} new works; part them among several pull requests"
        yield Problem(_FIELD, f"{new} works", message)
    if len(offer.edits) > MOST_EDITS:
        message = f"this edits more than {MOST_EDITS} entries; part it among several pull requests"
        yield Problem(_FIELD, f"{len(offer.edits)} entries", message)


def _faults(paper: Paper) -> Iterator[Problem]:
    """Report what no form would take."""
    for link in paper.links:
        cleaned = clean_url(link.url)
        if cleaned != link.url:
            how = (
                f"write it as {quoted(cleaned)}" if cleaned else "give a public http or https link"
            )
            yield Problem("Link", link.url, f"this address cannot be used; {how}")
    for work in paper.ids:
        if not is_canonical(work):
            yield Problem("Identifier", work, "this is no identifier as its family writes it")


def _of_listed(
    edit: Edit, before: Paper, context: ReviewContext, reason: str
) -> Change | Problem | None:
    """Say what becomes of a listed entry; None where it is so already."""
    listed = context.listed.get(before.id)
    if listed is None:
        return (
            None if edit.after is None else Problem(_FIELD, "", _GONE.format(quoted(before.title)))
        )
    if edit.after is None:
        why = edit.reason or reason
        if not why:
            return Problem("Why it should go", "", _NO_REASON.format(quoted(listed.title)))
        return removal(listed, why, context.origin.issue)
    try:
        after = _edited(listed, before, edit.after)
    except ValidationError:
        message = f"the entry {quoted(listed.title)} cannot be so; mend what was changed"
        return Problem(_FIELD, "", message)
    if after.category not in context.listing.by_slug:
        return Problem("Category", edit.after.category, "the list has no such category")
    twin = _twin(after, listed, context)
    return twin or (Change(before=listed, after=after) if after != listed else None)


def _edited(listed: Paper, before: Paper, after: Paper) -> Paper:
    """Put onto an entry what differs between what was there and what was written."""
    values: dict[str, Any] = {
        name: getattr(after, name)
        for name in Paper.model_fields
        if name not in _KEPT and getattr(before, name) != getattr(after, name)
    }
    if values.get("category") == UNPLACED:
        del values["category"]
    if "links" in values:
        values["links"] = tuple(_relinked(listed.links, before.links, after.links))
    if "ids" in values:
        kept = [work for work in listed.ids if work in after.ids or work not in before.ids]
        values["ids"] = tuple(dict.fromkeys((*kept, *after.ids)))
    return Paper.model_validate({**listed.model_dump(), **_dumped(values)})


def _dumped(values: dict[str, Any]) -> dict[str, Any]:
    """Give values as a model reads them again."""
    partial = Paper(id="any", title="Any", category="any").model_copy(update=values)
    return partial.model_dump(include=set(values))


def _relinked(
    listed: Iterable[Link], before: tuple[Link, ...], after: tuple[Link, ...]
) -> Iterator[Link]:
    """Put new links in place of those taken out, the first for the first, the rest at the end."""
    new = [link for link in after if link not in before]
    for link in listed:
        if link not in before or link in after:
            yield link
        elif new:
            yield new.pop(0)
    yield from new


def _twin(after: Paper, listed: Paper, context: ReviewContext) -> Problem | None:
    """Refuse to make two entries one work."""
    for match in likened(listed, after, context.catalog):
        if match.verdict == "duplicate":
            other = context.listed[match.b]
            message = (
                f"this would make {quoted(after.title)} the same work as {quoted(other.title)} "
                f"({other.id}); one work has one entry"
            )
            return Problem(_FIELD, "", message)
    return None
