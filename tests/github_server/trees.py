"""What files does a tree hold, what differs between two trees, and what tree do changes make?"""

from collections.abc import Iterator, Mapping

from tests.github_server.objects import TREE_MODE, Entry, MissingObjectError, ObjectStore

Changes = Mapping[str, Entry | None]
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def walk(store: ObjectStore, tree: str, prefix: str = "") -> Iterator[tuple[str, Entry]]:
    """Yield every path below a tree, folders before what they hold."""
    for name, entry in store.tree(tree).items():
        yield prefix + name, entry
        if entry.kind == "tree":
            yield from walk(store, entry.sha, f"{prefix}{name}/")


def find(store: ObjectStore, tree: str, path: str) -> Entry | None:
    """Give the entry at a path, or None; the empty path is the tree itself."""
    entry = Entry(TREE_MODE, tree)
    for name in path.strip("/").split("/") if path.strip("/") else []:
        below = store.tree(entry.sha).get(name) if entry.kind == "tree" else None
        if below is None:
            return None
        entry = below
    return entry


def differing(store: ObjectStore, old: str, new: str, prefix: str = "") -> dict[str, Entry | None]:
    """Give every file that differs, with what it is in `new` (None: not there)."""
    if old == new:
        return {}
    before, after = _lines(store, old), _lines(store, new)
    found: dict[str, Entry | None] = {}
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        if one != other:
            found |= _differing_entry(store, one, other, prefix + name)
    return found


def _differing_entry(
    store: ObjectStore, old: Entry | None, new: Entry | None, path: str
) -> dict[str, Entry | None]:
    """Compare one name of two trees, which may be a file in one and a folder in the other."""
    old_tree = old.sha if old and old.kind == "tree" else EMPTY_TREE
    new_tree = new.sha if new and new.kind == "tree" else EMPTY_TREE
    found = differing(store, old_tree, new_tree, path + "/")
    if (old and old.kind != "tree") or (new and new.kind != "tree"):
        found[path] = new if new and new.kind != "tree" else None
    return found


def edited(store: ObjectStore, tree: str | None, changes: Changes) -> str:
    """Store the tree that `changes` make of a tree (None: of nothing); a None deletes.

    Raises MissingObjectError for the deletion of what is not there.
    """
    entries = dict(_lines(store, tree)) if tree else {}
    below: dict[str, dict[str, Entry | None]] = {}
    for path, entry in changes.items():
        name, slash, rest = path.partition("/")
        if slash:
            below.setdefault(name, {})[rest] = entry
        elif entry:
            entries[name] = entry
        elif entries.pop(name, None) is None:
            raise MissingObjectError(path)
    for name, inner in below.items():
        old = entries.get(name)
        made = edited(store, old.sha if old and old.kind == "tree" else None, inner)
        entries[name] = Entry(TREE_MODE, made)
        if made == EMPTY_TREE:
            del entries[name]
    return store.write_tree(entries)


def _lines(store: ObjectStore, tree: str) -> Mapping[str, Entry]:
    return {} if tree == EMPTY_TREE else store.tree(tree)
