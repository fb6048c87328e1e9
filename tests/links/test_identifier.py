"""Does an identifier in a service's field get the same canonical id as a link to the work?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identify import canonical
from bot.links.identifier import acl_id, arxiv_id, doi_id


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2309.06180", "arxiv:2309.06180"),
        ("2309.06180v12", "arxiv:2309.06180"),
        ("arXiv:0704.0001v1", "arxiv:0704.0001"),
        (" math.GT/0309136v2 ", "arxiv:math/0309136"),
        ("ASTRO-PH/0601001", "arxiv:astro-ph/0601001"),
        ("2313.00001", ""),
        ("10.48550/arXiv.2309.06180", ""),
        ("https://arxiv.org/abs/2309.06180", ""),
        ("", ""),
    ],
)
def test_an_arxiv_identifier_loses_version_and_subject_class(given: str, expected: str) -> None:
    assert arxiv_id(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("10.1145/3600006.3613165", "doi:10.1145/3600006.3613165"),
        ("https://doi.org/10.1016/J.X.2020", "doi:10.1016/j.x.2020"),
        ("doi: 10.1/x", ""),
        ("doi:10.1000/X(1)<2>", "doi:10.1000/x(1)<2>"),
        ("10.48550/arXiv.2309.06180", "arxiv:2309.06180"),
        ("10.48550/ARXIV.hep-th/9901001", "arxiv:hep-th/9901001"),
        ("10.18653/v1/2023.ACL-long.1", "acl:2023.acl-long.1"),
        ("10.3115/v1/P14-1001", "acl:P14-1001"),
        ("10.1016/S0008-6363%2898%2900064-9", "doi:10.1016/s0008-6363(98)00064-9"),
        ("10.1000/a%20space", "doi:10.1000/a%20space"),
        ("10.1000/escaped%2528", "doi:10.1000/escaped%2528"),
        ("10.1000/with space", ""),
        ("11.1000/x", ""),
    ],
)
def test_a_doi_is_lower_case_or_the_id_it_was_made_of(given: str, expected: str) -> None:
    assert doi_id(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("2023.ACL-demo.54", "acl:2023.acl-demo.54"), ("p19-1355", "acl:P19-1355"), ("P19", "")],
)
def test_an_id_of_the_anthology_has_one_spelling(given: str, expected: str) -> None:
    assert acl_id(given) == expected


@pytest.mark.parametrize(
    ("link", "made"),
    [
        ("https://arxiv.org/abs/2309.06180v2", arxiv_id("2309.06180v2")),
        ("https://arxiv.org/abs/math.GT/0309136", arxiv_id("math.GT/0309136")),
        ("https://doi.org/10.48550/arXiv.2309.06180", doi_id("10.48550/arXiv.2309.06180")),
        ("https://doi.org/10.1145/3600006.3613165", doi_id("10.1145/3600006.3613165")),
        ("https://doi.org/10.18653/v1/P19-1355", doi_id("10.18653/v1/P19-1355")),
        ("https://aclanthology.org/2023.acl-demo.54/", acl_id("2023.acl-demo.54")),
        ("https://aclanthology.org/P19-1355.pdf", acl_id("P19-1355")),
    ],
)
def test_a_link_and_a_field_name_the_same_work(link: str, made: str) -> None:
    assert canonical(link) == made


@given(st.text(max_size=30))
def test_any_text_is_one_id_or_none(text: str) -> None:
    for read in (arxiv_id, acl_id, doi_id):
        made = read(text)
        assert not made or read(made.partition(":")[2]) == made
