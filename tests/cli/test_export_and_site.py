"""Do `bot export` and `bot site` give what they promise, from the command line?"""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.outputs.export_command import FORMATS
from bot.cli.outputs.export_command import command as export
from bot.cli.outputs.site_command import command as site
from bot.flows.local.outputs.regenerate import compared
from bot.render.export.exports import EXPORTS

EXAMPLE = Path(__file__).parents[1] / "examples/list"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the small list."""
    return shutil.copytree(EXAMPLE, tmp_path / "list")


def test_every_place_names_the_same_formats() -> None:
    assert tuple(EXPORTS) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_printed_as_it_also_stands_in_the_site(name: str, root: Path) -> None:
    printed = CliRunner().invoke(export, [name, "--root", str(root)])
    built = CliRunner().invoke(site, [str(root / "site"), "--root", str(root)])

    assert (printed.exit_code, built.exit_code) == (0, 0)
    assert printed.stdout_bytes == (root / "site" / EXPORTS[name].path).read_bytes()


def test_an_unknown_format_is_a_wrong_use() -> None:
    assert CliRunner().invoke(export, ["docx"]).exit_code == 2


def test_the_site_tells_where_it_lies_and_what_it_lacks(root: Path) -> None:
    target = root / "public"

    told = CliRunner().invoke(site, [str(target), "--root", str(root)])

    assert f"files written; open {target / 'index.html'}" in told.stderr
    assert "note: no sitemap.xml" in told.stderr
    assert json.loads((target / "papers.json").read_text("utf-8"))["papers"]


def test_with_an_address_the_site_has_a_sitemap(root: Path) -> None:
    config = root / "data/list.toml"
    text = config.read_text("utf-8")
    table = '[site]\nurl = "https://owner.github.io/papers"\n\n[[categories]]'
    config.write_text(text.replace("[[categories]]", table, 1), "utf-8")

    told = CliRunner().invoke(site, [str(root / "public"), "--root", str(root)])

    assert "note" not in told.stderr
    assert "https://owner.github.io/papers/" in (root / "public/sitemap.xml").read_text("utf-8")


def test_a_category_is_printed_as_it_also_stands_in_the_site(root: Path) -> None:
    slug = "serving"
    CliRunner().invoke(site, [str(root / "site"), "--root", str(root)])
    for name in FORMATS:
        printed = CliRunner().invoke(export, [name, "--category", slug, "--root", str(root)])
        path = EXPORTS[name].path_of(slug)
        assert printed.stdout_bytes == (root / "site" / path).read_bytes()


def test_a_category_that_there_is_not_is_named(root: Path) -> None:
    told = CliRunner().invoke(export, ["csv", "--category", "nowhere", "--root", str(root)])

    assert "'nowhere' is no category" in str(told.exception)


def test_site_and_readme_say_when_links_were_last_looked_at(root: Path) -> None:
    (root / "data/upkeep.json").write_text('{"checked": {"links": "2026-02-03"}}', "utf-8")
    CliRunner().invoke(site, [str(root / "site"), "--root", str(root)])

    assert "links last checked <time" in (root / "site/index.html").read_text("utf-8")
    report = compared(root)
    (root / "README.md").write_text(
        (root / "README.md").read_text("utf-8") + "\n<!-- bot:counts -->\n<!-- /bot:counts -->\n"
    )
    assert "Links last checked: 2026-02-03." in str(compared(root).lagging)
    assert "last checked" not in str(report.lagging)
