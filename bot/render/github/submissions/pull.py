"""What do the pull request and its commit say?

The bot owns the marked block of the description and leaves the rest to people. A stranger's words
stand in both as code only, and in the commit's message not at all but for the title, in which
nothing is left that GitHub would act on.
"""

import hashlib
import re
from collections.abc import Mapping

from bot.markdown.quote import block
from bot.model.github.world import GHOST, Issue, Pull
from bot.model.lists.listing import Listing
from bot.model.submissions.review import Change, Review
from bot.model.submissions.status import WINDOW
from bot.render.github.submissions.comment import details
from bot.text.cut import clipped

START, END = "<!-- bot:pull -->", "<!-- /bot:pull -->"
LONGEST_TITLE = 70
WHAT_TO_DO = (
    "**Who acts next:** a maintainer of this list. Merge it, or comment `/approve` to let the bot "
    "merge it in its turn; `/decline reason` says no, `/set field value` and `/category slug` "
    "change the entry, `/help` shows the rest."
)
ON_CONFLICT = (
    "**If GitHub shows a conflict here**, nothing has to be repaired by hand: this is rebuilt on "
    f"today's list when its turn comes. That is at once for the {WINDOW} oldest pull requests and "
    "for what is approved, and for any other as soon as it is one of those."
)

# GitHub's address for people who show none; it leads to their account by its number, whatever the
# account is called by then (docs: "Setting your commit email address").
_NOBODY = "users.noreply.github.com"
_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?:\[bot\])?")
# What GitHub acts on in a subject line: mentions, references to issues and commits, addresses,
# and the brackets of `[skip ci]`.
_ACTIVE = re.compile(
    r"[@#\[\]<>`]|https?://|\bwww\.|\bGH-(?=[0-9])|\b(?=[a-f]*[0-9])[0-9a-f]{12,}\b", re.IGNORECASE
)

# What GitHub acts on in a commit's message, even where the description has it in code: a
# repository may be set to make the message of a merge from the description.
_ORDERS = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+\S*(?:#|GH-|/)[0-9])"
    r"|@(?=[A-Za-z0-9])|\[(?=(?:skip|no) |(?:ci|actions) skip)",
    re.IGNORECASE,
)
_JOINER = "\u2060"  # nobody sees it


def title(review: Review) -> str:
    """Give the one-line title of the pull request and of its commit."""
    changes = review.changes
    first = _plain(changes[0].paper.title)
    verb = _verb(changes[0])
    more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
    return f"{verb} {clipped(first, LONGEST_TITLE - len(verb) - len(more) - 1)}{more}"


def kept_title(opened: Pull, review: Review) -> str:
    """Give the title that an open pull request should have: a person's stays.

    The bot's block says by its digest which title the bot gave last.
    """
    _, _, ours = opened.body.partition(START)
    own = ours.lstrip().startswith(_title_mark(opened.title))
    return title(review) if own else opened.title


def _title_mark(title: str) -> str:
    return f"<!-- bot:title {hashlib.sha256(title.encode()).hexdigest()} -->"


def _verb(change: Change) -> str:
    if change.after is None:
        return "Remove"
    return "Add" if change.before is None else "Change"


def message(review: Review, issue: Issue, trailers: Mapping[str, str]) -> str:
    """Give the commit's message; its trailers are the bot's memory, the last credits a person."""
    lines = [f"{name}: {value}" for name, value in trailers.items()]
    if _has_account(issue) and issue.author_id:
        address = f"{issue.author_id}+{issue.author}@{_NOBODY}"
        lines.append(f"Co-authored-by: {issue.author} <{address}>")
    entries = "\n".join(f"- {change.paper.id}" for change in review.changes)
    return f"{title(review)}\n\n{entries}\n\n" + "\n".join(lines) + "\n"


def body(review: Review, issue: Issue, why: str, listing: Listing) -> str:
    """Give the bot's block of the description."""
    credit = f"Suggested by `{issue.author}`" if _has_account(issue) else "Suggested"
    reasons = f"**Why it belongs here**, in the submitter's words\n\n{block(why)}" if why else ""
    parts = [
        f"{START}\n{_title_mark(title(review))}",
        f"{credit} in #{issue.number}. {_closing(issue)}",
        WHAT_TO_DO,
        *(_ORDERS.sub(rf"\g<0>{_JOINER}", part) for part in (*details(review, listing), reasons)),
        ON_CONFLICT,
        END,
    ]
    return "\n\n".join(part for part in parts if part)


def _closing(issue: Issue) -> str:
    """Say what becomes of the issue; GitHub knows no word that closes a pull request."""
    if issue.head:
        return "That one edits by hand what the bot makes, and is closed once this one is merged."
    return f"Closes #{issue.number}"


def _has_account(issue: Issue) -> bool:
    return bool(_LOGIN.fullmatch(issue.author)) and issue.author != GHOST


def with_block(described: str, ours: str) -> str:
    """Give a description in which the bot's block is `ours` and the rest is as people left it."""
    before, start, rest = described.replace("\r\n", "\n").partition(START)
    # The last mark is ours: one before it can stand among the words of the submitter.
    _, end, after = rest.rpartition(END)
    if not start or not end:
        return f"{ours}\n\n{described}".strip()
    return f"{before}{ours}{after}"


def _plain(text: str) -> str:
    """Take out what is active, until nothing that was taken apart has come together again."""
    while (plain := _ACTIVE.sub("", text)) != text:
        text = plain
    return " ".join(text.split()) or "an entry"
