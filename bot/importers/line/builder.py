"""What has been found out about one entry so far?

Shapes and the reading of a line add to it; `build` gives the result. Whatever has no place of its
own becomes part of the note, so that no word is lost.
"""

import re
from dataclasses import dataclass, field

from bot.identify import canonical
from bot.importers.phrases.dates import read_date
from bot.importers.phrases.identity import address_of, is_work, work_of
from bot.importers.phrases.names import authors, credit
from bot.importers.phrases.roles import Role
from bot.importers.phrases.segments import Meaning, classify, decorations_off
from bot.importers.phrases.values import AROUND, EMPTY, remark, says_more, values
from bot.links.identifier import arxiv_month, without_repositories
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.paper import OTHERS
from bot.people.listed import is_cut
from bot.text.clean import clean, clean_note
from bot.venues.parse import ParsedVenue, is_undecided, parse_venue

CAPABILITIES = ("training", "inference", "fine-tuning")
_NAMED = re.compile(r"\barxiv[:\s]\s?(\d{4}\.\d{4,5})(?!\d)", re.IGNORECASE)
_DOI = re.compile(r"(?<![\w./])10\.\d{4,9}/[^\s,;\])>\"]{3,100}")
# What is left where a venue or people stood.
_JOINING = frozenset(("in", "at", "by", "on", "to", "et al", "et al."))
_YES = re.compile(r"[✅✔✓☑√●🟢]|\b(?:yes|y|true)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*")
_STAR_PAGE = re.compile(r"github\.com/[^/]+/[^/]+/(?:stargazers|network|watchers|issues)\b")
_DATE_AND_VENUE = re.compile(r"([^()]{4,20}) \(([^()]{2,40})\)")
_SPRING = "06"  # what comes later is rarely published in the same year


@dataclass(slots=True)
class PaperBuilder:
    """Facts about one entry, gathered piece by piece."""

    title: str = ""
    name: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    badges: set[int] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    venue: str = ""
    venue_year: int | None = None
    year: int | None = None
    date: str = ""
    inherited: bool = False  # the date is a heading's
    last: Role = ""  # what was added last, where that says when or where
    cited_year: int | None = None  # behind people, or in a field called so
    people: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    capabilities: list[str] = field(default_factory=list)
    citations: int | None = None
    named: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)

    def add_link(self, label: str, url: str, badge: str = "", *, mentioned: bool = False) -> None:
        """Add a link; one that only decorates, or leads nowhere outside, is none.

        `mentioned` if it leads to another work, which the entry's description speaks of.
        """
        address = address_of(url)
        label = clean(label)
        if label[:1] == "[" and label[-1:] == "]":
            label = label[1:-1].strip()
        if address is None or _STAR_PAGE.search(address):
            self.add_note(label if not badge else "")
            return
        self.last = ""
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

    def add_extra(self, label: str, text: str) -> None:
        """Keep what has no field of ours under the name that the list has for it."""
        value = decorations_off(text).strip()
        if value and not EMPTY.fullmatch(value):
            self.extras.append(f"{label}: {value}")

    def add(self, role: Role, text: str, meaning: Meaning | None = None) -> bool:
        """Add a text whose role is known; False if it is nothing of the kind.

        `meaning` is what the text was classified as, where that was asked.
        """
        value = decorations_off(text).strip()
        if role in {"venue", "year", "date"}:
            added = self._add_published(role, value, meaning)
            self.last = self.last if added else ""
            return added
        self.last = ""
        if role in CAPABILITIES:
            self.capabilities += [role] * bool(_YES.search(text))
            return True
        return self._add_other(role, value)

    def _add_other(self, role: Role, value: str) -> bool:
        """Add a text that says neither where nor when the work appeared."""
        if role == "authors":
            people, year = credit(value) or (value, None)
            self.people += [*map(clean, authors(people)), *([OTHERS] if is_cut(people) else [])]
            return year is None or self._add_published("year", str(year), None)
        if role == "affiliations":
            self.affiliations += values(value)
        elif role == "keywords":
            self.keywords += values(value)
        elif role == "citations":
            number = _NUMBER.search(value)
            if not number or len(number[0]) > 9 or self.citations is not None:
                return False
            self.citations = int(number[0].replace(",", ""))
        elif role == "name" and not self.name:
            self.name = clean(value.strip(AROUND))
        elif role == "index":
            return value.strip(AROUND).isdigit() or not value
        else:
            return False
        return True

    def _add_published(self, role: Role, value: str, meaning: Meaning | None) -> bool:
        """Add a venue with its year, a year or a date."""
        if EMPTY.fullmatch(value):
            return True
        if date := read_date(value):
            if self.last == "venue" and self.venue:
                self.venue_year = self.venue_year or int(date[:4])
            if role == "year" and self.people:
                self.cited_year = int(date[:4])
            self.add_date(date, year_only=role == "year")
            self.last = role
            return True
        dated = None if role == "venue" else _DATE_AND_VENUE.fullmatch(value)
        if dated and read_date(dated[1]):
            self._add_published(role, dated[1], None)
            return self._add_published("venue", dated[2], None)
        where, _, when = value.rpartition(", ")
        if role == "venue" and where and (date := read_date(when)) and len(date) > 4:
            self.add_date(date)  # "PLoS ONE, May 2014"
            self.venue_year = self.venue_year or int(date[:4])
            value, meaning = where, None
        publication = (meaning and meaning.publication) or parse_venue(value)
        return (role == "venue" or publication.known) and self.add_venue(publication, value)

    def add_date(self, date: str, *, year_only: bool = False) -> None:
        """Add a date; one that says the day of the month already known is better."""
        if len(date) == 4 and self.year is None:
            self.year = int(date)
        if not year_only and date.startswith(self.date):
            self.date = date

    def add_venue(self, publication: ParsedVenue, text: str) -> bool:
        """Add where it was published; a second venue goes to the note."""
        name = clean(publication.name)
        if name and self.venue and name != self.venue:
            self.add_note(text)
            return True
        if name:
            self.set_venue(self.venue or name, publication.year or self.venue_year)
        else:
            self._add_date_of_no_venue(publication.year, text)
        # What else stands there: that nothing is decided, a prize, or what nobody knows.
        more = name and not publication.known and says_more(publication, text)
        self.add_note(text if is_undecided(text) else remark(text) or (text if more else ""))
        return True

    def _add_date_of_no_venue(self, year: int | None, text: str) -> None:
        """Add when it was published where no venue is named, but a preprint, or pages."""
        if year:
            if self.last == "venue" and self.venue and "rxiv" not in text.lower():
                self.venue_year = self.venue_year or year  # "vol. 55, pp. 1-38, 2023"
            self.year = self.year or year
        self.last = "year"
        if (date := read_date(text)) and len(date) > len("2023"):
            self.add_date(date)

    def call(self, name: str) -> None:
        """Give the work its short name; one that it had before is kept as a note."""
        name = clean(name)
        if name and self.name and name != self.name:
            self.add_note(self.name)
        self.name = name or self.name

    def set_venue(self, name: str, year: int | None = None) -> None:
        """Add a venue; where it is told without its year, a year right before it is that."""
        self.venue = clean(name)
        self.venue_year = year or (self.year if self.last == "year" else None)
        self.last = "venue"

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
        """Give the links, without badges that lead where a link in words leads as well.

        Of links that are all called by the title, the work's own lead.
        """
        if not self.badges:
            links = list(dict.fromkeys(self.links))
            if len({label for label, _ in links}) == 1 < len(links):
                links.sort(key=lambda link: not is_work(link[1]))
            return tuple(links)
        named = {url for index, (_, url) in enumerate(self.links) if index not in self.badges}
        hidden = {index for index in self.badges if self.links[index][1] in named}
        shown = (pair for index, pair in enumerate(self.links) if index not in hidden)
        return tuple(dict.fromkeys(shown))

    def ids(self) -> tuple[str, ...]:
        """Give the canonical ids of the links; a repository's only if there is no other."""
        own = (url for _, url in self.links if url not in self.mentioned)
        works = list(dict.fromkeys(filter(None, map(work_of, own))))
        return tuple(without_repositories(works) or self.named or works[:1])

    def build(self, section: tuple[str, ...], as_of: str = "") -> ImportedPaper:
        """Give the entry; what repeats its title or name is no name."""
        title, name = self.title, self.name
        if not title:
            title, name = name, ""
        ids = self.ids()
        year, date = self._when(arxiv_month(ids))
        return ImportedPaper(
            title=title,
            name=name if name != title else "",
            section=section,
            links=self.shown_links(),
            ids=ids,
            venue=self.venue,
            year=year,
            date=date,
            authors=tuple(dict.fromkeys(filter(None, self.people))),
            affiliations=tuple(dict.fromkeys(self.affiliations)),
            keywords=tuple(dict.fromkeys(self.keywords)),
            capabilities=tuple(dict.fromkeys(self.capabilities)),
            citations=self.citations,
            citations_as_of=as_of if self.citations is not None else "",
            note=clean_note(
                " ".join(
                    (
                        *(note for note in self.notes if note not in (title, name)),
                        "; ".join(self.extras),
                    )
                )
            ),
        )

    def _when(self, month: str) -> tuple[int | None, str]:
        """Give the venue's year, or the work's where it has no venue, and its date.

        `month` is that in which the work was put on arXiv: none of them is later than it, and a
        heading's date yields to it.
        """
        date, year = self.date, self.year
        if month and date[:7] > month[: len(date)]:
            date = month
        if month and self.inherited and not date.startswith(month):
            date = date if month.startswith(date) else month
        if year is None and date:
            year = int(date[:4])
        if year and month:
            year = min(year, int(month[:4]))
        if not self.venue:
            return year, date
        of_venue = self.venue_year or self._cited(month)
        if year and not date and self.year != of_venue:
            date = str(year)
        return of_venue, date

    def _cited(self, month: str) -> int | None:
        """Give the year of a reference or of a field called so, unless it may be the preprint's."""
        year = self.cited_year
        if year is None or not month:
            return year
        return year if str(year) != month[:4] or month[5:7] <= _SPRING else None
