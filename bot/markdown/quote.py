"""How do we show a stranger's words in a comment so that they do nothing?

GitHub makes neither mentions, references, links, images nor emoji inside code, so everything that
a person or a service wrote is quoted as code (GitHub Flavored Markdown, sections 4.5 and 6.1).
"""

import re

from bot.markdown.escape import text

LONGEST_INLINE = 200
LONGEST_BLOCK = 3_000

# What nobody can see, or what turns the direction of the text around it.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e01ef\ud800-\udfff]"
)
_BACKTICKS = re.compile("`+")
_AS_IT_IS = re.compile(r"[/\\_`“]|\w\.\w|\w[A-Z]")
_QUOTED = re.compile("“([^“”]*)”")


def inline(text: str, longest: int = LONGEST_INLINE) -> str:
    """Quote a text as one code span on one line, shortened to `longest` characters."""
    line = _shortened(" ".join(_HIDDEN.sub("", text).split()), longest)
    if not line:
        return "(empty)"
    fence = "`" * (_longest_run(line) + 1)
    # One space on each side is taken off again by Markdown; a span may not begin with a backtick.
    pad = " " if line[0] in "` " or line[-1] in "` " else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def begun(words: str) -> str:
    """Begin a sentence with a capital, unless a path, an address or code begins it."""
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return words if _AS_IT_IS.search(first) else words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Write a sentence of ours; what it quotes between “ and ” becomes code, the rest is escaped.

    Whoever brings a quotation mark of his own leaves the code early, and is still escaped.
    """
    parts = _QUOTED.split(words)
    return "".join(
        inline(part) if place % 2 else _escaped(part) for place, part in enumerate(parts)
    )


def _escaped(part: str) -> str:
    """Escape a part of a sentence, and keep the spaces at its ends."""
    bare = part.strip()
    return part.replace(bare, text(bare)) if bare else part


def block(text: str, info: str = "text", longest: int = LONGEST_BLOCK) -> str:
    """Quote a text as a fenced block, shortened to `longest` characters."""
    body = _shortened(_HIDDEN.sub("", text.replace("\r\n", "\n")).strip("\n"), longest)
    fence = "`" * max(3, _longest_run(body) + 1)
    return f"{fence}{info}\n{body}\n{fence}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(text)), default=0)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
