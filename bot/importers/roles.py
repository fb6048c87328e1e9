"""What does a table's column, a label before a colon or a link's text announce?

One vocabulary for all shapes, in an ordered table: the words that list authors use, and what they
stand for. Words are compared without case, punctuation and emoji.
"""

import re
from functools import lru_cache
from typing import Literal

Role = Literal[
    "", "title", "name", "paper", "links", "code", "venue", "year", "date", "authors",
    "affiliations", "keywords", "citations", "note", "index", "training", "inference",
    "fine-tuning",
]  # fmt: skip

_VOCABULARY: tuple[tuple[Role, str], ...] = (
    (
        "title",
        "title|titles|paper title|paper titles|title of paper|paper name|paper and link|title link"
        "|title and link|title and authors|title authors|paper title link|papers title|work|works"
        "|article|article title|book|survey title|publication title|题目|标题|论文题目|论文名称|论文标题|title and link",
    ),
    (
        "name",
        "name|names|short name|method|methods|method name|model|models|model name|abbreviation|abbr"
        "|acronym|alias|nickname|system|framework|frameworks|tool|library|approach|algorithm"
        "|dataset|datasets|dataset name|benchmark|benchmarks|project name|solution|technique"
        "|shorthand|方法|模型|名称|简称|project|projects|repo name|package|software|llm",
    ),
    ("paper", "paper|papers|paper link|paper links|paper url|论文|论文链接|publication|publications|paper arxiv|paper pdf"),
    (
        "links",
        "link|links|url|urls|pdf|arxiv|doi|resource|resources|source|sources|reference|ref"
        "|download|arxiv link|arxiv id|arxiv url|article link|links to paper|external link|链接|原文|openreview|html"
        "|paper and code|paper code|links code",
    ),
    (
        "code",
        "code|codes|github|github link|github repo|git|repo|repos|repository|implementation|implementations"
        "|code link|code url|official code|source code|open source|code and model|code project|project page|project website"
        "|website|web|page|homepage|demo|weights|checkpoint|checkpoints|pretrained models|hugging face"
        "|huggingface|hf|video|videos|slides|poster|blog|blogs|talk|media|代码|项目|项目主页|项目地址|代码链接|code data|data|project link"
        "|project code|code page|model weights|dataset link|pytorch|tensorflow|colab|github stars|github url|opensource",
    ),
    (
        "venue",
        "venue|venues|conference|conferences|conf|journal|journals|published|publish|pub|published in|published at"
        "|publisher|publication venue|conference journal|journal conference|venue year|venue and year"
        "|proceedings|booktitle|accepted|accepted by|accepted at|where|pub venue|会议|期刊|会议期刊|发表|来源|publication info|publish info|venue date"
        "|conf journal|pub date venue|presented at|conference year",
    ),
    ("year", "year|years|年份|yr|pub year|publication year"),
    (
        "date",
        "date|dates|time|month|publish date|published date|publication date|pub date|release date|released"
        "|release|release time|submission date|submitted|submit date|arxiv date|first submitted|date released|日期|时间|发布时间|发表时间|posted"
        "|publish time|year month|date published|update|updated|last updated",
    ),
    (
        "authors",
        "author|authors|first author|author s|by|written by|作者|authors list|author list|main authors",
    ),
    (
        "affiliations",
        "affiliation|affiliations|institute|institutes|institution|institutions|organization|organizations"
        "|organisation|org|orgs|company|companies|university|lab|labs|team|group|from|developer|developers|provider|creator|机构|单位"
        "|affliation|affilation|maintainer|vendor|organizer|research group|main institution",
    ),
    (
        "keywords",
        "keyword|keywords|key words|tag|tags|topic|topics|category|categories|type|types|task|tasks"
        "|area|areas|field|fields|domain|theme|subject|subjects|关键词|标签|类别|任务|modality|type of work|sub topic|subtopic",
    ),
    ("citations", "citation|citations|cited|cited by|cites|citation count|citations count|number of citations|no of citations|引用|引用数"),
    (
        "note",
        "abstract|summary|tldr|tl dr|description|descriptions|note|notes|comment|comments|remark|remarks"
        "|introduction|intro|highlight|highlights|contribution|contributions|key idea|key ideas|idea|overview"
        "|detail|details|main idea|key points|takeaway|takeaways|content|about|recom|recommend|stars|star|rating"
        "|annotation|annotations|我的笔记|简介|摘要|备注|说明|描述|env|expenv|environment|exp env|key|paper summary|motivation|license|bibtex",
    ),
    ("index", "no|number|id|index|idx|rank|序号|编号|s no|sl no|sr no|nr|num"),
    ("training", "training|efficient training|pre training|pretraining|train"),
    ("inference", "inference|efficient inference|serving|deployment"),
    ("fine-tuning", "fine tuning|finetuning|efficient fine tuning|finetune|fine tune|peft"),
)  # fmt: skip
_ROLES: dict[str, Role] = {
    word: role for role, words in _VOCABULARY for word in words.split("|") if word
}
_NOT_WORD = re.compile(r"[\W_]+", re.UNICODE)

# A link whose label holds no word but these says what kind of thing it leads to, not its name.
_GENERIC = frozenset(
    (
        "a|abs|abstract|acl|acm|ai|aclanthology|aaai|algorithm|also|an|and|announcement|anthology|api|app|appendix|archive|article"
        "|arxiv|arvix|at|audio|author|authors|available|axriv|benchmark|bib|bibtex|bilibili|biorxiv|blog|blogpost|blogs|book"
        "|by|c|caffe|camera|card|chapter|checkpoint|checkpoints|cite|citation|code|codes|colab|collection|com|community|comment"
        "|conference|corpus|cvf|cs|csdn|cpp|data|database|dataset|datasets|demo|demos|details|discussion|doc|docker|docs"
        "|documentation|doi|download|e|eprint|extended|file|for|forum|from|full|gh|git|gitee|github|gitlab|google|here"
        "|hf|home|homepage|html|hub|hugging|huggingface|ieee|ieeexplore|implementation|implementations|in|info|intro"
        "|introduction|io|issue|jax|journal|julia|keras|kaggle|leaderboard|lecture|library|link|links|local|longer|main|matlab|media"
        "|medium|minipage|model|models|modelscope|more|mxnet|my|news|note|notebook|notes|of|official|offical|on|online|open|openreview"
        "|org|original|our|page|paper|papers|paperswithcode|part|pdf|pdfs|playground|podcast|post|poster|ppt|pre|preprint"
        "|presentation|press|pretrained|proceeding|proceedings|project|projects|project_page|publication|published|publisher|pypi|python|pytorch|r|raw|re|read|reading|recording|reddit"
        "|ref|reference|related|release|releases|repo|repos|repositories|repository|reproduce|reproduction|resource|resources|results|review|reviews|s"
        "|sample|samples|sciencedirect|scholar|script|scripts|see|semantic|server|short|site|slide|slides|software|source|space"
        "|springer|star|stars|summary|supp|supplement|supplemental|supplementary|supplementals|support|talk|talks|team|technical|tensorflow|text|tf"
        "|the|thesis|thread|to|toolkit|torch|toutiao|tutorial|tweet|tweets|twitter|unofficial|url|usenix|v|version|versions|via|video|videos|view"
        "|visualization|web|webpage|website|weights|wiki|with|x|youtube|zhihu|zenodo|知乎|论文|代码|项目|链接|解读|主页|笔记|原文|数据|博客|视频|模型"
        "|dblp|ssrn|hal|elsevier|wiley|nature|pmlr|neurips|nips|iclr|icml|cvpr|iccv|eccv|emnlp|naacl|osdi|sosp|link1|link2"
        "|comments|report|tech|supplementaries|material|materials|app|online|explanation|translation|readme|codebase|evaluation|detail"
        "|arxiv链接|code链接|openaccess|project页|cited|chinese|english|official_code|hf_space|example|examples|try|live|interactive|stanford|openai|microsoft|meta|facebook|nvidia|deepmind|dm|alternative|mirror|cache|cached|free|access|first|second|old|new|latest|simple|minimal|third|party|re-implementation|implement|implemented|re|impl|study|group|twitter|linkedin|facebook|wechat|公众号|medium"
    ).split("|")
)


@lru_cache(maxsize=4096)
def role_of(text: str) -> Role:
    """Give the role that a column's header or a label announces, or ""."""
    return _ROLES.get(_NOT_WORD.sub(" ", text.casefold()).strip(), "")


@lru_cache(maxsize=8192)
def is_generic(label: str) -> bool:
    """Tell whether a link's label names a kind of thing ("Paper", "PyTorch code") and no work."""
    words = _NOT_WORD.sub(" ", label.casefold()).split()
    return len(words) <= 5 and all(
        word.rstrip("0123456789") in _GENERIC or word.isdigit() for word in words
    )
