"""What of a title's text is the title, and what did its author only put beside it?

Numbers, people, dates and venues stand before or behind a title, and quotation marks around it.
"""

import re

from bot.importers.line.builder import PaperBuilder
from bot.importers.line.cut_tail import without_tail
from bot.importers.line.tail_text import read_tail
from bot.importers.phrases.names import inverted, is_byline, is_name, spells_out, surname_pair
from bot.importers.phrases.published import (
    CLOSING,
    OPENING,
    PUBLISHED,
    SENTENCE,
    classify_group,
    classify_sentence,
    long_words,
)
from bot.importers.phrases.roles import is_generic, role_of
from bot.importers.phrases.segments import Segment, classify, decorations_off
from bot.importers.phrases.values import is_remark
from bot.text.clean import clean
from bot.text.lexicon.capitals import is_capitalised

QUOTES = '"“”«《「『'
QUOTED = re.compile(r"[\"“”«《「『]([^\"“”«»《》「」『』]{8,400})[\"“”»》」』]")
_PUBLISHER = re.compile(
    r"\.\s+((?:[\w&'’-]+ ){0,3}(?:Press|Publish(?:ers?|ing)|Wiley(?: & Sons)?|Springer(?:-Verlag)?"
    r"|Elsevier|Addison-Wesley|McGraw[- ]Hill|Prentice[- ]Hall|O['’]Reilly(?: Media)?"
    r"|Morgan Kaufmann))[\s.]*$"
)
_TWICE = re.compile(r"^([^:]{2,30}):\s+\1:\s+")  # "OWQ: OWQ: Outlier-Aware ..."
_OPENS = frozenset("[(（【")
_CLOSES = re.compile(r"[\])）】]")
INDEX = re.compile(
    r"^(?:\[?(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?\][\s:.]*"
    r"|(?:arxiv:)?\d{4}\.\d{5}(?:v\d+)?[\s:.,|-]+(?=\S+ \S)"
    r"|\[?\d{1,4}\]?[.):]\s+|\[\d{1,4}\]\s*|#\d{1,4}\b:?\s*)"
)
_DATED = re.compile(
    r"^[\[(（【]?((?:19|20)\d\d(?:[-./]\d{1,2}){0,2}|(?:19|20)\d\d)[\])）】]?\s*[:,|\-–—.]?\s+(?=\S)"
)
_VENUE_FIRST = re.compile(
    r"((?:19|20)\d\d|[A-Za-z]{2,12})\s?[-_']\s?((?:19|20)\d\d|[A-Za-z]{2,12})[-_:：]\s*(?=\S)"
)
_SHORT__YEAR_FIRST = re.compile(
    r"'?([0-29]\d)\s?[-_]\s?([A-Z][A-Za-z&]{0,10}[A-Z][A-Za-z&]{0,5}|[A-Z][a-z]{2,9}[A-Z]\w{1,8})"
    r"\s?[-_:：]\s*(?=\S)"
)
# "Kim J, Feldt R, Yoo S. Guiding ..."
_SURNAME_FIRST = re.compile(
    r"((?:[^\W\d_][^\s,.]+ ){1,3}[A-Z]{1,3}(?:, (?:[^\W\d_][^\s,.]+ ){1,3}[A-Z]{1,3}){1,40})\.\s+"
    r"(?=\S+ \S+ \S)"
)
_BESIDE = re.compile(r"\s[(\[]([^()\[\]]{3,40})[)\]][\s.,]*$")  # "(Spotlight)"
_KEY = re.compile(r"([A-Z][a-z]{1,20}((?:19|20)\d\d)[A-Za-z]?):\s+(?=\S+ \S+ \S)")  # "Noor2015: "
_MAY_CITE = re.compile(r"\.\s|[;；。]|et\.? al")
_ET_AL = re.compile(r"\bet\.? al\b\.?")
_IN = re.compile(r"(?<=[.?!,])\s+(?:In|in|published in)\s*[:：]?$")
_STOPPED = re.compile(r"[.|(\[]|\s[-–—]\s")
_PREPOSITION = re.compile(
    r"(?:with|for|via|using|through|without|in|on|of|from|by|as|is|are|and)\s"
)
_GOES_ON = re.compile(r"\s?[:：]|\s[^\W_]")  # behind a name that is a title's beginning
_LED = re.compile(
    r"[\[(【]([^\[\]()【】]{4,60})[\])】]\s*(\S+ \S.*)", re.DOTALL
)  # "[ICML 2024] ..."
_NAMED = re.compile(r"\[(?![^\[\]]*\d{4})([^\[\]]{2,30})\]\s+(\S.*)", re.DOTALL)
LONGEST_NAME = 5  # words in bold before a colon
BRIEF = 30  # characters of a name and year before a title in its brackets
_YEAR_FIRST = re.compile(r"^(.{3,300}?)[\s,]*\((\d{4})[a-z]?\)[.,:]?\s+(.+)$", re.DOTALL)


def people_or_note(builder: PaperBuilder, text: str) -> None:
    """Take in what stands before a title: the work's name, people, or what goes to the note."""
    name = text.strip().rstrip(":：").strip()
    if text.rstrip().endswith((":", "：")) and is_name(name) and not role_of(name):
        builder.call(name)
        return
    text = _without_lead(builder, text)
    text = text.lstrip(OPENING + QUOTES).rstrip(OPENING.replace(".", "") + QUOTES)
    text += ")" * (text.count("(") - text.count(")"))
    meaning = classify(text)
    if meaning.role:
        builder.add_unknown(text)
    elif person := inverted(text):
        builder.add("authors", person)
    elif surname_pair(text):
        builder.add("authors", text)
    elif apa := _YEAR_FIRST.match(f"{text} ."):
        people_or_note(builder, apa[1])
        builder.add("year", apa[2])
    else:
        read_tail(builder, text)


def _without_lead(builder: PaperBuilder, text: str) -> str:
    """Take the work's name off "GIN: Xu et al.,", which people follow."""
    name, colon, people = text.partition(": ")
    if not colon or not is_name(name.strip()) or role_of(name) or not is_credit(people):
        return text
    builder.call(name)
    return people


def is_credit(text: str) -> bool:
    """Tell people where a title follows them: "Xu et al.," or "Kipf & Welling,"."""
    people = text.strip(" ,.")
    return is_byline(people) or surname_pair(people) or classify(people).role == "authors"


def begun(label: str, opening: str, *, work: bool) -> str:
    """Give a label as the beginning of the title that goes on behind it; "" if it does not.

    As in "[Helios](...): Resolving ...", "[Helios:](...) ..." and "[Ring Attention](...) with ...".
    """
    bare = label.rstrip(" :：")
    rest = opening.lstrip(" :：")
    if ":" in bare or not any(map(str.isalpha, rest)) or classify(rest).role:
        return ""
    title = _STOPPED.split(rest, maxsplit=1)[0]
    if bare != label.rstrip():
        return f"{bare}: "
    if opening[:1] in {":", "："}:
        short = is_name(bare) and (work or is_capitalised(title))
        several = len(title.split()) > 1 and title[:1].isupper() and (work or len(bare.split()) > 3)
        return f"{bare}: " if short or (several and is_capitalised(f"{bare} {title}")) else ""
    goes_on = is_name(bare) and work and _PREPOSITION.match(rest) and is_capitalised(title)
    return f"{bare} " if goes_on else ""


def lead_as_name(builder: PaperBuilder, link: Segment) -> None:
    """Take "EAGLE" in "[**EAGLE**: Speculative ...](...)" for the name; the title keeps it."""
    name = link.lead.rstrip(" :：")
    behind = link.text.strip().removeprefix(name)
    goes_on = _GOES_ON.match(behind) and len(long_words(behind)) > 1
    # Before a colon a name may have more words: "LLM in a flash".
    spelled = behind[:1] == ":" and len(name.split()) <= LONGEST_NAME and len(name) <= BRIEF
    if goes_on and name[0].isalnum() and (spelled or is_name(name)):
        builder.call(name)


def without_name(builder: PaperBuilder, label: str) -> str:
    """Take the short name off "[LDM] High-Resolution Image Synthesis", or the venue."""
    led = _LED.match(label)
    meaning = classify_group(led[1]) if led else None
    if led and meaning and meaning.role in PUBLISHED:
        builder.add(meaning.role, meaning.value, meaning)
        return led[2]
    named = _NAMED.match(label)
    if named is None or len(named[2].split()) < 3 or not is_name(named[1]):
        return label
    if classify(named[1]).role or is_generic(named[1]):
        return label
    builder.call(named[1])
    return named[2]


def _reference(builder: PaperBuilder, text: str) -> str:
    """Take a reference apart, "People. Title. Source."; give its title, or the text as it is."""
    people, colon, title = text.partition(": ")
    named = colon and people.count(",") > 1 and classify(people).role == "authors"
    if named and len(title.split()) > 1 and not _SURNAME_FIRST.match(text):
        builder.add("authors", people)
        return _reference(builder, title)
    if not _MAY_CITE.search(text):
        return text
    parts = SENTENCE.split(_ET_AL.sub("et al.", text), maxsplit=2)
    if short := _SURNAME_FIRST.match(text):
        builder.add("authors", short[1])
        parts = SENTENCE.split(text[short.end() :], maxsplit=1)
        read_tail(builder, "".join(parts[1:]))
        return parts[0]
    if len(parts) < 2 or len(parts[1].split()) < 3 or classify(parts[0]).role != "authors":
        return text
    if classify_sentence(parts[1]).role:
        return text
    builder.add("authors", parts[0])
    if len(parts) > 2:
        read_tail(builder, parts[2])
    return parts[1]


def _without_people(builder: PaperBuilder, text: str) -> str:
    """Take "Lamport, L. (1978)" off the beginning of a reference."""
    apa = _YEAR_FIRST.match(text)
    if not apa or not is_byline(apa[1]):
        return text
    builder.add("authors", apa[1])
    builder.add("year", apa[2])
    return apa[3]


def _without_place(builder: PaperBuilder, text: str) -> str:
    """Take a date or a venue off the beginning: "2023-10: ", "OSDI-2022-", "20-OSDI-"."""
    if (dated := _DATED.match(text)) and builder.add("date", dated[1]):
        text = text[dated.end() :]
        where, comma, title = text.partition(", ")
        if comma and len(title.split()) > 1 and classify(where).role == "venue":
            builder.add("venue", f"{where} {dated[1][:4]}" if dated[1].isdigit() else where)
            text = title
    if (led := _VENUE_FIRST.match(text)) and classify(f"{led[1]} {led[2]}").role == "venue":
        builder.add("venue", f"{led[1]} {led[2]}")
        text = text[led.end() :]
    if short := _SHORT__YEAR_FIRST.match(text):
        builder.add("venue", f"{short[2]} '{short[1]}")
        text = text[short.end() :]
    return text


def _without_source(builder: PaperBuilder, text: str) -> str:
    """Take "In: Proceedings of ..." off a reference, which says where the work appeared."""
    title, mark, source = text.partition(" In: ")
    if not mark or len(title.split()) < 3:
        return text
    read_tail(builder, source)
    return title


def _bare(text: str) -> str:
    """Drop the punctuation around a title, but not what belongs to it: "(Un)safe", "C++"."""
    text = text.strip("~")
    bare = text.lstrip(OPENING).rstrip(CLOSING)
    if bare[:1] == "《" and bare.find("》") == len(bare) - 1:
        return bare[1:-1]
    if bare[:1] in _OPENS and not _CLOSES.search(bare):
        bare = bare[1:].lstrip(OPENING)
    end = text.find(bare) + len(bare)
    return bare + text[end : end + 2] if text[end : end + 2] == "++" else bare


def _is_beside(text: str, beside: str) -> bool:
    """Tell the short name that a list's owner put behind the title, "Segment Anything (SAM)"."""
    capitals = sum(map(str.isupper, beside))
    short = is_name(beside) and " " not in beside and capitals > 1
    return short and not (is_generic(beside) or classify(beside).role or spells_out(text, beside))


def set_title(builder: PaperBuilder, text: str) -> None:
    """Clean a title and take off what its author only put beside it."""
    text = INDEX.sub("", decorations_off(text).strip())
    if keyed := _KEY.match(text):
        builder.add_note(keyed[1])
        builder.add("year", keyed[2])
        text = text[keyed.end() :]
    text = _without_source(builder, _without_people(builder, _reference(builder, text)))
    if (beside := _BESIDE.search(text)) and is_remark(beside[1]):
        builder.add_note(beside[1])
        text = text[: beside.start()]
    elif beside and not builder.name and _is_beside(text[: beside.start()], beside[1]):
        builder.call(beside[1])
        text = text[: beside.start()]
    text = without_tail(builder, _bare(_without_place(builder, text)))
    if by := _PUBLISHER.search(text):
        builder.add_note(by[1])
        text = text[: by.start()]
    quoted = QUOTED.fullmatch(text.strip(" .,"))
    text = _IN.sub("", text)
    title = clean(_bare(quoted[1] if quoted else text).strip("*").rstrip(","))
    title = _TWICE.sub(r"\1: ", title)
    if title.endswith(("]", ")")) and title.count("(") + title.count("[") < title.count(
        ")"
    ) + title.count("]"):
        title = title[:-1].rstrip()
    if builder.title:
        builder.add_note(title)
    else:
        builder.title = title
