"""Is a work that was withdrawn or retracted marked wherever it stands?"""

from typing import get_args

import pytest

from bot.model.lists.listing import LayoutName, Listing
from bot.model.papers.paper import Catalog, Status
from bot.render.export.exports import EXPORTS
from bot.render.readme.readme import fresh
from bot.render.site.pages import site_files
from bot.store import config, files, papers
from tests.flows.on_github import example_files

ORCA = "orca-a-distributed-serving-system-for-transformer-based"
SEE = "https://arxiv.org/abs/2501.00009"
FILES = example_files()


def listed(layout: str = "table") -> tuple[Catalog, Listing]:
    """Give the example list, in which one work was retracted."""
    text = FILES[files.LIST].replace("[readme]\n", f'[readme]\nlayout = "{layout}"\n')
    catalog = papers.parse(FILES[files.PAPERS])
    status = Status(what="retracted", by="Crossref", see=SEE)
    works = tuple(
        work.model_copy(update={"status": status} if work.id == ORCA else {})
        for work in catalog.papers
    )
    return catalog.model_copy(update={"papers": works}), config.parse(text)


@pytest.mark.parametrize("layout", get_args(LayoutName))
def test_it_is_marked_in_every_layout(layout: str) -> None:
    catalog, listing = listed(layout)
    readme = fresh({files.README: FILES[files.README]}, catalog, listing).whole[files.README]
    about = [line for line in readme.splitlines() if "Orca" in line]
    assert any("retracted" in line for line in about), about


def test_it_is_marked_on_the_site_and_in_the_exports() -> None:
    catalog, listing = listed()
    shown = {file.path: file.text for file in site_files(catalog, listing)}
    page = shown[f"paper/{ORCA}.html"]
    assert "This work was retracted</strong>, says Crossref; see" in " ".join(page.split())
    assert SEE in page
    assert "retracted" in shown["category/serving.html"]
    for export in EXPORTS.values():
        text = export.text(catalog, listing)
        assert "etracted" in text
        assert SEE in text
