"""How does any text stand in XML so that every reader of XML accepts it?

https://www.w3.org/TR/xml/#charsets: some characters cannot be written at all, not even escaped.
"""

import re
from xml.sax.saxutils import escape

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Give the text with a replacement character for what XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def xml(text: str) -> str:
    """Write a text for an element or an attribute in double quotes."""
    return escape(writable(text), {'"': "&quot;"})
