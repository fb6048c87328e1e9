"""Which works does one line list, side by side or behind a common label?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.importers.phrases.identity import work_of
from bot.importers.phrases.roles import role_of
from bot.importers.phrases.segments import classify, decorations_off, is_label
from bot.importers.works.works import is_work_link, outward, split_label
from bot.markdown.tree.pieces import BOLD, Piece, words
from bot.text.clean import clean

_SEPARATOR = re.compile(r"[\s,;/|&+•·]*(?:and(?: [Tt]he)?|or|以及|和)?[\s,;/|&+•·]*")
_JOINED = re.compile(r"[\s,;]+(?:and(?: [Tt]he)?|or)\s*$")


def works_behind_label(pieces: Sequence[Piece]) -> tuple[str, list[list[Piece]]]:
    """Read "**Arithmetic**: [GSM8K](...), [SVAMP](...)" as a label and a line for each work.

    No label and no lines where the links go with one work: "**vLLM**: [Paper](...), [Code](...)".
    """
    named = [piece for piece in pieces if outward(piece)]
    if not pieces or pieces[0].kind != "text" or not _are_several(named):
        return "", []
    label, rest = split_label(pieces[0], list(pieces[1:]))
    if not label or role_of(label) or any(is_label(p.text) or p.badge for p in named):
        return "", []
    starts = [index for index, piece in enumerate(rest) if outward(piece)]
    if words(rest[: starts[0]]) or not _are_only_parted(rest, starts):
        return "", []
    return clean(label), [rest[a:b] for a, b in pairwise([*starts, len(rest)])]


def _are_several(links: list[Piece]) -> bool:
    """Tell whether most of the links lead to works, and to more than one."""
    works = {work_of(link.url) or link.url for link in links if is_work_link(link)}
    return len(works) > 1 and len(works) * 2 > len(links)


def _are_only_parted(pieces: list[Piece], starts: list[int]) -> bool:
    """Tell whether nothing but commas and the like stands between the links that start there."""
    between = (words(pieces[a + 1 : b]) for a, b in pairwise(starts))
    return all(_SEPARATOR.fullmatch(_without_groups(text)) for text in between)


def split_works(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut a line that lists several works, one beside the other."""
    for cut in (_at_semicolons, _at_titled_lines, _at_titles):
        lines = cut(pieces)
        if len(lines) > 1:
            return lines
    return [list(pieces)]


def _at_semicolons(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut "A, [Paper](...); B, [Paper](...)" behind its semicolons."""
    if not any(";" in piece.text for piece in pieces):
        return [list(pieces)]
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        before, semicolon, after = piece.text.partition(";")
        ready = (
            piece.kind == "text" and semicolon and not before.strip(" ])") and after.strip(" [(")
        )
        if ready and any(p.kind == "link" for p in lines[-1]) and words(lines[-1]):
            lines[-1].append(piece._replace(text=before))
            lines.append([piece._replace(text=after)])
        else:
            lines[-1].append(piece)
    if all(any(p.kind == "link" for p in line) and _has_own_words(line) for line in lines):
        return lines
    return [list(pieces)]


def _has_own_words(line: Sequence[Piece]) -> bool:
    return any(
        piece.kind != "break" and any(map(str.isalpha, piece.text)) and not is_label(piece.text)
        for piece in line
    )


def _at_titled_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut "**A**<br>its people<br>**B**<br>its people" before every line that is a title alone."""
    breaks = [index for index, piece in enumerate(pieces) if piece.kind == "break"]
    if not breaks:
        return [list(pieces)]
    edges = [0, *(index + 1 for index in breaks), len(pieces)]
    lines = [list(pieces[a:b]) for a, b in pairwise(edges)]
    titled = [_is_title(line) for line in lines]
    if not titled[0] or sum(titled) < 2 or any(a and b for a, b in pairwise(titled)):
        return [list(pieces)]
    works: list[list[Piece]] = []
    for line, begins in zip(lines, titled, strict=True):
        if begins:
            works.append(line)
        elif words(line):
            works[-1] += [Piece("\n\n", "break"), *line]
    return works


def _is_title(line: Sequence[Piece]) -> bool:
    """Tell a line that is nothing but a title in bold, linked or not."""
    shown = [piece for piece in line if piece.text.strip()]
    bold = bool(shown) and all(p.style & BOLD and (p.kind == "text" or outward(p)) for p in shown)
    return bold and len(words(shown).split()) > 2 and not classify(words(shown)).role


def _at_titles(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut "[A](...), [B](...)" where each is a work of its own and nothing else is said."""
    starts = [index for index, piece in enumerate(pieces) if _is_titled_link(piece)]
    works = {work_of(pieces[index].url) or pieces[index].url for index in starts}
    if len(works) < 2 or len(works) != len(starts):
        return [list(pieces)]
    first = all(_separates(decorations_off(piece.text)) for piece in pieces[: starts[0]])
    if not first or not all(_are_apart(pieces[a + 1 : b]) for a, b in pairwise(starts)):
        return [list(pieces)]
    lines = [list(pieces[a:b]) for a, b in pairwise([0, *starts[1:], len(pieces)])]
    for line in lines[:-1]:
        if line[-1].kind == "text":
            line[-1] = line[-1]._replace(text=_JOINED.sub("", line[-1].text))
    return lines


def _is_titled_link(piece: Piece) -> bool:
    """Tell a link to a work that names it."""
    return is_work_link(piece) and not piece.badge and not is_label(piece.text)


def _separates(text: str) -> bool:
    """Tell a text that only stands between works, or nothing at all."""
    return not text.strip() or bool(_SEPARATOR.fullmatch(text))


def _are_apart(between: Sequence[Piece]) -> bool:
    """Tell whether what stands between two links parts works: a line's end, a comma, an "and"."""
    if any(piece.kind == "break" for piece in between):
        return True
    plain = "".join(piece.text for piece in between if piece.kind == "text")
    return bool(plain.strip()) and bool(_SEPARATOR.fullmatch(_without_groups(plain)))


def _without_groups(text: str) -> str:
    return re.sub(r"[(\[][^()\[\]]{0,80}[)\]]", "", text)
