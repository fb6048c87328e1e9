"""Which words tell what a venue is: a server of preprints, a journal, a meeting, or nothing?

All are folded; each list is for one question, and what two questions share stands here once.
"""

# Where manuscripts lie before, or without, being published.
PREPRINTS = "arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|openreview|preprint|unpublished"
JOURNAL = frozenset(
    "journal j jour trans transaction transactions record letters lett magazine mag review reviews"
    " annals ann bulletin bull quarterly newsletter archives arch acta communications comm"
    " commun".split()
)
MEETING = frozenset(
    "conference conf symposium symp sympos workshop workshops congress meeting".split()
)
PROCEEDINGS = frozenset({"proceedings", "proc"})
EMPTY = frozenset(
    "the of on and for in to a an at international intl int annual annu acm ieee usenix proc"
    " proceedings conference conf symposium symp sympos th st nd rd vol volume pages pp".split()
)
# What is no place in print, and the words of Chinese and Japanese names, which are translated.
MANY_NAMES = frozenset(
    "report reports rep technical tech tr memo memorandum manuscript draft thesis dissertation"
    " dissertations unpublished university univ department dept institute inst laboratory lab"
    " press session sessions za zhi zazhi xue bao xuebao tsa chih hsueh pao sin sinica sinicae"
    " nihon nippon zasshi gakkai ronbunshi kenkyu japonica".split()
)
