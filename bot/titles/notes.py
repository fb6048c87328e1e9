"""What stands around a title and is none of it?

What editors add in one place and leave out in another, "(panel session)", "Extended version: ...",
"..., best paper award": what sort of text it is, and how far it has come in print. And what indexes
append.
"""

import re

from bot.text.months import MONTHS
from bot.titles.words import ENGLISH, LANGUAGES

# The comma in "46,400" parts no words.
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
LEADING_NAME = re.compile(r"^[(\[]([^()\[\]]{1,30})[)\]]\s*")
# What indexes append: "[Japanese]", "[Review] [33 refs]", "[J]".
REMARK_AT_END = re.compile(r"\s*\[[^\[\]]{1,40}\]\.?$")
# Behind a translated title some indexes name the language and give the title in it.
LANGUAGE_AT_END = re.compile(
    rf"(?<=[\w)?!][.])\s+(?:{'|'.join(LANGUAGES)})(?:\s+(?P<original>\S.*))?$"
)
# What a citation cut apart leaves at the ends of a title: "(1991). ...", "(in press). ...",
# "... . 1993".
YEAR = re.compile(
    r"^\((?:(?:19|20)[0-9]{2}[a-z]?|in press|to appear|forthcoming)\)[.,:]?\s+(?=\S)"
    r"|(?<=\S)\s*[.,]\s*(?:19|20)[0-9]{2}\.?$",
    re.IGNORECASE,
)

PARENTHESIS = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]\s*")
NOTE = re.compile(
    r"\b(?:tutorial|panel|abstract|demo|demonstration|demonstrations|experience paper|poster|talk"
    r"|keynote|short paper|full paper|technical report|tech report|research article|article"
    r"|extended version|full version|long version|preprint|industrial|vision paper|session"
    r"|retracted|review|paper|code|in press|to appear|forthcoming|submitted)\b"
)
NOTE_IN_FRONT = re.compile(
    r"^(?:retracted(?: article)?|preprint"
    r"|(?:conference |invited )?(?:tutorial|panel|demo|demonstration|poster|talk)"
    r"(?: notes?| abstract| paper| session)?"
    r"|(?:extended|full|long|short) (?:version|abstract|paper))\s*:\s*",
    re.IGNORECASE,
)
# The same behind a stop or a comma, perhaps with when it was written: "..., extended abstract".
NOTE_AT_END = re.compile(
    r"(?<=[^\s.,;:])\s*(?:[.,;:'\"’”]|\s-)+\s*"
    r"(?:(?:an? )?(?:extended|full|long|short) (?:version|abstract|paper)"
    r"|tutorial notes|(?:best paper|distinguished paper) award|(?:technical|tech\.?) report"
    r"|working paper|invited (?:talk|paper)|in preparation|to appear|submitted)"
    rf"(?:\s*[.,]? (?:(?:{'|'.join(MONTHS)})[a-z]*\.? )?(?:19|20)[0-9]{{2}})?\.?$",
    re.IGNORECASE,
)
# The expression takes long, and is tried on the few titles that end so.
ENDS_OF_NOTES = (
    *("version", "abstract", "paper", "notes", "award", "report", "talk", "preparation"),
    *("appear", "submitted", *"0123456789"),
)


def without_remarks(text: str) -> str:
    """Leave out what stands around a title and is none of it, and the sign of thousands."""
    plain = THOUSANDS.sub("", NOTE_IN_FRONT.sub("", without_ends(text)))
    remark = "(" in plain or "[" in plain
    return LEADING_NAME.sub(r"\1: ", without_notes(plain)) if remark else plain


def without_ends(text: str) -> str:
    """Leave out a year and the remarks of indexes at the ends, unless nothing else is left."""
    text = without_note_at_end(text)
    if text[:1] == "(" or text[-2:-1].isdigit():
        text = YEAR.sub("", text)
    text = without_original(text)
    while "]" in text[-2:] and (shorter := REMARK_AT_END.sub("", text)) != text and shorter:
        text = shorter
    return text


def without_original(text: str) -> str:
    """Leave out a language, and the title in it, that stand behind a translation."""
    match = ". " in text and LANGUAGE_AT_END.search(text)
    if not match or not ENGLISH.isdisjoint((match["original"] or "").lower().split()):
        return text
    return text[: match.start()]


def without_notes(text: str) -> str:
    """Leave out the parentheses that only say what sort of text it is: "(panel session)"."""
    return PARENTHESIS.sub(lambda match: " " if is_note(match[1]) else match[0], text).strip()


def is_note(text: str) -> bool:
    """Tell whether a parenthesis is a note of the editors."""
    return bool(NOTE.search(text.lower())) and not any(map(str.isdigit, text))


def without_note_at_end(text: str) -> str:
    """Leave out a note behind a title, with when it was written."""
    if not text.lower().rstrip(" .").endswith(ENDS_OF_NOTES):
        return text
    return NOTE_AT_END.sub("", text)
