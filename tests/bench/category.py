"""How often is the proposed category right, leaving out each entry of a list in turn?

python -m tests.bench.category [ROOT]    first and first three, in per cent, also on random halves

Of each entry only what a submitter would give is asked with: its title, or title and keywords. A
proposal is right if the entry stands, or also stands, in that category. On the halves nothing of
one half is known when the other is judged, so it shows what a list of half the size would get.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from bot.flows.local.load import load
from bot.model.papers.listing import Listing
from bot.model.papers.paper import Paper
from bot.review.category import propose

ROOT = Path(__file__).parents[2]
HALVINGS = 4


def right(paper: Paper, text: str, papers: Sequence[Paper], listing: Listing) -> tuple[bool, bool]:
    """Tell whether the first, and whether one of the first three proposals is right."""
    slugs = [each.slug for each in propose(text, papers, listing, but=paper.id)]
    places = {paper.category, *paper.also_in}
    return not places.isdisjoint(slugs[:1]), not places.isdisjoint(slugs)


def report(name: str, answers: Iterable[tuple[bool, bool]]) -> None:
    """Print one line: how many were asked for, and how many answers were right, in per cent."""
    counted = list(answers)
    first, three = (100 * sum(each) / len(counted) for each in zip(*counted, strict=True))
    print(f"{name:<44} {len(counted):>6} {first:>7.1f} {three:>12.1f}")


def main(argv: Sequence[str] | None = None) -> None:
    """Measure the list under the root given and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.category", description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=ROOT)
    catalog, listing, _ = load(parser.parse_args(argv).root)
    papers = catalog.papers
    random = Random(1)  # noqa: S311  (a measurement needs no secrets)
    print(f"{'category proposed from':<44} {'asked':>6} {'first':>7} {'first three':>12}")
    for name, words in (("title", False), ("title and keywords", True)):
        text = {
            paper.id: " ".join((paper.title, *(paper.keywords if words else ())))
            for paper in papers
        }
        report(name, (right(each, text[each.id], papers, listing) for each in papers))
        halves = []
        for _ in range(HALVINGS):
            mixed = random.sample(papers, len(papers))
            known, asked = mixed[: len(mixed) // 2], mixed[len(mixed) // 2 :]
            halves += [right(each, text[each.id], known, listing) for each in asked]
        report(f"{name}, half of the list known", halves)


if __name__ == "__main__":
    main()
