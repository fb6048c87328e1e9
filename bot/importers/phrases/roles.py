"""What does a table's column, a label before a colon or a link's text announce?

One vocabulary for all shapes, in an ordered table: the words that list authors use, and what they
stand for. Words are compared without case, punctuation and emoji.
"""

import re
from typing import Literal, cast

Role = Literal[
    "", "title", "name", "paper", "links", "code", "venue", "year", "date", "authors",
    "affiliations", "keywords", "citations", "note", "index", "training", "inference",
    "fine-tuning",
]  # fmt: skip

_VOCABULARY = """
title: title; titles; paper title; paper titles; title of paper; paper name; paper and link;
  title link; title and link; title and authors; title authors; paper title link; papers title;
  work; works; article; article title; book; survey title; publication title; 题目; 标题;
  论文题目; 论文名称;
  论文标题; titel; titre; título; titulo; titolo; название; タイトル; 제목
name: name; names; short name; method; methods; method name; model; models; model name;
  abbreviation; abbr; acronym; alias; nickname; system; framework; frameworks; tool; library;
  approach; algorithm; dataset; datasets; dataset name; benchmark; benchmarks; project name;
  solution; technique; shorthand; 方法; 模型; 名称; 简称; project; projects; repo name; package;
  software; llm
paper: paper; papers; paper link; paper links; paper url; 论文; 论文链接; publication; publications;
  paper arxiv; paper pdf
links: link; links; url; urls; pdf; arxiv; doi; resource; resources; source; sources; reference;
  ref; download; arxiv link; arxiv id; arxiv url; article link; links to paper; external link;
  additional links; additional links optional;
  链接; 原文; openreview; html; paper and code; paper code; links code
code: code; codes; github; github link; github repo; git; repo; repos; repository;
  implementation; implementations; code link; code url; official code; source code; open source;
  code and model; code project; project page; project website; website; web; page; homepage;
  demo; weights; checkpoint; checkpoints; pretrained models; hugging face; huggingface; hf;
  video; videos; slides; poster; blog; blogs; talk; media; 代码; 项目; 项目主页; 项目地址;
  代码链接; code data;
  data; project link; project code; code page; model weights; dataset link; pytorch; tensorflow;
  colab; github stars; github url; opensource
venue: venue; venues; conference; conferences; conf; journal; journals; published; publish; pub;
  published in; published at; publisher; publication venue; conference journal;
  journal conference; venue year; venue and year; proceedings; booktitle; accepted; accepted by;
  accepted at; where; pub venue; 会议; 期刊; 会议期刊; 发表; 来源; publication info; publish info;
  venue date; conf journal; journal info; pub date venue; presented at; conference year
year: year; years; 年份; yr; pub year; publication year
date: date; dates; time; month; publish date; published date; publication date; pub date;
  release date; released; release; release time; submission date; submitted; submit date;
  arxiv date; first submitted; date released; 日期; 时间; 发布时间; 发表时间; posted; publish time;
  year month; date published; update; updated; last updated
authors: author; authors; first author; author s; by; written by; 作者; authors list; author list;
  main authors
affiliations: affiliation; affiliations; institute; institutes; institution; institutions;
  organization; organizations; organisation; org; orgs; company; companies; university; lab;
  labs; team; group; from; developer; developers; provider; creator; 机构; 单位; affliation;
  affilation; maintainer; vendor; organizer; research group; main institution
keywords: keyword; keywords; key words; key; env; environment; platform;
  tag; tags; topic; topics; category; categories; type;
  types; task; tasks; area; areas; field; fields; domain; theme; subject; subjects; 关键词;
  标签; 类别;
  任务; modality; type of work; sub topic; subtopic
citations: citation; citations; cited; cited by; cites; citation count; citations count;
  number of citations; no of citations; 引用; 引用数
note: abstract; summary; tldr; tl dr; description; descriptions; note; notes; comment; comments;
  remark; remarks; introduction; intro; highlight; highlights; contribution; contributions;
  key idea; key ideas; idea; overview; detail; details; main idea; key points; takeaway;
  takeaways; content; about; recom; recommend; stars; star; rating; annotation; annotations;
  我的笔记; 简介; 介绍; 摘要; 备注; 说明; 描述; expenv; exp env;
  paper summary; motivation; recommendation s; tools methods compared;
  license; bibtex
index: no; number; id; index; idx; rank; 序号; 编号; s no; sl no; sr no; nr; num
training: training; efficient training; pre training; pretraining; train
inference: inference; efficient inference; serving; deployment
fine-tuning: fine tuning; finetuning; efficient fine tuning; finetune; fine tune; peft
"""


# What a word before a link calls it: "code [Title](...)".
LINKS: frozenset[Role] = frozenset(("paper", "code", "links"))


def _roles() -> dict[str, Role]:
    """Give the role of each word of the vocabulary."""
    roles: dict[str, Role] = {}
    for line in _VOCABULARY.strip().replace("\n  ", " ").splitlines():
        role, _, words = line.partition(": ")
        for word in words.split("; "):
            roles[word] = cast("Role", role)
    return roles


_ROLES = _roles()
_NOT_WORD = re.compile(r"[\W_]+", re.UNICODE)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)

# A link whose label holds no word but these says what kind of thing it leads to, not its name.
_GENERIC = frozenset(
    """
a aaai abs abstract access acl aclanthology acm ai algorithm also alternative an and announcement
anthology api app appendix archive article arvix arxiv arxiv链接 at audio author authors available
axriv benchmark bib bibtex bilibili biorxiv blog blogpost blogs book by c cache cached caffe
camera card chapter checkpoint checkpoints chinese citation cite cited code codebase codes code链接
colab collection com comment comments community conference corpus cpp cs csdn cvf cvpr data
database dataset datasets dblp deepmind demo demos detail details discussion dl dm doc docker docs
documentation doi download e eccv elsevier emnlp english eprint evaluation example examples
explanation extended facebook file first for forum free from full gh git gitee github gitlab
google group hackage hal here hf hf_space home homepage html hub hugging huggingface iccv iclr icml
ieee ieeexplore impl implement implementation implementations implemented in info interactive intro
introduction io issue jax journal julia kaggle keras latest leaderboard lecture library link link1
link2 linkedin links live local longer main material materials matlab media medium meta microsoft
minimal minipage mirror model models modelscope more mxnet my naacl nature neurips new news nips
note notebook notes nvidia of offical official official_code old on online open openaccess openai
openreview org original osdi our page paper papers paperswithcode part party pdf pdfs playground
pmlr podcast post poster ppt pre preprint presentation press pretrained proceeding proceedings
project project_page projects project页 publication published publisher pypi python pytorch r raw
re re-implementation read reading readme recording reddit ref reference related release releases
repo report repos repositories repository reproduce reproduction resource resources results review
reviews s sample samples scholar sciencedirect script scripts second see semantic server short
simple site slide slides software sosp source space springer ssrn stanford star stars study
summary supp supplement supplemental supplementals supplementaries supplementary support talk
talks team tech technical tensorflow text tf the thesis third thread to toolkit torch toutiao
translation try tutorial tweet tweets twitter unofficial url usenix v version versions via video
videos view visualization web webpage website wechat weights wiki wiley with www x youtube zenodo
zhihu 主页 代码 公众号 博客 原文 原文链接 在线版本 数据 模型 知乎 笔记 视频 解读 论文 论文地址
论文链接 代码地址 链接 项目 项目主页
""".split()
)


def role_of(text: str) -> Role:
    """Give the role that a column's header or a label announces, or ""."""
    return _ROLES.get(_NOT_WORD.sub(" ", text.casefold()).strip(), "")


def is_generic(label: str) -> bool:
    """Tell whether a link's label names a kind of thing ("Paper", "PyTorch code") and no work."""
    folded = label.casefold()
    first = _WORD.search(folded)
    if first and not _is_generic(first[0]):
        return False  # as of most labels: no need to take the rest apart
    words = _NOT_WORD.sub(" ", folded).split()
    return len(words) <= 5 and all(map(_is_generic, words))


def _is_generic(word: str) -> bool:
    """Tell "paper" and "link2"; "r1" and "s1" are names, though "r" and "s" are none."""
    stem = word.rstrip("0123456789")
    numbered = stem != word and (len(stem) > 1 or stem in {"", "v"})
    return word in _GENERIC or (numbered and (not stem or stem in _GENERIC))
