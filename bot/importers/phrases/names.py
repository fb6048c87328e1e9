"""Is this text a list of people, an institution, or the short name of a work?"""

import re

from bot.people.listed import listed
from bot.people.name import stored

_PARTICLES = frozenset(
    "de da di du do das des van von der den la le del della dos bin ibn al el ten ter zu af av san"
    " dr y e".split()
)
_ET_AL = re.compile(
    r"(?:,?\s*(?:et\.?\s*al\.?|and others|等|and \d+ (?:more|others)))\W*$", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:[,;，、]\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)")
# What stands in every list of people; most titles hold none of it, and need no closer look.
_JOINED = re.compile(r"[,;，、&等]")
_AND = re.compile(r"\sand\s|et\.?\s*al")
_LED = re.compile(r"(?:written )?by|[a-z]\.")
_BY = re.compile(r"(?:written )?by:?\s+", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§¶#∗⋆✉\d¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_FIRMS = (
    "google|microsoft|meta|facebook|nvidia|amazon|apple|openai|deepmind|tencent|alibaba|baidu|huawei"
    "|intel|ibm|adobe|salesforce|bytedance"
)
_FIRM = re.compile(rf"(?:{_FIRMS})(?: (?:ai|brain|cloud|deepmind|labs?|research))?", re.IGNORECASE)
_ORGANISATION = re.compile(
    rf"\b(?:universit\w*|institut\w*|college|school|labs?|laborator\w*|research|academy|{_FIRMS}"
    r"|inc|corp|ltd|llc|gmbh|team|group|center|centre|department)\b",
    re.IGNORECASE,
)
# Words of titles that begin with a capital and are no part of anybody's name.
_TITLE_WORD = re.compile(
    r"(?:learning|networks?|models?|language|attention|neural|deep|data|systems?|survey|training"
    r"|inference|memory|efficient|transformers?|large|vision|generative|reinforcement|robots?"
    r"|reasoning|generation|recognition|detection|segmentation|computing|optimization|analysis"
    r"|processing|representation\w*|retrieval|compression|quantization|graph|image|video|text"
    r"|speech|machine|artificial|intelligence|adversarial|diffusion|agents?|knowledge|multi\w*"
    r"|self|semi|unsupervised|supervised|code|project|paper|blog|website|page|the|a|an|of|for|in"
    r"|on|with|via|using|towards?|from|without|what|how|why|is|are|can|do|does"
    # Hardly a name ends so; "-ting", "-ming", "-xing" and the like are Chinese given names.
    r"|\w{3,}(?:[stc]ion|ment|ness|ism|ity|ware|[aeo]bility|[bmlt]ysis|thesis|ically|aware|based)s?"
    r"|\w{3,}[rszvkcghwf]ing|\w{4,}ics|\w{5,}(?:ance|ence|ous|ical|[ai]ble|ized|ised|isation|ogy|graphy|phic|istic)|\w{4,}ive"
    r"|outliers?|kernels?|caches?|tokens?|experts?|layers?|weights?|gradients?|attack\w*|search)",
    re.IGNORECASE,
)  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|['’‘]\d\d(?!\d)")
_ENDS = re.compile(r"[^\W\d_]{3}\.\s")  # a stop inside a name, not behind an initial: a sentence
# What stands in the name of a society or of what it publishes, and in nobody's.
_NOBODY = re.compile(
    r"\b(?:IEEE|ACM|USENIX|IFIP|CCF|Transactions|Journal|Proceedings|Conference|Symposium|Workshop"
    r"|Surveys|Springer|Elsevier|Wiley|(?:[A-Z]{2,}|University|Academic) Press|Addison"
    r"|O['’]Reilly)\b"
)
# "Seattle, WA": where a conference was, though it looks like an inverted name.
_IN_STATE = re.compile(
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:A[KLRZ]|C[AOT]|DC|FL|GA|HI|I[ADLN]|KS|LA|M[ADEINOST]"
    r"|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\W*"
)
# "(I)" counts the parts of a work, "(CCF-A)" ranks its venue.
_PART = re.compile(r"[IVX]{1,4}|[A-Za-z]|CCF[- ]?[ABC]")
_STOPPED = re.compile(r"(?:[A-Z]\.-?){1,3},?")
_INITIAL = re.compile(r"[A-Z]\.?(?:-?[A-Z]\.?)*")
_INITIALED = re.compile(r"(?:[A-Z]\.[\s-]?){1,3}[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?")
_INITIAL_FIRST = re.compile(r"[B-Z]{1,2} [A-Z][^\W\d_]")
_ARTICLE = re.compile(r"^A (?=[A-Z][a-z])")
LONGEST_NAME = 30
_LONGEST_LIST = 2_000
_SHORTEST_INSIDE = 3  # letters that also the middle of a title spells out


def is_authors(text: str) -> bool:
    """Tell whether `text` lists people: "A. Vaswani, N. Shazeer", "Dao et al."."""
    if len(text) > _LONGEST_LIST or not _may_list(text) or not _lists_people(text):
        return False
    if _IN_STATE.fullmatch(text):
        return False
    named = _BY.match(text) or not _ORGANISATION.search(text)
    return bool(named) and not _YEAR.search(text)


def _may_list(text: str) -> bool:
    """Tell whether a text holds anything that a list of people needs."""
    if _JOINED.search(text):
        return True
    text = text.lower()
    return bool(_LED.match(text) or _AND.search(text))


def _lists_people(text: str) -> bool:
    said_by = _BY.match(text)
    text = text[said_by.end() :] if said_by else text
    stripped = _ET_AL.sub("", text)
    chunks = [chunk for chunk in _SPLIT.split(_MARKS.sub("", stripped)) if chunk.strip(" .")]
    if not chunks:
        return False
    if said_by:
        return all(_is_person(chunk) or _is_single(chunk) for chunk in chunks)
    if stripped != text:
        if ":" in text:
            return False  # "GIN: Xu et al."
        return len(chunks) <= 40 and all(len(chunk.split()) <= 5 for chunk in chunks)
    if len(chunks) == 1:
        return bool(_INITIALED.fullmatch(chunks[0].strip(" .")))
    return _is_bibtex(text) or _surnames_first(chunks) or _are_people(chunks)


def _are_people(chunks: list[str]) -> bool:
    """Tell full names, though the first of them may be inverted, and one in four be unlikely."""
    if any(map(_INITIAL_FIRST.match, chunks)):
        chunks = [_ARTICLE.sub("A. ", chunk) for chunk in chunks]  # "A Lommatzsch, B Kille"
    if _first_inverted(chunks):
        return all(map(_is_person, chunks[2:]))
    doubtful = [chunk for chunk in chunks if not _is_person(chunk)]
    return len(doubtful) * 4 <= len(chunks) and all(map(_looks_like_name, doubtful))


def _first_inverted(chunks: list[str]) -> bool:
    """Tell "Hinton, Geoffrey E., Simon Osindero": only the first surname comes first."""
    if len(chunks) < 2 or not _is_single(chunks[0]):
        return False
    names = chunks[1].split()
    initialed = len(names) > 1 and names[0].istitle() and all(map(_INITIAL.fullmatch, names[1:]))
    return initialed or (len(chunks) > 2 and _is_single(chunks[1]))


def _looks_like_name(chunk: str) -> bool:
    """Tell two to four capitalised words, though one of them may be a title's: "Long Do"."""
    words = chunk.split()
    return (
        2 <= len(words) <= 4
        and not _ENDS.search(chunk)
        and not _NOBODY.search(chunk)
        and all(re.fullmatch(r"[^\W\d_][\w.'’-]*", w) for w in words)
        and (all(word[0].isupper() for word in words))
    )


def surname_pair(text: str) -> bool:
    """Tell "Niemeyer & Geiger": two surnames, joined; only their place makes them people."""
    if len(text) > _LONGEST_LIST:
        return False
    chunks = re.split(r"\s+(?:and|&)\s+", text.strip(" ,."))
    return len(chunks) == 2 and all(map(_is_single, chunks))


def inverted(text: str) -> str:
    """Give "Bengio, Yoshua" as "Yoshua Bengio", "" for anything else.

    Only before a title is that surely one person; elsewhere it may be two surnames.
    """
    parts = text.strip(" .").split(", ")
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(map(_is_single, parts)) else ""


def is_organisation(text: str) -> bool:
    """Tell a few words that name an institution: "OpenAI", "Tsinghua University"."""
    publisher = text.rstrip(" ,").endswith(" Press")
    short = 0 < len(text.split()) <= 5 and "." not in text and not publisher
    return short and bool(_ORGANISATION.search(text))


def is_firm(text: str) -> bool:
    """Tell a firm by its whole name, which no journal has: "Google Research"."""
    return bool(_FIRM.fullmatch(text))


def is_byline(text: str) -> bool:
    """Tell people where they are set off by emphasis: one is enough, and so are surnames."""
    if len(text) > _LONGEST_LIST:
        return False
    chunks = [
        chunk for chunk in _SPLIT.split(_MARKS.sub("", _ET_AL.sub("", text))) if chunk.strip(" .")
    ]
    if not chunks or _ORGANISATION.search(text) or _YEAR.search(text):
        return False
    several = len(chunks) > 1 and all(_is_person(c) or _is_single(c) for c in chunks)
    return is_authors(text) or several or (len(chunks) == 1 and _is_person(chunks[0]))


def mostly_people(text: str) -> bool:
    """Tell a list of people in which one name is misspelt: "nn Lee, Bo Wu, Carla Diaz"."""
    chunks = [chunk for chunk in _SPLIT.split(text) if chunk.strip(" .")]
    likely = [chunk for chunk in chunks if _is_person(chunk)]
    rest = [chunk for chunk in chunks if chunk not in likely]
    short = all(len(chunk.split()) in {2, 3} and chunk.replace(" ", "").isalpha() for chunk in rest)
    return len(chunks) > 2 and len(rest) == 1 and short and not _YEAR.search(text)


_CREDIT = re.compile(
    r"(\S[^()\d]{1,200}?)[\s,]*(?:\(((?:19|20)\d\d)[a-z]?\)|((?:19|20)\d\d)[a-z]?)"
)


def credit(text: str) -> tuple[str, int] | None:
    """Read "Turing (1950)", "Codd et al., 1970": people and a year, which cite and do not name."""
    if len(text) > _LONGEST_LIST or not any(map(str.isdigit, text)):
        return None
    match = _CREDIT.fullmatch(text.strip(" []().,"))
    if match is None:
        match = _CREDIT.fullmatch(text.strip(" [].,"))
    if match is None or _ORGANISATION.search(match[1]) or _NOBODY.search(match[1]):
        return None
    chunks = [chunk for chunk in _SPLIT.split(_ET_AL.sub("", match[1])) if chunk.strip(" .")]
    people = bool(chunks) and all(_is_person(chunk) or _is_single(chunk) for chunk in chunks)
    return (match[1].strip(" ,"), int(match[2] or match[3])) if people else None


def _is_single(chunk: str) -> bool:
    """Tell a surname that stands alone."""
    word = chunk.strip(" .")
    return word[:1].isupper() and " " not in word and not word.isupper() and _no_title(word)


def _no_title(word: str) -> bool:
    return not _TITLE_WORD.fullmatch(word) and ":" not in word


def _is_bibtex(text: str) -> bool:
    """Tell "Battaglia, Peter W and Hamrick, Jessica B"."""
    people = re.split(r"\s+and\s+", text.strip(" ."))
    people = [person for person in people if person != "others"]
    written = len(people) > 0 and all(
        person.count(",") == 1 and len(person.split()) <= 6 and person[:1].isupper()
        for person in people
    )
    alone = r"[^,]+, (?:[A-Z]\.?\s?){1,3}"
    return written and (len(people) > 1 or bool(re.fullmatch(alone, people[0])))


def authors(text: str) -> tuple[str, ...]:
    """Give the people that `text` lists, in order, each as an entry holds the name."""
    return tuple(map(stored, listed(text, surnames=True)))


def _surnames_first(chunks: list[str]) -> bool:
    """Tell "Vaswani, A., Shazeer, N.": every second chunk is initials."""
    pairs = len(chunks) > 1 and len(chunks) % 2 == 0
    return (
        pairs
        and all(re.fullmatch(r"(?:[A-Z]\.?[\s-]?){1,3}", chunk.strip()) for chunk in chunks[1::2])
        and not all(map(str.isupper, chunks[::2]))
    )


def _is_person(chunk: str) -> bool:
    """Tell two to five capitalised words, or initials and a surname, none of them a title's."""
    words = chunk.split()
    if not 2 <= len(words) <= 5 or any(map(str.isdigit, chunk)) or _ENDS.search(chunk):
        return False
    if _NOBODY.search(chunk):
        return False
    return all(
        word in _PARTICLES
        or (
            (word[0].isupper() or (word[0] in "'‘’(" and len(word) > 1))
            and (_is_initial(word, index) or not _TITLE_WORD.fullmatch(word.strip(".,")))
            and ":" not in word
        )
        for index, word in enumerate(words)
    )


def _is_initial(word: str, index: int) -> bool:
    """Tell the initial in "Juan A. Garay" and "Garay A" from the article in "A Garay"."""
    return bool(_STOPPED.fullmatch(word)) or (word == "A" and index > 0)


def is_name(text: str) -> bool:
    """Tell a short name such as vLLM, FlashAttention-2 or "LLaMA 2"."""
    words = text.split()
    short = 0 < len(text) <= LONGEST_NAME and len(words) <= 3 and not _PART.fullmatch(text)
    return short and any(map(str.isalpha, text)) and text.strip(" .:") == text


def spells_out(before: str, short: str) -> bool:
    """Tell "Large Language Models (LLMs)": initials of what they stand behind."""
    spelled = re.findall(r"[^\W\d_]+", before)
    letters = short.upper()
    for words in (spelled, [word for word in spelled if word[0].isupper()]):
        initials = "".join(word[0] for word in words).upper()
        if len(letters) > _SHORTEST_INSIDE and letters in initials:
            return True
        if any(len(s) > 1 and initials.endswith(s) for s in (letters, letters.rstrip("S"))):
            return True
    return False
