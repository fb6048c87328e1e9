"""What does a README, a CSV or a BibTeX file say of one work, before anyone has judged it?"""

from dataclasses import dataclass
from typing import NamedTuple

from bot.errors import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPaper:
    """One work as somebody else's list shows it; every text is cleaned, nothing is checked.

    `name` is a short name kept apart from the title ("vLLM"), `kind` what the file says that the
    work is, "" where nobody said so; `section` the headings above it,
    outermost first; `links` pairs of label and URL in order; `ids` canonical work ids in order.
    """

    title: str
    name: str = ""
    kind: str = ""
    section: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()
    venue: str = ""
    year: int | None = None
    date: str = ""
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()
    citations: int | None = None
    citations_as_of: str = ""
    note: str = ""


class Prose(NamedTuple):
    """A text that a reader would call prose, and the headings above it, outermost first."""

    text: str
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was read from one file: its entries, and, whole, every text that could not be read.

    `headings` and `prose` are the rest of the file's words, so that it can be seen that none of
    them is lost. `failed` are the lines over which a reader failed.
    """

    entries: tuple[ImportedPaper, ...] = ()
    leftovers: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    prose: tuple[Prose, ...] = ()
    failed: tuple[Problem, ...] = ()


class ImportOrigin(NamedTuple):
    """Where imported entries come from: the name of the source, and the day."""

    source: str
    added: str
