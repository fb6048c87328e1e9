"""What does the branch of a suggestion hold, and is it still what the bot put there?

The branch is the bot's memory: one commit whose trailers say for which text of the issue it was
made. A person may mend the entry on it; the mended fields are adopted and stay. Whatever else a
person changes there stops the bot on that branch until `/refresh` hands it back.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from bot.errors import InvalidError
from bot.flows.github.facts.base import Base, documents_at, listing_at
from bot.flows.github.facts.doors import History
from bot.identify import clean_url, is_canonical
from bot.model.github.outcome import FileText
from bot.model.lists.listing import Listing
from bot.model.lists.renamed import settled
from bot.model.papers.paper import Catalog, Paper
from bot.model.quotation import quoted
from bot.model.submissions.review import Change, Review
from bot.model.submissions.status import BranchFacts
from bot.render.readme.documents.documents import paths
from bot.render.readme.patch import patched
from bot.store import files, papers

MOST_COMMITS = 50

_TRAILER = re.compile(r"^(Submission|Entries|Adopted|Refreshed): *(.*)$", re.MULTILINE)
_COUNT = re.compile(r"[0-9]{1,6}")
# What a person may not change by editing an entry on a branch: it says which entry it is.
_KEPT = frozenset({"id", "added", "issue"})


class Branch(NamedTuple):
    """A branch as it was found.

    `digest` and `refreshed` are of the bot's own last commit on it. `entries` are those that
    differ from where it was forked off; `adopted` names, by entry, the fields that a person set.
    `tidy` says that its files are what computing them from its entries would give. `foreign` is
    what else a person changed, as a phrase; `returned` that `/refresh` has just handed back what a
    person had changed.
    """

    name: str
    head: str
    digest: str = ""
    refreshed: int = 0
    entries: dict[str, Paper | None] = {}  # noqa: RUF012  (never changed)
    adopted: dict[str, tuple[str, ...]] = {}  # noqa: RUF012  (never changed)
    tidy: bool = True
    foreign: str = ""
    returned: bool = False

    def handed_back(self) -> "Branch":
        """Give it as what is nobody else's any more."""
        return self._replace(foreign="", adopted={}, returned=bool(self.foreign or self.adopted))

    def holds(self, review: Review, digest: str) -> bool:
        """Tell whether it was made for this digest of issue and commands, and holds just that."""
        return self.tidy and self.digest == digest and self.entries == review.entries


def read_branch(history: History, name: str, head: str, base: Base) -> Branch:
    """Read what stands on a branch, against where it was forked off the base branch."""
    fork = history.merge_base(base.tip, head)
    if fork is None:
        return Branch(name, head, foreign="it shares no history with the base branch")
    own = _own_commit(history, head, fork)
    if own is None:
        return Branch(name, head, foreign="none of its commits is the bot's")
    trailers = dict(_TRAILER.findall(history.message(own)))
    # A person who writes a commit's message may put anything there.
    refreshed = _COUNT.fullmatch(trailers.get("Refreshed", ""))
    branch = Branch(
        name, head, trailers.get("Submission", ""), int(refreshed[0]) if refreshed else 0
    )
    listing = listing_at(history, fork, base)
    allowed = {files.PAPERS, *paths(listing)}
    others = sorted(set(history.changed_paths(fork, head)) - allowed)
    if others:
        return branch._replace(foreign=f"it changes {quoted(others[0])}")
    try:
        read = _read_entries(history, branch, listing, _Commits(fork, own), trailers)
    except InvalidError as error:
        return branch._replace(foreign=quoted(error.problems[0]))
    # Where the list has been divided into other documents since, it is made for those.
    return read._replace(tidy=read.tidy and paths(listing) == paths(base.listing))


def digest_of(entries: Mapping[str, Paper | None]) -> str:
    """Give the digest of the entries that a commit changes, None for one that it takes out."""
    texts = [
        paper.model_dump_json(exclude_defaults=True) if paper else id_
        for id_, paper in sorted(entries.items())
    ]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def facts(history: History, branch: Branch, base: Base, wanted: Sequence[FileText]) -> BranchFacts:
    """Say how a branch that holds what it should merges into the tip of the base branch."""
    tree = history.merges(base.tip, branch.head)
    expected = {file.path: file.text for file in wanted}
    there = {files.PAPERS: base.papers_text, **base.documents} | expected
    exact = tree is not None and all(
        history.text_of_tree(tree, path) == there.get(path)
        for path in (files.PAPERS, *paths(base.listing))
    )
    return BranchFacts(
        name=branch.name,
        head=branch.head,
        current=True,
        clean=tree is not None,
        exact=exact,
    )


def with_adopted(review: Review, branch: Branch) -> Review:
    """Give the decision with what a person set on the branch in place of what was worked out."""
    changes = tuple(_adopted(change, branch) for change in review.changes)
    return replace(review, changes=changes)


def _adopted(change: Change, branch: Branch) -> Change:
    if change.after is None:
        return change
    mended = branch.entries.get(change.after.id)
    fields = branch.adopted.get(change.after.id, ())
    if mended is None or not fields:
        return change
    values = {field: getattr(mended, field) for field in fields}
    return replace(change, after=change.after.model_copy(update=values))


def _own_commit(history: History, head: str, fork: str) -> str | None:
    """Find the bot's last commit on a branch, along its first parents and not beyond its fork."""
    commit = head
    for _ in range(MOST_COMMITS):
        if commit == fork:
            return None
        if any(name == "Submission" for name, _ in _TRAILER.findall(history.message(commit))):
            return commit
        parents = history.parents(commit)
        if not parents:
            return None
        commit = parents[0]
    return None


class _Commits(NamedTuple):
    """Where a branch leaves the base branch, and the bot's last commit on it."""

    fork: str
    own: str


def _read_entries(
    history: History,
    branch: Branch,
    listing: Listing,
    commits: _Commits,
    trailers: Mapping[str, str],
) -> Branch:
    fork, own = commits
    before, now = (_catalog(history, commit, listing) for commit in (fork, branch.head))
    announced, ours = _announced(history, own, before, listing)
    if trailers.get("Entries", "") not in {"", digest_of(announced)}:
        return branch._replace(foreign="its commit is no longer as the bot made it")
    entries = _differing(before, now)
    strange = sorted(set(entries) ^ set(announced))
    if strange:
        return branch._replace(foreign=f"it changes the entry {quoted(strange[0])} too")
    if now.removed != ours.removed:
        return branch._replace(foreign="it changes what is kept of removed works")
    fields = _fields_of_people(trailers.get("Adopted", ""), announced, entries)
    kept = sorted(field for names in fields.values() for field in names & _KEPT)
    faults = [f"it changes the key {quoted(field)} of its entry" for field in kept]
    faults += (fault for id_, now in entries.items() for fault in _faults(announced[id_], now))
    if faults:
        return branch._replace(foreign=faults[0])
    forked = documents_at(history, fork, listing)
    there = documents_at(history, branch.head, listing)
    follows = there == forked | patched(forked, before, now, listing)
    if not follows and (odd := _unlike(there, forked | patched(forked, before, ours, listing))):
        return branch._replace(foreign=f"it changes {odd[0]} by hand")
    adopted = {id_: tuple(sorted(names)) for id_, names in fields.items() if names}
    tidy = follows and history.text(branch.head, files.PAPERS) == papers.dump(now)
    return branch._replace(entries=entries, adopted=adopted, tidy=tidy)


def _fields_of_people(
    trailer: str, announced: Mapping[str, Paper | None], entries: Mapping[str, Paper | None]
) -> dict[str, set[str]]:
    """Give, by entry, the fields that people set: before the bot's last commit, and since."""
    fields = {id_: _mended(announced[id_], entry) for id_, entry in entries.items()}
    for name in trailer.split(", "):
        id_, _, field = name.rpartition(".")
        if field in Paper.model_fields:
            fields.setdefault(id_, set()).add(field)
    return fields


def _unlike(there: Mapping[str, str], wanted: Mapping[str, str]) -> list[str]:
    """Name the documents that are not what they should be."""
    return sorted(
        path for path in there.keys() | wanted.keys() if there.get(path) != wanted.get(path)
    )


def _catalog(history: History, sha: str, listing: Listing) -> Catalog:
    return settled(_parsed(history.text(sha, files.PAPERS) or ""), listing)


@lru_cache(maxsize=4)
def _parsed(text: str) -> Catalog:
    """Read the entries; most branches are forked off the same ones."""
    return papers.parse(text)


def _differing(before: Catalog, after: Catalog) -> dict[str, Paper | None]:
    """Give the entries that were added or changed, and, as None, those taken out."""
    old = {paper.id: paper for paper in before.papers}
    new = {paper.id: paper for paper in after.papers}
    ids = sorted(id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_))
    return {id_: new.get(id_) for id_ in ids}


def _announced(
    history: History, own: str, before: Catalog, listing: Listing
) -> tuple[dict[str, Paper | None], Catalog]:
    """Give what the bot's own commit changes, and the list that it makes of `before`.

    The branch may have been brought up to date since ("Update branch"), so that the commit was
    made on an older list than the one the branch is forked off by now.
    """
    parents = history.parents(own)
    start = _catalog(history, parents[0], listing) if parents else before
    end = _catalog(history, own, listing)
    changed = _differing(start, end)
    kept = {paper.id: paper for paper in before.papers if paper.id not in changed}
    kept |= {id_: paper for id_, paper in changed.items() if paper}
    removed = {work.id: work for work in before.removed}
    removed |= {work.id: work for work in end.removed if work not in start.removed}
    became = {
        "papers": tuple(kept[id_] for id_ in sorted(kept)),
        "removed": tuple(removed[id_] for id_ in sorted(removed)),
    }
    return changed, before.model_copy(update=became)


def _mended(ours: Paper | None, now: Paper | None) -> set[str]:
    if ours is None or now is None:
        return set() if ours == now else {"id"}
    return {name for name in Paper.model_fields if getattr(ours, name) != getattr(now, name)}


def _faults(ours: Paper | None, now: Paper | None) -> Iterator[str]:
    """Say what a person gave an entry that no form would take, as a phrase each."""
    urls = {link.url for link in ours.links} if ours else set()
    for link in now.links if now else ():
        cleaned = link.url if link.url in urls else clean_url(link.url)
        if cleaned != link.url:
            advice = f"write it as {quoted(cleaned)}" if cleaned else "it is no public link"
            yield f"it gives its entry the link {quoted(link.url)}; {advice}"
    for work in now.ids if now else ():
        if not (is_canonical(work) or (ours and work in ours.ids)):
            yield f"it gives its entry {quoted(work)}, which is no id as its family writes it"
