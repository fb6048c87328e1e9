"""How does a sentence of ours quote words that are not ours?

Between “ and ”, which whoever shows the sentence turns into code (see bot.markdown.quote). Such
marks within the words become straight ones, so that nobody's words end their quotation.
"""

_STRAIGHT = str.maketrans("“”", '""')


def quoted(words: object) -> str:
    """Quote words for a sentence."""
    return f"“{str(words).translate(_STRAIGHT)}”"
