"""What does a repository become that is made a list of the bot's, from the README that it has?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.adoption.described import listing_of, readme_of, sorted_into, styled
from bot.adoption.look import Look, Stand, look, unmarked
from bot.adoption.shape import evened
from bot.errors import InvalidError
from bot.flows.local.load import Loaded, load
from bot.importers import read
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Category, Listing, Readme
from bot.model.lists.renamed import places
from bot.model.papers.imported import ImportOrigin, ImportResult, Prose
from bot.model.papers.paper import Catalog, Paper
from bot.model.progress import Progress
from bot.render.github.files.issue_form import issue_forms
from bot.render.github.files.workflows import workflows
from bot.render.readme.categories import with_categories
from bot.render.readme.layouts.template import written
from bot.render.readme.list_toml import list_toml
from bot.render.readme.readme import fresh
from bot.review.apply import applied
from bot.review.imports.adopt import Adoption, adopt
from bot.store import config, files, papers
from bot.text.fold import fold

_NEW = "# {title}\n\n<!-- bot:contents -->\n<!-- /bot:contents -->\n\n"
_NEW += "<!-- bot:suggest -->\n<!-- /bot:suggest -->\n\n<!-- bot:papers -->\n<!-- /bot:papers -->\n"
_NOTHING = ImportResult()


@dataclass(frozen=True, slots=True, kw_only=True)
class InitSource:
    """What a list is made from: the text of its README, or "", and the names it goes by.

    `repository` is "owner/name" or ""; `bot` names the action that its workflows use.
    """

    readme: str
    repository: str
    bot: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Init:
    """What would be written, and what there is to say of it.

    `lines` counts the lines that the bot writes from now on, `same` those of them that are as they
    were. `exact` says how many entries a template writes as their owner did.
    """

    files: tuple[FileText, ...]
    listing: Listing
    entries: int
    leftovers: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    prose: tuple[Prose, ...] = ()
    lines: int = 0
    same: int = 0
    exact: int = 0


def init(root: Path, source: InitSource, progress: Progress | None = None) -> Init:
    """Work out the files of a list under `root`; nothing is written.

    Where there is one already, what its README says beyond it is taken in, and what is missing is
    added. Raises InvalidError if the files of that one are not right.
    """
    reading = _read(unmarked(source.readme))
    try:
        there = load(root, may_be_empty=True)
    except InvalidError:
        if (root / files.LIST).exists():
            raise
        there = Loaded(
            Catalog(schema_version=1, papers=()), listing_of(reading, source.repository), ""
        )
    catalog, listing, _ = there
    if reading is _NOTHING or not (reading.entries and _takes_in(listing, catalog)):
        return _plain(root, source, catalog, listing)
    origin = ImportOrigin("README", source.day)
    adoption = _known_again(adopt(reading.entries, catalog, listing, origin, progress), catalog)
    return _adopted(root, source, reading, adoption, there)


def _read(readme: str) -> ImportResult:
    return read(readme) if readme.strip() else _NOTHING


def _takes_in(listing: Listing, catalog: Catalog) -> bool:
    """Tell whether the README is its owner's; one that the bot wrote says nothing new."""
    return listing.readme.layout == "template" or not catalog.papers


def _plain(root: Path, source: InitSource, catalog: Catalog, listing: Listing) -> Init:
    """Make a list of which there is no entry yet, or add what is missing of one that is there."""
    if not listing.categories:
        listing = sorted_into(listing, [Category(slug="papers", title="Papers")], Readme())
    readme = source.readme or _NEW.format(title=listing.title)
    if "<!-- bot:papers -->" not in readme:
        readme = readme.rstrip("\n") + "\n\n<!-- bot:papers -->\n<!-- /bot:papers -->\n"
    texts = {files.PAPERS: papers.dump(catalog)}
    if not (root / files.LIST).exists():
        texts[files.LIST] = list_toml(listing)
    texts |= fresh({files.README: readme}, catalog, listing).local
    made = _files(root, source, texts, listing)
    return Init(files=made, listing=listing, entries=len(catalog.papers))


def _known_again(adoption: Adoption, catalog: Catalog) -> Adoption:
    """Take an entry without more than a title for the one of that title in its category.

    Elsewhere two works may be called so; in the list's own README it is its own line.
    """
    there = {(p.category, fold(p.title)): p.id for p in catalog.papers if p.printed}
    new = {change.paper.id: change.paper for change in adoption.changes if not change.before}
    now = {
        id_: there[paper.category, fold(paper.title)]
        for id_, paper in new.items()
        if (paper.category, fold(paper.title)) in there
    }
    return replace(
        adoption,
        changes=tuple(change for change in adoption.changes if change.paper.id not in now),
        stands=tuple(stand._replace(id=now.get(stand.id, stand.id)) for stand in adoption.stands),
    )


def _adopted(
    root: Path,
    source: InitSource,
    reading: ImportResult,
    adoption: Adoption,
    there: Loaded,
) -> Init:
    catalog, listing, _ = there
    after = applied(catalog, adoption.changes)
    by_id = {paper.id: paper for paper in after.papers}
    stands = [
        Stand(entry=stand.imported, paper=by_id[stand.id], slug=stand.slug)
        for stand in adoption.stands
    ]
    looked = look(source.readme, stands, catalog)
    if not looked.printed:
        return _below(root, source, after, adoption.categories, listing)
    after, lost = _printed(after, looked, stands, catalog)
    if (root / files.LIST).exists():
        new = styled(adoption.categories, looked.styles)
        toml = with_categories(files.read(root, files.LIST), new)
    else:
        listing = sorted_into(
            listing, styled(adoption.categories, looked.styles), readme_of(looked, stands)
        )
        toml = list_toml(listing)
    listing = config.parse(toml)
    text = papers.dump_checked(after, listing)
    made = fresh({files.README: looked.readme}, after, listing).local
    own = set(looked.readme.splitlines())
    changed = [line for line in made[files.README].splitlines() if line not in own]
    return Init(
        files=_files(root, source, {files.LIST: toml, files.PAPERS: text} | made, listing),
        listing=listing,
        entries=len(after.papers),
        leftovers=reading.leftovers,
        doubts=adoption.notes,
        lost=lost,
        prose=reading.prose,
        lines=looked.lines,
        same=looked.lines - len(changed),
        exact=_exact(stands, looked, listing),
    )


def _below(
    root: Path,
    source: InitSource,
    catalog: Catalog,
    categories: Sequence[Category],
    listing: Listing,
) -> Init:
    """Make a list of entries whose lines nothing may be set around, as in blocks of code."""
    doubt = f"{files.README}: the entries stand in a table at its end now; take the old ones out"
    whole = sorted_into(listing, categories, Readme())
    return replace(_plain(root, source, catalog, whole), doubts=(doubt,))


def _files(
    root: Path, source: InitSource, texts: Mapping[str, str], listing: Listing
) -> tuple[FileText, ...]:
    """Give what differs from what is there; a workflow that is there is its owner's."""
    ours = [file for file in workflows(source.bot) if not (root / file.path).exists()]
    every = [*files.texts(texts), *issue_forms(listing), *ours]
    return tuple(sorted(files.changed(root, every), key=lambda file: file.path))


def _printed(
    after: Catalog, looked: Look, stands: Sequence[Stand], before: Catalog
) -> tuple[Catalog, tuple[str, ...]]:
    """Give the entries with what their owner printed, without those of which no line was found."""
    ids_before = {paper.id for paper in before.papers}
    lost = [stands[at].paper for at in looked.lost]
    gone = {paper.id for paper in lost if paper.id not in {*ids_before, *looked.printed}}
    listed = [
        paper.model_copy(update={"printed": looked.printed.get(paper.id, paper.printed)})
        for paper in after.papers
        if paper.id not in gone
    ]
    placed = [_standing(paper, looked) if paper.id not in ids_before else paper for paper in listed]
    titles = tuple(dict.fromkeys(paper.title for paper in lost if paper.id in gone))
    return after.model_copy(update={"papers": tuple(placed), "kept": looked.kept}), titles


def _standing(paper: Paper, looked: Look) -> Paper:
    """Give an entry in those categories in which a line of it was found."""
    slugs = {row.category for row in looked.printed.get(paper.id, ())}
    stands = [slug for slug in places(paper) if slug in slugs] or places(paper)
    return paper.model_copy(update={"category": stands[0], "also_in": tuple(stands[1:])})


def _exact(stands: Sequence[Stand], looked: Look, listing: Listing) -> int:
    """Count the entries that the list's templates write as their owner printed them."""
    count = 0
    for stand in stands:
        template = listing.by_slug[stand.slug].template or listing.readme.template
        printed = looked.printed.get(stand.paper.id, ())
        paper = stand.paper.model_copy(update={"printed": printed})
        texts = [evened(row.text or "") for row in printed]
        count += bool(template) and written(paper, template or "") in texts
    return count
