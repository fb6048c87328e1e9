"""What in a text is only how mail is sent: a signature, the quote of an earlier mail?

Nothing that could name a work is taken for either: where one line of a signature could, all of it
stays, and a name of which nothing else says that it is a person's is given back.
"""

import re
from itertools import dropwhile, islice, takewhile
from typing import NamedTuple

from bot.identify import links_in, parse_link
from bot.text.lexicon.mail import CLOSINGS, introduces, names_place

MOST_LINES = 6  # of a signature
LONGEST_LINE = 160

_DASHES = re.compile(r"-- ?")  # as mail programs write it (RFC 3676, section 4.3)
# A person's name: one to three words, with initials between them.
_PERSON = re.compile(r"(?:[^\W\d_][\w'’.-]*[ \t]*){1,3}")
_REACHED = re.compile(r"^\W*(?:\S+@\S+\.\w+|[+(]?[0-9][0-9 ()/.-]{5,})\W*$")


class Unmailed(NamedTuple):
    """A text without what mail adds to it, and the signing names that may be a work's as well."""

    text: str
    doubtful: tuple[str, ...] = ()


def without_mail(text: str) -> Unmailed:
    """Take off a text the signature that ends it, and mail that is quoted in it.

    A quote in which links stand is read like other text.
    """
    lines = _unquoted(text.rstrip().split("\n"))
    for at in range(max(len(lines) - 2 * MOST_LINES, 0), len(lines)):
        below = [line.strip() for line in lines[at + 1 :] if line.strip()]
        if len(below) <= MOST_LINES and is_closing(lines[at]) and _is_signature(below):
            parted = bool(_DASHES.fullmatch(lines[at].strip()))
            return Unmailed("\n".join(lines[:at]), () if parted else _doubtful(below))
    return Unmailed("\n".join(lines))


def _unquoted(lines: list[str]) -> list[str]:
    """Leave out what introduces an earlier mail, and the mail, unless links stand there."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        kept.append(lines[at])
        at += 1
        if introducing := _introducing(kept[-2:]):
            quote = [*takewhile(_is_quoted, islice(lines, at, None))]
            if any(map(str.strip, quote)):
                del kept[-introducing:]
                kept += quote if links_in("\n".join(quote)) else []
                at += len(quote)
    return kept


def _introducing(lines: list[str]) -> int:
    """Count the last lines that introduce an earlier mail: one, or two if an address is long."""
    if not lines[-1].rstrip().endswith((":", "：")) or links_in("\n".join(lines)):
        return 0
    if introduces(lines[-1]):
        return 1
    both = " ".join(lines)
    return 2 if "@" in both and introduces(both) else 0


def _is_quoted(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith(">")


def is_closing(line: str) -> bool:
    """Tell a line that does nothing but close a mail, or part its signature from it."""
    bare = line.strip()
    return bool(_DASHES.fullmatch(bare)) or bare.strip(",.!，。！ ").casefold() in CLOSINGS


def _is_signature(lines: list[str]) -> bool:
    """Tell who signs, and who that is: names, a place, an address; and no other thing."""
    lines = list(dropwhile(is_closing, lines))
    people = [line for line in lines if not _says_who(line)]
    return len(people) <= 1 and all(map(_is_person, people)) and people == lines[: len(people)]


def _doubtful(signature: list[str]) -> tuple[str, ...]:
    """Give a name of several whole words below which nothing says that it is a person's."""
    signed = [line for line in signature if not is_closing(line)]
    if len(signed) != 1 or _says_who(signed[0]):
        return ()
    words = signed[0].split()
    initialled = any(len(word.strip(".,")) == 1 for word in words)
    return () if len(words) == 1 or initialled else tuple(signed)


def _says_who(line: str) -> bool:
    if len(line) > LONGEST_LINE or any(map(_names_work, links_in(line))):
        return False
    titled = ":" in line.replace("://", "")
    placed = names_place(line) and not titled
    return placed or is_closing(line) or bool(_REACHED.match(line))


def _is_person(line: str) -> bool:
    bare = line.strip(" ,.")
    return bool(_PERSON.fullmatch(bare)) and not any(part.islower() for part in bare.split()[:1])


def _names_work(url: str) -> bool:
    link = parse_link(url)
    return link is None or bool(link.work) or url.casefold().endswith(".pdf")
