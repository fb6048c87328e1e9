"""How is what a job of upkeep found told on a terminal, and to a program?"""

import json
from collections.abc import Iterator, Sequence

from bot.cli.log import plain
from bot.discover.history import FIRST, RANKERS, Quarter, first_ten
from bot.flows.local.upkeep.job import Report
from bot.model.upkeep.candidate import Candidate
from bot.model.upkeep.link import Finding


def told(report: Report) -> str:
    """Tell changes, links in trouble, what is only likely, candidates, what came of each job."""
    seen = report.seen
    lines = [
        f"{proposal.entry}: {proposal.before} -> {proposal.after}" for proposal in report.proposals
    ]
    lines += [_finding(finding) for finding in report.findings]
    lines += [
        f"likely: {proposal.entry}: {proposal.field} {proposal.before} -> {proposal.after} "
        f"({', '.join(proposal.said_by)})"
        for proposal in seen.likely
    ]
    lines += [_candidate(candidate) for candidate in seen.candidates]
    lines += [f"{job}: {ran.said}" for job, ran in sorted(seen.runs.items())]
    return "\n".join(plain(line) for line in (*lines, *filter(None, (seen.warning,))))


def _finding(finding: Finding) -> str:
    state = finding.state
    since = f"{state.verdict} since {state.since or state.looked}"
    return f"{since}: {finding.url} ({state.said}; {', '.join(finding.entries)})"


def _candidate(candidate: Candidate) -> str:
    place = f" -> {candidate.category}" if candidate.category else ""
    reasons = "; ".join(candidate.reasons)
    return f"{candidate.number}. {candidate.title} ({candidate.url}; {reasons}){place}"


def as_json(report: Report) -> str:
    """Give the same for a program."""
    return json.dumps(
        {
            "changes": [proposal.model_dump(mode="json") for proposal in report.proposals],
            "findings": [
                {
                    "url": finding.url,
                    "entries": finding.entries,
                    **finding.state.model_dump(mode="json"),
                }
                for finding in report.findings
            ],
            "likely": [proposal.model_dump(mode="json") for proposal in report.seen.likely],
            "candidates": [
                candidate.model_dump(mode="json") for candidate in report.seen.candidates
            ],
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
    for quarter in quarters:
        shares = [
            f"{quarter.measured[name].first[0]:.2f}" if quarter.measured else "-"
            for name in RANKERS
        ]
        counts = f"{quarter.offered:>9}{quarter.right:>7}"
        yield f"{quarter.since} to {quarter.until}{counts}" + "".join(
            f"{share:>14}" for share in shares
        )
    means = [first_ten(quarters, name) for name in RANKERS]
    shown = "".join(f"{'-' if mean is None else f'{mean:.2f}':>14}" for mean in means)
    yield f"{'mean':<24}{'':>16}{shown}"


def measured_as_json(quarters: Sequence[Quarter], troubles: Sequence[str], verdict: str) -> str:
    """Give the same for a program, with all measures."""
    return json.dumps(
        {
            "quarters": [
                {
                    "since": quarter.since,
                    "until": quarter.until,
                    "offered": quarter.offered,
                    "right": quarter.right,
                    "rankers": {
                        name: {
                            "first_ten": quality.first[0],
                            "auc": quality.auc,
                            "average_precision": quality.average_precision,
                        }
                        for name, quality in quarter.measured.items()
                    },
                }
                for quarter in quarters
            ],
            "troubles": list(troubles),
            "verdict": verdict,
        },
        indent=1,
    )
