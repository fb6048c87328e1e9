"""What do editors add to a title in one place and leave out in another?

"(panel session)", "Extended version: ...", "..., best paper award": what sort of text it is, and
how far it has come in print.
"""

import re

from bot.text.months import MONTHS

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
    rf"(?:\s*,? (?:(?:{'|'.join(MONTHS)})[a-z]*\.? )?(?:19|20)[0-9]{{2}})?\.?$",
    re.IGNORECASE,
)
# The expression is tried on few titles: on those that end so.
ENDS_OF_NOTES = (
    *("version", "abstract", "paper", "notes", "award", "report", "talk", "preparation"),
    *("appear", "submitted", *"0123456789"),
)


def without_notes(text: str) -> str:
    """Leave out the parentheses that only say what sort of text it is: "(panel session)"."""
    return PARENTHESIS.sub(lambda match: " " if is_note(match[1]) else match[0], text).strip()


def is_note(text: str) -> bool:
    """Tell whether a parenthesis is a note of the editors."""
    return bool(NOTE.search(text.lower())) and not any(map(str.isdigit, text))


def without_note_in_front(text: str) -> str:
    """Leave out a note in front of a title: "Extended version: ..."."""
    return NOTE_IN_FRONT.sub("", text)


def without_note_at_end(text: str) -> str:
    """Leave out a note behind a title, with when it was written."""
    if not text.lower().rstrip(" .").endswith(ENDS_OF_NOTES):
        return text
    return NOTE_AT_END.sub("", text)
