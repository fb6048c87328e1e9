"""What does the environment say? Read once, checked all at once, secrets hidden.

The places of the services can be set, so that a person behind a gateway, or a test, can point the
bot elsewhere. Only https is accepted, and plain http to the machine itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from bot.errors import InvalidError, Problem

# Which variable holds the address of which service.
ADDRESSES = {
    "BOT_ARXIV_URL": "arxiv",
    "BOT_OPENREVIEW_URL": "openreview",
    "BOT_OPENREVIEW_V1_URL": "openreview-v1",
    "BOT_CROSSREF_URL": "crossref",
    "BOT_SEMANTIC_SCHOLAR_URL": "semantic-scholar",
    "BOT_DATACITE_URL": "datacite",
    "BOT_HUGGINGFACE_URL": "huggingface",
    "BOT_DBLP_URL": "dblp",
    "BOT_DOI_URL": "doi",
    "BOT_ARCHIVE_URL": "archive",
}
# Which variable holds the key that raises a service's limits; none is needed.
KEYS = {"S2_API_KEY": "semantic-scholar", "HF_TOKEN": "huggingface"}
MAILTO = "CROSSREF_MAILTO"
# GitHub's own variables; https://docs.github.com/en/actions/reference/workflows-and-actions/variables
TOKEN = "GITHUB_TOKEN"  # noqa: S105 - the variable's name
REPOSITORY = "GITHUB_REPOSITORY"
API_URL = "GITHUB_API_URL"
GRAPHQL_URL = "GITHUB_GRAPHQL_URL"
EVENT_PATH = "GITHUB_EVENT_PATH"
SUMMARY_PATH = "GITHUB_STEP_SUMMARY"
OUTPUT_PATH = "GITHUB_OUTPUT"
LOGIN = "BOT_LOGIN"

# Where the list's pages are published; the workflow that publishes them learns it from GitHub.
SITE_URL = "BOT_SITE_URL"

# What an HTTP header may hold without being quoted; a longer key is a file pasted by mistake.
_KEY = re.compile(r"[!-~]{1,500}")
_PLAIN = re.compile(r"[^\s?#\\]{1,500}", re.ASCII)
_MAIL = re.compile(r"[\w.+-]{1,100}@[\w-]{1,63}(\.[\w-]{1,63}){1,8}", re.ASCII)
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_REPOSITORY = re.compile(r"[A-Za-z0-9_-]{1,100}/[A-Za-z0-9._-]{1,100}")
_LOGIN = re.compile(r"[A-Za-z0-9_-]{1,100}(\[bot\])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class GitHub:
    """Where GitHub is, what is kept there, who the bot is, and what a workflow was told.

    `token` is empty outside of workflows unless set, the paths are None, the rest has the values
    of github.com. `login` is the account of the token: github-actions[bot] for a job's own, the
    app's for an app's.
    """

    token: str = field(default="", repr=False)
    repository: str = ""
    api_url: str = "https://api.github.com"
    graphql_url: str = "https://api.github.com/graphql"
    login: str = "github-actions[bot]"
    event_path: Path | None = None
    summary_path: Path | None = None
    output_path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the bot takes from the environment.

    `addresses` and `keys` are by the service's name and hold only what was set. `mailto` is the
    address under which a service may complain; Crossref answers faster to those who give one.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    mailto: str = ""
    site_url: str = ""
    github: GitHub = field(default_factory=GitHub)

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Read the variables above from `environ`; an empty one counts as not set.

        Raises InvalidError with every variable that cannot be used; a key is never shown.
        """
        problems: list[Problem] = []
        variables = {name: value for name, value in environ.items() if value}
        addresses = {
            ADDRESSES[name]: variables[name].rstrip("/")
            for name in ADDRESSES
            if name in variables and _passes(_address_problem(name, variables[name]), problems)
        }
        keys = {
            KEYS[name]: variables[name]
            for name in KEYS
            if name in variables and _passes(_key_problem(name, variables[name]), problems)
        }
        mailto = variables.get(MAILTO, "")
        _passes(_mail_problem(mailto), problems)
        github = _github(variables, problems)
        site_url = variables.get(SITE_URL, "").rstrip("/")
        if site_url:
            _passes(_address_problem(SITE_URL, site_url), problems)
        if problems:
            raise InvalidError(problems)
        return cls(addresses=addresses, keys=keys, mailto=mailto, site_url=site_url, github=github)


def _github(variables: Mapping[str, str], problems: list[Problem]) -> GitHub:
    """Read what concerns GitHub, noting what cannot be used."""
    sound = [
        _passes(_address_problem(name, variables[name]), problems)
        for name in (API_URL, GRAPHQL_URL)
        if name in variables
    ]
    if TOKEN in variables:
        _passes(_key_problem(TOKEN, variables[TOKEN]), problems)
    for name, pattern, example in (
        (REPOSITORY, _REPOSITORY, "owner/name"),
        (LOGIN, _LOGIN, "the login of the account, such as github-actions[bot]"),
    ):
        if name in variables and not pattern.fullmatch(variables[name]):
            problems.append(Problem(name, variables[name], f"cannot be; write {example}"))
    usual = GitHub()
    api_url = variables.get(API_URL, usual.api_url).rstrip("/")
    graphql_url = variables.get(GRAPHQL_URL, _graphql_of(api_url)).rstrip("/")
    if all(sound) and urlsplit(api_url).netloc != urlsplit(graphql_url).netloc:
        text = f"must be on the same host as {API_URL} ({api_url})"
        problems.append(Problem(GRAPHQL_URL, graphql_url, text))
    return GitHub(
        token=variables.get(TOKEN, ""),
        repository=variables.get(REPOSITORY, ""),
        api_url=api_url,
        graphql_url=graphql_url,
        login=variables.get(LOGIN, usual.login),
        event_path=_path(variables, EVENT_PATH),
        summary_path=_path(variables, SUMMARY_PATH),
        output_path=_path(variables, OUTPUT_PATH),
    )


def _graphql_of(api_url: str) -> str:
    """Give the address that goes with an API's: GitHub Enterprise has it beside `/api/v3`."""
    return api_url.removesuffix("/v3") + "/graphql"


def _path(variables: Mapping[str, str], name: str) -> Path | None:
    return Path(variables[name]) if name in variables else None


def _passes(problem: Problem | None, problems: list[Problem]) -> bool:
    if problem:
        problems.append(problem)
    return problem is None


def _address_problem(name: str, value: str) -> Problem | None:
    shown = _without_user(value)
    try:
        parts = urlsplit(value)
        _ = parts.port  # reading it checks it
    except ValueError:
        return Problem(name, shown, "is no address; write https://host or https://host/path")
    local = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or not (parts.scheme == "https" or local):
        return Problem(name, shown, "must begin with https:// (http:// only for this machine)")
    if parts.username is not None or not _PLAIN.fullmatch(value):
        return Problem(name, shown, "must be a bare address, without user, query or fragment")
    return None


def _without_user(address: str) -> str:
    """Give the address without what stands before its last `@`, which may be a password."""
    before, at, rest = address.rpartition("@")
    return f"{before.partition('://')[0]}://...@{rest}" if at else address


def _key_problem(name: str, value: str) -> Problem | None:
    if _KEY.fullmatch(value):
        return None
    return Problem(name, "", "holds no usable key: spaces, line breaks or letters outside ASCII")


def _mail_problem(value: str) -> Problem | None:
    if not value or _MAIL.fullmatch(value):
        return None
    return Problem(MAILTO, value, "is no mail address; write name@example.org or leave it unset")
