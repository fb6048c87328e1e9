"""What does the bot remember of a submission between two runs, and how is it kept on the issue?

In its own comment on the issue, as JSON in an HTML comment that no reader sees. What could end that
comment, or look like markup in it, is written with escapes that JSON has no use for, of two
characters like those of a quotation mark; so no text can more than double in it. Everything that
goes into it is bounded where it arises (`bot.review.bounded`, `bot.review.pasted.understand`), so
that it always fits.
A memory that cannot be read (somebody edited the comment) is no memory: everything is then looked
up again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

from pydantic import AliasChoices, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass
from pydantic_core import to_json

from bot.model.papers.metadata import LookupResult, Metadata, Unavailable
from bot.model.papers.offer import Offer
from bot.model.submissions.approval import Approval, Shown
from bot.model.submissions.submission import ProposedCategory
from bot.text.clean import visible

LONGEST_REASON = 200
LONGEST_OFFER = 8_000

# Of two hyphens the second: one alone is harmless, and ids are full of them.
_UNSAFE = re.compile("[<>]|(?<=-)-")
_ESCAPES = {"<": r"\l", ">": r"\g", "-": r"\h"}
_PLAIN = {escape: plain for plain, escape in _ESCAPES.items()}
_ESCAPED = re.compile(r"\\.")
_HIDDEN = re.compile(r"<!-- bot:memory (\{.*\}) -->")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedWork:
    """One work that a submission asks for, so that others can tell whether they ask for it too.

    `since` is the time since when it has asked for it, "" for since it was opened.
    """

    title: str
    ids: tuple[str, ...] = ()
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedLookup:
    """What the services said of one link, as far as a verdict depends on it.

    `unknown` are ids that do not exist; `silent` the services that gave no answer, and why, and
    `refused` those of them that turn programs away, for which nobody waits.
    """

    metadata: Metadata
    unknown: tuple[str, ...] = ()
    silent: tuple[tuple[str, str], ...] = ()
    refused: tuple[str, ...] = ()

    def result(self, ids: Sequence[str]) -> LookupResult:
        """Give the report of the look-up by these ids again."""
        answers = tuple(
            Unavailable(service, reason, refused=service in self.refused)
            for service, reason in self.silent
        )
        return LookupResult(tuple(ids), answers, self.metadata, self.unknown)


def cached(lookup: LookupResult) -> CachedLookup:
    """Give what is worth remembering of a look-up."""
    silent = tuple(
        (answer.service, visible(answer.reason)[:LONGEST_REASON]) for answer in lookup.unavailable
    )
    return CachedLookup(
        metadata=replace(lookup.metadata, abstract=None),
        unknown=lookup.unknown,
        silent=silent,
        refused=tuple(answer.service for answer in lookup.unavailable if answer.refused),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOffer:
    """What the commit `head` of somebody's pull request offers, so that it is read only once."""

    head: str
    offer: Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was found out for the text of the issue and the commands of which this is the digest.

    `lookups` holds what was learnt of each work, in the order of the links, and `proposals` the
    category proposed for it, None where it was given. `stuck` is the digest of the submission that
    the bot could not handle, "" if there is none. `shown` is what this comment has shown of all
    that would land, None for nothing; `approvals` are those that were read. `offer` is what a pull
    request offers, where that is short.
    """

    digest: str
    works: tuple[ClaimedWork, ...] = ()
    lookups: Annotated[
        tuple[CachedLookup, ...],
        Field(validation_alias=AliasChoices("found", "lookups"), serialization_alias="found"),
    ] = ()
    proposals: tuple[ProposedCategory | None, ...] = ()
    stuck: str = ""
    shown: Shown | None = None
    approvals: tuple[Approval, ...] = ()
    offer: KeptOffer | None = None


_MEMORY, _OFFER = TypeAdapter(Memory), TypeAdapter(KeptOffer)


def written(memory: Memory) -> str:
    """Give the line that keeps a memory in a comment."""
    text = _MEMORY.dump_json(memory, exclude_defaults=True, by_alias=True).decode("utf-8")
    return f"<!-- bot:memory {_escaped(text)} -->"


def length(value: object) -> int:
    """Count the characters that a value takes in a memory."""
    return len(_escaped(to_json(value).decode("utf-8")))


def kept_offer(head: str, offer: Offer | None) -> KeptOffer | None:
    """Give what is remembered of an offer; None for one that is empty, or long."""
    if not offer or offer == Offer():
        return None
    kept = KeptOffer(head=head, offer=offer)
    text = _OFFER.dump_json(kept, exclude_defaults=True).decode("utf-8")
    return kept if len(_escaped(text)) <= LONGEST_OFFER else None


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda match: _ESCAPES[match[0]], text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _PLAIN.get(match[0], match[0]), text)


@lru_cache(maxsize=512)  # each submission asks what every other one claims
def remembered(comment: str) -> Memory | None:
    """Find the memory in the last line of the bot's comment; None if there is none to be read.

    Further up it would be a stranger's words that the comment quotes.
    """
    match = _HIDDEN.fullmatch(comment.rstrip().rpartition("\n")[2])
    if not match:
        return None
    try:
        return _MEMORY.validate_json(_unescaped(match[1]))
    except ValidationError:
        return None
