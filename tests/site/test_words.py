"""Does the browser read words as Python does, and links as `bot.identify` does?"""

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Page

from bot.text.fold import fold
from bot.text.lexicon.acronyms import ACRONYMS
from tests.site.conftest import Visit

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = (
    "Weiß WEISS Æther Łukasz Øystein S³ E²-LLM ﬁne-tuning naïve Ångström İstanbul ıslak Σ-PanGu "
    "PanGu-Σ ΣΑΣ C++ C# FlashDecoding++ κ-means "
    "O'Brien ½ ５０ ｋＶ 大语言模型 推論 かな カナ Привет й "
    "ё ệ हिन्दी 한국어 zero\u200bwidth soft\u00adhyphen ∞Bench AT&T 10×20 a_b x^2 «quoted» “so”"
).split()


def loaded(visit: Visit) -> Page:
    """Open the front page and have the search loaded."""
    page = visit()
    page.evaluate("Start.load()")
    return page


def unlike(visit: Visit, texts: list[str]) -> list[tuple[str, str, str]]:
    """Give the texts that the browser folds otherwise, with what Python and it make of them."""
    folded = loaded(visit).evaluate("texts => texts.map(Words.fold)", texts)
    pairs = zip(texts, map(fold, texts), folded, strict=True)
    return [(text, ours, theirs) for text, ours, theirs in pairs if ours != theirs]


def test_words_are_folded_in_the_browser_as_in_python(visit: Visit) -> None:
    assert unlike(visit, WORDS) == []


def test_every_character_is_folded_in_the_browser_as_in_python(visit: Visit) -> None:
    """Of Unicode 3.2, which both know; Cherokee alone has its capitals folded the other way."""
    known = unicodedata.ucd_3_2_0
    texts = [
        f"a{char}b"
        for char in map(chr, range(0x20, 0x30000))
        if known.category(char)[0] in "LNMPSZ" and not known.name(char, "").startswith("CHEROKEE")
    ]

    assert len(texts) > 90_000
    assert unlike(visit, texts) == []


def test_the_browser_finds_the_work_of_every_link_that_identify_knows(visit: Visit) -> None:
    lines = (EXAMPLES / "identify/links.txt").read_text("utf-8").splitlines()
    rows = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    known = [[link, work] for link, work in rows if work != "none"]
    ids = sorted({work for _, work in known})

    found = loaded(visit).evaluate(
        """([ids, links]) => links.map((link) => {
          const names = Links.names(link);
          return ids.filter((id) => names({ ids: [id], paper: "", code: "" }));
        })""",
        [ids, [link for link, _ in known]],
    )

    assert [
        (*row, works) for row, works in zip(known, found, strict=True) if works != [row[1]]
    ] == []


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("quantization quantized quantizing quantize quantisation quantizer", "quantiz"),
        ("caches caching cached cache", "cach"),
        ("serving serve serves served", "serv"),
        ("distillation distilled distilling distill", "distil"),
        ("scheduling scheduler schedules scheduled", "schedul"),
        ("fairness fairly fair", "fair"),
        ("sparsity sparse", "spars"),
        ("efficiency efficient efficiently", "effici"),
        ("llm gpt4 kv", None),
    ],
)
def test_inflected_words_have_one_stem(words: str, stem: str | None, visit: Visit) -> None:
    every = words.split()

    stems = loaded(visit).evaluate("words => words.map(Words.stem)", every)

    assert stems == ([stem] * len(every) if stem else every)


def test_every_short_form_means_what_its_long_forms_mean(visit: Visit) -> None:
    meanings = loaded(visit).evaluate(
        "forms => forms.map((form) => Words.meanings(Words.of(form).map(Words.stem))"
        ".filter(({ from, to }) => to - from === form.split(' ').length)"
        ".map(({ meaning }) => meaning))",
        [form for forms in ACRONYMS for form in forms],
    )

    assert meanings == [[f"={at}"] for at, forms in enumerate(ACRONYMS) for _ in forms]
