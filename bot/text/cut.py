"""How is a text shown that is longer than its place?"""


def cut(text: str, longest: int) -> str:
    """Give a text of at most `longest` characters: cut at a word's end, with "…" behind it."""
    if len(text) <= longest:
        return text
    short = text[: longest - 1]
    return f"{(short.rpartition(' ')[0] or short).rstrip()}…"


def clipped(text: str, longest: int) -> str:
    """Give a text of at most `longest` characters: cut anywhere, for a label of a line."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
