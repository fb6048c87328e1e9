"""Does an id, a link, a repository or a place in print in common make two records one work?

It does not where the rest contradicts it: then it was miscopied, or belongs to something else.
"""

from bot.dedupe.evidence import SHORT_TITLE, Evidence, described, other_ids
from bot.dedupe.judgement import Judgement
from bot.dedupe.reading import DOI
from bot.model.match import Verdict

CONTRADICTION = 0.3
SHORTEST_NAME = 4


def by_id(found: Evidence) -> Judgement | None:
    """Judge by an id in common; under contradicting titles one of them was miscopied."""
    shared = sorted(found.a.ids & found.b.ids)
    if not shared or in_one_supplement(found, shared):
        return None
    same = f"same {spoken(shared[0])}"
    if contradict(found):
        doubt = f"{same}, but the titles contradict each other"
        return Judgement("possible", tuple(filter(None, (doubt, found.title.conflict))))
    if found.volumes == found.pages == "different":
        doubt = f"{same}, but volume and pages contradict each other"
        return Judgement("possible", (doubt, *described(found)))
    return Judgement("duplicate", (same, *described(found)))


def in_one_supplement(found: Evidence, shared: list[str]) -> bool:
    """Tell whether two abstracts have one DOI because it is that of the supplement."""
    unlike = found.title.relation == found.pages == "different" and found.names.level != "all"
    return unlike and all(value.startswith(DOI) for value in shared)


def contradict(found: Evidence) -> bool:
    """Tell whether two titles cannot be one work's: other words and authors, or other versions."""
    if found.title.conflict:
        return True
    if found.title.relation == "alike" and found.pages == "different":
        return True
    if found.title.relation != "different" or found.authors_agree or named_alike(found):
        return False
    return found.fewest_words >= SHORT_TITLE and found.title.overlap < CONTRADICTION


def named_alike(found: Evidence) -> bool:
    """Tell whether the name of one work stands in the other's title: "... with Sarathi-Serve"."""
    a, b = found.a.title, found.b.title
    return any(
        len(name) >= SHORTEST_NAME and (name == title.name or name in title.whole)
        for name, title in ((a.name, b), (b.name, a))
    )


def by_address(found: Evidence) -> Judgement | None:
    """Judge by a link or a repository in common; other works may share it.

    A repository is the identity only of works that have no other: of software.
    """
    if found.title.conflict or clearly_two(found):
        return None
    if found.a.repositories & found.b.repositories:
        alone = not (found.a.ids or found.b.ids) and not contradict(found)
        verdict: Verdict = "duplicate" if alone and not found.names.shorter else "possible"
        return Judgement(verdict, ("same code repository", *described(found)))
    if found.a.urls & found.b.urls:
        same = found.title.relation in {"same", "near"} and not found.recurring
        certain = same and found.names.level != "none" and not found.separated
        return Judgement("duplicate" if certain else "possible", ("same link", *described(found)))
    return None


def by_place(found: Evidence) -> Judgement | None:
    """Judge by the pages in common: the titles may be two translations of one.

    Of one author there may be two articles in a volume, and the pages of one miscopied.
    """
    if found.title.conflict or not (found.on_article and found.names.level == "all"):
        return None
    certain = found.venues == "same" and found.names.shared > 1
    return Judgement("duplicate" if certain else "possible", described(found))


def clearly_two(found: Evidence) -> bool:
    """Tell whether two records are well known and differ: two papers with one repository."""
    known = found.names.level != "unknown" or other_ids(found.a, found.b)
    return known and found.title.relation == "different"


def spoken(work_id: str) -> str:
    """Name an id as people do: "arXiv id 2309.06180"."""
    family, _, value = work_id.partition(":")
    names = {"arxiv": "arXiv id", "doi": "DOI", "openreview": "OpenReview id", "acl": "ACL id"}
    return f"{names.get(family, f'{family} id')} {value}"
