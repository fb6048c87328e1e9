"""What in a text is only how mail is sent: a signature, the quote of an earlier mail?

Nothing that could name a work is taken for either: where one line of a signature could, all of it
stays.
"""

import re
from itertools import dropwhile

from bot.identify import links_in, parse_link

MOST_LINES = 6  # of a signature
LONGEST_LINE = 160

# What closes a mail, by language, alone on its line.
_CLOSING = """
best | all the best | best wishes | best regards | kind regards | kindest regards | warm regards
warmest regards | regards | many thanks | thanks | thank you | thanks again | thanks in advance
thx | cheers | sincerely | yours | sincerely yours | yours sincerely | yours truly
yours faithfully | respectfully | cordially | br | kr | with best regards | with kind regards
mit freundlichen grüßen | mit freundlichen grüssen | freundliche grüße | viele grüße | beste grüße
liebe grüße | danke | vielen dank | mfg | vg | lg | cordialement | bien cordialement
bien à vous | merci | saludos | saludos cordiales | un saludo | atentamente | gracias
atenciosamente | obrigado | obrigada | abraços | cordiali saluti | distinti saluti | saluti
grazie | met vriendelijke groet | groeten | med vänliga hälsningar | med venlig hilsen | pozdrawiam
с уважением | спасибо | з повагою | saygılarımla | trân trọng | salam | hormat saya
此致 | 敬礼 | 此致敬礼 | 祝好 | 谢谢 | 感谢 | 顺祝商祺 | 敬具 | よろしくお願いします
よろしくお願いいたします | 감사합니다 | 드림
"""
_CLOSINGS = frozenset(each.strip() for row in _CLOSING.splitlines() for each in row.split("|"))
_DASHES = re.compile(r"-- ?")  # as mail programs write it (RFC 3676, section 4.3)
# A person's name: one to three words, with initials between them.
_PERSON = re.compile(r"(?:[^\W\d_][\w'’.-]*[ \t]*){1,3}")
_PLACE = re.compile(
    r"universi|institut|\bcollege\b|\bschool\b|\bdepartment\b|\bdept\b|\bfaculty\b|\blab\b"
    r"|laborator|\bresearch (?:group|center|centre)\b|\binc\b|\bltd\b|\bgmbh\b|\bcorp\b|\bacademy\b"
    r"|\bprof(?:essor)?\b|\bph\.?d\b.{0,20}\b(?:student|candidate)\b|\bresearch(?:er| scientist)\b"
    r"|\bengineer\b|\bpostdoc|大学|学院|研究所|研究院|大學|대학|университет",
    re.IGNORECASE,
)
_REACHED = re.compile(r"^\W*(?:\S+@\S+\.\w+|[+(]?[0-9][0-9 ()/.-]{5,})\W*$")
_WROTE = re.compile(
    r"^[ \t>]*(?:On|Am|Le|El|Em|Il|Op|在|于)\b[^\n]{4,200}(?:\n[^\n]{0,100})?"
    r"(?:wrote|schrieb[^\n:]{0,80}|a écrit|escribió|escreveu|ha scritto|schreef[^\n:]{0,80}|写道)"
    r"[ \t]*[:：][ \t]*\n(?P<quote>(?:[ \t]*\n)?(?:[ \t]*>[^\n]*(?:\n|\Z))*)",
    re.MULTILINE,
)


def without_mail(text: str) -> str:
    """Give a text without the signature that ends it, and without mail that is quoted in it.

    A quote in which links stand is read like other text.
    """
    return _unsigned(_WROTE.sub(_quote, text))


def _quote(match: re.Match[str]) -> str:
    return match["quote"] if links_in(match["quote"]) else ""


def _unsigned(text: str) -> str:
    """Cut a text at the first line from which on all lines close it."""
    lines = text.rstrip().split("\n")
    for at, line in list(enumerate(lines))[-2 * MOST_LINES :]:
        below = [each.strip() for each in lines[at + 1 :] if each.strip()]
        if len(below) <= MOST_LINES and is_closing(line) and _is_signature(below):
            return "\n".join(lines[:at])
    return text


def is_closing(line: str) -> bool:
    """Tell a line that does nothing but close a mail, or part its signature from it."""
    bare = line.strip()
    return bool(_DASHES.fullmatch(bare)) or bare.strip(",.!，。！ ").casefold() in _CLOSINGS


def _is_signature(lines: list[str]) -> bool:
    """Tell who signs, and who that is: names, a place, an address; and no other thing."""
    lines = list(dropwhile(is_closing, lines))
    people = [line for line in lines if not _says_who(line)]
    return len(people) <= 1 and all(map(_is_person, people)) and people == lines[: len(people)]


def _says_who(line: str) -> bool:
    if len(line) > LONGEST_LINE or any(map(_names_work, links_in(line))):
        return False
    titled = ":" in line.replace("://", "")
    placed = bool(_PLACE.search(line)) and not titled
    return placed or is_closing(line) or bool(_REACHED.match(line))


def _is_person(line: str) -> bool:
    bare = line.strip(" ,.")
    return bool(_PERSON.fullmatch(bare)) and not any(part.islower() for part in bare.split()[:1])


def _names_work(url: str) -> bool:
    link = parse_link(url)
    return link is None or bool(link.work) or url.casefold().endswith(".pdf")
