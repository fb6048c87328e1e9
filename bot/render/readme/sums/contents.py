"""How does a reader find each category from the head of a document?"""

from bot.markdown.escape import link, text
from bot.model.lists.listing import Listing
from bot.model.paths import README
from bot.render.form_link import empty_link
from bot.render.readme.documents.documents import Document
from bot.render.readme.documents.places import Places, links_from, relative

_DEPTH = 2
# From where GitHub shows a page, /owner/name/blob/branch/papers/.
_HOME = "../../.."


def contents(document: Document, listing: Listing, where: Places) -> str:
    """List the categories with links; above those of a page stand the way back and to the form."""
    links = links_from(document.path, where)
    tops = listing.tree()
    if document.path != README:
        top = document.sections[0].category
        back = link(listing.title, relative(README, document.path))
        option = next(option for option, slug in listing.options() if slug == top.slug)
        suggest = link("Suggest a paper", empty_link(_HOME, option))
        lines = [f"{back} / {text(top.title)} · {suggest}", ""]
        tops = listing.tree(top.slug)
    else:
        lines = []
    lines += [
        f"{'  ' * depth}- {link(category.title, links[category.slug])}"
        for category, depth in tops
        if depth < _DEPTH
    ]
    return "\n".join(lines).rstrip("\n")
