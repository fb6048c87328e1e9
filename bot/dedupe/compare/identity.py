"""Does an id, a link, a repository or a place in print in common make two records one work?

It does not where the rest contradicts it: then it was miscopied, or belongs to something else.
"""

from bot.dedupe.compare.comparison import SHORT_TITLE, Comparison, other_ids
from bot.dedupe.compare.reasons import Judgement, described
from bot.dedupe.parse.records import DOI
from bot.model.papers.match import MatchVerdict

CONTRADICTION = 0.3
SHORTEST_NAME = 4


def by_id(compared: Comparison) -> Judgement | None:
    """Judge by an id in common; under contradicting titles one of them was miscopied."""
    shared = sorted(compared.a.ids & compared.b.ids)
    if not shared or in_one_supplement(compared, shared):
        return None
    same = f"same {spoken(shared[0])}"
    if contradict(compared):
        doubt = f"{same}, but the titles contradict each other"
        return Judgement("possible", tuple(filter(None, (doubt, compared.title.conflict))))
    if compared.volumes == compared.pages == "different":
        doubt = f"{same}, but volume and pages contradict each other"
        return Judgement("possible", (doubt, *described(compared)))
    return Judgement("duplicate", (same, *described(compared)))


def in_one_supplement(compared: Comparison, shared: list[str]) -> bool:
    """Tell whether two abstracts have one DOI because it is that of the supplement."""
    unlike = (
        compared.title.relation == compared.pages == "different" and compared.names.level != "all"
    )
    return unlike and all(value.startswith(DOI) for value in shared)


def contradict(compared: Comparison) -> bool:
    """Tell whether two titles cannot be one work's: other words and authors, or other versions."""
    if compared.title.conflict:
        return True
    if compared.title.relation == "alike" and compared.pages == "different":
        return True
    if compared.title.relation != "different" or compared.authors_agree or named_alike(compared):
        return False
    return compared.fewest_words >= SHORT_TITLE and compared.title.overlap < CONTRADICTION


def named_alike(compared: Comparison) -> bool:
    """Tell whether the name of one work stands in the other's title: "... with Sarathi-Serve"."""
    a, b = compared.a.title, compared.b.title
    return any(
        len(name) >= SHORTEST_NAME and (name == title.name or name in title.whole)
        for name, title in ((a.name, b), (b.name, a))
    )


def by_address(compared: Comparison) -> Judgement | None:
    """Judge by a link or a repository in common; other works may share it.

    A repository is the identity only of works that have no other: of software.
    """
    if compared.title.conflict or clearly_two(compared):
        return None
    if compared.a.repositories & compared.b.repositories:
        alone = not (compared.a.ids or compared.b.ids) and not contradict(compared)
        verdict: MatchVerdict = "duplicate" if alone and not compared.names.shorter else "possible"
        return Judgement(verdict, ("same code repository", *described(compared)))
    if compared.a.urls & compared.b.urls:
        same = compared.title.relation in {"same", "near"} and not compared.recurring
        certain = same and compared.names.level != "none" and not compared.separated
        return Judgement(
            "duplicate" if certain else "possible", ("same link", *described(compared))
        )
    return None


def by_place(compared: Comparison) -> Judgement | None:
    """Judge by the pages in common: the titles may be two translations of one.

    Of one author there may be two articles in a volume, and the pages of one miscopied.
    """
    if compared.title.conflict or not (compared.on_article and compared.names.level == "all"):
        return None
    certain = compared.venues == "same" and compared.names.shared > 1
    return Judgement("duplicate" if certain else "possible", described(compared))


def clearly_two(compared: Comparison) -> bool:
    """Tell whether two records are well known and differ: two papers with one repository."""
    comparable = compared.names.level != "unknown" or other_ids(compared.a, compared.b)
    return comparable and compared.title.relation == "different"


def spoken(work_id: str) -> str:
    """Name an id as people do: "arXiv id 2309.06180"."""
    family, _, value = work_id.partition(":")
    names = {"arxiv": "arXiv id", "doi": "DOI", "openreview": "OpenReview id", "acl": "ACL id"}
    return f"{names.get(family, f'{family} id')} {value}"
