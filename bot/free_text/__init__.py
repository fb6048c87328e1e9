"""Does an issue that nobody wrote with a form ask for works, or does it only speak of one?

Most people who want a work listed write a few words and a link. What stands beside the link is no
matter where it is little: a greeting, thanks, "please add our paper", in whatever language, so it
is counted and not understood. Two things are told by words (`words`): that somebody asks, which
lets more of them pass, and that something is wrong, which is for a person to answer.
"""

import re
from functools import lru_cache

from bot.free_text.words import ASKING, COMPLAINING
from bot.identify import ParsedLink, links_in, parse_link, without_links
from bot.text.lexicon.capitals import is_capitalised
from bot.venues.reported import reported_venue

# So many words beside the works are little; so many where some of them ask, or where headings
# part them as a form does.
FEW = 12
SOME = 45
MANY = 150
FEWEST = 4  # words of a title that has no colon

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BIBTEX = re.compile(
    r"^(`{3,}+|~{3,}+)[^\n]*\n\s*@.*?(?:^\1[ \t]*$|\Z)|^@\w+\{(?:(?!^[@}]).)*+^\}",
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+.*$", re.MULTILINE)
# A row, a bullet or a linked title: how a work is written down, and no text beside it.
_WRITTEN_DOWN = re.compile(r"\s*(?:\||[-*+•]\s|[0-9]{1,3}[.)]\s|\[)")
_QUOTED = re.compile(
    r"“[^“”\n]*”|\"[^\"\n]*\"|《[^《》\n]*》|「[^「」\n]*」|\*\*[^*\n]+\*\*|(?<!\*)\*[^*\n]+\*"
)
# Writing without spaces: about two characters are a word.
_WIDE = re.compile("[\u0e00-\u0eff\u2e80-\u3004\u3040-\ua4cf\uac00-\ud7ff]")
# A name and what it is, in capital letters: "Deep Serving: Fast Inference for Models".
_TITLE = re.compile(
    r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}: [A-Z][\w-]*(?: (?:[A-Z][\w-]*|a|an|and|at|by|for|from|in|of"
    r"|on|the|to|via|with)){1,19}"
)
_WORD = re.compile(r"\w+")
_QUESTION = re.compile(r"[?？؟](?!\w)")
_PDF = re.compile(r"\.pdf$", re.IGNORECASE)


def asked_text(title: str, body: str) -> str:
    """Give the text in which the works stand: the body, below the title where only that does."""
    return body if links_in(body) or not links_in(title) else f"{title}\n\n{body}".strip()


def with_report(title: str, text: str) -> str:
    """Give a text below its issue's title where only that says where a work appears."""
    news = title not in text and reported_venue(title) and not reported_venue(text)
    return f"{title}\n\n{text}" if news else text


@lru_cache(maxsize=512)  # each run asks it several times of every open issue
def asks_for_works(title: str, body: str) -> bool:
    """Tell whether an issue holds links to works and little else."""
    text = _COMMENT.sub("", asked_text(title, body))
    links = links_in(text)
    beside = _beside(text)
    if not links:
        return False
    if not _WORD.search(without_links(text)):
        return not (COMPLAINING.search(title.casefold()) and _works(links))
    lowered = f"{title}\n{beside}".casefold()
    works = _works(links) or (_titled_pages(links, title, beside) if ASKING.search(lowered) else [])
    if not works or COMPLAINING.search(lowered):
        return False
    asks = bool(ASKING.search(lowered) or reported_venue(f"{title}\n{beside}"))
    if not asks and (_QUESTION.search(text) or all(link.leads_to_code for link in works)):
        return False
    return _length(beside) <= (MANY if _is_parted(text) else SOME if asks else FEW)


def speaks_of_works(title: str, body: str) -> bool:
    """Tell whether an issue holds a work's link at all; a repository is that of anything."""
    links = links_in(_COMMENT.sub("", f"{title}\n\n{body}"))
    return any(not link.leads_to_code for link in _works(links))


def _works(links: list[str]) -> list[ParsedLink]:
    parsed = (link for link in map(parse_link, links) if link)
    return [link for link in parsed if link.work or _PDF.search(link.url)]


def _titled_pages(links: list[str], title: str, beside: str) -> list[ParsedLink]:
    """Give the only page, of which nobody knows what it is, where a title stands on its own line.

    Somebody has to ask for it, too: others write of pages for any reason.
    """
    pages = [link for link in map(parse_link, links) if link and not link.leads_to_code]
    lines = [line.strip() for line in (title, *beside.split("\n"))]
    titled = any(map(_TITLE.fullmatch, lines)) or any(map(_names_work, lines[1:]))
    return pages if len(links) == 1 and titled else []


def _names_work(line: str) -> bool:
    """Tell a title by its capitals, unless they are those of a sentence that asks."""
    sentence = line.endswith((".", "!", "?", ",")) or ASKING.search(line.casefold())
    return len(line.split()) >= FEWEST and is_capitalised(line) and not sentence


def _beside(text: str) -> str:
    """Give what stands beside the works: no links, headings, titles in quotes, rows or BibTeX."""
    text = _HEADING.sub("", _BIBTEX.sub("", text))
    lines = (
        ""
        if _WRITTEN_DOWN.match(line) and links_in(line)
        else _QUOTED.sub(" ", without_links(line))
        for line in text.split("\n")
    )
    return "\n".join(lines)


def _length(text: str) -> int:
    """Count the words of a text, in whatever writing."""
    wide = len(_WIDE.findall(text))
    return wide // 2 + len(_WORD.findall(_WIDE.sub(" ", text)))


def _is_parted(text: str) -> bool:
    """Tell whether headings part a text, and below one of them stands nothing but links."""
    below = _HEADING.split(text)[1:]
    return any(links_in(part) and not _WORD.search(without_links(part)) for part in below)
