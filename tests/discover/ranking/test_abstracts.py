"""Do abstracts tell what titles do not, and only by what they say?"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discover.measures import quality
from bot.discover.ranking.abstracts import LEAST_ABSTRACTS, Abstracts, added
from bot.discover.ranking.rank import ranked
from tests.bench import discover as bench
from tests.discover.ranking.test_rank import CANDIDATES, IS_WANTED, LISTED

SERVING = "throughput latency requests batching memory GPU tokens scheduling prefill".split()
OTHERS = "students poems patients courts crops prices chemistry melodies lessons".split()
COMMON = "we propose a method that improves results and show in experiments".split()
DRAW = Random(11)


def described(*, wanted: bool) -> str:
    """Draw an abstract: some words that all abstracts hold, some of its subject."""
    said = DRAW.sample(SERVING if wanted else OTHERS, 4) + DRAW.sample(COMMON, 6)
    return " ".join(DRAW.sample(said, len(said)))


TOLD = [described(wanted=wanted) for wanted in IS_WANTED]
# Two in five titles tell nothing.
VAGUE = [title if at % 5 < 3 else f"Work Number {at}" for at, title in enumerate(CANDIDATES)]


def auc(candidates: list[str], abstracts: list[str]) -> float:
    """Measure the order by titles and abstracts."""
    scores = ranked(LISTED, candidates, Abstracts(candidates=abstracts))
    return quality([score.value for score in scores], IS_WANTED, [10]).auc


def test_what_titles_leave_open_abstracts_tell() -> None:
    assert auc(VAGUE, TOLD) > 0.9 > auc(VAGUE, [])


def test_without_abstracts_every_score_is_as_by_titles_alone() -> None:
    alone = ranked(LISTED, CANDIDATES)

    assert ranked(LISTED, CANDIDATES, Abstracts((), [""] * len(CANDIDATES))) == alone
    assert ranked(LISTED, CANDIDATES, Abstracts([""] * len(LISTED), [])) == alone


def test_neither_its_length_nor_having_one_speaks_for_a_work() -> None:
    guess = [0.9 if wanted else 0.1 for wanted in IS_WANTED]
    some = [text if at % 3 else "" for at, text in enumerate(TOLD)]
    values = added(Abstracts(candidates=some), guess)

    assert [value for value, text in zip(values, some, strict=True) if not text] == [0.0] * 19
    assert sum(values) == pytest.approx(0)
    assert values == added(Abstracts(candidates=[f"{text} {text}" for text in some]), guess)


def test_of_a_few_abstracts_nothing_is_learned() -> None:
    few = [text if at < LEAST_ABSTRACTS - 1 else "" for at, text in enumerate(TOLD)]
    enough = [text if at < LEAST_ABSTRACTS else "" for at, text in enumerate(TOLD)]
    guess = [float(wanted) for wanted in IS_WANTED]

    assert set(added(Abstracts(candidates=few), guess)) == {0.0}
    assert len(set(added(Abstracts(candidates=enough), guess))) > 1


def test_abstracts_of_listed_works_teach_as_well() -> None:
    unsure = [0.5] * len(TOLD)
    listed = [described(wanted=True) for _ in LISTED]

    assert quality(added(Abstracts(listed, TOLD), unsure), IS_WANTED, [10]).auc == 1.0
    assert quality(added(Abstracts([], TOLD), unsure), IS_WANTED, [10]).auc < 0.7


def test_a_candidate_says_why_by_words_of_its_abstract_too() -> None:
    at = CANDIDATES.index("Compressed KV Cache for Fast Serving")
    told = [*TOLD]
    told[at] = "Tiled weights and streaming"

    assert ranked(LISTED, CANDIDATES, Abstracts(candidates=told))[at].reasons == (
        "compressed",
        "weights",
        "tiled",
    )


@settings(max_examples=25)
@given(st.lists(st.text(max_size=40), min_size=40, max_size=40))
def test_any_abstracts_have_scores_and_the_same_ones_the_same(texts: list[str]) -> None:
    abstracts = Abstracts(candidates=texts)
    scores = ranked(LISTED, CANDIDATES[:40], abstracts)

    assert scores == ranked(LISTED, CANDIDATES[:40], abstracts)


def table(path: Path, heading: str, rows: list[str]) -> str:
    """Write a table of these lines, and give its path."""
    path.write_text("\n".join([heading, *rows]) + "\n", "utf-8")
    return str(path)


def test_the_bench_takes_abstracts_in_any_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(zip(VAGUE, TOLD, map(int, IS_WANTED), strict=True))
    train = table(
        tmp_path / "train.tsv", "id\ttitle", [f"{at}\t{t}" for at, t in enumerate(LISTED)]
    )
    tables = (
        ("title\tabstract\ton_topic", [f"{t}\t{a}\t{w}" for t, a, w in rows]),
        ("\ufeffSummary\tyear\ton_topic\ttitle", [f"{a}\t2026\t{w}\t{t}" for t, a, w in rows]),
    )
    printed = []
    for heading, lines in tables:
        candidates = table(tmp_path / "candidates.tsv", heading, lines)
        bench.main(["--train", train, "--candidates", candidates])
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]
    assert "with abstract: 0 and 56" in printed[0]
    ours = {line[:14].strip(): line for line in printed[0].splitlines()}
    assert ours["ours"].split()[1] > ours["by title alone"].split()[3]


def test_a_row_of_the_bench_may_lack_its_abstract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{title}\t{int(w)}" for title, w in zip(CANDIDATES, IS_WANTED, strict=True)]
    train = table(tmp_path / "train.tsv", "title\tabstract", LISTED)
    bare = table(tmp_path / "bare.tsv", "title\ton_topic", lines)
    some = table(tmp_path / "some.tsv", "title\ton_topic\tabstract", [lines[0] + "\tA", *lines[1:]])
    bench.main(["--train", train, "--candidates", bare])
    first = capsys.readouterr().out
    bench.main(["--train", train, "--candidates", some])
    second = capsys.readouterr().out

    assert "with abstract: 0 and 0" in first
    assert "with abstract: 0 and 1" in second
    assert first.splitlines()[-1] in second.splitlines()
