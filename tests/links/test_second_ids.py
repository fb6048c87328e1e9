"""Does an id tell the other one that a page or a DOI of the same work has, and no more?"""

import pytest

from bot.links.second_ids import MDPI, second_id, with_second

PAIRS = (
    ("doi:10.1609/aaai.v36i8.20881", "aaai:20881"),
    ("doi:10.1609/icwsm.v8i1.14550", "ojs:ojs.aaai.org/index.php/icwsm/14550"),
    ("doi:10.1613/jair.1.11196", "ojs:jair.org/index.php/jair/11196"),
    ("doi:10.1016/s0092-8674(20)30229-4", "pii:S0092867420302294"),
    ("mdpi:2076-3417/9/8/1665", "doi:10.3390/app9081665"),
    ("mdpi:2624-6511/5/2/37", "doi:10.3390/smartcities5020037"),
    ("mdpi:1422-0067/23/23/15000", "doi:10.3390/ijms232315000"),
)


@pytest.mark.parametrize(("work_id", "other"), PAIRS)
def test_an_id_tells_another_one(work_id: str, other: str) -> None:
    assert second_id(work_id) == other
    assert with_second((work_id,)) == (work_id, other)


@pytest.mark.parametrize(
    "work_id",
    [
        "arxiv:2309.06180",
        "doi:10.1609/aaai.v33i01.33014780",  # made of pages; its page has another number
        "doi:10.1613/jair.301",
        "doi:10.1016/j.knosys.2024.112700",
        "mdpi:1234-5679/9/8/1665",
    ],
)
def test_most_ids_tell_no_other(work_id: str) -> None:
    assert second_id(work_id) == ""
    assert with_second((work_id,)) == (work_id,)


@pytest.mark.parametrize("issn", sorted(MDPI))
def test_each_issn_of_the_table_has_its_check_digit(issn: str) -> None:
    digits = issn.replace("-", "")
    rest = -sum(int(digit) * (8 - place) for place, digit in enumerate(digits[:-1])) % 11

    assert digits[-1] == ("X" if rest == 10 else str(rest))


def test_no_two_journals_have_the_same_beginning() -> None:
    assert len(set(MDPI.values())) == len(MDPI)
