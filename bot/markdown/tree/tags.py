"""What are the attributes of this HTML tag?"""

import html
import re

_ATTRIBUTE = re.compile(r"""([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)


def attributes(tag: str) -> dict[str, str]:
    """Give the attributes in an HTML tag's text by their lower-case names, entities resolved."""
    matches = _ATTRIBUTE.findall(tag[:4000])
    return {name.lower(): html.unescape(a or b or c).strip() for name, a, b, c in matches}
