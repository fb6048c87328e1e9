"""How often is the proposed category right, leaving out each entry of a list in turn?

python -m tests.bench category [ROOT]    first and first three, in per cent, also on random halves
python -m tests.bench category [ROOT] --abstracts FILE.tsv

Of each entry only what a submitter would give is asked with: its title, or title and keywords. With
a file of ids and abstracts the entries in it alone are asked for, by title, and by title and
abstract. A proposal is right if the entry stands, or also stands, in that category. On the halves
nothing of one half is known when the other is judged, so it shows what a list of half the size
would get.
"""

import argparse
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from bot.flows.local.load import load
from bot.model.lists.listing import Listing
from bot.model.papers.paper import Paper
from bot.review.drafts.category import CategoryIndex, index_of, propose

ROOT = Path(__file__).parents[2]
HALVINGS = 4


def right(
    paper: Paper, text: str, index: CategoryIndex, *, abstract: str = "", but: int | None = None
) -> tuple[bool, bool]:
    """Tell whether the first, and whether one of the first three proposals is right."""
    slugs = [each.slug for each in propose(text, index, abstract=abstract, but=but)]
    places = {paper.category, *paper.also_in}
    return not places.isdisjoint(slugs[:1]), not places.isdisjoint(slugs)


def report(name: str, answers: Iterable[tuple[bool, bool]]) -> None:
    """Print one line: how many were asked for, and how many answers were right, in per cent."""
    counted = list(answers)
    first, three = (100 * sum(each) / len(counted) for each in zip(*counted, strict=True))
    print(f"{name:<44} {len(counted):>6} {first:>7.1f} {three:>12.1f}")


def asked_with(paper: Paper, *, keywords: bool) -> str:
    """Give what a submitter would say of an entry."""
    return " ".join((paper.title, *(paper.keywords if keywords else ())))


def measure(papers: Sequence[Paper], listing: Listing, *, keywords: bool) -> None:
    """Measure with titles, or with keywords too: the whole list, and halves."""
    name = "title and keywords" if keywords else "title"
    text = {paper.id: asked_with(paper, keywords=keywords) for paper in papers}
    index = index_of(papers, listing)
    numbered = enumerate(papers)
    report(name, (right(each, text[each.id], index, but=number) for number, each in numbered))
    random = Random(1)
    halves = []
    for _ in range(HALVINGS):
        mixed = random.sample(papers, len(papers))
        half = index_of(mixed[: len(mixed) // 2], listing)
        halves += [right(each, text[each.id], half) for each in mixed[len(mixed) // 2 :]]
    report(f"{name}, half of the list known", halves)


def measure_abstracts(papers: Sequence[Paper], listing: Listing, path: Path) -> None:
    """Measure the entries whose abstracts a file has, without them and with them."""
    with path.open(encoding="utf-8", newline="") as lines:
        abstracts = {row[0]: row[1] for row in csv.reader(lines, delimiter="\t") if len(row) > 1}
    index = index_of(papers, listing)
    sample = [(number, each) for number, each in enumerate(papers) if each.id in abstracts]
    report("title, of the sample", (right(p, p.title, index, but=n) for n, p in sample))
    known = ((n, p, abstracts[p.id]) for n, p in sample)
    report("title and abstract", (right(p, p.title, index, abstract=a, but=n) for n, p, a in known))


def main(argv: Sequence[str] | None = None) -> None:
    """Measure the list under the root given and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench category", description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=ROOT)
    parser.add_argument("--abstracts", type=Path, metavar="FILE.tsv")
    arguments = parser.parse_args(argv)
    catalog, listing, _ = load(arguments.root)
    print(f"{'category proposed from':<44} {'asked':>6} {'first':>7} {'first three':>12}")
    if arguments.abstracts:
        measure_abstracts(catalog.papers, listing, arguments.abstracts)
        return
    for keywords in (False, True):
        measure(catalog.papers, listing, keywords=keywords)


if __name__ == "__main__":
    main()
