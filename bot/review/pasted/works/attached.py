"""Is this a file that somebody dropped into an issue, and what is to be done with it?"""

import re

ATTACHED = (
    "{} is a file attached to an issue, which has no lasting public address; give the page where "
    "the work is published (arXiv, OpenReview, a homepage), or put the file into a repository and "
    "link it there"
)

_ATTACHMENT = re.compile(
    r"^https?://(?:github\.com/(?:user-attachments/|[^/]+/[^/]+/(?:files|assets)/[0-9])"
    r"|(?:private-)?user-images\.githubusercontent\.com/)"
)


def is_attachment(url: str) -> bool:
    """Tell a file that somebody dropped into an issue from a page or file that is published."""
    return bool(_ATTACHMENT.match(url))
