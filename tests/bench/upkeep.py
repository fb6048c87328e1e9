"""What does a week of upkeep cost on a list: requests by host, points, minutes?

python -m tests.bench.upkeep                     on data/papers.json of this repository
python -m tests.bench.upkeep --papers FILE       on another one
python -m tests.bench.upkeep --metadata          of the metadata instead of the links

Every host is a stand-in on this machine, which knows everything that it is asked for; the minutes
are those that politeness takes, counted on a clock that only waiting moves.
"""

import argparse
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from bot.flows.local.upkeep.links import look
from bot.flows.local.upkeep.metadata import KeptList
from bot.flows.local.upkeep.metadata import look as look_up
from bot.model.upkeep.kept import Decisions, Observations
from bot.model.upkeep.link import Hop, Repo, Visit
from bot.store import papers
from bot.upkeep.links.ways import asked, links_of
from tests.upkeep.internet import internet

ROOT = Path(__file__).parents[2]
A_QUERY = 100  # repositories, for one point


def measure(path: Path) -> None:
    """Look at all links of a list once, and tell what it took."""
    catalog = papers.parse(path.read_text("utf-8"))
    ways = Counter(asked(url).way for url in links_of(catalog))
    with internet() as net:
        for each in map(asked, links_of(catalog)):
            net.arxiv |= {each.name.removeprefix("arxiv:")} if each.way == "arxiv" else set()
            net.dois |= {each.name} if each.way == "doi" else set()
            if each.way == "github":
                net.repositories[each.name] = Repo(each.name, 1)
        visited = list[str]()
        outside = net.outside()
        asked_at = dict[str, float]()

        def visit(url: str) -> Visit:
            """Answer as the page would, in the time that its host's turn takes."""
            host = urlsplit(url).netloc
            net.now = max(net.now, asked_at.get(host, 0.0) + 2.0)
            asked_at[host] = net.now
            visited.append(host)
            return Visit(hops=(Hop(url, 200),), text="a page")

        began = net.now
        found = look(catalog, Observations(), "2026-11-30", outside._replace(visit=visit))
        minutes = (net.now - began) / 60
    queries = -(-ways["github"] // A_QUERY)
    hosts = Counter(host for host, _ in net.log) + Counter(visited)
    print(f"{len(catalog.papers)} works, {found.links} links: {dict(ways)}")
    print(f"{found.answered} answers; {100 - 100 * ways['page'] / found.links:.1f} % by interfaces")
    tell(hosts + Counter({"GitHub (points)": queries}), minutes)


def metadata(path: Path) -> None:
    """Ask of all works once what is known of them, and tell what it takes without a time budget.

    Only arXiv knows anything here: what others would tell of further ids costs a few more.
    """
    catalog = papers.parse(path.read_text("utf-8"))
    with internet() as net:
        net.arxiv = {id_.removeprefix("arxiv:") for paper in catalog.papers for id_ in paper.ids}
        began = net.now
        seen = look_up(KeptList(catalog, Observations(), Decisions()), "2026-11-30", net.asking())
        print(seen.runs["metadata"].said)
        tell(Counter(host for host, _ in net.log), (net.now - began) / 60)


def tell(hosts: Counter[str], minutes: float) -> None:
    """Print what each host was asked."""
    for host, count in hosts.most_common(12):
        print(f"{count:6} {host}")
    print(f"{sum(hosts.values()):6} in all, {minutes:.1f} minutes of waiting")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=Path, default=ROOT / "data/papers.json")
    parser.add_argument("--metadata", action="store_true", help="instead of the links")
    given = parser.parse_args()
    (metadata if given.metadata else measure)(given.papers)
