"""Is each value of a template left out with what says nothing without it, and nothing else?"""

import re

import pytest

from bot.adoption.loose import loosened
from bot.adoption.words import Token
from bot.model.lists.template import Slot

CASES = {
    "- [{title}]({url}), {authors:all}, *{venue}*.":
        "- [{title}]({url}){?, {authors:all}}{?, *{venue}*}.",
    "- **{title}** ({venue}). [[paper]({paper})] [[code]({code})]":
        "- **{title}**{? ({venue})}{?. [[paper]({paper})]}{? [[code]({code})]}",
    "* [{date:%Y.%m}] [{title}]({url}) | {venue}":
        "* {?[{date:%Y.%m}] }[{title}]({url}){? | {venue}}",
    "- {authors:3}. {title}. In {venue}, 12 pages":
        "- {?{authors:3}. }{title}{?. In {venue}}, 12 pages",
    "- {title} ({venue_name} {year})": "- {title} ({?{venue_name} }{?{year}})",
    "- {title}, {citations} citations, {venue}":
        "- {title}{?, {citations} citations}{?, {venue}}",
    "- {title}, {venue_name}'{year:%y}. {note}": "- {title}{?, {venue_name}'{year:%y}}{?. {note}}",
    "- {short_name}\n  - [{title}]({url})": "- {short_name}\n  - [{title}]({url})",
    "- [{title} ({short_name})]({url})": "- [{title}{? ({short_name})}]({url})",
    "- **[{short_name}] {title}**": "- **{?[{short_name}] }{title}**",
    "- [{short_name}]({url}): {title}": "- [{short_name}]({url}): {title}",
    "- **{short_name}**: [{title}]({url})": "- {?**{short_name}**: }[{title}]({url})",
    "- {title} [![Star](https://img.shields.io/{repo}.svg)]({code})":
        "- {title}{? [![Star](https://img.shields.io/{repo}.svg)]({code})}",
    "| {title} | *{venue}* | {date} [pdf]({paper}) [code]({code}) |":
        "| {title} | {?*{venue}*} | {?{date} }{?[pdf]({paper})}{? [code]({code})} |",
    "- {title}\n  - Authors: {authors:all}\n  - {venue}, {date}":
        "- {title}{?\n  - Authors: {authors:all}}\n  - {?{venue}, }{?{date}}",
    "<tr>\n  <td>{title}</td>\n  <td>{venue}</td>\n</tr>":
        "<tr>\n  <td>{title}</td>\n  <td>{venue}</td>\n</tr>",
}  # fmt: skip
TOKEN = re.compile(r"\{([a-z_]+)(?::([^{}]*))?\}|\s+|[^\W_]+|\*\*|__|.")


def tokens(template: str) -> list[Token]:
    return [
        Slot(token[1], token[2] or "") if token[1] else token[0]
        for token in TOKEN.finditer(template)
    ]


@pytest.mark.parametrize("template", CASES)
def test_what_goes_with_a_value_is_left_out_with_it(template: str) -> None:
    given = tokens(template)
    text, inside = "", 0
    for token, stretch in zip(given, loosened(given, [0] * len(given)), strict=True):
        if stretch != inside:
            text += "}" * bool(inside) + "{?" * bool(stretch)
            inside = stretch
        how = f":{token.how}" if isinstance(token, Slot) and token.how else ""
        text += f"{{{token.name}{how}}}" if isinstance(token, Slot) else token
    assert text + "}" * bool(inside) == CASES[template]
