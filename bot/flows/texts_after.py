"""Which texts do the data and the documents get where entries change?"""

from collections.abc import Mapping

from bot.model.lists.listing import Listing
from bot.model.papers.paper import Catalog
from bot.render.readme.patch import patched
from bot.store import files, papers


def texts_after(
    before: Catalog, after: Catalog, listing: Listing, documents: Mapping[str, str]
) -> dict[str, str]:
    """Give, by path, the data and those documents in which the changes show.

    `documents` are as they stand for `before`. Raises InvalidError if the list would contradict
    itself: then nothing is written, whatever the reason.
    """
    text = papers.dump_checked(after, listing)
    return {files.PAPERS: text} | patched(documents, before, after, listing)
