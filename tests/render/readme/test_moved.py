"""Does whoever follows an old address of a category come to where it stands now?"""

from bot.model.lists.listing import Category, Listing, Readme
from bot.render.readme.moved import Moved
from bot.render.readme.moved import moved_pages as moved_documents
from bot.render.site.kinds.moved_page import moved_pages

CACHING = Category(slug="caching", title="KV <Cache>")
PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>KV &lt;Cache&gt;</title>
<meta http-equiv="refresh" content="0; url=caching.html">
<p>This category is called <a href="caching.html">KV &lt;Cache&gt;</a> now.</p>
</html>
"""
KERNELS = Category(slug="kernels", title="Kernels")


def listing(*categories: Category, **renamed: str) -> Listing:
    return Listing(
        schema_version=1,
        title="A List",
        introduction="For tests.",
        categories=categories,
        renamed=renamed,
        readme=Readme(pages=True),
    )


BEFORE = listing(CACHING, KERNELS)


def test_a_page_that_moved_takes_along_what_stood_there_and_its_old_place_leads_on() -> None:
    after = listing(CACHING.model_copy(update={"slug": "kv"}), KERNELS, caching="kv")
    texts = {"papers/caching.md": "Old words.", "papers/kernels.md": "Others."}

    assert moved_documents(texts, BEFORE, after) == Moved(
        taken={"papers/kv.md": "Old words."},
        leading={"papers/caching.md": "This page has moved: [KV &lt;Cache>](kv.md)\n"},
    )


def test_a_page_of_a_category_that_went_below_another_leads_there_and_takes_nothing() -> None:
    below = CACHING.model_copy(update={"slug": "kv", "parent": "kernels"})
    after = listing(KERNELS, below, caching="kv")
    texts = {"papers/caching.md": "Old words.", "papers/kernels.md": "Others."}

    assert moved_documents(texts, BEFORE, after) == Moved(
        taken={},
        leading={"papers/caching.md": "This page has moved: [KV &lt;Cache>](kernels.md)\n"},
    )


def test_what_was_never_there_or_still_is_or_led_nowhere_moves_not() -> None:
    gone = listing(KERNELS)

    assert moved_documents({}, BEFORE, listing(KERNELS, caching="kernels")) == Moved({}, {})
    assert moved_documents({"papers/caching.md": "Old."}, BEFORE, BEFORE) == Moved({}, {})
    assert moved_documents({"papers/caching.md": "Old."}, BEFORE, gone) == Moved({}, {})


def test_the_site_leads_on_from_old_names_that_can_be_an_address() -> None:
    after = listing(CACHING, KERNELS, kv="caching", gone="nowhere", **{"Old Name": "kernels"})

    assert dict(moved_pages(after)) == {"category/kv.html": PAGE}
