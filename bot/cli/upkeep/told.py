"""How is what a job of upkeep found told on a terminal, and to a program?"""

import json
from collections.abc import Iterator, Sequence

from bot.cli.log import plain
from bot.discover.history import FIRST, RANKERS, Quarter, first_ten
from bot.flows.local.upkeep.job import Report
from bot.model.upkeep.candidate import Candidate


def told(report: Report) -> str:
    """Tell changes, links in trouble, what is only likely, candidates, what came of each job."""
    seen = report.seen
    lines = [f"{each.entry}: {each.before} -> {each.after}" for each in report.proposals]
    lines += [
        f"{each.state.verdict} since {each.state.since or each.state.looked}: {each.url} "
        f"({each.state.said}; {', '.join(each.entries)})"
        for each in report.findings
    ]
    lines += [
        f"likely: {each.entry}: {each.field} {each.before} -> {each.after} "
        f"({', '.join(each.said_by)})"
        for each in seen.likely
    ]
    lines += [_candidate(each) for each in seen.candidates]
    lines += [f"{job}: {ran.said}" for job, ran in sorted(seen.runs.items())]
    return "\n".join(plain(line) for line in (*lines, *filter(None, (seen.warning,))))


def _candidate(each: Candidate) -> str:
    place = f" -> {each.category}" if each.category else ""
    return f"{each.number}. {each.title} ({each.url}; {'; '.join(each.reasons)}){place}"


def as_json(report: Report) -> str:
    """Give the same for a program."""
    return json.dumps(
        {
            "changes": [each.model_dump(mode="json") for each in report.proposals],
            "findings": [
                {"url": each.url, "entries": each.entries, **each.state.model_dump(mode="json")}
                for each in report.findings
            ],
            "likely": [each.model_dump(mode="json") for each in report.seen.likely],
            "candidates": [each.model_dump(mode="json") for each in report.seen.candidates],
            "warning": report.seen.warning,
            "runs": {job: ran.model_dump(mode="json") for job, ran in report.seen.runs.items()},
        },
        ensure_ascii=False,
        indent=1,
    )


def measured(quarters: Sequence[Quarter], troubles: Sequence[str], verdict: str) -> str:
    """Tell how good each ranker would have been, by quarter and in the mean, and what follows."""
    return "\n".join(map(plain, (*_table(quarters), *troubles, verdict)))


def _table(quarters: Sequence[Quarter]) -> Iterator[str]:
    yield f"Of the first {FIRST} of each quarter, this share is on the list today:"
    yield "quarter                   offered  right" + "".join(f"{name:>14}" for name in RANKERS)
    for each in quarters:
        shares = [
            f"{each.measured[name].first[0]:.2f}" if each.measured else "-" for name in RANKERS
        ]
        counts = f"{each.offered:>9}{each.right:>7}"
        yield f"{each.since} to {each.until}{counts}" + "".join(f"{share:>14}" for share in shares)
    means = [first_ten(quarters, name) for name in RANKERS]
    shown = "".join(f"{'-' if mean is None else f'{mean:.2f}':>14}" for mean in means)
    yield f"{'mean':<24}{'':>16}{shown}"


def measured_as_json(quarters: Sequence[Quarter], troubles: Sequence[str], verdict: str) -> str:
    """Give the same for a program, with all measures."""
    return json.dumps(
        {
            "quarters": [
                {
                    "since": each.since,
                    "until": each.until,
                    "offered": each.offered,
                    "right": each.right,
                    "rankers": {
                        name: {
                            "first_ten": quality.first[0],
                            "auc": quality.auc,
                            "average_precision": quality.average_precision,
                        }
                        for name, quality in each.measured.items()
                    },
                }
                for each in quarters
            ],
            "troubles": list(troubles),
            "verdict": verdict,
        },
        indent=1,
    )
