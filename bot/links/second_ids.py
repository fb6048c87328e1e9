"""Which other id of the same work does a work id tell by itself?

A page and a DOI may name one work in two ways of which each tells the other, so that whoever
compares works takes both for one: 10.1609/aaai.v36i8.20881 ends with the number that the page has
on ojs.aaai.org, 10.1016/S0092-8674(20)30229-4 with the Publisher Item Identifier, and MDPI makes
its DOIs of the journal, volume, issue and number that stand in the page's address.
"""

import re
from collections.abc import Iterable

from bot.text.lexicon.tables import read_table

MDPI: dict[str, str] = read_table(__package__, "mdpi.toml")
_MDPI_PAGE = re.compile(r"mdpi:([0-9X-]{9})/([0-9]+)/([0-9]+)/([0-9]+)")
# Before 2020 the number behind the issue was made of pages, and longer than that of the page.
_AAAI = re.compile(r"doi:10\.1609/([a-z]+)\.v[0-9]+i[0-9]+\.([0-9]{4,6})")
_JAIR = re.compile(r"doi:10\.1613/jair\.1\.([0-9]{5})")
_TELLING = ("mdpi:", "doi:10.16", "doi:10.1016/s")
_PII = re.compile(r"doi:10\.1016/(s[0-9]{4}-[0-9]{3}[0-9x]\([0-9]{2}\)[0-9]{5}-[0-9x])")


def with_second(work_ids: Iterable[str]) -> tuple[str, ...]:
    """Give ids, and behind them the second ones that they tell."""
    ids = tuple(work_ids)
    return tuple(dict.fromkeys((*ids, *filter(None, map(second_id, ids)))))


def second_id(work_id: str) -> str:
    """Give the other id that a canonical one tells; "" for most, which tell none."""
    if not work_id.startswith(_TELLING):
        return ""
    if match := _MDPI_PAGE.fullmatch(work_id):
        issn, volume, issue, number = match.groups()
        journal = MDPI.get(issn)
        return f"doi:10.3390/{journal}{volume}{issue:0>2}{number:0>4}" if journal else ""
    if match := _AAAI.fullmatch(work_id):
        journal, number = match.groups()
        page = f"ojs:ojs.aaai.org/index.php/{journal}/{number}"
        return f"aaai:{number}" if journal == "aaai" else page
    if match := _JAIR.fullmatch(work_id):
        return f"ojs:jair.org/index.php/jair/{match[1]}"
    match = _PII.fullmatch(work_id)
    return f"pii:{re.sub('[()-]', '', match[1]).upper()}" if match else ""
