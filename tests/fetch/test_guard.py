"""To which addresses is nothing ever sent?"""

import socket

import pytest

from bot.fetch.guard import ForbiddenAddressError, is_forbidden, meeting_places, resolve
from tests.upkeep.examples import rows


@pytest.mark.parametrize(("address", "forbidden"), rows("addresses.tsv"))
def test_an_address_is_forbidden_as_the_table_says(address: str, forbidden: str) -> None:
    assert is_forbidden(address) is (forbidden == "yes")


def test_one_forbidden_address_among_others_is_enough() -> None:
    with pytest.raises(ForbiddenAddressError):
        meeting_places("a.org", 443, lambda *_: ["8.8.8.8", "10.0.0.1"], is_forbidden)
    with pytest.raises(OSError, match="no address"):
        meeting_places("a.org", 443, lambda *_: [], is_forbidden)


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "localhost"]
)
def test_no_spelling_of_the_machine_itself_is_let_through(host: str) -> None:
    found = resolve(host, 80)
    assert found
    assert all(map(is_forbidden, found))


def test_a_name_of_the_reserved_kind_does_not_exist() -> None:
    with pytest.raises(socket.gaierror):
        resolve("no-such-host.invalid", 80)
