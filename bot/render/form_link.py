"""Which address opens an issue form with answers in it already?

A query parameter with the `id` of a field fills that field:
https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
It never holds `labels`, which gives a 404 to whoever may not set them. GitHub refuses an address
that is too long (414), so answers that do not fit are left out.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from bot.model.lists.listing import Listing
from bot.model.papers.paper import KIND_NAMES, Paper

LONGEST = 2_000


def on_github(repository: str) -> str:
    """Give the address of a repository, "owner/name"."""
    return f"https://github.com/{quote(repository)}"


def empty_link(home: str, category: str = "") -> str:
    """Give the address of the form for papers, perhaps with one of its categories chosen.

    `home` is the address of the repository, from where the link stands.
    """
    return suggest_link(home, {"category": category})


def suggest_link(home: str, answers: Mapping[str, str]) -> str:
    """Give the address of the form for papers, with these answers to its questions.

    Several works stand in `links` on a line each. `home` is as for `empty_link`.
    """
    return _link(home, "paper.yml", answers)


def paper_link(repository: str, paper: Paper, listing: Listing) -> str:
    """Give the address of the form that suggests this work; `repository` is "owner/name"."""
    urls = {kind: [link.url for link in paper.links if link.kind == kind] for kind in ("code",)}
    main = [link.url for link in paper.links if link.kind != "code"] or urls["code"]
    options = {slug: option for option, slug in listing.options()}
    answers = {
        "links": main[0] if main else "",
        "title": paper.title,
        "category": options.get(paper.category, ""),
        "venue": str(paper.venue or ""),
        "code": urls["code"][0] if urls["code"] and main != urls["code"] else "",
        "keywords": ", ".join(paper.keywords),
        "kind": KIND_NAMES[paper.kind] if paper.kind != "paper" else "",
    }
    return suggest_link(on_github(repository), answers)


def correction_link(repository: str, paper: Paper) -> str:
    """Give the address of the form that corrects this entry."""
    return _link(on_github(repository), "correction.yml", {"entry": paper.id})


def change_link(repository: str, answers: Mapping[str, str]) -> str:
    """Give the address of the form that corrects an entry, with these answers to its questions."""
    return _link(on_github(repository), "correction.yml", answers)


def _link(home: str, template: str, answers: Mapping[str, str]) -> str:
    link = f"{home}/issues/new?template={template}"
    for name, answer in answers.items():
        part = "&" + urlencode({name: answer}, quote_via=quote, safe="") if answer else ""
        if len(link) + len(part) <= LONGEST:
            link += part
    return link
