"""What do the form's fields say of one work: title, venue, further links, kind, keywords?"""

import re
from typing import NamedTuple

from bot.model.base import LONGEST_TITLE, LONGEST_VENUE
from bot.model.form import RawSubmission
from bot.model.papers.paper import KIND_NAMES, Kind, Link, LinkKind
from bot.model.submissions.submission import Statement
from bot.review.pasted.works.attached import is_attachment
from bot.review.pasted.works.labels import is_kind_word
from bot.review.pasted.works.lines import Ref, SubmittedLine, lines_of
from bot.text.clean import clean
from bot.text.placeholder import is_placeholder

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


def statement(raw: RawSubmission) -> Statement:
    """Give what the form says of one work, as far as it can be used."""
    return Statement(
        title=_ADORNED.sub("", clean(raw.values.get("title", "")))[:LONGEST_TITLE],
        venue=venue_of(raw.values.get("venue", "")),
        also=further(raw.values.get("code", "")).links,
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
