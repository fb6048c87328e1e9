"""Is what people decided kept in a text that merges, and what was seen read as far as it can be?"""

import json

import pytest

from bot.errors import InvalidError
from bot.model.upkeep.kept import Decision, Decisions, Observations, Ran
from bot.model.upkeep.link import LinkState
from bot.model.upkeep.proposal import Proposal
from bot.store import upkeep

DAY = "2026-11-30"


def decision(key: str, value: str | None = None) -> Decision:
    return Decision(about="link", key=key, value=value, by="mia", on=DAY)


def test_each_decision_stands_on_a_line_of_its_own_in_an_order_of_its_own() -> None:
    one, other = decision("https://b.org/", "remove"), decision("https://a.org/", "dead")
    kept = Decisions(dashboard=7, checked={"links": DAY}).decided([one, other])
    text = upkeep.dump(kept)
    assert upkeep.parse(text) == kept
    assert text == upkeep.dump(Decisions(dashboard=7, checked={"links": DAY}).decided([other, one]))
    lines = [line for line in text.splitlines() if '"about"' in line]
    assert len(lines) == 2
    assert [json.loads(line.strip().rstrip(","))["key"] for line in lines] == [
        "https://a.org/",
        "https://b.org/",
    ]


def test_what_was_decided_once_stays_and_what_is_decided_anew_takes_its_place() -> None:
    first = Decisions().decided([decision("https://a.org/", "dead")])
    assert first.decided([decision("https://a.org/", "dead")]) == first
    assert first.decided([decision("https://a.org/", "remove")]).about("link") == {
        ("https://a.org/", "remove")
    }


def test_no_file_is_no_decision_and_a_broken_one_is_told() -> None:
    assert upkeep.parse(None) == Decisions()
    for text in ("{", '{"schema_version": 1, "decisions": [{"about": "x"}]}', "[]"):
        with pytest.raises(InvalidError) as told:
            upkeep.parse(text)
        assert all(each.field.startswith(upkeep.DECISIONS) for each in told.value.problems)


def test_one_faulty_part_of_what_was_seen_costs_no_other() -> None:
    seen = Observations(
        runs={"links": Ran(on=DAY, said="fine")},
        links={"https://a.org/": LinkState(looked=DAY), "https://b.org/": LinkState(looked=DAY)},
        sure=(Proposal(kind="venues", entry="a", field="venue", after="SOSP 2025"),),
    )
    assert upkeep.remembered(upkeep.dump_observations(seen)) == seen
    given = json.loads(upkeep.dump_observations(seen))
    given["links"]["https://b.org/"]["moved_to"] = "no address"
    given["links"]["https://b.org/"]["looked"] = 7
    given["sure"][0]["entry"] = "No Slug"
    given["unknown"] = 1
    found = upkeep.remembered(json.dumps(given))
    assert set(found.links) == {"https://a.org/"}
    assert (found.runs, found.sure) == (seen.runs, ())


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '{"links": 7}', "[" * 100_000])
def test_what_cannot_be_read_at_all_was_never_seen(text: str) -> None:
    assert upkeep.remembered(text) == Observations()
    assert upkeep.remembered(None) == Observations()


def test_what_was_seen_is_written_in_one_way_a_link_to_a_line() -> None:
    links = {"https://b.org/": LinkState(looked=DAY), "https://a.org/é": LinkState(looked=DAY)}
    text = upkeep.dump_observations(
        Observations(links=links, runs={"links": Ran(on=DAY, said="fine")})
    )

    assert text == (
        '{\n"links": {\n"https://a.org/é": {\n"looked": "2026-11-30"\n},\n'
        '"https://b.org/": {\n"looked": "2026-11-30"\n}\n},\n'
        '"runs": {\n"links": {\n"on": "2026-11-30",\n"said": "fine"\n}\n}\n}\n'
    )
