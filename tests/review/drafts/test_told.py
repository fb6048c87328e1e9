"""What does an identifier alone tell?"""

import pytest

from bot.review.drafts.told import date_told, venue_told


@pytest.mark.parametrize(
    ("work", "date", "venue"),
    [
        ("arxiv:2309.06180", "2023-09", None),
        ("arxiv:cs/0112017", "2001-12", None),
        ("arxiv:math.gt/9901001", "1999-01", None),
        ("arxiv:hep-th/9108001", "1991-08", None),
        ("usenix:osdi22/yu", None, "OSDI 2022"),
        ("usenix:atc23/li", None, "USENIX ATC 2023"),
        ("usenix:usenixsecurity24/x", None, "USENIX Security 2024"),
        ("neurips:2023/abc", None, "NeurIPS 2023"),
        ("mlsys:2024/abc", None, "MLSys 2024"),
        ("cvf:CVPR2023/x", None, "CVPR 2023"),
        ("acl:2023.emnlp-main.398", None, "EMNLP 2023"),
        ("acl:2024.findings-acl.12", None, "ACL Findings 2024"),
        ("doi:10.1145/3600006.3613165", None, None),
        ("openreview:abc", None, None),
        ("github:vllm-project/vllm", None, None),
    ],
)
def test_an_identifier_tells_the_month_or_the_venue(
    work: str, date: str | None, venue: str | None
) -> None:
    told = venue_told((work,))

    assert (date_told((work,)), str(told) if told else None) == (date, venue)


def test_the_first_identifier_that_tells_anything_counts() -> None:
    ids = ("doi:10.1/x", "arxiv:2309.06180", "arxiv:2401.00001", "usenix:osdi22/yu")

    assert date_told(ids) == "2023-09"
    assert str(venue_told(ids)) == "OSDI 2022"
