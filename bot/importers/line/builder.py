"""What has been found out about one entry so far?

Shapes and the reading of a line add to it; `build` gives the result. Whatever has no place of its
own becomes part of the note, so that no word is lost.
"""

import re
from dataclasses import dataclass, field

from bot.identify import canonical, clean_url
from bot.importers.line.identity import is_work, work_of
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.names import authors
from bot.importers.phrases.roles import Role
from bot.importers.phrases.segments import Meaning, classify, decorations_off
from bot.links.identifier import is_repository
from bot.model.papers.imported import ImportedPaper
from bot.text.clean import clean
from bot.text.fold import fold
from bot.venues.read import Publication, read_publication

CAPABILITIES = ("training", "inference", "fine-tuning")
_NAMED = re.compile(r"\barxiv[:\s]\s?(\d{4}\.\d{4,5})(?!\d)", re.IGNORECASE)
_DOI = re.compile(r"(?<![\w./])10\.\d{4,9}/[^\s,;\])>\"]{3,100}")
# What is left where a venue or people stood.
_JOINING = frozenset(("in", "at", "by", "on", "to", "et al", "et al."))
_YES = re.compile(r"[✅✔✓☑√●🟢]|\b(?:yes|y|true)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*")
_JOINED = re.compile(r"\s*@|(?<=\w{3})&(?=\w{3})")  # "@MIT @CMU", "Microsoft&NVIDIA"
_EMPTY = re.compile(r"(?:n/?a|none|null|tbd|tba|unknown|-+|—|–|\?|\.+|/|x|todo)?", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[,;，、；/|]\s*|\n+|<br\s*/?>")
_STAR_PAGE = re.compile(r"github\.com/[^/]+/[^/]+/(?:stargazers|network|watchers|issues)\b")
_TRIM = " \t\n,;:.，。；、|·*_~`\"“”'‘’-–—()[]{}（）【】<>/\\"

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class PaperBuilder:
    """Facts about one entry, gathered piece by piece."""

    title: str = ""
    name: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    badges: set[int] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    venue: str = ""
    year: int | None = None
    date: str = ""
    people: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    capabilities: list[str] = field(default_factory=list)
    citations: int | None = None
    named: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_link(self, label: str, url: str, badge: str = "", *, mentioned: bool = False) -> None:
        """Add a link; one that only decorates, or leads nowhere outside, is none.

        `mentioned` if it leads to another work, which the entry's description speaks of.
        """
        address = _address(url)
        label = clean(label)
        if label[:1] == "[" and label[-1:] == "]":
            label = label[1:-1].strip()
        if address is None or _STAR_PAGE.search(address):
            self.add_note(label if not badge else "")
            return
        if mentioned:
            self.mentioned.add(address)
        self.links.append((label, address))
        if badge:
            self.badges.add(len(self.links) - 1)

    def add_note(self, text: str) -> None:
        """Keep what has no place of its own."""
        text = decorations_off(text).strip(" \t\n,;|·-–—:/").lstrip(".。、，")
        if text.count("(") == text.count(")") + 1:
            text += ")"
        if any(map(str.isalnum, text)) and text.lower() not in _JOINING:
            self.notes.append(text)

    def add(self, role: Role, text: str, meaning: Meaning | None = None) -> bool:
        """Add a text whose role is known; False if it is nothing of the kind.

        `meaning` is what the text was classified as, where that was asked.
        """
        value = decorations_off(text).strip()
        if role in {"venue", "year", "date"}:
            return self._add_published(role, value, meaning)
        if role in CAPABILITIES:
            self.capabilities += [role] * bool(_YES.search(text))
            return True
        return self._add_other(role, value)

    def _add_other(self, role: Role, value: str) -> bool:
        """Add a text that says neither where nor when the work appeared."""
        if role == "authors":
            self.people += [clean(name) for name in authors(value)]
        elif role == "affiliations":
            self.affiliations += _values(value)
        elif role == "keywords":
            self.keywords += _values(value)
        elif role == "citations":
            number = _NUMBER.search(value)
            if not number or len(number[0]) > 9 or self.citations is not None:
                return False
            self.citations = int(number[0].replace(",", ""))
        elif role == "name" and not self.name:
            self.name = clean(value.strip(_TRIM))
        elif role == "index":
            return value.strip(_TRIM).isdigit() or not value
        else:
            return False
        return True

    def _add_published(self, role: Role, value: str, meaning: Meaning | None) -> bool:
        """Add a venue with its year, a year or a date."""
        value = value.strip()
        if _EMPTY.fullmatch(value):
            return True
        if date := read_date(value):
            self.add_date(date, year_only=role == "year")
            return True
        where, _, when = value.rpartition(", ")
        if role == "venue" and where and (date := read_date(when)) and len(date) > 4:
            self.add_date(date)  # "PLoS ONE, May 2014"
            value, meaning = where, None
        publication = (meaning and meaning.publication) or read_publication(value)
        if role != "venue" and not publication.known:
            return False
        return self.add_venue(publication, value)

    def add_date(self, date: str, *, year_only: bool = False) -> None:
        """Add a date; one that says the day of the month already known is better."""
        if len(date) == 4 and self.year is None:
            self.year = int(date)
        if not year_only and date.startswith(self.date):
            self.date = date

    def add_venue(self, publication: Publication, text: str) -> bool:
        """Add where it was published; a second venue goes to the note."""
        name = clean(publication.name)
        if name and self.venue and name != self.venue:
            self.add_note(text)
            return True
        self.venue = self.venue or name
        if publication.year and (self.year is None or name):
            self.year = publication.year
        if not name and (date := read_date(text)) and len(date) > 4:
            self.add_date(date)
        if remark := _remark(text):
            self.add_note(remark)
        elif name and not publication.known and _says_more(publication, text):
            # More than a venue stands there, and what it is nobody knows.
            self.add_note(text)
        return True

    def add_unknown(self, text: str) -> None:
        """Add a text of which nothing is known: by what it says itself, else to the note."""
        meaning = classify(text)
        if not meaning.role or not self.add(meaning.role, meaning.value or text, meaning):
            self.add_note(text)

    def add_named_ids(self, text: str) -> None:
        """Take up identifiers that stand in the text without a link: "arXiv:2303.11366"."""
        preprints = (canonical(f"arXiv:{match[1]}") for match in _NAMED.finditer(text))
        dois = (canonical(match[0].rstrip(".")) for match in _DOI.finditer(text))
        self.named += dict.fromkeys(filter(None, (*preprints, *dois)))

    def has_work(self) -> bool:
        """Tell whether a link so far leads to a work."""
        return any(is_work(url) for _, url in self.links)

    def shown_links(self) -> tuple[tuple[str, str], ...]:
        """Give the links, without badges that lead where a link in words leads as well."""
        if not self.badges:
            return tuple(dict.fromkeys(self.links))
        named = {url for index, (_, url) in enumerate(self.links) if index not in self.badges}
        kept = (
            pair
            for index, pair in enumerate(self.links)
            if index not in self.badges or pair[1] not in named
        )
        return tuple(dict.fromkeys(kept))

    def ids(self) -> tuple[str, ...]:
        """Give the canonical ids of the links; a repository's only if there is no other."""
        own = (url for _, url in self.links if url not in self.mentioned)
        known = list(dict.fromkeys(filter(None, map(work_of, own))))
        papers = [work for work in known if not is_repository(work)]
        return tuple(papers or self.named or known[:1])

    def build(self, section: tuple[str, ...], as_of: str = "") -> ImportedPaper:
        """Give the entry; what repeats its title or name is no name."""
        title, name = self.title, self.name
        if not title:
            title, name = name, ""
        year = self.year if self.year is not None else (int(self.date[:4]) if self.date else None)
        return ImportedPaper(
            title=title,
            name=name if name != title else "",
            section=section,
            links=self.shown_links(),
            ids=self.ids(),
            venue=self.venue,
            year=year,
            date=self.date,
            authors=tuple(dict.fromkeys(filter(None, self.people))),
            affiliations=tuple(dict.fromkeys(self.affiliations)),
            keywords=tuple(dict.fromkeys(self.keywords)),
            capabilities=tuple(dict.fromkeys(self.capabilities)),
            citations=self.citations,
            citations_as_of=as_of if self.citations is not None else "",
            note=clean(" ".join(each for each in self.notes if each not in (title, name))),
        )


def _address(url: str) -> str | None:
    """Give an address as it should be stored; None if it leads nowhere outside."""
    return clean_url(url) if url[:4].lower() == "http" or url[:4] == "www." else None


_REMARK = re.compile(
    r"\b(?:oral|spotlight|poster|highlight|best[\w ]*paper|outstanding[\w ]*paper|award"
    r"|submitted|under review|rejected|notable)\b[\w ]*",
    re.IGNORECASE,
)


def _says_more(publication: Publication, text: str) -> bool:
    """Tell whether a text says more than the venue that was found in it."""
    own, all_ = _words(publication.name), _words(text)
    return own < all_ or (publication.listed and len(own) < len(all_))


def is_remark(text: str) -> bool:
    """Tell "Oral" and "Best Paper Award", which a venue's text says beside the venue."""
    return _remark(text) == text.strip() != ""


def _remark(text: str) -> str:
    """Give what a venue's text says beside the venue: "Oral", "Best Paper Award"."""
    match = _REMARK.search(text)
    return match[0].strip() if match else ""


def _values(text: str) -> list[str]:
    """Give the values that a cell lists, without "etc."."""
    values = (clean(_trimmed(value)) for value in _SPLIT.split(_JOINED.sub(", ", text)))
    kept = (re.sub(r"\s+(?:etc|et al)$", "", value) for value in values)
    return [value for value in kept if value and not _EMPTY.fullmatch(value) and value != "etc"]


def _trimmed(value: str) -> str:
    """Drop punctuation around a value, but not the bracket that closes one inside."""
    bare = value.strip(_TRIM)
    return f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in value else bare


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
