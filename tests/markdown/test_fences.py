"""Where a fenced block of code begins and ends, against GitHub's parser (cmark-gfm)."""

import re

import pytest

from bot.markdown.fences import Fences
from tests.render.cmark import html

DOCUMENTS = {
    "a block and what follows": "```\ncode\n```\ntext\n",
    "marks with words behind them close nothing": "```\ncode\n``` python\ncode\n```\ntext\n",
    "fewer marks close nothing": "````\ncode\n```\ncode\n`````\ntext\n",
    "other marks close nothing": "~~~\ncode\n```\ncode\n~~~\ntext\n",
    "code in a sentence opens nothing": "```code``` and\ntext\n",
    "waves may have backticks behind them": "~~~ `a`\ncode\n~~~\ntext\n",
    "two marks are none": "``\ntext\n",
    "in an item": "- ```\n  code\n  ```\n  text\n",
    "in an item set in by a tab": "- text\n\n\t```\n\tcode\n\t```\n\n\ttext\n",
    "in an item set in by four blanks": "1. text\n\n    ```\n    code\n    ```\n\n    text\n",
    "in an item of an item": "- a\n  b\n\n  - c\n\n    ```\n    code\n    ```\n    text\n",
    "in an item of a quotation": "> - text\n>\n>     ```\n>     code\n>     ```\n>     text\n",
    "right behind an item's mark and a tab": "-\t```\n\tcode\n\t```\n\n\ttext\n",
    "too far behind an item's mark": "-     ```\n\n  text\n",
    "set in by four blanks, it is code itself": "a\n\n    ```\n\ntext\n",
    "set in by a tab, it is code itself": "a\n\n\t```\n\ntext\n",
    "set in by blanks and a tab, it is code itself": "a\n\n  \t```\n\ntext\n",
    "set in by four blanks below a list": "- a\n\n# b\n\n    ```\n\ntext\n",
    "set in by three blanks": "   ```\n   code\n   ```\ntext\n",
    "set in below a sentence, it belongs to that": "a\n    ```\n\ntext\n",
    "marks set in by four blanks close nothing": "```\ncode\n    ```\ncode\n```\ntext\n",
    "marks set in by a tab close nothing": "```\ncode\n\t```\ncode\n```\ntext\n",
    "marks set in further than an item close nothing": (
        "- ```\n  code\n      ```\n  code\n  ```\n  text\n"
    ),
    "marks of a quotation close nothing outside": "```\ncode\n> ```\ncode\n```\ntext\n",
    "in a quotation behind a tab": ">\t```\n>\tcode\n>\t```\n> text\n",
    "in a quotation behind two tabs, it is code itself": ">\t\t```\n>\n> text\n",
    "in a quotation behind five blanks, it is code itself": ">     ```\n>\n> text\n",
    "in a quotation": "> ```\n> code\n> ```\n> text\n",
    "never closed": "text\n\n```\ncode\n\ncode\n",
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_line_is_in_a_block_of_code_where_github_shows_it_so(document: str) -> None:
    fences = Fences()
    inside, outside = 0, 0
    for line in document.split("\n"):
        around = fences.around(line)
        inside += around and "code" in line
        outside += not around and "text" in line
    shown = html(document)
    blocks = re.findall(r"<pre.*?</pre>", shown, re.DOTALL)

    assert inside == sum(block.count("code\n") for block in blocks)
    assert outside == re.sub(r"<pre.*?</pre>", "", shown, flags=re.DOTALL).count("text")
