"""What in this form cannot be used, and what is to be written instead?"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from bot.errors import Problem
from bot.model.base import (
    LONGEST_KEYWORD,
    LONGEST_TITLE,
    LONGEST_VENUE,
    MOST_KEYWORDS,
    MOST_LINKS,
)
from bot.model.form import NOT_SURE, PAPER_FORM, PAPER_LABELS
from bot.model.lists.listing import Listing
from bot.model.papers.paper import KIND_NAMES
from bot.model.quotation import quoted
from bot.model.submissions.submission import RequestedPaper
from bot.review.ambiguities import ambiguities
from bot.review.pasted.answers import Answers, Further, kind_of_answer
from bot.text.clean import clean
from bot.text.lexicon.placeholder import is_placeholder

MOST_WORKS = 10
LONGEST_LINKS = 6_000
ATTACHED = (
    "{} is a file attached to an issue, which has no lasting public address; give the page where "
    "the work is published (arXiv, OpenReview, a homepage), or put the file into a repository and "
    "link it there"
)


def problems(answers: Answers, listing: Listing) -> Iterator[Problem]:
    """Report every problem of a form."""
    yield from ambiguities(answers.raw, PAPER_FORM)
    yield from _link_problems(answers)
    yield from _category_problems(answers, listing)
    yield from _length_problems(answers)
    yield from _code_problems(answers.further)
    yield from _keyword_problems(answers)
    kind = answers.text("kind")
    if kind and not kind_of_answer(kind):
        message = f"choose one of {', '.join(KIND_NAMES.values())}, or leave it empty"
        yield Problem(PAPER_LABELS["kind"], kind, message)


def _link_problems(answers: Answers) -> Iterator[Problem]:
    label, papers = PAPER_LABELS["links"], answers.works.papers
    for url in () if papers else answers.attached:
        yield Problem(label, "", ATTACHED.format(quoted(url)))
    if answers.is_without_link:
        message = "no link was found; write at least one, as in “https://arxiv.org/abs/2309.06180”"
        yield Problem(label, answers.text("links"), message)
    yield from too_many(papers)
    for requested in papers:
        if len(requested.links) + len(requested.also) > MOST_LINKS:
            message = f"these are more than {MOST_LINKS} links of one work; leave the best of them"
            yield Problem(label, requested.line, message)
    if (size := sum(map(size_of, papers))) > LONGEST_LINKS:
        message = (
            f"the links have more than {LONGEST_LINKS} characters together; shorten them, or file "
            "some in another issue"
        )
        yield Problem(label, f"{size} characters", message)
    for line in answers.unusable:
        message = "this address cannot be used; give a public http or https link"
        yield Problem(label, line.written, message)


def too_many(papers: Sequence[RequestedPaper]) -> Iterator[Problem]:
    """Report that these are more works than one submission may hold."""
    if len(papers) > MOST_WORKS:
        message = f"these are more than {MOST_WORKS} works; file the rest in another issue"
        yield Problem(PAPER_LABELS["links"], f"{len(papers)} links", message)


def size_of(requested: RequestedPaper) -> int:
    """Count the characters of a work's links."""
    return sum(map(len, requested.links)) + sum(len(link.url) for link in requested.also)


def _category_problems(answers: Answers, listing: Listing) -> Iterator[Problem]:
    answer = answers.raw.values.get("category", NOT_SURE)
    if listing.category_of(answer) or answer == NOT_SURE or is_placeholder(answer):
        return
    options = [option for option, _ in listing.options()]
    near = get_close_matches(answer, options, n=1, cutoff=0.5)
    advice = f"did you mean {quoted(near[0])}?" if near else f"choose one, or “{NOT_SURE}”"
    yield Problem(PAPER_LABELS["category"], answer, f"the list has no such category; {advice}")


def _length_problems(answers: Answers) -> Iterator[Problem]:
    for field, longest in {"title": LONGEST_TITLE, "venue": LONGEST_VENUE}.items():
        text = answers.text(field)
        if len(clean(text)) > longest:
            message = f"this is longer than {longest} characters; shorten it"
            yield Problem(PAPER_LABELS[field], text, message)


def _code_problems(further: Further) -> Iterator[Problem]:
    for url in further.attached:
        yield Problem(PAPER_LABELS["code"], "", ATTACHED.format(quoted(url)))
    for line in further.unusable:
        message = "this is no public http or https link; write one, or leave it empty"
        yield Problem(PAPER_LABELS["code"], line, message)


def _keyword_problems(answers: Answers) -> Iterator[Problem]:
    if len(answers.keywords) > MOST_KEYWORDS:
        message = (
            f"write at most {MOST_KEYWORDS} keywords of at most {LONGEST_KEYWORD} characters, "
            "separated by commas"
        )
        yield Problem(PAPER_LABELS["keywords"], answers.text("keywords"), message)
    for word in answers.keywords:
        if len(word) > LONGEST_KEYWORD:
            message = (
                f"this keyword is longer than {LONGEST_KEYWORD} characters; shorten it, or part "
                "several by commas"
            )
            yield Problem(PAPER_LABELS["keywords"], word, message)
