"""Does a template write an entry as its owner wants, and refuse what it cannot say?"""

import re
from typing import Any

import pytest

from bot.errors import InvalidError
from bot.model.papers.paper import Link, Paper, Venue
from bot.render.readme.layouts.template import written
from bot.store import config

WHOLE = Paper(
    id="x",
    title="A [Fine] Work",
    short_name="Fine",
    category="c",
    authors=("Lee, Ann", "Bo Chan", "Cy Dee", "Di Eff"),
    date="2026-03-05",
    venue=Venue(name="ICML", year=2026),
    ids=("arxiv:2603.00001", "doi:10.1/x"),
    links=(
        Link(kind="paper", url="https://arxiv.org/abs/2603.00001"),
        Link(kind="code", url="https://github.com/ann/fine"),
        Link(kind="blog", url="https://example.org/a b".replace(" ", "(")),
    ),
)
BARE = Paper(id="y", title="Bare", category="c", ids=("arxiv:2603.00002",), date="2026")


@pytest.mark.parametrize(
    ("template", "whole", "bare"),
    [
        ("{title}", r"A \[Fine\] Work", "Bare"),
        ("[{title}]({url})", r"[A \[Fine\] Work](https://arxiv.org/abs/2603.00001)", "Bare"),
        ("{title}{? ({venue})}", r"A \[Fine\] Work (ICML 2026)", "Bare"),
        ("{title} {venue_name}'{year:%y}", r"A \[Fine\] Work ICML'26", "Bare '26"),
        ("{title}, {published}", r"A \[Fine\] Work, ICML", "Bare, arXiv"),
        ("{title}, {published:preprint}", r"A \[Fine\] Work, ICML", "Bare, preprint"),
        ("{title} {date}", r"A \[Fine\] Work 2026-03", "Bare 2026"),
        ("{title} {date:%d.%m.%Y}", r"A \[Fine\] Work 05.03.2026", "Bare 2026"),
        ("{title} {date:%b %Y}", r"A \[Fine\] Work Mar 2026", "Bare 2026"),
        ("{title} {authors:all}", r"A \[Fine\] Work Ann Lee, Bo Chan, Cy Dee, Di Eff", "Bare"),
        ("{title} {authors:1 family}", r"A \[Fine\] Work Lee et al.", "Bare"),
        (
            "{title} {authors:all initials ,and}",
            r"A \[Fine\] Work A. Lee, B. Chan, C. Dee, and D. Eff",
            "Bare",
        ),
        ("{title} {authors:2 apa ,&}", r"A \[Fine\] Work Lee, A., Chan, B. et al.", "Bare"),
        ("{title} {authors:2 index}", r"A \[Fine\] Work Lee A, Chan B et al.", "Bare"),
        ("{title} ({?{venue}, }{?{note}})", r"A \[Fine\] Work (ICML 2026)", "Bare"),
        ("{title} [x]()", r"A \[Fine\] Work x", "Bare x"),
        ("{title} {date:%Y/%m/%d}", r"A \[Fine\] Work 2026/03/05", "Bare 2026"),
        ("{title} {authors:1}", r"A \[Fine\] Work Ann Lee et al.", "Bare"),
        ("{short_name} {title}", r"Fine A \[Fine\] Work", "Bare Bare"),
        (
            "{title}{? ![]({repo}/{arxiv}/{doi})}",
            r"A \[Fine\] Work ![](ann/fine/2603.00001/10.1/x)",
            "Bare",
        ),
        ("[{title}]({url}){? {links}}", None, "Bare"),
        ("{title}{? <{blog}>}", r"A \[Fine\] Work <<https://example.org/a(b>>", "Bare"),
        ("{title} {{x}}", r"A \[Fine\] Work {x}", "Bare {x}"),
    ],
)
def test_a_template_is_filled_in(template: str, whole: str | None, bare: str) -> None:
    assert written(BARE, template) == bare
    if whole is not None:
        assert written(WHOLE, template) == whole


def test_links_are_those_that_no_other_slot_shows() -> None:
    said = written(WHOLE, "[{title}]({url}) [c]({code}) {links}")

    assert re.findall(r"\[\[(\w+)\]", said) == ["blog"]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{titel}", "there is no {titel}"),
        ("{venue}", "a template needs {title}"),
        ("{title}{?{venue}", "{? is not closed"),
        ("{title}}", "a } closes nothing here"),
        ("{title} { x", "a { opens nothing here"),
    ],
)
def test_a_faulty_template_is_named(template: str, said: str) -> None:
    toml = 'schema_version = 1\ntitle = "T"\nintroduction = "I"\n[readme]\nlayout = "template"\n'
    with pytest.raises(InvalidError) as caught:
        config.parse(f"{toml}template = {template!r}\n", may_be_empty=True)

    assert said in str(caught.value)


def test_a_mark_of_the_bots_cannot_stand_in_an_entrys_lines() -> None:
    printed: dict[str, Any] = {"category": "c", "key": "i", "text": "<!-- /bot:papers:c -->"}
    with pytest.raises(ValueError, match="a mark of the bot's"):
        Paper.model_validate({"id": "x", "title": "T", "category": "c", "printed": (printed,)})
