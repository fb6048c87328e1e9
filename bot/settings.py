"""What does the environment say? Read once, checked all at once, secrets hidden.

The places of the services can be set, so that a person behind a gateway, or a test, can point the
bot elsewhere. Only https is accepted, and plain http to the machine itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
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
}
# Which variable holds the key that raises a service's limits; none is needed.
KEYS = {"S2_API_KEY": "semantic-scholar", "HF_TOKEN": "huggingface"}
MAILTO = "CROSSREF_MAILTO"

# What an HTTP header may hold without being quoted; a longer key is a file pasted by mistake.
_KEY = re.compile(r"[!-~]{1,500}")
_PLAIN = re.compile(r"[^\s?#\\]{1,500}", re.ASCII)
_MAIL = re.compile(r"[\w.+-]{1,100}@[\w-]{1,63}(\.[\w-]{1,63}){1,8}", re.ASCII)
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the bot takes from the environment.

    `addresses` and `keys` are by the service's name and hold only what was set. `mailto` is the
    address under which a service may complain; Crossref answers faster to those who give one.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    mailto: str = ""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Read the variables above from `environ`; an empty one counts as not set.

        Raises InvalidError with every variable that cannot be used; a key is never shown.
        """
        problems: list[Problem] = []
        given = {name: value for name, value in environ.items() if value}
        addresses = {
            ADDRESSES[name]: given[name].rstrip("/")
            for name in ADDRESSES
            if name in given and _passes(_address_problem(name, given[name]), problems)
        }
        keys = {
            KEYS[name]: given[name]
            for name in KEYS
            if name in given and _passes(_key_problem(name, given[name]), problems)
        }
        mailto = given.get(MAILTO, "")
        _passes(_mail_problem(mailto), problems)
        if problems:
            raise InvalidError(problems)
        return cls(addresses=addresses, keys=keys, mailto=mailto)


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
