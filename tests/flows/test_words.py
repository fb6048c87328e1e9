"""Does the bot's comment always fit, with all that it has to remember, whatever anybody wrote?"""

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.flows.github.decide.review_issue import Aids, review_issue
from bot.flows.github.facts.base import Base
from bot.flows.github.words import comment
from bot.flows.local.load import load
from bot.lifecycle.orders import Orders
from bot.model.github.account import Account
from bot.model.github.plan import Say
from bot.model.github.world import Comment, Issue
from bot.model.papers.metadata import LookupResult, Metadata, Sourced
from bot.model.submissions.memory import ClaimedWork, Memory, remembered, written
from bot.render.github.submissions.fitted import MORE, fitted, folded
from bot.store import files

LIST = Path(__file__).parents[1] / "examples" / "list"
CATALOG, LISTING, PAPERS = load(LIST)
README = {files.README: files.read(LIST, files.README)}
BASE = Base("0" * 40, CATALOG, LISTING, PAPERS, README)
MOST_REMEMBERED = 50_000
GITHUB_S = 65_536
PIECES = st.sampled_from(
    ("-", "<", ">", '"', "\\", "é", "漢", "x", "-->", "word ", "\u2028", "%2D")
)


def known(name: str, people: int) -> Metadata:
    """Make what a service may know: many people of long names."""
    names = tuple(f"{at}{name}"[:200] for at in range(people))
    return Metadata(
        title=Sourced(f"A Title {name}"[:300], "arxiv"),
        authors=Sourced(names, "arxiv"),
        affiliations=Sourced(names, "arxiv"),
        ids=tuple(Sourced(f"doi:10.{1000 + at}/{'x' * 390}", "arxiv") for at in range(30)),
    )


@settings(
    deadline=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    name=st.lists(PIECES, min_size=1, max_size=4).map(lambda each: "".join(each) * 60),
    people=st.sampled_from((0, 3, 300, 3_000)),
    works=st.integers(1, 12),
    said=st.text(st.sampled_from("a`\n#- "), max_size=30).map(lambda text: text * 3_000),
)
def test_the_comment_fits_and_remembers_everything(
    name: str, people: int, works: int, said: str
) -> None:
    lines = "\n".join(f"- {name} https://doi.org/10.1000/{at}-{'y' * 380}" for at in range(works))
    body = f"### Paper link(s)\n\n{lines}\n\n### Keywords\n\n{name}"
    issue = Issue(number=7, title="x", body=body, author="ann", created_at="2026-01-02T03:04:05Z")
    asked: list[int] = []

    def look_up(ids: object) -> list[LookupResult]:
        assert isinstance(ids, list)
        asked.append(len(ids))
        return [LookupResult(tuple(each), (), known(name, people)) for each in ids]

    first = review_issue(issue, Orders(), BASE, Aids(None, (), look_up, "2026-01-02"))
    (say,) = comment(issue, f"<!-- bot:answer -->\n{said}", first.memory, Account("bot"))
    assert isinstance(say, Say)
    again = review_issue(
        issue, Orders(), BASE, Aids(remembered(say.body), (), look_up, "2026-01-02")
    )

    hidden = say.body.rpartition("\n")[2]
    assert re.fullmatch(r"<!-- bot:memory \{(?:(?!--)[^<>])*\} -->", hidden)
    assert len(hidden) == len(written(first.memory)) <= MOST_REMEMBERED
    assert len(say.body) <= GITHUB_S
    assert remembered(say.body) == first.memory
    assert again == first
    assert asked == [min(works, 10)]


@given(
    note=st.sampled_from((0, 10, 9_000, 60_000, 64_000)),
    said=st.sampled_from((10, 20_000, 90_000)),
    remembered_=st.sampled_from((0, 20_000, 45_000)),
)
def test_a_note_above_the_marker_is_kept_as_far_as_there_is_room(
    note: int, said: int, remembered_: int
) -> None:
    mine = ("Ask Ada first. " * note)[:note]
    memory = Memory(digest="", works=(ClaimedWork(title="x" * remembered_),))
    text = f"<!-- bot:answer -->\n### Ready\n\n{'words ' * said}"
    own = Comment(id=3, author="bot", body=f"{mine}\n<!-- bot:answer -->\nold", created_at="2026")
    issue = Issue(number=7, title="x", body="", author="ann", created_at="2026", comments=(own,))
    (say,) = comment(issue, text, memory, Account("bot"))
    assert isinstance(say, Say)

    assert len(say.body) <= GITHUB_S
    assert say.body.startswith(mine[:10_000])
    assert mine in say.body or len(say.body) > 60_000
    assert "### Ready" in say.body
    assert remembered(say.body) == memory
    now = replace(issue, comments=(replace(own, body=say.body),))
    assert [*comment(now, text, memory, Account("bot"))] == []


@given(st.text(st.sampled_from("a`\n t"), max_size=400), st.integers(100, 400))
def test_a_text_that_is_too_long_is_cut_to_size(text: str, longest: int) -> None:
    cut = fitted(text, longest)

    assert len(cut) <= longest
    assert cut == text or cut.endswith(MORE)


def test_a_fold_that_is_cut_is_closed() -> None:
    text = "words\n\n" + folded(
        "More", "```text\n" + "<details>\n" * 100 + "```\n\n" + "more\n" * 9
    )

    assert fitted(text, len(text)) == text
    for longest in range(160, len(text)):
        cut = fitted(text, longest)
        assert len(cut) <= longest
        assert cut.endswith(f"\n\n</details>\n\n{MORE}")
        assert cut.count("```") % 2 == 0


def test_a_block_that_is_cut_is_closed() -> None:
    text = "words\n\n````text\n" + "```\n" * 100 + "````\n\nmore"

    assert fitted(text, len(text)) == text
    for longest in range(120, len(text) - 10):
        cut = fitted(text, longest)
        assert cut.endswith(f"```\n````\n\n{MORE}")
        assert longest - 4 <= len(cut) <= longest
