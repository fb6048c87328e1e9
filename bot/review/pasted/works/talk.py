"""Does this stretch of text speak to the list's owner, rather than name a work?"""

import re
from collections.abc import Iterator

from bot.review.pasted.works.talk_words import ANY_CASE, AS_WRITTEN, LEADS
from bot.text.lexicon.mail import is_phones

LONGEST = 2_000

_AS_WRITTEN = re.compile("".join(map(str.strip, AS_WRITTEN.splitlines())))
_LEADS = re.compile("".join(map(str.strip, LEADS.splitlines())), re.IGNORECASE)
_ANY_CASE = re.compile("".join(map(str.strip, ANY_CASE.splitlines())), re.IGNORECASE)
# Words set off in a sentence: quoted, in bold, in book marks, or the label of a link.
SET_OFF = re.compile(
    r"\[(?P<link>[^\[\]]{4,400})\](?=\()|\*\*(?P<bold>[^*]{4,400})\*\*|《(?P<book>[^《》]{4,400})》"
    r"|「(?P<corner>[^「」]{4,400})」|“(?P<curly>[^“”]{4,400})”|„(?P<low>[^„“”]{4,400})[“”]"
    r"|‘(?P<single>[^‘’]{8,400})’(?!\w)|(?<!\w)'(?P<straight>[^']{8,400})'(?!\w)"
    r"|『(?P<white>[^『』]{4,400})』|«(?P<angle>[^«»]{4,400})»|(?<![\w\"])\"(?P<plain>[^\"]{4,400})\"(?!\w)"
)
# Where a sentence may pass from talk to a name and back: behind a colon, a stop, a break, a link.
_CLAUSES = re.compile(
    r"https?://\S+\s*|(?<=[:：])(?!//)\s*|(?<=[.!?;])\s+|[。！？；]\s*|\s+[-–—|]\s+|，(?=[^，]{0,20}谢)"
)


def is_talk(text: str) -> bool:
    """Tell "hi, can you add this" and "谢谢！" from a name, also from one that asks."""
    text = _masked(text)
    return bool(_AS_WRITTEN.search(text) or _ANY_CASE.search(text)) or is_phones(text)


def without_lead(text: str) -> str:
    """Give what stands behind words that ask for it: "New paper: ...", "Please add ..."."""
    return _LEADS.sub("", text[:LONGEST]) + text[LONGEST:]


def without_talk(text: str) -> str:
    """Give what of a text may name something.

    That is what is set off in its talk, what stands right beside a link, and what it announces.
    """
    kept = []
    clauses = ["", *_clauses(text[:LONGEST]), ""]
    for before, clause, after in zip(clauses, clauses[1:], clauses[2:], strict=False):
        if is_talk(clause):
            kept += set_off(clause)
        elif _is_link(clause) or _is_link(before) or _is_link(after) or _announces(before):
            kept.append(clause.strip())
    return " ".join(filter(None, kept))


def set_off(text: str) -> list[str]:
    """Give what stands in quotation marks, in bold, in book marks or as a link's label."""
    return [f"“{match[match.lastgroup or 0]}”" for match in SET_OFF.finditer(text[:LONGEST])]


def _is_link(clause: str) -> bool:
    return "://" in clause


def _announces(clause: str) -> bool:
    return clause.rstrip().endswith((":", "："))


def _clauses(text: str) -> Iterator[str]:
    """Part a text where it may pass from talk to a name; what is set off stays whole."""
    start = 0
    for cut in _CLAUSES.finditer(_masked(text)):
        for end in (cut.start(), cut.end()) if _is_link(cut[0]) else (cut.end(),):
            yield text[start:end]
            start = end
    yield text[start:]


def _masked(text: str) -> str:
    """Put marks for the words that are set off: they are no talk, whatever they say."""
    return SET_OFF.sub(lambda match: "•" * len(match[0]), text[:LONGEST])
