"""What do the form's fields say: which works, and of one of them title, venue, links, kind?"""

import re
from typing import NamedTuple

from bot.model.base import LONGEST_TITLE, LONGEST_VENUE
from bot.model.form import RawSubmission
from bot.model.papers.paper import KIND_NAMES, Kind, Link, LinkKind
from bot.model.submissions.submission import Statement
from bot.review.pasted.works.asked import RequestedWorks, asked_for
from bot.review.pasted.works.labels import is_kind_word
from bot.review.pasted.works.lines import Ref, SubmittedLine, is_attachment, lines_of
from bot.text.clean import clean
from bot.text.lexicon.placeholder import is_placeholder

# What is said around a venue's name, as English remarks are known to `bot.venues`.
_REMARK = re.compile(r"已被|被|已?录用|已?接收|接受|发表[于在]?|採録|採択|掲載|채택|게재")
# Pictures in front of a title are no part of it.
_ADORNED = re.compile("^[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\\s]+")
_UNDECIDED = re.compile(r"投稿|在投|审稿|在审|査読|심사")


class Further(NamedTuple):
    """The links of the field for code, in order, and what else stands in it.

    `unread` are words, `unusable` lines with addresses that cannot be stored, `attached` files that
    were attached to the issue.
    """

    links: tuple[Link, ...]
    unread: tuple[str, ...]
    unusable: tuple[str, ...]
    attached: tuple[str, ...]


class Answers(NamedTuple):
    """A form, and what was read in it: the works that are asked for, further links, keywords."""

    raw: RawSubmission
    works: RequestedWorks
    further: Further
    keywords: tuple[str, ...]

    def text(self, field: str) -> str:
        """Give what stands in a field; "" if nothing does."""
        return self.raw.values.get(field, "")

    @property
    def has_links(self) -> bool:
        """Whether the field for links holds anything; else all of the body was searched."""
        return "links" in self.raw.values

    @property
    def unusable(self) -> list[SubmittedLine]:
        """The lines of the field for links with addresses that cannot be stored."""
        return [line for line in self.works.lines if line.unusable] if self.has_links else []

    @property
    def attached(self) -> tuple[str, ...]:
        """The files among the links that were attached to the issue."""
        refs = (ref for line in self.works.lines for ref in line.refs)
        return tuple(dict.fromkeys(ref.url for ref in refs if is_attachment(ref.url)))

    @property
    def is_without_link(self) -> bool:
        """Whether no link was found, not even one that cannot be used: the answer is shown so."""
        holds = self.works.papers or self.attached or self.unusable
        return not (holds or "links" in self.raw.ambiguous)


def read_answers(raw: RawSubmission) -> Answers:
    """Read the answers of a form.

    A body in which the links have no heading (a phone dropped it, a person wrote by hand) is
    searched for links as a whole.
    """
    text = raw.values["links"] if "links" in raw.values else "\n\n".join(raw.leftovers)
    keywords = keywords_of(raw.values.get("keywords", ""))
    return Answers(raw, asked_for(text), further(raw.values.get("code", "")), keywords)


def statement(answers: Answers) -> Statement:
    """Give what the form says of one work, as far as it can be used."""
    return Statement(
        title=_ADORNED.sub("", clean(answers.text("title")))[:LONGEST_TITLE],
        venue=venue_of(answers.text("venue")),
        also=answers.further.links,
    )


def venue_of(answer: str) -> str:
    """Give what an answer says of a venue; "" where the work is only submitted there."""
    venue = "" if _UNDECIDED.search(answer) else clean(_REMARK.sub(" ", answer))
    return venue[:LONGEST_VENUE]


def further(answer: str) -> Further:
    """Read the links that go with a work, however many, and with words or without."""
    lines, beyond = lines_of(answer)
    refs = [ref for line in lines for ref in line.refs]
    return Further(
        links=tuple(dict.fromkeys(_link(ref) for ref in refs if not is_attachment(ref.url))),
        unread=(*(line.words for line in lines if _says_more(line)), *filter(None, (beyond,))),
        unusable=tuple(line.written for line in lines if line.unusable),
        attached=tuple(ref.url for ref in refs if is_attachment(ref.url)),
    )


def _says_more(line: SubmittedLine) -> bool:
    words = line.words
    return bool(words) and not (line.unusable or is_placeholder(words) or _is_kind(words))


def _is_kind(words: str) -> bool:
    """Tell "code and data", which the links say themselves, from a word such as "official"."""
    return all(map(is_kind_word, re.findall(r"[^\W_]+", words.casefold())))


def _link(ref: Ref) -> Link:
    """Take for code what nothing says to be something else: that is what the field asks for."""
    kind: LinkKind = ref.kind or "code"
    file = kind == "other" and re.search(r"github\.com/[^/]+/[^/]+/blob/", ref.url)
    return Link(kind="code" if file else kind, url=ref.url)


def kind_of_answer(answer: str) -> Kind | None:
    """Give the kind that a person chose; None for what is none."""
    folded = answer.strip().casefold()
    return next(
        (kind for kind, name in KIND_NAMES.items() if folded in {kind, name.casefold()}), None
    )


def keywords_of(answer: str) -> tuple[str, ...]:
    """Give the keywords, each once."""
    words = (clean(word) for word in re.split(r"[,;\n，；、]", answer))
    return tuple(dict.fromkeys(word for word in words if word and not is_placeholder(word)))
