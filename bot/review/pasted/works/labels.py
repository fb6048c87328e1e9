"""Which words only announce what follows, as "Paper:" or "[Code]", and which may name a work?"""

import re

from bot.importers import role_of_label
from bot.review.pasted.works.talk import is_talk
from bot.text.lexicon.placeholder import is_placeholder

# The last few words before a link, behind whatever ends what stands before them.
_BEFORE = re.compile(
    r"(?:^|[|,;()\[\]<>•·/\n，；、。]|[.!?]\s|\s[-–—]\s)([^|,;()\[\]<>•·\n，；、。]{1,60})$"
)
_ANNOUNCING = re.compile(r"[\s*_`~:：=>→\-–—]+$")
_ADORNED = re.compile(r"^[^\w]+|[^\w]+$")
_JOINING = frozenset(("and", "or", "和", "und", "et", "y", "e"))
_NO_NAME = re.compile(
    r"\b(?:official|our|the|its|their|link|url|here|see|at|on|to|available|is|and|in|with|for|full|"
    r"version|text|of|file|main|supplementary|appendix|web|open|source|public)s?\b|链接|地址|官方",
    re.IGNORECASE,
)
_ONLY_LABEL = re.compile(
    r"(?:paper|pdf|arxiv|link|url|code|repo|repository|github|gitlab|doi|openreview|website|web|site|"
    r"project|page|homepage|home|preprint|article|abstract|abs|html|blog|blogpost|post|slides?|deck|"
    r"talk|video|youtube|recording|demo|data|datasets?|benchmark|models?|weights|checkpoints?|"
    r"hugging|face|huggingface|hf|acl|anthology|implementation|docs?|poster|bib|bibtex|published|"
    r"proceedings|journal|conference|camera|ready|title|survey|review|thesis|book|tutorial|workshop|"
    r"update[sd]?|new|recent|latest|oral|spotlight|accepted|reference|source|resource|suggestion|"
    r"submission|entry|item|addition|venue|year|date|authors?|keywords?|topic|category|论文|论文链接|"
    r"代码|项目|项目主页|主页|博客|视频|数据|数据集|模型|幻灯片|論文|コード|プロジェクト|ページ|논문|코드|프로젝트)s?"
)


def names(words: str) -> bool:
    """Tell words that may be the name of a work: no talk, no label, no placeholder."""
    letters = sum(map(str.isalpha, words))
    return letters > 3 and not is_talk(words) and not is_placeholder(words) and not is_label(words)


def is_label(words: str) -> bool:
    """Tell words that only announce what follows, as "Paper", "Project page:" or "[Code]"."""
    if role_of_label(words):
        return True
    left = _NO_NAME.sub(" ", words.casefold())
    parts = re.findall(r"[^\W_]+", left)
    return len(parts) <= 4 and all(_ONLY_LABEL.fullmatch(word) for word in parts)


def is_kind_word(word: str) -> bool:
    """Tell a word that only says what a link leads to, or joins two links."""
    return word in _JOINING or bool(_ONLY_LABEL.fullmatch(word))


def labelled(words: str) -> tuple[str, str]:
    """Part the words before a link into what they say and the label that ends them."""
    bracket = words.rfind("[")
    if bracket >= 0 and "]" not in words[bracket:] and is_label(words[bracket + 1 :]):
        return words[bracket + 1 :], words[:bracket]
    match = _BEFORE.search(_ANNOUNCING.sub("", words))
    if match and is_label(match[1]) and any(map(str.isalpha, match[1])):
        return _ADORNED.sub("", match[1]), words[: match.start(1)]
    return "", words
