"""Are venues told to be one, or to be two, only where that is sure?"""

import pytest

from bot.venues.compare import RULES, compare_venues, named_apart, one_venue, share_nothing
from bot.venues.parse import parse_venue

CASES = [
    ("same", "VLDB", "Very Large Data Bases"),
    ("same", "J Apicult Surg (Torino)", "Journal of Apicultural Surgery"),
    ("same", "J Clin Oncol", "Journal of Clinical Oncology"),
    ("same", "JAMA", "The Journal of the American Medical Association"),
    ("same", "ACM Trans. D…", "ACM Transactions on Database Systems"),
    ("same", "SIGMOD Conference", "Proc. of the ACM SIGMOD Conf. on Management of"),
    ("same", "journal of the acm,", "j. acm,"),
    ("same", "JAMA", "JAMA - Journal of the American Medical Association"),
    ("same", "STOC", "in proc. 25th annu. acm sympos. theory comput. (stoc),"),
    ("same", "STOC", "in proc. seventh annu. acm sympos. theory comput"),
    ("same", "ICML", "Machine Learning: proceedings of the 14th international conference"),
    ("same", "ICML-91", "Proceedings of the Eighth International Workshop on Machine Learning"),
    ("same", "mach. learn., san mateo, ca: morgan kaufmann", "machine learning journal"),
    ("same", "ICML, ACM Press, New York", "proc. 20th int. conf. machine learning"),
    ("unknown", "Morgan Kaufmann Publishers", "San Mateo, CA: Morgan Kaufmann"),
    ("different", "Wiley Journal of Cognition", "Springer Letters on Hydrology"),
    ("different", "VLDB", "The VLDB Journal"),
    ("different", "VLDB", "Journal on Very Large Data Bases (VLDB)"),
    ("different", "VLDB", "The VLDB Journal The International Journal on Very Large …,"),
    ("different", "COLT", "machine learning,"),
    ("same", "SIGMOD", "conference on management of data, washington,"),
    ("same", "SIGMOD", "Proceedings of the ACM SIGMOD International Conference on"),
    ("different", "SIGCOMM", "Proc. ACM SIGMOD Conf."),
    ("unknown", "VLDB", "Proceedings of the 21th international conference on very …,"),
    ("unknown", "journal of the acm,", "journal of the association for computing machinery,"),
    ("unknown", "BMJ", "British Medical Journal (Clinical research ed.)"),
    ("unknown", "Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences"),
    ("unknown", "Journal of Physics: Conference Series", "Workshop on Optics"),
    ("different", "Very Large Data Bases", "VLDB J."),
    ("different", "NeurIPS", "ICML"),
    ("different", "TODS", "The VLDB Journal"),
    ("different", "Journal of Hydrology", "Journal of Virology"),
    ("unknown", "arXiv preprint", "NeurIPS"),
    ("unknown", "", "NeurIPS"),
    ("unknown", "Circulation", "Circ Res"),
    ("unknown", "NeurIPS", "NeurIPS Workshop"),
]


@pytest.mark.parametrize(("verdict", "a", "b"), CASES)
def test_two_venues_are_judged_in_both_directions(verdict: str, a: str, b: str) -> None:
    one, other = parse_venue(a), parse_venue(b)

    assert compare_venues(one, other) == compare_venues(other, one) == verdict


UNLIKE = [
    ("Pollination", "Apiary Research", True),
    ("Circulation", "Circ Res", False),
    ("BMJ", "British Medical Journal", False),
    ("ApRes", "Pollination", False),
    ("ICIS: Digital Innovation", "International Conference on Systems", False),
    ("", "Apiary Research", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), UNLIKE)
def test_venues_share_nothing_only_where_none_is_an_acronym(
    a: str, b: str, *, expected: bool
) -> None:
    one, other = parse_venue(a), parse_venue(b)

    assert share_nothing(one, other) == share_nothing(other, one) == expected


NAMED = [
    ("European Bee Journal", "American Bee Journal", True),
    ("Pollination", "Apiary and Hive Disease", True),
    ("J Natl Apiary Soc", "Journal of the National Apiary Society", False),
    ("Can J Anaesth", "Canadian Journal of Anesthesia", False),
    ("Langenbecks Archiv fur Bienen", "Langenbecks Arch Bienen Suppl", False),
    ("Technical report, University of Honey", "Pollination Research", False),
    ("Proceedings of the Third Working Meeting on Hives", "Pollination Research", False),
    ("Zhonghua Mi Feng Za Zhi", "Chinese Journal of Bees", False),
    ("BJH", "British Journal of Hives", False),
    ("ApRes", "Journal of Hive Disease", False),
    ("Conference on Pollination", "Journal of Hive Disease", False),
    ("", "Pollination Research", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), NAMED)
def test_only_names_of_two_journals_are_apart(a: str, b: str, *, expected: bool) -> None:
    one, other = parse_venue(a), parse_venue(b)

    assert named_apart(one, other) == named_apart(other, one) == expected


ONE = [
    ("NeurIPS 2023", "Advances in Neural Information Processing Systems 36, 2023", True),
    ("NeurIPS 2023", "NeurIPS", True),
    ("NeurIPS 2023", "NeurIPS 2022", False),
    ("arXiv 2023", "arXiv 2023", True),
    ("Proceedings 2020", "Proceedings", True),
    ("NeurIPS", "", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), ONE)
def test_one_venue_is_of_one_year(a: str, b: str, *, expected: bool) -> None:
    assert one_venue(a, b) == one_venue(b, a) == expected


def test_every_rule_says_why() -> None:
    assert all(rule.because for rule in RULES)
