"""Is what somebody did to the rows of a README told as what became of which entry?"""

from bot.errors import Problem
from bot.model.papers.imported import ImportedPaper
from bot.model.papers.offer import UNPLACED, Edit, Offer
from bot.review.imports.edits import ListedWorks, edits_of, is_one, only_in
from tests.review.works import CATALOG, FLASH, LISTING, PAGED, paper

ROW = ImportedPaper(title=FLASH.title, ids=FLASH.ids, section=("Kernels",))
OTHER = ImportedPaper(title=PAGED.title.upper(), section=("KV Cache",), year=2023)
NEW = ImportedPaper(title="Quiet Streams", section=("Nowhere",))


def edits(before: list[ImportedPaper], after: list[ImportedPaper]) -> Offer:
    return edits_of(before, after, CATALOG.papers, LISTING)


def test_rows_that_both_hold_are_no_edit_and_each_counts_once() -> None:
    assert only_in([ROW, NEW, ROW, OTHER], [OTHER, ROW]) == [NEW, ROW]
    assert edits([ROW, OTHER], [OTHER, ROW]) == Offer()


def test_two_texts_say_one_entry_by_its_id_an_identifier_or_its_title() -> None:
    assert is_one(FLASH, paper("flash", "Zebras"))
    assert is_one(FLASH, paper("x", "Zebras", ids=("doi:10.1/x", *FLASH.ids)))
    assert is_one(FLASH, paper("x", "flashattention: FAST and exact attention."))
    assert not is_one(FLASH, PAGED)


def test_a_row_is_about_the_work_of_its_identifier_rather_than_of_its_title() -> None:
    known = ListedWorks(CATALOG.papers)

    assert known.listed(ImportedPaper(title=PAGED.title, ids=FLASH.ids)) == FLASH
    assert known.listed(OTHER) == PAGED
    assert known.listed(NEW) is None


def test_a_new_row_is_an_entry_without_a_place_below_a_heading_that_is_none_of_the_list() -> None:
    (edit,) = edits([ROW], [ROW, NEW]).edits

    assert edit.before is None
    assert edit.after
    assert (edit.after.title, edit.after.category) == ("Quiet Streams", UNPLACED)
    assert (edit.after.sources, edit.after.added) == ((), None)


def test_a_row_that_was_changed_is_before_and_after_under_the_id_of_the_list() -> None:
    (edit,) = edits([ROW, OTHER], [ROW, ImportedPaper(title=PAGED.title, year=2024)]).edits

    assert edit.before
    assert edit.after
    assert (edit.before.id, edit.after.id) == ("paged", "paged")
    assert (edit.before.title, edit.after.title) == (OTHER.title, PAGED.title)
    assert (edit.before.category, edit.after.category) == ("caching", UNPLACED)


def test_a_row_that_is_gone_everywhere_is_an_entry_that_goes() -> None:
    twice = ImportedPaper(title=FLASH.title, ids=FLASH.ids, section=("KV Cache",))
    offer = edits([ROW, twice, OTHER], [OTHER])

    assert [(each.before.id, each.after) for each in offer.edits if each.before] == [
        ("flash", None)
    ]
    assert edits([ROW, twice, OTHER], [OTHER, twice]) == Offer()


def test_rows_of_works_that_the_list_did_not_hold_go_without_a_word() -> None:
    assert edits([NEW], []) == Offer()


def test_what_no_entry_can_hold_is_told_with_its_row() -> None:
    offer = edits([], [ImportedPaper(title="Fine", venue="x" * 5_000), NEW])

    assert [each.after.title for each in offer.edits if each.after] == ["Quiet Streams"]
    assert offer.problems == (
        Problem("Row", "Fine", "its venue.name cannot be listed as it is; shorten or mend it"),
    )
    assert Edit() not in offer.edits
