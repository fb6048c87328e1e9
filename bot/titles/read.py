"""What does a title consist of: a name in front, the title itself, a note, numbers?

Titles are read into folded words. Where a title has a long form or a short one ("large language
models", "LLMs"), it is read with short forms as well.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from bot.text.lexicon.acronyms import shortened
from bot.titles.notes import PARENTHESIS, without_remarks
from bot.titles.notices import is_notice, without_report, work_of
from bot.titles.words import (
    ENGLISH,
    LONGEST_VERSION,
    PARTED,
    RECURRING,
    is_mark,
    letters,
    telling_of,
    tells_enough,
    words_of,
)

BREAK = re.compile(r"\s*(?::|\s[-–—]+|[–—]|\?|!|\.(?=\s+[A-Z])|(?<=\s)\.)\s+")
# A number joined to its word says which of several: "GPT-4", "Qwen2.5", "Part 2" is another matter.
JOINED = re.compile(
    r"(?<=[^\W\d_])[-\u2010-\u2012]?([0-9]+)(?![0-9.]*[-\u2010-\u2012]?(?:bit|shot)\b)"
)
LONGEST_NAME = 3
LONGEST_WORD = 16
LONGEST_READ = 600
# One for the many titles without any: of 100,000 records that is less to keep.
NO_MARKS: frozenset[str] = frozenset()

# Gives the words of a text, its short forms spelled out or not.
Reading = Callable[[str], tuple[str, ...]]


class ParsedTitle(NamedTuple):
    """A title as read for comparison.

    `words` are all words, `telling` those that are no stop words, `bag` the same without order;
    `head` and `tail` are what stands before and after the first colon, dash or question mark;
    `name` is a short head ("vLLM") as one word without its numbers, which are `name_numbers`;
    `whole` is the title as one long word, `forms` also without its name or parentheses;
    `marks` are the telling words that count or label, numbers and single letters; of these
    `versions` are the ones that name a version or a part and no quantity or year. `distinct` says
    that the name is hardly another work's; `short` is the title with short forms for long ones,
    where there are any; `joined` that a word is so long that it may be several run together.
    """

    words: tuple[str, ...]
    telling: tuple[str, ...]
    bag: frozenset[str]
    head: tuple[str, ...]
    tail: tuple[str, ...]
    name: str
    name_numbers: tuple[str, ...]
    whole: str
    forms: tuple[str, ...]
    marks: frozenset[str]
    versions: frozenset[str]
    distinct: bool
    notice: bool
    recurring: bool
    joined: bool
    short: "ParsedTitle | None" = None


def read_title(text: str, short_name: str = "") -> ParsedTitle:
    """Read a title; `short_name` is what the record calls the work besides, if it does."""
    title = _read(text, short_name, words_of)
    if shortened(title.words) is title.words:
        return title
    short = _read(text, short_name, lambda part: tuple(shortened(words_of(part))))
    return title._replace(short=short)


def _read(text: str, short_name: str, reading: Reading) -> ParsedTitle:
    text = without_report(text[:LONGEST_READ].strip())
    plain = without_remarks(text)
    first, *rest = BREAK.split(plain, maxsplit=1)
    head, tail = reading(first), reading(rest[0]) if rest else ()
    words = head + tail
    telling = telling_of(words)
    is_named = bool(tail) and is_name(head)
    name = head if is_named else reading(short_name)
    notice = is_notice(text)
    work = reading(work_of(plain)) if notice else ()
    # Which of several notices it is tells nothing of the work.
    marks = [word for word in telling if is_mark(word) and (word in work or not notice)]
    unbracketed = reading(PARENTHESIS.sub(" ", plain)) if "(" in plain or "[" in plain else ()
    return ParsedTitle(
        words=words,
        telling=telling,
        bag=frozenset(telling),
        head=head,
        tail=tail,
        name="".join(letters(name)),
        name_numbers=tuple([word for word in name if word.isdigit()]),
        whole="".join(words),
        forms=forms_of(words, unbracketed, work, tail if is_named and tells_enough(tail) else ()),
        marks=frozenset(marks) or NO_MARKS,
        versions=versions_of(plain, head, words, marks) or NO_MARKS,
        distinct=is_distinct(first if is_named else short_name),
        notice=notice,
        joined=any(len(word) > LONGEST_WORD for word in words),
        recurring=is_recurring(telling),
    )


def is_name(head: tuple[str, ...]) -> bool:
    """Tell whether what stands before a colon or a dash is so short that it is a name."""
    return 0 < len(letters(head)) <= LONGEST_NAME and ENGLISH.isdisjoint(head)


def is_recurring(telling: tuple[str, ...]) -> bool:
    """Tell whether a title is a column's: "Editorial", "Guest Editors' Introduction"."""
    # Of "editor's" some exports leave "editor s".
    lettered = [word for word in letters(telling) if word != "s"]
    return RECURRING.issuperset(lettered) and bool(lettered)


def forms_of(*readings: tuple[str, ...]) -> tuple[str, ...]:
    """Give the forms under which a title is also known, each once: its words run together."""
    return tuple(dict.fromkeys(filter(None, ("".join(words) for words in readings))))


def written_as(title: ParsedTitle, words: tuple[str, ...]) -> ParsedTitle:
    """Give a title of other words, such as a short form for a long one."""
    telling = telling_of(words)
    whole = "".join(words)
    return title._replace(
        words=words,
        telling=telling,
        bag=frozenset(telling),
        whole=whole,
        forms=(whole,),
        marks=title.marks & frozenset(telling),
    )


def versions_of(
    plain: str, head: tuple[str, ...], words: tuple[str, ...], marks: list[str]
) -> frozenset[str]:
    """Give the marks that tell versions or parts apart: "Part 2", "GPT-4", "Llama 2: ..."."""
    if not marks:
        return NO_MARKS
    parts = {word for before, word in pairwise(words) if before in PARTED}
    ends = {
        part[-1] for part in (head, words) if len(part) > 1 and len(part[-1]) <= LONGEST_VERSION
    }
    return frozenset(marks) & {*parts, *ends, *JOINED.findall(plain)}


def is_distinct(name: str) -> bool:
    """Tell whether a name is hardly a word of the language: "vLLM", "FlashAttention-2", "S3"."""
    lone = " " not in name.strip() and len(name.strip()) > 1
    return lone and (name[1:] != name[1:].lower() or any(map(str.isdigit, name)))
