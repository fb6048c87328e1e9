"""Does `bot upkeep discover --measure` say of the shipped list how good its candidates would be?"""

import json
import re
import shutil
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.upkeep import outside, upkeep_command
from bot.discover.history import quarters
from bot.lookup.wire.web import Web
from bot.store import papers, upkeep
from tests.discover.ranking.test_rank import OBJECTS, PARTS, SUBJECTS, THINGS, WAYS
from tests.upkeep.internet import Internet, Submitted, internet

ROOT = Path(__file__).parents[2]
TODAY = "2026-06-01"
# What no list on serving language models holds, and what sounds as if one did.
OTHERS = [" ".join(words) for words in product(SUBJECTS, OBJECTS, WAYS)]
ALIKE = [" ".join(words) for words in product(PARTS, THINGS, WAYS)]


@pytest.fixture
def net() -> Iterator[Internet]:
    with internet() as made:
        yield made


@pytest.fixture
def root(tmp_path: Path, net: Internet, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the shipped list, with its sources on loopback, on a day of its own."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for name in ("arxiv", "huggingface"):
        monkeypatch.setenv(f"BOT_{name.upper()}_URL", f"http://127.0.0.1:{net.port}/{name}")
    net.pages["127.0.0.1/huggingface/api/daily_papers"] = (200, "[]")
    monkeypatch.setattr(outside, "Web", partial(Web, sleep=lambda _: None))
    monkeypatch.setattr(upkeep_command, "today", lambda: TODAY)
    return tmp_path


def listed() -> list[Submitted]:
    """Give the works of the shipped list that arXiv has, as arXiv offered them once."""
    catalog = papers.parse((ROOT / "data/papers.json").read_text("utf-8"))
    return [
        Submitted(id_.removeprefix("arxiv:"), paper.title, f"{paper.date}-15"[:10])
        for paper in catalog.papers
        for id_ in paper.ids
        if re.fullmatch(r"arxiv:[0-9]{4}\.[0-9]{5}", id_) and paper.date and len(paper.date) > 4
    ]


def unlisted(titles: list[str]) -> Iterator[Submitted]:
    """Give works that the list lacks, as many in each quarter."""
    spans = quarters(TODAY)
    for at, title in enumerate(titles):
        yield Submitted(f"9901.{at:05}", title, spans[at % len(spans)].until)


def invoke(root: Path, *options: str) -> str:
    """Run the command and give what it prints."""
    arguments = ["discover", "--root", str(root), *options]
    return CliRunner().invoke(upkeep_command.command, arguments, catch_exceptions=False).output


def test_the_shipped_list_knows_its_own_later_works_from_others(root: Path, net: Internet) -> None:
    net.submitted = [*listed(), *unlisted(OTHERS)]
    told = json.loads(invoke(root, "--measure", "--json"))

    assert told["verdict"] == "on: it is good enough"
    measured = [each for each in told["quarters"] if each["rankers"]]
    assert len(measured) >= 2
    assert all(each["right"] >= 10 for each in measured)
    assert all(each["rankers"]["this ranker"]["first_ten"] >= 0.9 for each in measured)
    assert all(each["rankers"]["newest first"]["first_ten"] <= 0.5 for each in measured)
    assert not (root / upkeep.OBSERVATIONS).exists()


def test_a_ranker_that_is_right_too_seldom_says_so_and_stays_off(root: Path, net: Internet) -> None:
    known = listed()
    hidden = [work._replace(title=title) for work, title in zip(known, OTHERS * 20, strict=False)]
    net.submitted = [*hidden, *unlisted(ALIKE)]
    told = invoke(root, "--measure").splitlines()

    assert len(told) == len(quarters(TODAY)) + 4
    assert re.fullmatch(
        r"off: of the first ten [0-3]\.[0-9] would have been right in the last year, "
        "and 4 are needed",
        told[-1],
    )
    assert told[-1] in invoke(root)
    assert upkeep.remembered((root / upkeep.OBSERVATIONS).read_text("utf-8")).candidates == ()
