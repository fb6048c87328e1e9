"""Which links does each line of a text hold, what are they called, and what else is said there?

A link's label is the few words right before it ("Code: ...", "[PDF](...)"), or a line of their own
above it, if they announce something; all else that is written beside it may be the work's name.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.identify import Linked, canonical, parted
from bot.importers import role_of_label
from bot.links.identifier import is_repository
from bot.model.papers.paper import LinkKind
from bot.review.drafts.link_kind import kind_called, kind_led_to
from bot.review.pasted.works.labels import is_label, labelled, names
from bot.review.pasted.works.talk import is_talk, without_lead, without_talk
from bot.text.clean import clean

LONGEST_LINE = 4_000
# More than any submission has: one with more works than it may have is told so all the same.
MOST_LINES, MOST_LINKS = 300, 100
# Families of which one work may have several ids; of any other, two on one line are two works.
_SEVERAL = frozenset(("", "github", "s2"))

_BULLET = re.compile(r"^\s*(?:(?:[-*+>•·▪◦‣–—]+|[0-9]{1,3}[.)、]|\[[ xX]\])\s+|[|])+")
# A label that says nothing of the words below it.
_OF_LINKS = frozenset(("", "links"))
_TICKED = re.compile(r"\s*(?:[-*+]|[0-9]{1,3}[.)])\s+\[[xX✓✔]\]\s")
_PLURAL = re.compile(r"\b(link|paper|author|keyword|title)\(s\)", re.IGNORECASE)
_CELL = re.compile(r"^([^|:\n]{1,40}?)[ \t]*\|[ \t]*(?=[^|]+$)")
_LIKE_A_LINK = re.compile(r"://|\bwww\.|\w\.\w+/")
# The names of a table's columns and the rule below them.
_TABLE_HEAD = re.compile(
    r"^(?![^\n]*://)[^\n|]{0,200}\|[^\n]{0,500}\n[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$", re.MULTILINE
)
_CODE = re.compile(r"`(https?://[^`\s]+)`")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#+\s*$")
_ATTACHMENT = re.compile(
    r"^https?://(?:github\.com/(?:user-attachments/|[^/]+/[^/]+/(?:files|assets)/[0-9])"
    r"|(?:private-)?user-images\.githubusercontent\.com/)"
)


class Ref(NamedTuple):
    """A link of a line: what is found there, None if nothing tells, and the work it names.

    `work` is the canonical id of that work, "" for none and for a repository's.
    """

    url: str
    kind: LinkKind | None
    labelled: bool = False
    work: str = ""

    @property
    def is_paper(self) -> bool:
        """Whether it leads to a paper."""
        return self.kind == "paper"


class SubmittedLine(NamedTuple):
    """One line: `text` as an importer may read it, `words` what it says beside links and labels.

    `written` is the line as it stands there; `block` counts the stretches between empty lines;
    `heading` if it is one of Markdown's.
    """

    written: str
    text: str
    words: str
    refs: tuple[Ref, ...] = ()
    block: int = 0
    heading: bool = False

    @property
    def named(self) -> bool:
        """Whether its words may name a work."""
        return not (self.is_ticked or self.unusable) and _may_name(self.words, self.written)

    @property
    def unusable(self) -> bool:
        """Whether something in it that looks like a link is none that may be stored."""
        return bool(_LIKE_A_LINK.search(self.words)) and not self.refs

    @property
    def is_ticked(self) -> bool:
        """Whether it only confirms something that a template asks for."""
        return bool(_TICKED.match(self.written)) and not self.refs

    @property
    def is_picture(self) -> bool:
        """Whether it begins with a picture, as phones attach screenshots."""
        return self.written.startswith(("![", "<img"))

    @property
    def papers(self) -> tuple[Ref, ...]:
        """Its links that lead to papers."""
        return tuple(ref for ref in self.refs if ref.is_paper)


@lru_cache(maxsize=2 * MOST_LINES)  # each line is asked beside every other one
def _may_name(words: str, written: str) -> bool:
    words = without_lead(words)
    return names(words) or (is_talk(words) and names(without_talk(written)))


def lines_of(text: str) -> tuple[list[SubmittedLine], str]:
    """Read the lines of a text that are not empty; one with several papers is a line for each.

    What stands behind more lines and links than any submission has is given back unread.
    """
    lines: list[SubmittedLine] = []
    block, called, links = 0, "", 0
    texts = _PLURAL.sub(r"\1s", _TABLE_HEAD.sub("", text)).split("\n")
    for at, written in enumerate(texts):
        if not written.strip():
            block += 1
            continue
        parts = parted(_BULLET.sub("", written[:LONGEST_LINE]))
        links += len(parts) - 1
        if links > MOST_LINKS or len(lines) > MOST_LINES:
            return lines, "\n".join(texts[at:]).strip()
        for stretch in _by_paper(parts):
            line = _line(stretch, written.strip(), called, block)
            called = line.words if not line.refs and is_label(line.words) else ""
            lines.append(line)
    return lines, ""


def is_attachment(url: str) -> bool:
    """Tell a file that somebody dropped into an issue from a page or file that is published."""
    return bool(_ATTACHMENT.match(url))


def is_single(family: str) -> bool:
    """Tell whether a work has one id of a family."""
    return family not in _SEVERAL


def _by_paper(parts: list[Linked]) -> Iterator[list[Linked]]:
    """Part a line where a link names another paper than one before it does."""
    taken: list[Linked] = []
    work_by_family: dict[str, str] = {}
    for part in parts:
        work = canonical(part.url) if part.url else None
        family = work.partition(":")[0] if work else ""
        if work and is_single(family) and work_by_family.setdefault(family, work) != work:
            # What stands between two links goes with the second, but for the marks that end a link.
            yield taken
            taken, work_by_family = [], {family: work}
        taken.append(part)
    yield taken


def _line(parts: list[Linked], written: str, called: str, block: int) -> SubmittedLine:
    refs, words = [], []
    for part in parts:
        label, rest = labelled(part.words) if part.url else ("", part.words)
        words.append(rest)
        if part.url:
            refs.append(ref_to(part.url, label or (called if not rest.strip() else "")))
        else:
            words.append(part.written)
    text = _CODE.sub(r"\1", "".join(part.words + _address(part) for part in parts))
    unheaded = _HEADING.sub("", text)
    unheaded = _CELL.sub(_announced, unheaded.strip().strip("|").strip())
    return SubmittedLine(
        written=written,
        text=unheaded if refs or role_of_label(called) in _OF_LINKS else f"{called}: {unheaded}",
        words=_tidy(words),
        refs=_each_once(refs),
        block=block,
        heading=bool(_HEADING.match(text)),
    )


def _announced(match: re.Match[str]) -> str:
    """Write "Title | Attention", a row of names and values, as a label and what it announces."""
    return f"{match[1]}: " if role_of_label(match[1]) else match[0]


def _address(part: Linked) -> str:
    """Write a link so that it is one in Markdown: an identifier as its page."""
    if not part.url:
        return part.written
    opening = part.written[: len(part.written) - len(part.written.lstrip("](<"))]
    return opening + part.url


def ref_to(url: str, label: str = "") -> Ref:
    """Give a link with what it leads to, by its address and by what it is called."""
    led, work = kind_led_to(url), canonical(url) or ""
    if is_repository(work):
        work = ""
    if led == "paper" and work:
        return Ref(url, "paper", bool(label), work)
    called = kind_called(label) if label else None
    if led == "code" and (called in {"project", "other", "summary"} or _only_link(label)):
        called = "code"
    return Ref(url, called or led, bool(called), work)


def _only_link(label: str) -> bool:
    """Tell "[link](...)", which calls what is there nothing."""
    return label.strip().casefold() in {"link", "url", "links"}


def _each_once(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    once: dict[str, Ref] = {}
    for ref in refs:
        once.setdefault(ref.url, ref)
    return tuple(once.values())


def _tidy(words: list[str]) -> str:
    text = " ".join(" ".join(words).replace("](", " ").split())
    return clean(text.strip(" \t:,;|–—-*_()[]<>【】#→=`"))
