"""Is a title that of a notice about a work, such as an erratum, and what is the work called?"""

import re

ERRATUM_APPEARS = re.compile(r"\s*\[(?:published )?erratum appears in .*$", re.IGNORECASE)
_AUTHORS = "author['’]?s?['’]?"
# What makes a text about a work out of the work's title.
NOTICE = re.compile(
    r"^(?:erratum|errata|corrigend(?:um|a)|addend(?:um|a)|corrections?|retraction|rebuttal"
    rf"|comments?|reply|response|discussion|letter|{_AUTHORS} (?:reply|response)|rejoinder"
    r"|expression of concern|book review)(?: notice| note)?\b(?=\s*(?::|to\b|on\b|of\b|by\b|-|–|—))"
    r"|[(\[:\u2013\u2014-]\s*(?:erratum|errata|corrigend(?:um|a)|rebuttal|rejoinder|reply|response"
    rf"|{_AUTHORS} reply|corrections?|comments?|retraction)(?: notice)?\s*[)\]]?\s*\.?$"
    r"|\(vol\.? ?[0-9]{1,5}, (?:pg|pp?)\.? ?[a-z]{0,2}[0-9]{1,6}\b"
    r"|\([^()]{3,90} \((?:19|20)[0-9]{2}\) [0-9]{1,4}[: ]*\(",
    re.IGNORECASE,
)
NOTICE_IN_FRONT = re.compile(
    r"^(?:erratum|corrigendum|correction)(?: to)?\s*[:.]\s+", re.IGNORECASE
)
# Behind the title of the work some indexes say where it was printed.
PRINTED_AT_END = re.compile(r"\s*\((?:vol\.? ?[0-9]|[^()]{3,90} \().*$", re.IGNORECASE)


def is_notice(title: str) -> bool:
    """Tell whether a title is that of a notice about a work."""
    return bool(NOTICE.search(title))


def work_of(title: str) -> str:
    """Give the title of the work that a notice is about."""
    return PRINTED_AT_END.sub("", NOTICE_IN_FRONT.sub("", title))


def without_report(title: str) -> str:
    """Leave out of a work's title that a notice about it appeared."""
    return ERRATUM_APPEARS.sub("", title) if "[" in title else title
