"""How do we write one work in Markdown: its title, its links, where it was published?"""

from collections.abc import Callable, Iterable

from bot.markdown.escape import linked, text
from bot.model.lists.listing import Column
from bot.model.papers.paper import Link, Paper
from bot.people.name import spoken

LABELS = {
    "paper": "paper",
    "code": "code",
    "project": "project",
    "blog": "blog",
    "slides": "slides",
    "video": "video",
    "summary": "summary",
    "dataset": "dataset",
    "model": "model",
    "other": "link",
}
_CAPITALS = {kind: label.capitalize() for kind, label in LABELS.items()}
MOST_AUTHORS = 5


def status(paper: Paper) -> str:
    """Write what became of a work that was withdrawn or retracted, to stand behind its title."""
    if paper.status is None:
        return ""
    see = f", see {linked('what took its place', paper.status.see)}" if paper.status.see else ""
    return f" (**{paper.status.what}**{see})"


def named_title(paper: Paper, url: str | None = None, *, name: bool = True) -> str:
    """Write the title, linked to `url`, with the work's short name in bold, and its status behind.

    A title that begins with the short name is not preceded by it: its beginning is bold instead.
    """
    return _named_title(paper, url, name=name) + status(paper)


def _named_title(paper: Paper, url: str | None, *, name: bool) -> str:
    short = paper.short_name if name else None
    if short and _begins(paper.title, short) and (url or paper.title.startswith(f"{short}: ")):
        colon, _, rest = paper.title.removeprefix(short).partition(" ")
        whole = f"**{text(short)}**{colon} {text(rest)}"
        return linked(whole, url) if url else whole
    title = linked(text(paper.title), url) if url else text(paper.title)
    if short and short != paper.title:
        # Before a title that is no link, a colon would make the name the title's beginning.
        return f"**{text(short)}**: {title}" if url else f"(**{text(short)}**) {title}"
    return title


def _begins(title: str, short: str) -> bool:
    """Whether the title is the name and more; bold within a word needs letters at both ends."""
    return (
        title.startswith((f"{short}: ", f"{short} ")) and short[0].isalnum() and short[-1].isalnum()
    )


def linked_title(paper: Paper) -> str:
    """Write the title, linked to where it leads if there is any link."""
    link = title_link(paper)
    return named_title(paper, link.url if link else None)


def title_link(paper: Paper) -> Link | None:
    """Give the link that the title leads to: the first paper, else the first of all."""
    papers = (link for link in paper.links if link.kind == "paper")
    return next(papers, paper.links[0] if paper.links else None)


def has_code(paper: Paper) -> bool:
    """Tell whether a link leads to the work's code."""
    return any(link.kind == "code" for link in paper.links)


def labelled(links: Iterable[Link], *, capital: bool = False) -> list[str]:
    """Write each link with the word for what is found there."""
    labels = _CAPITALS if capital else LABELS
    return [linked(labels[link.kind], link.url) for link in links]


def bracketed(links: Iterable[Link], *, capital: bool = False) -> str:
    """Write links as lists of papers have them: `[[code](...)] [[project](...)]`."""
    return " ".join([f"[{link}]" for link in labelled(links, capital=capital)])


def credited(paper: Paper, most: int = MOST_AUTHORS) -> str:
    """Name the authors as plain text; of more than `most`, the first three."""
    if len(paper.authors) > most:
        return ", ".join(map(spoken, paper.authors[:3])) + ", et al."
    return ", ".join(map(spoken, paper.authors))


def authors(paper: Paper) -> str:
    """Write the authors; of many, the first three."""
    return text(credited(paper))


def venue(paper: Paper) -> str:
    """Write the venue with its year, or nothing."""
    return text(str(paper.venue)) if paper.venue else ""


def month(paper: Paper) -> str:
    """Give the date to the month, as far as it is known."""
    return (paper.date or "")[:7]


def code(paper: Paper) -> str:
    """Write the links to the work's code."""
    return " ".join(labelled([link for link in paper.links if link.kind == "code"]))


# What a work has in each column; nothing where it has nothing.
FIELDS: dict[Column, Callable[[Paper], str]] = {
    "title": named_title,
    "short_name": lambda paper: text(paper.short_name or ""),
    "kind": lambda paper: paper.kind,
    "authors": authors,
    "affiliations": lambda paper: text(", ".join(paper.affiliations)),
    "venue": venue,
    "date": month,
    "code": code,
    "links": lambda paper: bracketed(paper.links),
    "keywords": lambda paper: text(", ".join(paper.keywords)),
    "citations": lambda paper: str(paper.citations.count) if paper.citations else "",
    "note": lambda paper: text(paper.note or ""),
}
