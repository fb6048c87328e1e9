"""Which of a README's entries are one work, and which does the list know?"""

from bot.model.papers.paper import Catalog, Paper, Removed
from bot.review.imports.doubts import told
from bot.review.imports.known import EntryGroup, Miscopied, grouped, miscopied

LISTED = Paper(
    id="quiet", title="Quiet Kernels for Very Long Streams", category="x", ids=("arxiv:2401.12345",)
)
GONE = Removed(
    id="gone", title="A Loud Kernel for Short Streams", ids=("doi:10.1/1",), reason="No."
)
CATALOG = Catalog(schema_version=1, papers=(LISTED,), removed=(GONE,))


def offered(title: str, *ids: str) -> Paper:
    return Paper(id="imported", title=title, category="x", ids=ids)


OTHER = offered("Serving Small Adapters at Once", "arxiv:2401.12345")
SAME = offered(LISTED.title, "arxiv:2401.12345")
NEW = offered("Streams of Tokens on Old Machines", "arxiv:2402.00001")


def test_an_id_under_another_title_is_miscopied_and_a_repository_is_not() -> None:
    shared = LISTED.model_copy(update={"ids": ("github:quiet/kernels",)})
    assert miscopied([SAME, OTHER], CATALOG) == [Miscopied(1, "arxiv:2401.12345", LISTED)]
    other = offered(OTHER.title, "github:quiet/kernels")
    assert miscopied([other], Catalog(schema_version=1, papers=(shared,))) == []


def test_entries_of_one_work_come_together_in_the_order_of_the_first() -> None:
    gone = offered(GONE.title, *GONE.ids)
    assert grouped([NEW, SAME, gone, NEW], CATALOG) == [
        EntryGroup((0, 3)),
        EntryGroup((1,), listed=LISTED),
        EntryGroup((2,), removed=GONE),
    ]


def test_a_long_title_alone_is_enough_and_a_short_one_is_a_doubt() -> None:
    short = Paper(id="short", title="Quiet Streams", category="x", authors=("Ann Lee",))
    catalog = Catalog(schema_version=1, papers=(LISTED, short))
    long_one, short_one = grouped([offered(LISTED.title), offered(short.title)], catalog)
    assert long_one == EntryGroup((0,), listed=LISTED)
    assert (short_one.listed, [paper for paper, _ in short_one.alike]) == (None, [short])


def test_each_doubt_is_one_sentence() -> None:
    alike = EntryGroup((0,), alike=((LISTED, ("titles alike",)),))
    assert list(told(alike, [NEW], [], {0})) == [
        "the category of “Streams of Tokens on Old Machines” was guessed from the nearest entries",
        f"“{NEW.title}” may be “{LISTED.title}”: titles alike",
    ]
    wrong = [Miscopied(0, "arxiv:2401.12345", LISTED)]
    (contested,) = told(EntryGroup((0,)), [OTHER], wrong, ())
    carried = f"“{OTHER.title}” carries “arxiv:2401.12345”"
    assert contested == f"{carried}, which “{LISTED.title}” has; one is wrong"
    assert list(told(EntryGroup((0,), removed=GONE), [NEW], [], {0})) == [
        "“Streams of Tokens on Old Machines” is left out, it was removed from the list: “No.”"
    ]
