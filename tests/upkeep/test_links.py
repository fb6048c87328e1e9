"""What do the answers about a link come to?"""

from collections.abc import Mapping

import pytest

from bot.model.papers.metadata import Found, LookupReply, Metadata, NotFound, Unavailable
from bot.model.upkeep.link import UNASKED, Answer, AnswerKind, Hop, LinkState, Repo, Visit
from bot.upkeep.links.answers import of_doi, of_repository, of_visit, of_works
from bot.upkeep.links.judge import bounded, judged
from bot.upkeep.links.sites import is_same_site
from bot.upkeep.links.ways import asked, in_turn
from tests.upkeep.examples import FOLDER, rows

KINDS: Mapping[str, AnswerKind] = {
    kind: kind
    for kind in (
        *("fine", "moved", "blocked", "unsure"),
        *("failed", "gone", "changed", "unasked"),
    )
}
CODE = "https://github.com/Old/Name"


def visit(link: str, met: str, words: str) -> Visit:
    """Read what a visit met."""
    hops: list[Hop] = []
    at, trouble = link, ""
    for part in met.split("; "):
        status, _, there = part.partition(" ")
        if status.isdigit():
            hops.append(Hop(at, int(status)))
            at = there
        elif part.startswith("trouble"):
            trouble = there
    gone = met == "no such host"
    return Visit(
        hops=tuple(hops),
        text=words,
        trouble=trouble or ("there is no such host" if gone else ""),
        no_such_name=gone,
        wall=met.endswith(" wall"),
        cut_short=met == "cut short",
    )


@pytest.mark.parametrize(("link", "met", "words", "answer"), rows("pages.tsv"))
def test_a_page_says_what_the_table_says(link: str, met: str, words: str, answer: str) -> None:
    found = of_visit(link, visit(link, met, words))
    told = found.kind
    if found.kind == "moved":
        told += f" {found.url}{'!' if found.certain else ''}"  # type: ignore[assignment]
    assert told == answer


@pytest.mark.parametrize(("answers", "verdict", "since", "failures"), rows("histories.tsv"))
def test_a_link_stands_where_its_answers_have_led_it(
    answers: str, verdict: str, since: str, failures: str
) -> None:
    state = None
    for each in answers.split():
        day, _, kind = each.partition(":")
        url = "https://a.org/q" if kind == "moved" else ""
        state = judged(state, Answer(KINDS[kind], "said", url, certain=True), f"2026-11-{day}")
    assert state
    assert (state.verdict, (state.since or "")[-2:]) == (verdict, since)
    assert len(state.failed) == int(failures)
    assert (state.moved_to is not None) is (verdict == "moved")


def test_a_link_that_was_never_asked_stands_nowhere() -> None:
    assert judged(None, UNASKED, "2026-11-01") is None


def test_what_is_remembered_of_a_link_that_fails_for_ever_has_an_end() -> None:
    state = None
    for day in range(1, 29):
        state = judged(state, Answer("failed"), f"2026-11-{day:02d}")
    assert state
    assert len(state.failed) == 10
    assert (state.failed[0], state.failed[-1]) == ("2026-11-01", "2026-11-28")


@pytest.mark.parametrize(
    ("found", "known", "kind", "url"),
    [
        (Repo("old/name", 7), 0, "fine", ""),
        (Repo("old/name", 7), 7, "fine", ""),
        (Repo("old/name", 8), 7, "changed", ""),
        (Repo("new/name", 7), 7, "moved", "https://github.com/new/name"),
        (Repo("new/name", 7), 0, "moved", "https://github.com/new/name"),
        (Repo("new/name", 8), 7, "changed", ""),
        (Repo("old/name", 7, archived=True), 7, "fine", ""),
        (Repo("old/name", 7, empty=True), 7, "fine", ""),
        (Repo("old/name", 7, disabled=True), 7, "blocked", ""),
        (None, 7, "gone", ""),
    ],
)
def test_a_repository_is_known_by_its_number(
    found: Repo | None, known: int, kind: str, url: str
) -> None:
    before = LinkState(looked="2026-11-01", identity=known)
    answer = of_repository(CODE, "old/name", found, before)
    assert (answer.kind, answer.url) == (kind, url)
    after = judged(before, answer, "2026-11-08")
    assert after
    # The number stays that of the repository that the list meant, or the alarm would end itself.
    assert after.identity == (known or (found.identity if found else 0))


def test_what_stands_behind_a_renamed_repository_is_kept() -> None:
    url = "https://github.com/old/name/tree/main/kernels?tab=readme"
    answer = of_repository(url, "old/name", Repo("new/name", 7), None)
    assert answer.url == "https://github.com/new/name/tree/main/kernels?tab=readme"


def kinds(*replies: LookupReply) -> list[AnswerKind]:
    """Give the answers to what arXiv said in one request."""
    by_id = {f"arxiv:{at}": each for at, each in enumerate(replies)}
    return [each.kind for each in of_works(by_id).values()]


def test_the_silence_of_an_interface_says_nothing() -> None:
    there, missing = Found("arxiv", Metadata()), NotFound("arxiv")
    silent = Unavailable("arxiv", "answered 503")
    assert kinds(there, missing, silent) == ["fine", "gone", "unasked"]
    assert kinds(missing, missing) == ["unasked", "unasked"]
    assert kinds(missing) == ["failed"]
    assert kinds(silent) == ["unasked"]
    assert of_doi({}, "10.1/a") is UNASKED
    assert of_doi({"10.1/a": None}, "10.1/a") is UNASKED
    assert [of_doi({"10.1/a": known}, "10.1/a").kind for known in (True, False)] == ["fine", "gone"]


def test_very_many_deaths_at_once_are_one_finding_and_no_death() -> None:
    before = {f"https://a.org/{at}": LinkState(looked="2026-11-01") for at in range(200)}
    dying = list(before)[:21]
    after = before | {
        url: LinkState(looked="2026-11-08", verdict="dead", failed=("2026-11-08",)) for url in dying
    }
    few = after | {dying[-1]: before[dying[-1]]}

    assert bounded(before, few, 200) == (few, "")
    found = bounded(before, after, 200)
    assert [url for url, state in found.links.items() if state.verdict == "suspect"] == dying
    assert all(found.links[url].failed == ("2026-11-08",) for url in dying)
    assert "21 links would have been called dead" in found.warning
    assert "a.org (21)" in found.warning
    # Those that have failed for weeks are called so, as many as the share allows.
    days = tuple(f"2026-11-{day:02d}" for day in range(1, 8))
    late = after | {url: after[url].model_copy(update={"failed": days}) for url in dying}
    found = bounded(before, late, 200)
    assert sum(state.verdict == "dead" for state in found.links.values()) == 20
    # Those that were dead before are no news.
    assert bounded(after, after, 200) == (after, "")


@pytest.mark.parametrize(
    ("url", "way", "name"),
    [
        ("https://arxiv.org/pdf/2309.06180v2", "arxiv", "arxiv:2309.06180"),
        ("https://doi.org/10.1145/3600006.3613165", "doi", "10.1145/3600006.3613165"),
        ("https://dl.acm.org/doi/10.1145/3600006.3613165", "doi", "10.1145/3600006.3613165"),
        ("https://doi.org/10.48550/arXiv.2309.06180", "arxiv", "arxiv:2309.06180"),
        ("https://github.com/vLLM-project/vllm/tree/main", "github", "vllm-project/vllm"),
        (
            "https://github.com/a/b/blob/main/x.pdf",
            "page",
            "https://github.com/a/b/blob/main/x.pdf",
        ),
        ("https://openreview.net/forum?id=a1B2", "page", "https://openreview.net/forum?id=a1B2"),
        ("https://a.org/p", "page", "https://a.org/p"),
    ],
)
def test_an_interface_is_asked_where_there_is_one(url: str, way: str, name: str) -> None:
    assert asked(url)[1:] == (way, name)


def test_what_was_not_reached_comes_first_and_no_host_twice_in_a_row() -> None:
    urls = ["https://a.org/1", "https://a.org/2", "https://b.org/1", "https://c.org/new"]
    seen = {url: LinkState(looked="2026-11-08") for url in urls[:3]}
    seen["https://a.org/1"] = LinkState(looked="2026-11-01")
    order = [each.url for each in in_turn(urls, seen)]
    assert order == ["https://c.org/new", "https://a.org/1", "https://a.org/2", "https://b.org/1"]
    fresh = [each.url for each in in_turn(urls[:3], {})]
    assert fresh == ["https://a.org/1", "https://b.org/1", "https://a.org/2"]


def test_a_link_that_was_called_dead_and_fails_again_is_dead_for_the_same_reason() -> None:
    dead = LinkState(looked="2026-11-01", verdict="dead", said="arXiv has no such paper")
    after = judged(dead, Answer("failed", "it answers 404"), "2026-11-08")

    assert after == dead.model_copy(update={"looked": "2026-11-08", "failed": ("2026-11-08",)})


@pytest.mark.parametrize(("one", "other", "same"), rows("sites.tsv"))
def test_two_addresses_are_of_one_site_where_somebody_registered_one_name(
    one: str, other: str, same: str
) -> None:
    assert is_same_site(one, other) is (same == "yes")


@pytest.mark.parametrize("shared", (FOLDER / "shared.txt").read_text("utf-8").split())
def test_strangers_on_a_shared_site_are_no_one_site(shared: str) -> None:
    assert not is_same_site(f"https://ada.{shared}/", f"https://eve.{shared}/")
    assert is_same_site(f"https://ada.{shared}/old", f"https://ada.{shared}/new")
