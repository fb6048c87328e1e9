"""What does a reader find behind this link, as far as its label and its address tell?"""

import re

from bot.identify import canonical
from bot.links.identifier import is_repository
from bot.model.papers.paper import LinkKind

# By what a link is called: what a reader finds there. The first that fits.
_CALLED: tuple[tuple[LinkKind, re.Pattern[str]], ...] = (
    (
        "code",
        re.compile(
            r"\b(?:code|repo(?:sitory)?|github|gitlab|implementation|library)\b|代码|源码|コード|코드"
        ),
    ),
    ("blog", re.compile(r"\b(?:blog(?:post)?|post|medium)\b|博客|ブログ|블로그")),
    ("slides", re.compile(r"\b(?:slides?|slide deck|talk)\b|幻灯片|スライド")),
    ("video", re.compile(r"\b(?:video|youtube|recording)\b|视频|影片|動画|영상")),
    ("summary", re.compile(r"\b(?:summary|intro|notes?|review|explained|reading)\b|解读|笔记")),
    ("dataset", re.compile(r"\b(?:data(?:set)?s?|benchmark)\b|数据集?|データ|데이터")),
    ("model", re.compile(r"\b(?:models?|checkpoints?|weights)\b|模型|权重|モデル|모델")),
    (
        "project",
        re.compile(
            r"\b(?:project|page|website|web|homepage|site|demo|docs?)\b|项目|主页|プロジェクト|프로젝트"
        ),
    ),
    ("other", re.compile(r"\b(?:bib(?:tex)?|cite|citation|twitter|tweet|discord|wechat)\b")),
)
# By where it leads, if its name does not tell.
_LEADS: tuple[tuple[LinkKind, re.Pattern[str]], ...] = (
    (
        "code",
        re.compile(
            r"^https?://(?:www\.)?(?:(?:gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)/[^/]+/"
            r"|sourceforge\.net/projects/)"
        ),
    ),
    (
        "video",
        re.compile(
            r"^https?://(?:[\w-]+\.)?(?:youtube\.com|youtu\.be|vimeo\.com|b23\.tv|slideslive\.com"
            r"|videolectures\.net|bilibili\.com|ted\.com/talks|media\.ccc\.de)(?:/|$)"
        ),
    ),
    (
        "slides",
        re.compile(
            r"^https?://(?:[\w-]+\.)?(?:slideshare\.net|speakerdeck\.com"
            r"|docs\.google\.com/presentation)/|\.(?:pptx?|odp)$",
            re.IGNORECASE,
        ),
    ),
    (
        "dataset",
        re.compile(
            r"^https?://(?:www\.)?(?:(?:huggingface\.co|hf\.co|kaggle\.com|modelscope\.cn)/datasets/"
            r"|data\.mendeley\.com/|archive\.ics\.uci\.edu/)"
        ),
    ),
    ("blog", re.compile(r"^https?://(?:huggingface\.co|hf\.co)/blog/")),
    ("project", re.compile(r"^https?://(?:huggingface\.co|hf\.co)/(?:spaces|collections)/")),
    (
        "model",
        re.compile(
            r"^https?://(?:www\.)?(?:(?:huggingface\.co|hf\.co)/(?!papers/|docs/|learn/)[^/]+/[^/]"
            r"|(?:modelscope\.cn|kaggle\.com)/models/)"
        ),
    ),
    (
        "blog",
        re.compile(
            r"^https?://(?:[\w-]+\.)*(?:medium\.com|substack\.com|wordpress\.com|blogspot\.com"
            r"|notion\.site|hackmd\.io|cnblogs\.com|tistory\.com|note\.com|zenn\.dev|habr\.com"
            r"|velog\.io|infoq\.(?:cn|com)|zhuanlan\.zhihu\.com|mp\.weixin\.qq\.com|juejin\.cn|dev\.to|hashnode\.dev|qiita\.com"
            r"|towardsdatascience\.com)/|^https?://(?:blogs?|newsletter)\.|/(?:blogs?|posts?)/"
        ),
    ),
    (
        "project",
        re.compile(
            r"^https?://(?:[\w-]+\.(?:github|gitlab)\.io|[\w-]+\.(?:netlify|vercel)\.app"
            r"|sites\.google\.com)/(?!.*\.pdf$)"
        ),
    ),
    (
        "other",
        re.compile(
            r"^https?://(?:[\w-]+\.)*(?:twitter\.com|x\.com|reddit\.com|linkedin\.com|discord\.gg"
            r"|news\.ycombinator\.com|paperswithcode\.com)/"
        ),
    ),
)
# What is called so is the work itself, wherever it lies.
_LINK_TO = re.compile(r"^(?:links?|urls?)\b(?: (?:to|of|for))?(?: (?:the|our|its))?")
_THE_WORK = ("paper", "pdf", "arxiv", "preprint", "article", "论文", "論文", "논문")
_GITHUB = re.compile(r"^https?://(?:(?:www|gist)\.github\.com|github\.com)/")
_BESIDE_CODE = re.compile(
    r"^https?://[^/]+/[^/]+/[^/]+/(?:releases|wiki|actions|pulls?|issues|files)\b"
)
_PDF = re.compile(r"\.pdf(?:$|[?#])", re.IGNORECASE)


def kind_of_link(label: str, url: str) -> LinkKind | None:
    """Give what a link leads to by its label, else by its address; None if neither tells."""
    return kind_called(label) or kind_led_to(url)


def kind_called(label: str) -> LinkKind | None:
    """Give what a label announces; None if it announces nothing."""
    called = _LINK_TO.sub("", label.casefold()).strip()
    if not called:  # "Link" is the work itself, no label is none
        return "paper" if label.strip() else None
    if called.startswith(_THE_WORK):
        return "paper"
    return next((kind for kind, pattern in _CALLED if pattern.search(called)), None)


def kind_led_to(url: str) -> LinkKind | None:
    """Give what an address tells of what is found there.

    On GitHub a repository and its folders are code; a PDF is a paper. A file, an issue, a
    discussion, a release or an organisation is neither.
    """
    work = canonical(url)
    if work and not is_repository(work):
        return "paper"
    if _PDF.search(url):
        return "paper"
    if _GITHUB.match(url):
        return "code" if work and not _BESIDE_CODE.search(url) else "other"
    return next((kind for kind, pattern in _LEADS if pattern.search(url)), None)
