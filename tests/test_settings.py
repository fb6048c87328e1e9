"""Is the environment read once, checked all at once, and are secrets kept?"""

import pytest

from bot.errors import InvalidError
from bot.settings import ADDRESSES, KEYS, Settings


def test_an_empty_environment_is_enough() -> None:
    assert Settings.from_environ({}) == Settings()
    assert Settings.from_environ(dict.fromkeys((*ADDRESSES, *KEYS), "")) == Settings()


def test_what_is_set_is_read() -> None:
    settings = Settings.from_environ(
        {
            "BOT_ARXIV_URL": "http://127.0.0.1:8080/arxiv/",
            "BOT_CROSSREF_URL": "https://gateway.example.org/crossref",
            "S2_API_KEY": "abc",
            "CROSSREF_MAILTO": "me@example.org",
            "HOME": "/home/me",
        }
    )
    assert settings == Settings(
        addresses={
            "arxiv": "http://127.0.0.1:8080/arxiv",
            "crossref": "https://gateway.example.org/crossref",
        },
        keys={"semantic-scholar": "abc"},
        mailto="me@example.org",
    )


def test_secrets_are_not_shown() -> None:
    assert "secret" not in repr(
        Settings.from_environ({"S2_API_KEY": "secret", "HF_TOKEN": "secret"})
    )


@pytest.mark.parametrize(
    "address",
    [
        "arxiv.org",
        "ftp://arxiv.org",
        "http://arxiv.org",
        "http://127.0.0.1.example.org",
        "https://",
        "https://host:port",
        "https://[::1",
        "https://host/?query",
        "https://host/#part",
        "https://host/a b",
        "https://host/\n",
        "https://me@host",
        "file:///etc/passwd",
    ],
)
def test_an_address_must_be_https_and_bare(address: str) -> None:
    with pytest.raises(InvalidError, match="BOT_ARXIV_URL"):
        Settings.from_environ({"BOT_ARXIV_URL": address})


@pytest.mark.parametrize("host", ["127.0.0.1:1", "[::1]:1", "localhost"])
def test_plain_http_is_for_this_machine_only(host: str) -> None:
    address = f"http://{host}"
    assert Settings.from_environ({"BOT_ARXIV_URL": address}).addresses == {"arxiv": address}


def test_all_that_is_wrong_is_said_at_once_and_no_secret_with_it() -> None:
    with pytest.raises(InvalidError) as trouble:
        Settings.from_environ(
            {
                "HF_TOKEN": "sec\nret",
                "BOT_ARXIV_URL": "http://me:hunter2@arxiv.org",
                "CROSSREF_MAILTO": "nobody",
            }
        )
    assert [problem.field for problem in trouble.value.problems] == [
        "BOT_ARXIV_URL",
        "HF_TOKEN",
        "CROSSREF_MAILTO",
    ]
    assert "hunter2" not in str(trouble.value)
    assert "ret" not in str(trouble.value).replace("secret", "")
