"""Might this text be a known venue, judged by its words alone?

Most texts that are asked about are titles. A look at their words spares those the long reading of
`bot.model.venue`.
"""

import re
from itertools import islice
from operator import and_

from bot.model.journal_table import JOURNALS
from bot.model.venue_table import CONFERENCES

SEPARATOR = re.compile(r"[,;:|()\[\]{}]+|\s[-–—@/]+\s|@|\bat\b|\bco-?located with\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAMES = frozenset(_LETTERS.findall((CONFERENCES + JOURNALS).casefold()))
_OF_VENUES = _NAMES | {f"{name}w" for name in _NAMES}  # "NeurIPSW" is its workshop
# What may stand beside a venue's name without being part of it.
_BESIDE = frozenset(
    """
a aaai abs acm advances and annual ar arixv arviv arvix arxiv at axriv biorxiv blog blogpost cc
chemrxiv co conf conference corr cvf e edition eds eprint eprints for github hal huggingface ieee
ifip in int international intl isca j journal link located manuscript medrxiv n na none null of on
open openreview org other pre preprint preprints print prints proc proceedings report review rsj
sigarch sigcomm siggraph sigkdd sigmod sigops sigplan sigsoft site society ssrn symp tba tbd tech
technical the to trans unpublished url usenix v vol volume w web website with x xiv xjv zenodo
""".split()
)
# What says that the words around it are more than a venue's name: a track, a prize, a number, an
# ordinal, that nothing is decided yet.
_TELLING = frozenset(
    """
appear accepted access art article association award awards benchmark benchmarks best blog blogpost
blogposts camera candidate candidates companion conf conference cs d dataset datasets demo
demonstration demonstrations demos distinguished early edition eighteenth eighth eightieth eighty
eleventh extended fifteenth fiftieth fifty fifth finalist finalists findings first fortieth forty
fourteenth fourth highlight highlights hlt honorable honourable ijcnlp industrial industry
international issue joint journal long main meeting nd nineteenth ninetieth ninety ninth no notable
number online oral orals outstanding p pages paper papers part poster posters pp preparation press
proc proceedings rd rejected review runner second series seventeenth seventh seventieth seventy
short sixteenth sixth sixtieth sixty spotlight spotlights srw st stat student submission submitted
symposium system tenth th third thirteenth thirtieth thirty tiny tinypaper tinypapers top track
transactions tutorial tutorials twelfth twentieth twenty vol volume withdrawn workshop workshops ws
advances annual
""".split()
)
_KNOWN = _OF_VENUES | _BESIDE | _TELLING
_AROUND = frozenset(("and", "at", "by", "in", "of", "on", "the"))
_FAMILIAR = _KNOWN | _AROUND


def may_be_known(text: str) -> bool:
    """Tell whether `read_publication` may know all of `text`; False only if it surely does not.

    Some word has to be a venue's, and so have all words of a part of several words, unless one of
    them tells of something beside the name.
    """
    words = _words_of(text)
    if _KNOWN.issuperset(words):
        return True
    if _KNOWN.isdisjoint(words) or (_TELLING.isdisjoint(words) and _has_strangers(text)):
        return False
    return not any(map(_is_strange, SEPARATOR.split(text)))


def _has_strangers(text: str) -> bool:
    """Tell whether two words side by side are no venue's: most titles begin with such."""
    strange = [word.isalpha() and word not in _FAMILIAR for word in text.casefold().split()]
    return any(map(and_, strange, strange[1:]))


def may_be_name(text: str) -> bool:
    """Tell whether all of `text` may be the name of one known venue."""
    return _KNOWN.issuperset(_words_of(text))


def _words_of(text: str) -> list[str]:
    """Give the runs of letters, casefolded: "NeurIPS'22" has one."""
    return _LETTERS.findall(text.casefold())


def _is_strange(part: str) -> bool:
    """Tell whether a part of a text belongs to no known venue."""
    words = _words_of(part)
    if _KNOWN.issuperset(words) or not _TELLING.isdisjoint(words):
        return False
    own = (w for w in part.casefold().split() if w not in _AROUND and _LETTERS.search(w))
    return len(list(islice(own, 2))) > 1
