"""What do the services add to a requested paper, and where do they contradict the person?

What a person states always wins; words beside a link are a guess, and any service's word is
better. But an identifier that does not exist, or a title that is another
work's than the link's, is asked back: something was miscopied. What a service did not answer is
unknown: where nobody gave the title because of that, the submission waits, but not for ever, and
not for a service that turns programs away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.errors import Problem
from bot.model.form import PAPER_LABELS
from bot.model.papers.metadata import LookupResult, Metadata, Unavailable
from bot.model.quotation import quoted
from bot.model.submissions.submission import Origin, RequestedPaper, Submission
from bot.review.drafts.draft import guessed_venue, is_software, title_told
from bot.review.drafts.told import venue_told
from bot.text.fold import fold
from bot.titles.compare import one_title
from bot.venues.compare import one_venue

PATIENCE = 2  # days; an outage that lasts longer is no matter of a moment any more


def enriched(submission: Submission, lookups: Sequence[LookupResult]) -> Submission:
    """Give the submission in which each paper knows what the services said of it, in order."""
    papers = tuple(
        replace(requested, metadata=lookup.metadata)
        for requested, lookup in zip(submission.papers, lookups, strict=True)
    )
    problems = [*submission.problems]
    for requested, lookup in zip(papers, lookups, strict=True):
        problems += _unknown(requested, lookup)
    return replace(submission, papers=papers, problems=tuple(problems))


def whole_title(requested: RequestedPaper) -> RequestedPaper:
    """Take a stated title that is a piece of the one that the services know for that one."""
    title = requested.metadata.title if requested.metadata else None
    stated = fold(requested.title)
    if not (title and stated) or f" {stated} " not in f" {fold(title.value)} ":
        return requested
    return requested if stated == fold(title.value) else replace(requested, title="")


def contradiction(requested: RequestedPaper) -> Iterator[Problem]:
    """Ask back where the form's title is another work's than the one that the services know."""
    title = requested.metadata.title if requested.metadata else None
    if title and requested.title and not one_title(requested.title, title.value):
        message = (
            f"{quoted(requested.links[0])} is the link of {quoted(title.value)} "
            f"({quoted(title.source)} says so); give "
            "the link of the work you mean, or leave the title empty"
        )
        yield Problem(PAPER_LABELS["title"], requested.title, message)


_SAID: dict[str, str] = {
    "withdrawn": "it was withdrawn",
    "rejected": "it was rejected there",
    "retracted": "it was retracted",
    "concern": "its publisher has expressed concern about it",
}


def warnings(requested: RequestedPaper) -> Iterator[str]:
    """Say, a sentence each, what the services say against a work."""
    warned_of = requested.metadata.warnings if requested.metadata else ()
    for warned, source in warned_of:
        why = f": {quoted(warned.reason)}" if warned.reason else ""
        about = quoted(requested.links[0])
        yield f"{quoted(source)} says of {about} that {_SAID[warned.what]}{why}"


def guessed(requested: RequestedPaper) -> Iterator[str]:
    """Say of a work, a sentence each, what was taken from the words beside its links, or was not.

    They are a guess: a maintainer is to look at what nobody else knows.
    """
    read, facts = requested.guess, requested.metadata or Metadata()
    if read is None:
        return
    if facts.title and read.title and not one_title(read.title, facts.title.value):
        yield (
            f"{quoted(read.title)} stands beside {quoted(requested.links[0])}, which is "
            f"{quoted(facts.title.value)}, as {quoted(facts.title.source)} says; that was taken"
        )
    taken = []
    if read.title and not title_told(requested):
        taken.append(f"the title {quoted(read.title)}")
    venue = guessed_venue(requested)
    if venue and not (requested.venue or facts.venue or venue_told(requested.ids)):
        taken.append(f"the venue {quoted(venue)}")
    if taken:
        verb = "are" if len(taken) > 1 else "is"
        read_so = f"{' and '.join(taken)} {verb} read from the words beside the link"
        yield f"{read_so}; a maintainer checks it"


def told_otherwise(requested: RequestedPaper) -> Iterator[str]:
    """Say where a service names another venue than the person does, and which of them is taken."""
    venue = requested.metadata.venue if requested.metadata else None
    written = requested.written.venue if requested.written else None
    stated = requested.venue or str(written or "")
    beside = str(guessed_venue(requested) or "")
    if venue is None or one_venue(str(venue.value), stated or beside or str(venue.value)):
        return
    theirs = f"{quoted(venue.source)} says {quoted(venue.value)}"
    if stated:
        yield f"the venue {quoted(stated)} of the suggestion is taken; {theirs}"
    else:
        yield f"{quoted(beside)} stands beside the link; {theirs}, which is taken"


def outages(submission: Submission, lookups: Sequence[LookupResult]) -> tuple[Unavailable, ...]:
    """Give the silence of those services without whose answer a title stays unknown.

    Look-ups that follow those of its papers are of listed works, whose titles are known.
    """
    silent = dict.fromkeys(
        answer
        for requested, lookup in zip(submission.papers, lookups, strict=False)
        for answer in lookup.unavailable
        if not (requested.title or is_software(requested))
        if not (lookup.unknown or any(map(lookup.metadata.knows, ("title", "authors", "date"))))
    )
    return tuple(silent)


def may_pass(silent: Sequence[Unavailable], origin: Origin) -> bool:
    """Tell whether it makes sense to wait: not for refusals alone, and not for more than days."""
    return origin.waited < PATIENCE and not all(answer.refused for answer in silent)


def told(silent: Sequence[Unavailable]) -> tuple[str, ...]:
    """Name, a sentence each, the services that are waited for."""
    return tuple(
        dict.fromkeys(
            f"{quoted(answer.service)} gave no answer ({answer.reason})" for answer in silent
        )
    )


def remarks(lookups: Sequence[LookupResult]) -> tuple[str, ...]:
    """Say, a sentence each, who did not answer and where those who did contradict each other."""
    sentences = []
    for lookup in lookups:
        sentences += [
            f"{quoted(answer.service)} gave no answer ({answer.reason}), "
            "so something may be missing"
            for answer in lookup.unavailable
        ]
        sentences += [
            f"services differ about the {conflict.field}: {quoted(conflict.a.value)} is taken, as "
            f"{quoted(conflict.a.source)} has it, and {quoted(conflict.b.source)} has "
            f"{quoted(conflict.b.value)}; whoever knows which is right says so here"
            for conflict in lookup.metadata.conflicts
        ]
    return tuple(dict.fromkeys(sentences))


def _unknown(requested: RequestedPaper, lookup: LookupResult) -> Iterator[Problem]:
    for work in lookup.unknown:
        message = (
            f"there is no {quoted(work)}, as those say who register such identifiers; mend the link"
        )
        yield Problem(PAPER_LABELS["links"], requested.line, message)
