"""How are categories written into data/list.toml, leaving all else that the owner wrote?"""

import json
import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from bot.model.lists.listing import Category


def with_categories(text: str, categories: Iterable[Category]) -> str:
    """Give the text of a list.toml with these categories behind its last."""
    blocks = ["\n".join(["[[categories]]", *_keys(category)]) + "\n" for category in categories]
    above = [text.rstrip("\n") + "\n"] if text else []
    return "\n".join([*above, *blocks]) if blocks else text


def _keys(category: Category) -> list[str]:
    """Write each key; a JSON string is a TOML basic string (TOML 1.0, "String")."""
    values = category.model_dump(exclude_none=True)
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]


_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_BLOCK = re.compile(r"[ \t]*\[\[[ \t]*categories[ \t]*\]\]")
_RENAMED = re.compile(r"[ \t]*\[[ \t]*renamed[ \t]*\]")
_SLUG = re.compile(r"""^[ \t]*slug[ \t]*=[ \t]*["']([^"'\n]*)["']""", re.MULTILINE)


def edited(
    text: str, categories: Sequence[Category], renamed: Mapping[str, str], now: Mapping[str, str]
) -> str:
    """Give the text of a list.toml with exactly these categories, and more that is `renamed`.

    `now` leads from slugs in the text to those of `categories`. A block stays as it is but for the
    keys that change.
    """
    stretches = list(_stretches(text))
    blocks = {
        now.get(slug[1], slug[1]): stretch
        for stretch in stretches
        if _BLOCK.match(stretch) and (slug := _SLUG.search(stretch))
    }
    kept = {
        category.slug: _block(blocks[category.slug], category)
        for category in categories
        if category.slug in blocks
    }
    wanted = iter(
        [kept.get(category.slug) or with_categories("", [category]) for category in categories]
    )
    pieces = [
        next(wanted, "") if _BLOCK.match(stretch) else stretch
        for stretch in stretches
        if not _RENAMED.match(stretch)
    ]
    whole = "".join(_apart([*pieces, *wanted], {*stretches, *kept.values()}))
    before = next((stretch for stretch in stretches if _RENAMED.match(stretch)), "[renamed]\n")
    return _with_renamed(whole, before, renamed) if renamed or before != "[renamed]\n" else whole


def _apart(pieces: Iterable[str], blocks: Container[str]) -> Iterator[str]:
    """Part a new block by a blank line from what is before and behind it."""
    before, is_new = "\n\n", False
    for piece in pieces:
        new = piece.startswith("[[") and piece not in blocks
        if (new or is_new) and not before.endswith("\n\n"):
            yield "\n"
        yield piece
        before, is_new = piece, new


def _stretches(text: str) -> Iterator[str]:
    """Cut a text before each line that opens a table."""
    starts = [0, *(match.start() for match in _TABLE.finditer(text) if match.start())]
    yield from (text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def _block(block: str, category: Category) -> str:
    """Give a category's block with the slug, the title and the parent that it has now."""
    for name in ("slug", "title", "parent"):
        value = getattr(category, name)
        line = f"{name} = {json.dumps(value, ensure_ascii=False)}\n" if value else ""
        there = re.search(rf"^[ \t]*{name}[ \t]*=.*\n?", block, re.MULTILINE)
        if there:
            block = block[: there.start()] + line + block[there.end() :]
        elif line:
            block = block.rstrip("\n") + "\n" + line + "\n"
    return block


def _with_renamed(text: str, table: str, renamed: Mapping[str, str]) -> str:
    """Add to what is remembered; what was said of the same name before goes."""
    kept = [line for line in table.splitlines() if not _names(line) & renamed.keys()]
    lines = [
        f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(slug)}"
        for name, slug in renamed.items()
    ]
    return text.rstrip("\n") + "\n\n" + "\n".join([*filter(str.strip, kept), *lines]) + "\n"


def _names(line: str) -> set[str]:
    """Give the name that a line of a table sets, in whichever way TOML lets it be written."""
    try:
        return set(tomllib.loads(line)) if not line.startswith("[") else set()
    except tomllib.TOMLDecodeError:
        return set()
