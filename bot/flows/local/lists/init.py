"""What does a repository become that is made a list of the bot's, from the README that it has?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from bot.adoption.look import Look, Stand, Style, look, unmarked
from bot.adoption.shape import evened
from bot.errors import InvalidError
from bot.flows.local.load import Loaded, load
from bot.importers import read
from bot.markdown.tree.inline import scan
from bot.markdown.tree.pieces import words
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Bot, Category, Listing, Readme
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
from bot.text.clean import clean
from bot.text.fold import fold

_NEW = "# {title}\n\n<!-- bot:contents -->\n<!-- /bot:contents -->\n\n"
_NEW += "<!-- bot:suggest -->\n<!-- /bot:suggest -->\n\n<!-- bot:papers -->\n<!-- /bot:papers -->\n"
_LONGEST_INTRODUCTION = 300
_LONGEST_MARKUP = 2_000
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
        there = Loaded(Catalog(schema_version=1, papers=()), _listing(source, reading), "")
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
        listing = _with(listing, [Category(slug="papers", title="Papers")], Readme())
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
    seen = look(source.readme, stands, catalog)
    if not seen.printed:
        return _below(root, source, after, adoption.categories, listing)
    after, lost = _printed(after, seen, stands, catalog)
    if (root / files.LIST).exists():
        new = _styled(adoption.categories, seen.styles)
        toml = with_categories(files.read(root, files.LIST), new)
    else:
        listing = _with(listing, _styled(adoption.categories, seen.styles), _readme(seen, stands))
        toml = list_toml(listing)
    listing = config.parse(toml)
    text = papers.dump_checked(after, listing)
    made = fresh({files.README: seen.readme}, after, listing).local
    own = set(seen.readme.splitlines())
    changed = [line for line in made[files.README].splitlines() if line not in own]
    return Init(
        files=_files(root, source, {files.LIST: toml, files.PAPERS: text} | made, listing),
        listing=listing,
        entries=len(after.papers),
        leftovers=reading.leftovers,
        doubts=adoption.notes,
        lost=lost,
        prose=reading.prose,
        lines=seen.lines,
        same=seen.lines - len(changed),
        exact=_exact(stands, seen, listing),
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
    whole = _with(listing, categories, Readme())
    return replace(_plain(root, source, catalog, whole), doubts=(doubt,))


def _files(
    root: Path, source: InitSource, texts: Mapping[str, str], listing: Listing
) -> tuple[FileText, ...]:
    """Give what differs from what is there; a workflow that is there is its owner's."""
    ours = [file for file in workflows(source.bot) if not (root / file.path).exists()]
    every = [*files.texts(texts), *issue_forms(listing), *ours]
    return tuple(sorted(files.changed(root, every), key=lambda file: file.path))


def _printed(
    after: Catalog, seen: Look, stands: Sequence[Stand], before: Catalog
) -> tuple[Catalog, tuple[str, ...]]:
    """Give the entries with what their owner printed, without those of which no line was found."""
    ids_before = {paper.id for paper in before.papers}
    lost = [stands[at].paper for at in seen.lost]
    gone = {paper.id for paper in lost if paper.id not in {*ids_before, *seen.printed}}
    listed = [
        paper.model_copy(update={"printed": seen.printed.get(paper.id, paper.printed)})
        for paper in after.papers
        if paper.id not in gone
    ]
    placed = [_standing(paper, seen) if paper.id not in ids_before else paper for paper in listed]
    titles = tuple(dict.fromkeys(paper.title for paper in lost if paper.id in gone))
    return after.model_copy(update={"papers": tuple(placed), "kept": seen.kept}), titles


def _standing(paper: Paper, seen: Look) -> Paper:
    """Give an entry in those categories in which a line of it was found."""
    slugs = {row.category for row in seen.printed.get(paper.id, ())}
    stands = [slug for slug in places(paper) if slug in slugs] or places(paper)
    return paper.model_copy(update={"category": stands[0], "also_in": tuple(stands[1:])})


def _listing(source: InitSource, reading: ImportResult) -> Listing:
    """Describe a list that only watches until its owner switches it on."""
    title = (
        _read_aloud(next(iter(reading.headings), ""))
        or source.repository.rpartition("/")[2]
        or "Papers"
    )
    plain = (
        paragraph.text for paragraph in reading.prose if not re.search(r"[\[<|]", paragraph.text)
    )
    paragraphs = map(_read_aloud, plain)
    said = next((text for text in paragraphs if 20 < len(text) < _LONGEST_INTRODUCTION), title)
    return Listing(
        schema_version=1,
        title=title,
        introduction=said + "." * said[-1].isalnum(),
        repository=source.repository or None,
        bot=Bot(mode="watch"),
    )


def _read_aloud(markdown: str) -> str:
    """Give the words of a heading or paragraph without its markup and its badges."""
    pieces = scan(markdown[:_LONGEST_MARKUP], {})
    return clean(words([piece for piece in pieces if not piece.badge]))[:_LONGEST_INTRODUCTION]


def _with(listing: Listing, categories: Sequence[Category], readme: Readme) -> Listing:
    values = listing.model_dump(exclude_defaults=True)
    values |= {"categories": tuple(categories), "readme": readme, "bot": listing.bot}
    return Listing.model_validate(values)


def _readme(seen: Look, stands: Sequence[Stand]) -> Readme:
    """Say how the README shows its entries: as it did."""
    style = seen.styles.get("")
    return Readme(
        layout="template",
        template=style.template or None if style else None,
        head=style.head or None if style else None,
        order="as is",
        new="first" if _newest_first(stands) else "last",
    )


def _newest_first(stands: Sequence[Stand]) -> bool:
    """Tell whether more entries stand above an older one of their category than below one."""
    above = below = 0
    for one, other in pairwise(stands):
        dates = [stand.entry.date or str(stand.entry.year or "") for stand in (one, other)]
        if one.slug == other.slug and all(dates):
            shorter = min(map(len, dates))
            first, second = (date[:shorter] for date in dates)
            above += first > second
            below += first < second
    return above > below


def _styled(categories: Sequence[Category], styles: Mapping[str, Style]) -> list[Category]:
    return [
        category.model_copy(update={"template": style.template or None, "head": style.head})
        if (style := styles.get(category.slug))
        else category
        for category in categories
    ]


def _exact(stands: Sequence[Stand], seen: Look, listing: Listing) -> int:
    """Count the entries that the list's templates write as their owner printed them."""
    count = 0
    for stand in stands:
        template = listing.by_slug[stand.slug].template or listing.readme.template
        printed = seen.printed.get(stand.paper.id, ())
        paper = stand.paper.model_copy(update={"printed": printed})
        texts = [evened(row.text or "") for row in printed]
        count += bool(template) and written(paper, template or "") in texts
    return count
