"""How does a text that is too long fit into a comment, and still read as one?"""

import re
from collections.abc import Iterable

MORE = "The rest is too long for a comment; the list's files show all of it."

_FENCE = re.compile(r"(`{3,})[a-z]*")


def fitted(text: str, longest: int) -> str:
    """Give a Markdown text as it is, or its first lines with a word that more is left out.

    At most `longest` characters; a block of code that is cut is closed.
    """
    if len(text) <= longest:
        return text
    kept, open_ = [], ""
    left = longest - len(MORE) - len("\n\n")
    for line in text.split("\n"):
        left -= len(line) + len("\n")
        fence = _FENCE.fullmatch(line)
        if left < len(open_ or (fence[1] if fence else "")) + len("\n"):
            break
        kept.append(line)
        if fence:
            open_ = fence[1] if not open_ else "" if line == open_ else open_
    return _joined((*kept, open_) if open_ else kept)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + f"\n\n{MORE}"
