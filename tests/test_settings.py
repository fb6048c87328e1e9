"""Is the environment read once, checked all at once, and are secrets kept?"""

from pathlib import Path

import pytest

from bot.errors import InvalidError
from bot.settings import ADDRESSES, KEYS, GitHub, Settings


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


def test_githubs_own_variables_are_read() -> None:
    found = Settings.from_environ(
        {
            "GITHUB_TOKEN": "secret",
            "GITHUB_REPOSITORY": "octo_cat/papers",
            "GITHUB_API_URL": "https://github.example.org/api/v3/",
            "GITHUB_GRAPHQL_URL": "https://github.example.org/api/graphql",
            "GITHUB_EVENT_PATH": "/github/event.json",
            "GITHUB_STEP_SUMMARY": "/github/summary.md",
            "GITHUB_OUTPUT": "/github/output",
            "BOT_LOGIN": "paper-list[bot]",
        }
    ).github
    assert found == GitHub(
        token="secret",  # noqa: S106 - opens nothing
        repository="octo_cat/papers",
        api_url="https://github.example.org/api/v3",
        graphql_url="https://github.example.org/api/graphql",
        login="paper-list[bot]",
        event_path=Path("/github/event.json"),
        summary_path=Path("/github/summary.md"),
        output_path=Path("/github/output"),
    )
    assert "secret" not in repr(found)


@pytest.mark.parametrize(
    ("api", "graphql"),
    [
        ("https://api.github.com", "https://api.github.com/graphql"),
        ("https://host/api/v3", "https://host/api/graphql"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/graphql"),
    ],
)
def test_the_address_of_graphql_follows_from_that_of_the_api(api: str, graphql: str) -> None:
    assert Settings.from_environ({"GITHUB_API_URL": api}).github.graphql_url == graphql


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GITHUB_TOKEN", "two lines\nof secret"),
        ("GITHUB_REPOSITORY", "papers"),
        ("GITHUB_REPOSITORY", "octo/../x/y"),
        ("GITHUB_REPOSITORY", "octo/papers\n"),
        ("GITHUB_API_URL", "http://api.github.com"),
        ("GITHUB_GRAPHQL_URL", "https://elsewhere.example.org/graphql"),
        ("BOT_LOGIN", "@me"),
        ("BOT_LOGIN", "me[bot]\n"),
    ],
)
def test_a_variable_that_cannot_be_is_named_and_a_token_never_shown(name: str, value: str) -> None:
    with pytest.raises(InvalidError, match=name) as caught:
        Settings.from_environ({name: value, "S2_API_KEY": "no spaces"})
    assert [problem.field for problem in caught.value.problems][-1] == name
    assert "secret" not in str(caught.value)
