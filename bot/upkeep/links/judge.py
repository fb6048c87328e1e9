"""Where does a link stand after one more answer, and how many may die in one run?"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from bot.model.github.world import days_between
from bot.model.upkeep.link import MOST_FAILURES, Answer, LinkState

FAILURES = 3  # on as many days, and over so many days, a link has failed before it is called dead
DAYS = 7
# Of the links that were looked at, no more than this share are called dead, or changed, by one run.
MOST_SHARE = 0.1
AT_LEAST = 10
# Where it would be more, only those are that have failed on so many days.
SURELY = 2 * FAILURES
_BAD = {"dead", "changed"}
# What an outage or a wall takes back nothing of.
_STAYS = _BAD | {"moved"}


def judged(before: LinkState | None, answer: Answer, day: str) -> LinkState | None:
    """Give where a link stands after an answer on a day; what was not asked stays as it was."""
    if answer.kind == "unasked":
        return before
    state = before or LinkState(looked=day)
    looked = state.model_copy(update={"looked": day, "identity": answer.identity or state.identity})
    return _RULES[answer.kind](looked, answer, day)


def _fine(state: LinkState, answer: Answer, _day: str) -> LinkState:
    return LinkState(looked=state.looked, said=answer.said, identity=state.identity)


def _moved(state: LinkState, answer: Answer, day: str) -> LinkState:
    return _fine(state, answer, day).model_copy(
        update={
            "verdict": "moved",
            "moved_to": answer.url or None,
            "certain": answer.certain,
            "since": _since(state, day, "moved"),
        }
    )


def _blocked(state: LinkState, answer: Answer, _day: str) -> LinkState:
    """Give no verdict for a wall: whatever was known before it still is."""
    if state.failed or state.verdict in _STAYS:
        return state
    return state.model_copy(update={"verdict": "blocked", "said": answer.said, "since": None})


def _unsure(state: LinkState, answer: Answer, day: str) -> LinkState:
    """Suspect, and never call dead, what may pass by itself."""
    return state if state.verdict in _STAYS else _suspected(state, answer, day, state.failed)


def _failed(state: LinkState, answer: Answer, day: str) -> LinkState:
    failed = state.failed if day in state.failed else (*state.failed, day)
    kept = (*failed[:1], *failed[1:][-(MOST_FAILURES - 1) :])
    if state.verdict in _BAD:
        return state.model_copy(update={"failed": kept})
    if len(kept) >= FAILURES and days_between(kept[0], kept[-1]) >= DAYS:
        update = {"verdict": "dead", "since": kept[0]}
        return _suspected(state, answer, day, kept).model_copy(update=update)
    if state.verdict == "moved":
        return state.model_copy(update={"failed": kept})
    return _suspected(state, answer, day, kept)


def _gone(state: LinkState, answer: Answer, day: str) -> LinkState:
    failed = _failed(state, answer, day)
    return failed.model_copy(update={"verdict": "dead", "said": answer.said})


def _changed(state: LinkState, answer: Answer, day: str) -> LinkState:
    return state.model_copy(
        update={
            "verdict": "changed",
            "said": answer.said,
            "since": _since(state, day, "changed"),
            "moved_to": answer.url or None,
            "certain": False,
        }
    )


def _suspected(state: LinkState, answer: Answer, day: str, failed: tuple[str, ...]) -> LinkState:
    return state.model_copy(
        update={
            "verdict": "suspect",
            "said": answer.said,
            "since": _since(state, day, "suspect"),
            "failed": failed,
            "moved_to": None,
            "certain": False,
        }
    )


def _since(state: LinkState, day: str, verdict: str) -> str:
    return state.since if state.since and state.verdict == verdict else day


_RULES: Mapping[str, Callable[[LinkState, Answer, str], LinkState]] = {
    "fine": _fine,
    "moved": _moved,
    "blocked": _blocked,
    "unsure": _unsure,
    "failed": _failed,
    "gone": _gone,
    "changed": _changed,
}


class Judged(NamedTuple):
    """Where the links stand, and the one finding that stands for very many, "" for none."""

    links: Mapping[str, LinkState]
    warning: str


def bounded(before: Mapping[str, LinkState], after: Mapping[str, LinkState], looked: int) -> Judged:
    """Call no more dead or changed than a set share: more than that is one finding.

    A network that is broken, or a new wall, looks like the death of very many. They stay suspect,
    so that the next run asks again, but for those that have failed for weeks, as many of them as
    the share allows. `looked` is how many links the run had answers about. Nor is it certain that
    pages moved which were many and have become one.
    """
    after = _told_apart(after)
    new = [
        url
        for url, state in after.items()
        if state.verdict in _BAD and not (url in before and before[url].verdict in _BAD)
    ]
    most = max(AT_LEAST, int(MOST_SHARE * looked))
    if len(new) <= most:
        return Judged(after, "")
    new.sort(key=lambda url: (after[url].failed[:1], url))
    sure = [url for url in new if len(after[url].failed) >= SURELY][:most]
    new = [url for url in new if url not in sure]
    kept = dict(after)
    for url in new:
        kept[url] = _not_called(before.get(url), after[url])
    hosts = Counter(urlsplit(url).hostname or "" for url in new)
    named = ", ".join(f"{host} ({count})" for host, count in hosts.most_common(3))
    return Judged(
        kept,
        f"{len(new)} links would have been called dead or changed at once, more than {most}: "
        f"{named}. That looks like a broken network, an outage or a new wall, so they were not; "
        "the next run looks again",
    )


def _told_apart(links: Mapping[str, LinkState]) -> Mapping[str, LinkState]:
    """Leave it to a person where several links lead to one page: of an outage, or of nothing."""
    led = Counter(state.moved_to for state in links.values() if state.verdict == "moved")
    return {
        url: state.model_copy(update={"certain": False})
        if state.certain and led[state.moved_to] > 1
        else state
        for url, state in links.items()
    }


def _not_called(before: LinkState | None, after: LinkState) -> LinkState:
    """Give a link that is not called dead, or changed, yet; where it had moved is still known."""
    if before and before.verdict == "moved":
        return before.model_copy(update={"looked": after.looked, "failed": after.failed})
    return after.model_copy(update={"verdict": "suspect", "moved_to": None})
