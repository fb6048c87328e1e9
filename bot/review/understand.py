"""Which works does this form ask for, and what in it cannot be understood?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from bot.errors import Problem
from bot.identify import canonical, clean_url, links_in, without_links
from bot.model.base import (
    LONGEST_KEYWORD,
    LONGEST_TITLE,
    LONGEST_VENUE,
    MOST_KEYWORDS,
    MOST_LINKS,
)
from bot.model.form import NOT_SURE, PAPER_FORM, Field, RawSubmission
from bot.model.papers.listing import Listing
from bot.model.quotation import quoted
from bot.model.submissions.submission import RequestedPaper, Submission
from bot.text.clean import clean

MOST_WORKS = 10
LONGEST_LINKS = 6_000

_LABEL = {field.id: field.label for field in PAPER_FORM}
_ORDER = list(_LABEL.values())
_BULLET = re.compile(r"^\s*(?:[-*+>]+|[0-9]{1,3}[.)])\s+")
_AROUND_TITLE = " \t:,;|–—-*_()<>【】"
# What stands for a link beside it: "Title, [Paper](https://…)".
_LINK_LABEL = re.compile(
    r"(?:paper|pdf|arxiv|link|url|code|repo|github|doi|openreview|website|project)s?", re.IGNORECASE
)
_LIKE_A_LINK = re.compile(r"://|\bwww\.|\w\.\w+/")


def understand(raw: RawSubmission, listing: Listing) -> Submission:
    """Turn the answers to the paper form into works; every problem is reported, in form order.

    A body in which the links have no heading (a phone dropped it, a person wrote by hand) is
    searched for links as a whole.
    """
    papers, unread = _papers(raw)
    category = listing.category_of(raw.values.get("category", NOT_SURE))
    keywords = _keywords(raw.values.get("keywords", ""))
    problems = [
        *ambiguities(raw, PAPER_FORM),
        *_link_problems(raw, papers),
        *_category_problems(raw, listing),
        *_single_problems(raw, papers),
        *_length_problems(raw, keywords),
    ]
    return Submission(
        papers=tuple(_held(papers)),
        category=category,
        keywords=tuple(word for word in keywords if len(word) <= LONGEST_KEYWORD)[:MOST_KEYWORDS],
        why=raw.values.get("why", ""),
        problems=tuple(sorted(problems, key=lambda problem: _ORDER.index(problem.field))),
        leftovers=tuple(unread),
    )


def _papers(raw: RawSubmission) -> tuple[list[RequestedPaper], list[str]]:
    """Read each line that holds a link as one work; give the other lines back unread."""
    papers, unread = [], []
    texts = [raw.values["links"]] if "links" in raw.values else raw.leftovers
    for line in "\n".join(texts).split("\n"):
        if links := links_in(line):
            papers.append(_requested(line.strip(), links))
        elif line.strip() and not ("links" in raw.values and _is_unusable(line)):
            unread.append(line.strip())
    if "links" in raw.values:
        # Without any link the whole answer is reported, so that none of it is left over.
        unread = [*(unread if papers else ()), *raw.leftovers]
    if len(papers) == 1:
        papers = [_with_answers(papers[0], raw)]
    return papers, unread


def _is_unusable(line: str) -> bool:
    return bool(_LIKE_A_LINK.search(line)) and not links_in(line)


def _requested(line: str, links: list[str]) -> RequestedPaper:
    return RequestedPaper(line=line, links=tuple(links), ids=_ids(links), title=_title_beside(line))


def _ids(links: Iterable[str]) -> tuple[str, ...]:
    known = dict.fromkeys(canonical(link) for link in links)
    return tuple(work for work in known if work)


def _held(papers: Sequence[RequestedPaper]) -> Iterator[RequestedPaper]:
    """Give what is looked up and remembered of the works; the rest has been reported."""
    room = LONGEST_LINKS
    for requested in papers[:MOST_WORKS]:
        links = requested.links[:MOST_LINKS]
        room -= _size(links)
        if room >= 0:
            yield replace(requested, links=links, ids=_ids(links))


def _size(links: Iterable[str]) -> int:
    return sum(map(len, links))


def _title_beside(line: str) -> str:
    """Give the text that stands beside the links of a line, if it can be a title."""
    rest = _BULLET.sub("", without_links(line))
    words = [part.strip(_AROUND_TITLE) for part in re.split(r"[][\n]", rest)]
    text = clean(" ".join(word for word in words if word and not _LINK_LABEL.fullmatch(word)))
    return text if 3 < len(text) <= LONGEST_TITLE else ""


def _with_answers(requested: RequestedPaper, raw: RawSubmission) -> RequestedPaper:
    """Give the only paper what the form says of one work; the form beats the text beside a link."""
    title = clean(raw.values.get("title", ""))
    return replace(
        requested,
        title=title[:LONGEST_TITLE] or requested.title,
        venue=clean(raw.values.get("venue", ""))[:LONGEST_VENUE],
        code=clean_url(raw.values.get("code", "")) or "",
    )


def _keywords(text: str) -> tuple[str, ...]:
    words = (clean(word) for word in re.split(r"[,;\n，；、]", text))
    return tuple(dict.fromkeys(word for word in words if word))


def ambiguities(raw: RawSubmission, fields: Sequence[Field]) -> Iterator[Problem]:
    """Report each field of a form whose heading stands in the body more than once."""
    label = {field.id: field.label for field in fields}
    message = "this heading stands in the issue more than once; edit it so that one answer is left"
    for id_, answers in raw.ambiguous.items():
        yield Problem(label[id_], " / ".join(answer or "(empty)" for answer in answers), message)


def _link_problems(raw: RawSubmission, papers: list[RequestedPaper]) -> Iterator[Problem]:
    label = _LABEL["links"]
    if not papers and "links" not in raw.ambiguous:
        message = "no link was found; write at least one, as in “https://arxiv.org/abs/2309.06180”"
        yield Problem(label, raw.values.get("links", ""), message)
    if len(papers) > MOST_WORKS:
        message = f"these are more than {MOST_WORKS} works; file the rest in another issue"
        yield Problem(label, f"{len(papers)} links", message)
    for requested in papers:
        if len(requested.links) > MOST_LINKS:
            message = f"these are more than {MOST_LINKS} links of one work; leave the best of them"
            yield Problem(label, requested.line, message)
    if (size := _size(link for requested in papers for link in requested.links)) > LONGEST_LINKS:
        message = (
            f"the links have more than {LONGEST_LINKS} characters together; shorten them, or file "
            "some in another issue"
        )
        yield Problem(label, f"{size} characters", message)
    for line in raw.values.get("links", "").split("\n"):
        if papers and _is_unusable(line):
            message = "this address cannot be used; give a public http or https link"
            yield Problem(label, line.strip(), message)


def _category_problems(raw: RawSubmission, listing: Listing) -> Iterator[Problem]:
    answer = raw.values.get("category", NOT_SURE)
    if answer == NOT_SURE or listing.category_of(answer):
        return
    options = [option for option, _ in listing.options()]
    near = get_close_matches(answer, options, n=1, cutoff=0.5)
    advice = f"did you mean {quoted(near[0])}?" if near else f"choose one, or “{NOT_SURE}”"
    yield Problem(_LABEL["category"], answer, f"the list has no such category; {advice}")


def _single_problems(raw: RawSubmission, papers: list[RequestedPaper]) -> Iterator[Problem]:
    """Refuse to guess to which of several works a title, a venue or a code link belongs."""
    if len(papers) > 1:
        message = (
            f"this can only belong to one work, but there are {len(papers)} links; leave it empty "
            "and write each title beside its link, or file one issue for each work"
        )
        for id_ in ("title", "venue", "code"):
            if answer := raw.values.get(id_):
                yield Problem(_LABEL[id_], answer, message)


def _length_problems(raw: RawSubmission, keywords: tuple[str, ...]) -> Iterator[Problem]:
    limits: Iterable[tuple[str, int]] = (("title", LONGEST_TITLE), ("venue", LONGEST_VENUE))
    for id_, longest in limits:
        if len(clean(raw.values.get(id_, ""))) > longest:
            message = f"this is longer than {longest} characters; shorten it"
            yield Problem(_LABEL[id_], raw.values[id_], message)
    code = raw.values.get("code")
    if code and not clean_url(code):
        message = "this is no public http or https link; write one, or leave it empty"
        yield Problem(_LABEL["code"], code, message)
    if len(keywords) > MOST_KEYWORDS:
        message = (
            f"write at most {MOST_KEYWORDS} keywords of at most {LONGEST_KEYWORD} characters, "
            "separated by commas"
        )
        yield Problem(_LABEL["keywords"], raw.values["keywords"], message)
    for word in keywords:
        if len(word) > LONGEST_KEYWORD:
            message = (
                f"this keyword is longer than {LONGEST_KEYWORD} characters; shorten it, or part "
                "several by commas"
            )
            yield Problem(_LABEL["keywords"], word, message)
