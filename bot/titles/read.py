"""What does a title consist of: a name in front, the title itself, a note, numbers?

Titles are read into folded words; letters and digits are parted ("GPT2" and "GPT-2" are the same
two words) and Roman numerals of parts are numbers ("Part II" and "Part 2"). Where a title has a
long form or a short one ("large language models", "LLMs"), it is read with short forms as well.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from bot.text.acronyms import shortened
from bot.text.fold import fold
from bot.titles.notes import (
    PARENTHESIS,
    without_note_at_end,
    without_note_in_front,
    without_notes,
)
from bot.titles.notices import is_notice, without_report, work_of

WORD = re.compile(r"[0-9]+(?:st|nd|rd|th)(?!\w)|[0-9]+|[^\s0-9]+")
BREAK = re.compile(r"\s*(?::|\s[-–—]+|[–—]|\?|!|\.(?=\s+[A-Z])|(?<=\s)\.)\s+")
# The comma in "46,400" parts no words.
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# A number joined to its word says which of several: "GPT-4", "Qwen2.5", "Part 2" is another matter.
JOINED = re.compile(
    r"(?<=[^\W\d_])[-\u2010-\u2012]?([0-9]+)(?![0-9.]*[-\u2010-\u2012]?(?:bit|shot)\b)"
)
# What indexes append: "[Japanese]", "[Review] [33 refs]", "[J]".
REMARK_AT_END = re.compile(r"\s*\[[^\[\]]{1,40}\]\.?$")
# Behind a translated title some indexes name the language and give the title in it.
LANGUAGE_AT_END = re.compile(
    r"(?<=[\w)?!][.])\s+(?:Chinese|Czech|Danish|Dutch|French|German|Hungarian|Italian|Japanese|Korean"
    r"|Norwegian|Persian|Polish|Portuguese|Russian|Serbian|Spanish|Swedish|Turkish|Ukrainian)"
    r"(?:\s+(?P<original>\S.*))?$"
)
# What a citation cut apart leaves at the ends of a title: "(1991). ...", "(in press). ...",
# "... . 1993".
YEAR = re.compile(
    r"^\((?:(?:19|20)[0-9]{2}[a-z]?|in press|to appear|forthcoming)\)[.,:]?\s+(?=\S)"
    r"|(?<=\S)\s*[.,]\s*(?:19|20)[0-9]{2}\.?$",
    re.IGNORECASE,
)
LEADING_NAME = re.compile(r"^[(\[]([^()\[\]]{1,30})[)\]]\s*")
ENGLISH = frozenset({"of", "the", "for", "and", "with", "by", "from"})
STOP = frozenset(
    "a an the of for in on and to with by from at as via using into is are be its their or that"
    " this towards toward over upon within between among we our".split()
)
# Words of columns that come back in every issue; a title of nothing else names no single work.
RECURRING = frozenset(
    "editorial editorials editor editors note notes message messages chair chairs president"
    " presidents treasurer treasurers secretary introduction guest special issue section preface"
    " foreword keynote address column columns book books review reviews interview interviews news"
    " letter letters calendar report reports opening remarks welcome panel abstract abstracts"
    " overview comment comments announcement announcements index contents erratum errata"
    " corrigendum correction corrections reply response obituary front matter back cover panel"
    " session tutorial invited talk workshop conference proceedings summary discussion perspective"
    " perspectives viewpoint commentary acknowledgments reviewers reviewer list untitled"
    " corner highlights briefs brief notice notices news director directors vice"
    " information".split()
)
ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
ROMAN_OF_PART = {"i": "1", "v": "5", "x": "10", **ROMAN}
ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
    "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
    "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip
COUNTED = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"} | ROMAN_OF_PART
SPELT = frozenset(COUNTED) | frozenset(ORDINALS)
PARTED = frozenset("part parts volume vol chapter phase type stage class version book no".split())
LONGEST_NAME = 3
LONGEST_VERSION = 2
LONGEST_WORD = 16
FEWEST_WORDS = 4
LONGEST_READ = 600


# One for the many titles without any.
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
    return title._replace(
        short=_read(text, short_name, lambda part: tuple(shortened(words_of(part))))
    )


def _read(text: str, short_name: str, reading: Reading) -> ParsedTitle:
    text = without_report(text[:LONGEST_READ].strip())
    plain = without_remarks(text)
    first, *rest = BREAK.split(plain, maxsplit=1)
    head, tail = reading(first), reading(rest[0]) if rest else ()
    words = head + tail
    telling = telling_of(words)
    is_named = bool(tail) and 0 < len(letters(head)) <= LONGEST_NAME and ENGLISH.isdisjoint(head)
    name = head if is_named else reading(short_name)
    notice = is_notice(text)
    work = reading(work_of(plain)) if notice else ()
    marks = [word for word in telling if is_mark(word) and (word in work or not notice)]
    named = tail if is_named and tells_enough(tail) else ()
    unbracketed = reading(PARENTHESIS.sub(" ", plain)) if "(" in plain or "[" in plain else ()
    # Of "editor's" some exports leave "editor s".
    lettered = [word for word in letters(telling) if word != "s"]
    return ParsedTitle(
        words=words,
        telling=telling,
        bag=frozenset(telling),
        head=head,
        tail=tail,
        name="".join(letters(name)),
        name_numbers=tuple([word for word in name if word.isdigit()]),
        whole="".join(words),
        forms=forms_of(words, unbracketed, work, named),
        marks=frozenset(marks) or NO_MARKS,
        versions=versions_of(plain, head, words, marks) or NO_MARKS,
        distinct=is_distinct(first if is_named else short_name),
        notice=notice,
        joined=any(len(word) > LONGEST_WORD for word in words),
        recurring=RECURRING.issuperset(lettered) and bool(lettered),
    )


def without_remarks(text: str) -> str:
    """Leave out what stands around a title and is none of it, and the sign of thousands."""
    plain = THOUSANDS.sub("", without_note_in_front(without_ends(text)))
    remark = "(" in plain or "[" in plain
    return LEADING_NAME.sub(r"\1: ", without_notes(plain)) if remark else plain


def telling_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that tell titles apart; of small words alone all tell."""
    return tuple([word for word in words if word not in STOP]) or words


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
        each[-1] for each in (head, words) if len(each) > 1 and len(each[-1]) <= LONGEST_VERSION
    }
    return frozenset(marks) & {*parts, *ends, *JOINED.findall(plain)}


def is_distinct(name: str) -> bool:
    """Tell whether a name is hardly a word of the language: "vLLM", "FlashAttention-2", "S3"."""
    lone = " " not in name.strip() and len(name.strip()) > 1
    return lone and (name[1:] != name[1:].lower() or any(map(str.isdigit, name)))


def is_mark(word: str) -> bool:
    """Tell whether a word counts or labels: a number, the fourth of several, a single letter."""
    return word[0].isdigit() or (len(word) == 1 and word.isascii())


def without_ends(text: str) -> str:
    """Leave out a year and the remarks of indexes at the ends, unless nothing else is left."""
    if text[:1] == "(" or text[-2:-1].isdigit():
        text = YEAR.sub("", text)
    text = without_original(text)
    text = without_note_at_end(text)
    while "]" in text[-2:] and (shorter := REMARK_AT_END.sub("", text)) != text and shorter:
        text = shorter
    return text


def without_original(text: str) -> str:
    """Leave out a language, and the title in it, that stand behind a translation."""
    match = ". " in text and LANGUAGE_AT_END.search(text)
    if not match or not ENGLISH.isdisjoint((match["original"] or "").lower().split()):
        return text
    return text[: match.start()]


def words_of(text: str) -> tuple[str, ...]:
    """Give the folded words, letters and digits apart, the numbers of parts as digits."""
    words = WORD.findall(fold(text)) if text else []
    if SPELT.isdisjoint(words):
        return tuple(words)
    words = [ORDINALS.get(word, word) for word in words]
    last = len(words) - 1
    for position, word in enumerate(words):
        if word in COUNTED:
            before = words[position - 1] if position else ""
            if before in PARTED:
                words[position] = COUNTED[word]
            elif word in ROMAN or (position == last > 0 and word in ROMAN_OF_PART):
                words[position] = ROMAN_OF_PART[word]
    return tuple(words)


def letters(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words that are no numbers."""
    if "".join(words).isalpha():
        return words
    return tuple([word for word in words if not word.isdigit()])


def tells_enough(words: tuple[str, ...]) -> bool:
    """Tell whether words alone, without a name before them, can name one work."""
    return len([word for word in words if word not in STOP]) >= FEWEST_WORDS
