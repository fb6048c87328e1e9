"""Who can be asked, in which order?

A new service is a file beside this one and a line here. Services that one's answer makes
superfluous come after it. USENIX, PMLR, NeurIPS, IEEE and others offer nothing to ask; their works
are known through the ids that submitters or other services give.
"""

from bot.lookup.services import (
    arxiv_api,
    crossref_api,
    datacite_api,
    huggingface_api,
    openreview_api,
    semantic_scholar_api,
)

SERVICES = (
    arxiv_api.SERVICE,
    openreview_api.SERVICE,
    openreview_api.SERVICE_V1,
    crossref_api.SERVICE,
    semantic_scholar_api.SERVICE,
    datacite_api.SERVICE,
    huggingface_api.SERVICE,
)
