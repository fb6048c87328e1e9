"""How is a text folded away in a comment, and how does one that is too long fit into it?"""

import re
from collections.abc import Iterable
from typing import NamedTuple

MORE = "The rest is too long for a comment; the list's files show all of it."

_FENCE = re.compile(r"(`{3,})[a-z]*")
_FOLD, _UNFOLD = "<details>", "</details>"


def folded(summary: str, text: str) -> str:
    """Give a Markdown text that shows its summary, a sentence of ours, until somebody opens it."""
    return f"{_FOLD}\n<summary>{summary}</summary>\n\n{text.strip()}\n\n{_UNFOLD}"


def fitted(text: str, longest: int) -> str:
    """Give a Markdown text as it is, or its first lines with a word that more is left out.

    At most `longest` characters; a block of code, or a fold, that is cut is closed.
    """
    if len(text) <= longest:
        return text
    kept: list[str] = []
    ends = _Ends()
    left = longest - len(MORE) - len("\n\n")
    for line in text.split("\n"):
        left -= len(line) + len("\n")
        after = ends.after(line)
        if left < sum(len(f"\n{end}") for end in after.lines()):
            break
        kept.append(line)
        ends = after
    return _joined((*kept, *ends.lines()))


class _Ends(NamedTuple):
    """What has to be closed where a text is cut: a block by its fence, and a fold around it."""

    fence: str = ""
    fold: str = ""

    def after(self, line: str) -> "_Ends":
        """Give what has to be closed behind one more line."""
        fence = _FENCE.fullmatch(line)
        if self.fence:
            return self._replace(fence="") if line == self.fence else self
        if fence:
            return self._replace(fence=fence[1])
        return self._replace(fold={_FOLD: _UNFOLD, _UNFOLD: ""}.get(line, self.fold))

    def lines(self) -> list[str]:
        """Give the lines that close it."""
        return [*filter(None, (self.fence, self.fold and f"\n{self.fold}"))]


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + f"\n\n{MORE}"
