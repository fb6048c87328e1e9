"""What is the answer about one requested paper: new, listed, listed but lacking something, unclear?

A work that is merely alike is shown and blocks nothing, nor does a work that was removed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.dedupe.search.find import find
from bot.errors import Problem
from bot.identify import canonical
from bot.links.identifier import without_repositories
from bot.model.form import PAPER_LABELS
from bot.model.lists.listing import Listing
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.match import Match
from bot.model.papers.paper import Catalog, Paper, Venue
from bot.model.papers.record import Record, record_of
from bot.model.quotation import quoted
from bot.model.submissions.review import Change
from bot.model.submissions.submission import (
    Origin,
    Pending,
    ProposedCategory,
    RequestedPaper,
    Submission,
)
from bot.review.drafts.category import index_of, propose
from bot.review.drafts.draft import draft, guessed_venue, is_software, title_of, title_told
from bot.review.drafts.merge import disagreements, merged
from bot.review.paper.enrich import contradiction, guessed, told_otherwise, whole_title
from bot.review.paper.named import linked
from bot.review.paper.same import is_same
from bot.review.paper.vouched import Report, vouch
from bot.text.cut import cut

# Of a title or a category in a note that the bot remembers.
LONGEST_NAMED = 200
# Of one that is only an example of what a category holds.
LONGEST_NEAREST = 50


class ReviewContext(NamedTuple):
    """All that a submission is reviewed by, beside what it says itself and the services know.

    `pending` are works that other submissions asked for first; `taken` the ids that a new entry
    cannot have, those of the submission's own new entries among them.
    """

    catalog: Catalog
    listing: Listing
    origin: Origin
    pending: Sequence[Pending] = ()
    taken: frozenset[str] = frozenset()

    @property
    def listed(self) -> dict[str, Paper]:
        """The entries of the list by their ids."""
        return {paper.id: paper for paper in self.catalog.papers}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReview:
    """What was found about one requested paper."""

    record: Record
    change: Change | None = None
    problems: tuple[Problem, ...] = ()
    matches: tuple[Match, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    waiting_for: int | None = None
    proposal: ProposedCategory | None = None


def review_paper(
    requested: RequestedPaper, submission: Submission, context: ReviewContext
) -> PaperReview:
    """Judge one requested paper against the list as it is, whatever else the submission holds."""
    requested = _without_guess(whole_title(requested), context.catalog)
    title = title_of(requested)
    chosen = submission.category or requested.category
    proposal = None if chosen or not title else _proposal(requested, title, submission, context)
    slug = chosen or (proposal.slug if proposal else "")
    notes: tuple[str, ...] = (proposal.note,) if proposal else ()
    offered = _draft(requested, submission, context, slug) if title else None
    record = _record(requested, offered)
    matches = _with_link_known(requested, find(record, context.catalog), context.catalog)
    same = next((match for match in matches if match.verdict == "duplicate"), None)
    if same and not submission.distinct:
        return _listed(requested, submission, context, record, same)
    problems = (*_missing(requested, submission, title, slug),)
    if not submission.distinct:
        problems += (*_contradictions(requested, title, matches, context),)
    problems += (*contradiction(requested),)
    if offered and not problems:
        offered, left_out = _with_own_ids(offered, context.catalog)
        notes += left_out
    return PaperReview(
        record=record,
        change=Change(after=offered) if offered and not problems else None,
        problems=problems,
        matches=matches,
        notes=(
            *notes,
            *guessed(requested),
            *told_otherwise(requested),
            *_removed_before(record, context.catalog),
        ),
        proposal=proposal,
    )


def _without_guess(requested: RequestedPaper, catalog: Catalog) -> RequestedPaper:
    """Leave a guessed title out of account where a link names a listed work: the list knows it.

    Where the words beside the link say that it was published is a report, and news perhaps.
    """
    if title_told(requested) or not requested.guess:
        return requested
    if not any(map(catalog.owner, without_repositories(requested.ids))):
        return requested
    read = requested.guess
    report = ImportedPaper(title="", venue=read.venue, year=read.year) if read.venue else None
    return replace(requested, guess=report)


def _record(requested: RequestedPaper, offered: Paper | None) -> Record:
    """Give what can be compared of a paper; a recognised link is its id, not needed twice."""
    unknown = tuple(link for link in requested.links if canonical(link) is None)
    if offered is None:
        return Record(key=requested.line, title="", ids=requested.ids, urls=unknown)
    ids = tuple(dict.fromkeys((*requested.ids, *offered.ids)))
    return record_of(offered)._replace(key=requested.line, ids=ids, urls=unknown)


def _proposal(
    requested: RequestedPaper, title: str, submission: Submission, context: ReviewContext
) -> ProposedCategory | None:
    """Give the likeliest category with a note that says why, or the one proposed before."""
    if requested.proposal and requested.proposal.slug in context.listing.by_slug:
        return requested.proposal
    text = " ".join((title, *submission.keywords))
    abstract = requested.metadata.abstract if requested.metadata else None
    index = index_of(context.catalog.papers, context.listing)
    proposals = propose(text, index, abstract=abstract.value if abstract else "")
    if not proposals:
        return None
    paths = (" / ".join(context.listing.path(proposal.slug)) for proposal in proposals)
    first, *others = (path[:LONGEST_NAMED] for path in paths)
    nearest = " and ".join(
        quoted(cut(title, LONGEST_NEAREST)) for title in proposals[0].nearest[:2]
    )
    why = f", from its title: the list has {nearest} there" if nearest else ", from its title"
    note = f"the category {quoted(first)} of {quoted(title[:LONGEST_NAMED])} is a guess{why}"
    if others:
        note += f"; it may also be {' or '.join(map(quoted, others))}"
    note += "; a maintainer checks it"
    return ProposedCategory(slug=proposals[0].slug, note=note)


def compared(requested: RequestedPaper, submission: Submission, context: ReviewContext) -> Record:
    """Give what can be compared of a requested paper with another of the same submission."""
    offered = _draft(requested, submission, context, "") if title_of(requested) else None
    return _record(requested, offered)


def _draft(
    requested: RequestedPaper, submission: Submission, context: ReviewContext, slug: str
) -> Paper:
    category = slug or context.listing.categories[0].slug
    return draft(requested, submission, context.taken, category, context.origin)


def _listed(
    requested: RequestedPaper,
    submission: Submission,
    context: ReviewContext,
    record: Record,
    same: Match,
) -> PaperReview:
    """Answer a requested paper for a listed work: with a change if it brings something new."""
    listed = context.listed[same.b]
    # Keywords are given for all works of a submission; they are no news about one of several.
    about_it = submission if len(submission.papers) == 1 else replace(submission, keywords=())
    offered = _draft(replace(requested, title=listed.title), about_it, context, listed.category)
    after = merged(listed, offered)
    reported = _reported(requested, listed)
    # A service's venue may have taken the place of what was said here.
    stated = offered.model_copy(update={"venue": reported}) if reported else offered
    notes = tuple(f"{quoted(listed.title)}: {what}" for what in disagreements(listed, stated))
    return PaperReview(
        record=record,
        change=Change(before=listed, after=after) if after != listed else None,
        matches=(same,),
        notes=(*notes, *_vouched(requested, reported)),
    )


def _reported(requested: RequestedPaper, listed: Paper) -> Venue | None:
    """Give where the words beside a link have a listed work published, if the list differs."""
    reported = guessed_venue(requested)
    return reported if str(reported) != str(listed.venue) else None


def reported_by(requested: RequestedPaper, catalog: Catalog) -> Report | None:
    """Give what the words beside a link report of the listed work that it leads to."""
    listed = next(filter(None, map(catalog.owner, requested.ids)), None)
    venue = _reported(requested, listed) if listed else None
    return Report(listed.title, listed.authors, venue) if listed and venue else None


def _vouched(requested: RequestedPaper, reported: Venue | None) -> Iterator[str]:
    """Say what the services say of such a report."""
    if reported and requested.metadata:
        yield vouch(reported, requested.metadata)


def _with_own_ids(offered: Paper, catalog: Catalog) -> tuple[Paper, tuple[str, ...]]:
    """Leave the ids out that a listed entry has: an id names one entry, and that one has it.

    Whoever shares an id is a match; only a repository may be shared by works that are none.
    """
    notes = tuple(
        f"{quoted(work)} is left out: it is an identifier of {quoted(owner.title)}, which is listed"
        for work in offered.ids
        if (owner := catalog.owner(work))
    )
    own = tuple(work for work in offered.ids if not catalog.owner(work))
    return (offered.model_copy(update={"ids": own}) if notes else offered), notes


def _missing(
    requested: RequestedPaper, submission: Submission, title: str, slug: str
) -> Iterator[Problem]:
    if not title and (requested.links or requested.ids):
        where = "beside its link" if len(submission.papers) > 1 else "here, or beside the link"
        named = quoted(requested.links[0] if requested.links else requested.line)
        message = f"no service tells the title of {named}; write it {where}"
        yield Problem(PAPER_LABELS["title"], "", message)
    elif title and not slug:
        yield Problem(
            PAPER_LABELS["category"],
            "",
            "nothing in the list is like this work, so that none can be guessed; choose one",
        )


def _contradictions(
    requested: RequestedPaper, title: str, matches: tuple[Match, ...], context: ReviewContext
) -> Iterator[Problem]:
    """Ask back where a link belongs to a listed work but the title given is another's."""
    for paper in map(context.listed.__getitem__, (match.b for match in matches)):
        shared = set(paper.ids) & set(requested.ids)
        if without_repositories(shared):
            message = (
                f"{quoted(requested.line)} is the link of {quoted(paper.title)}, which is listed; "
                "give this work's own link, or leave the title empty if that is the one you mean"
            )
            yield Problem(PAPER_LABELS["title"], title, message)


def _with_link_known(
    requested: RequestedPaper, matches: Sequence[Match], catalog: Catalog
) -> tuple[Match, ...]:
    """Take a paper for nothing but a page, or a repository, for the only entry that links it.

    Where several entries share it, or a title says what is meant, it proves nothing.
    """
    if requested.title or (requested.ids and not is_software(requested)):
        return tuple(matches)
    owners = linked(requested.links, catalog.papers)
    if len(owners) != 1 or any(match.verdict == "duplicate" for match in matches):
        return tuple(matches)
    what = "its code is this repository" if is_software(requested) else "this is its link"
    reasons = (f"{what}, and no other entry's",)
    certain = Match(requested.line, owners[0].id, "duplicate", 1.0, reasons)
    return (certain, *(match for match in matches if match.b != certain.b))


def _removed_before(record: Record, catalog: Catalog) -> tuple[str, ...]:
    return tuple(
        f"{quoted(work.title)} was on the list and was removed: {quoted(work.reason)}"
        + (f" (issue {work.issue})" if work.issue else "")
        for work in catalog.removed
        if set(work.ids) & set(record.ids)
        or is_same(record, Record(key=work.id, title=work.title, ids=work.ids))
    )
