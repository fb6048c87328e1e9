"""Does `bot upkeep links` tell at home what it found, and write only what is sure?"""

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.upkeep import outside
from bot.cli.upkeep.told import as_json, told
from bot.cli.upkeep.upkeep_command import command
from bot.flows.local.upkeep.discover import NO_SOURCE
from bot.flows.local.upkeep.job import Report
from bot.lookup.wire.web import Web
from bot.model.upkeep.kept import Observations
from bot.model.upkeep.proposal import Proposal
from bot.settings import ADDRESSES
from bot.store import files, upkeep
from tests.flows.on_github import example_files
from tests.upkeep.internet import Published, internet

NO_PAGE = "https://www.usenix.org/conference/osdi22/presentation/yu"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a list all of whose links an interface knows, since no test leaves the machine."""
    for path, text in example_files().items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text.replace(NO_PAGE, "https://doi.org/10.1145/9"), "utf-8")
    return tmp_path


def test_it_says_what_it_found_and_remembers_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (root / files.PAPERS).read_text("utf-8")
    with internet() as net:
        net.arxiv = {"2302.11665", "2309.06180", "1911.02150", "2307.08691"}
        here = f"http://127.0.0.1:{net.port}"
        for name, path in (("ARXIV", "arxiv"), ("DOI", "doi"), ("ARCHIVE", "archive")):
            monkeypatch.setenv(f"BOT_{name}_URL", f"{here}/{path}")
        monkeypatch.delenv("GITHUB_TOKEN", raising=False)
        monkeypatch.setattr(outside, "Web", partial(Web, sleep=lambda _: None))

        asked = CliRunner().invoke(
            command, ["links", "--root", str(root), "--dry-run", "--json"], catch_exceptions=False
        )
        assert not (root / upkeep.OBSERVATIONS).exists()
        said = CliRunner().invoke(command, ["links", "--root", str(root)], catch_exceptions=False)

    found = {each["url"]: each["verdict"] for each in json.loads(asked.output)["findings"]}
    assert found == {
        "https://arxiv.org/abs/2205.14135": "dead",
        "https://doi.org/10.1145/9": "dead",
    }
    assert json.loads(asked.output)["runs"]["links"]["said"] == "6 of 8 links had an answer"
    assert "links: 6 of 8 links had an answer" in said.output
    assert "arXiv has no such paper" in said.output
    assert (root / files.PAPERS).read_text("utf-8") == before
    seen = upkeep.remembered(files.read(root, upkeep.OBSERVATIONS))
    assert len(seen.links) == 6


def test_metadata_asks_dblp_at_its_address_by_the_title(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with internet() as net:
        for variable, name in ADDRESSES.items():
            monkeypatch.setenv(variable, f"http://127.0.0.1:{net.port}/{name}")
        monkeypatch.delenv("GITHUB_TOKEN", raising=False)
        monkeypatch.setattr(outside, "Web", partial(Web, sleep=lambda _: None))
        listed = json.loads((root / files.PAPERS).read_text("utf-8"))["papers"]
        work = next(each for each in listed if "venue" not in each)
        net.published = [Published(work["title"], work["authors"][0], "OSDI", 2023)]
        arguments = ["metadata", "--root", str(root), "--dry-run", "--json"]
        asked = CliRunner().invoke(command, arguments, catch_exceptions=False)

    (likely,) = json.loads(asked.output)["likely"]
    assert (likely["entry"], likely["after"]) == (work["id"], "OSDI 2023")
    assert likely["said_by"] == ["DBLP"]


def test_what_is_only_likely_is_told_at_home_too() -> None:
    change = Proposal(
        kind="venues", entry="orca", field="venue", after="OSDI 2022", said_by=("S2",)
    )
    report = Report(Observations(likely=(change,)), (), ())
    assert told(report) == "likely: orca: venue None -> OSDI 2022 (S2)"
    assert json.loads(as_json(report))["likely"][0]["after"] == "OSDI 2022"


def test_a_measure_says_what_follows_from_it(root: Path) -> None:
    def measure(*options: str) -> str:
        arguments = ["discover", "--root", str(root), "--measure", *options]
        return CliRunner().invoke(command, arguments, catch_exceptions=False).output

    assert measure().splitlines()[-1] == NO_SOURCE
    assert json.loads(measure("--json"))["verdict"] == NO_SOURCE
