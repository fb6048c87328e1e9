"""Where in a comment does the mail begin that a mail program quoted below the reply?

Whoever answers GitHub's notification by mail sends the notification along, often with no ">" before
it: below "On ... wrote:", below a title between dashes, below the lines "From: ... Sent: ...
Subject:", or below the footer of GitHub's own mails. All from there to the end is somebody else's.
The words are in `text/lexicon/mail.toml`; what a date, an address or a row of dashes gives away is
read in any language.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from bot.text.lexicon.mail import (
    ADDRESS,
    HEADERS,
    LONGEST,
    TITLES,
    ends_as_introduction,
    introduces,
)

# Over how many lines a mail program breaks what introduces a quoted mail.
MOST_LINES = 4

_HEADER = re.compile(r"\W{0,4}(\w[^:：]{0,30}?)[\s*_]*[:：][\s*_]*(.*)")
_FOOTER = re.compile(
    r"Reply to this email directly|You are receiving this because|Message ID: ?<"
    r"|(?:\S+ )?(?:left a comment|commented) \(\S+/\S+#\d+\)"
    r"|@?\S+ (?:commented on|approved|requested changes on) this pull request\.$"
)
_RULED = re.compile(
    r"[-=_*~\u2014\u2500]{2,}\s*([^-=_*~\u2014\u2500].{0,78}?)\s*[-=_*~\u2014\u2500]{2,}"
)
_LEAST_DASHES = 4
_UNDERSCORES = re.compile(r"_{20,}")
_ORDER = re.compile(r"\W*/[A-Za-z]")


class Mail(NamedTuple):
    """The line at which a quoted mail begins, and whether that is sure."""

    line: int
    sure: bool


def quoted_mail(lines: Sequence[str]) -> Mail | None:
    """Find where a quoted mail begins; `lines` are those of a comment, "" for what is no text.

    What merely looks like one counts as one as well, but not as sure.
    """
    tidy = [_tidy(line) for line in lines]
    beginnings = filter(None, (_introduced(tidy, at) for at in range(len(tidy))))
    first = next(beginnings, None)
    if first and not first.sure:
        # A rule of underscores is Outlook's if its lines of a head follow.
        after = next(beginnings, first)
        return first._replace(sure=after.sure and after.line - first.line <= MOST_LINES)
    return first


def _tidy(line: str) -> str:
    """Give a line without emphasis around it, odd spaces and marks of direction."""
    plain = "".join(char for char in line[: LONGEST + 1] if char.isprintable() or char.isspace())
    return " ".join(plain.split()).strip()


def _introduced(lines: Sequence[str], at: int) -> Mail | None:
    line = lines[at]
    if not line or len(line) > LONGEST:
        return None
    if _FOOTER.match(line.lstrip("\u2014-*_ ")):
        return Mail(at, sure=True)
    return _headed(lines, at) or _titled(line, at) or _attributed(lines, at)


def _titled(line: str, at: int) -> Mail | None:
    """Tell whether a line is a title such as "-----Original Message-----"."""
    ruled = _RULED.fullmatch(line)
    words = (ruled[1] if ruled else line.strip("*_ ")).rstrip(":\uff1a ").lower()
    if words.replace("\u2019", "'") in TITLES and (ruled or line.endswith((":", "\uff1a"))):
        return Mail(at, sure=True)
    dashes = len(line) - len(line.lstrip("-"))
    if _UNDERSCORES.fullmatch(line) or (ruled and dashes >= _LEAST_DASHES):
        return Mail(at, sure=False)
    return None


def _headed(lines: Sequence[str], at: int) -> Mail | None:
    """Tell whether the lines of a mail's head begin here: who, and when, to whom or about what."""
    first = _HEADER.fullmatch(lines[at])
    if not first:
        return None
    block = [line for line in lines[at : at + 2 * MOST_LINES] if line][:MOST_LINES]
    run = [*takewhile(bool, map(_HEADER.fullmatch, block))]
    kinds = [HEADERS.get(match[1].lower(), "") for match in run if match]
    if kinds[0] and "from" in kinds and len(set(kinds) - {""}) > 1:
        return Mail(at, sure=True)
    if ADDRESS.search(first[2]) and len(run) > 2:
        return Mail(at, sure=False)
    return None


def _attributed(lines: Sequence[str], at: int) -> Mail | None:
    """Tell whether "On ..., somebody wrote:" ends here; it may have begun some lines above."""
    if not lines[at].endswith((":", "\uff1a")):
        return None
    text = ""
    for start in range(at, max(at - MOST_LINES, -1), -1):
        if not lines[start] or _ORDER.match(lines[start]):
            break
        text = f"{lines[start]} {text}"
        if introduces(text):
            return Mail(start, sure=True)
    doubtful = ends_as_introduction(lines[at]) or ADDRESS.search(lines[at])
    return Mail(at, sure=False) if doubtful else None
