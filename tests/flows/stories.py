"""In which situations does the bot find a repository?

Each story plays until the moment at which the bot has something to do, all of which it does in its
next run.
"""

from collections.abc import Callable

from bot.store import files
from tests.flows.on_github import Stage, arxiv, paper

Story = Callable[[Stage], None]
CORRECTION = """### Which entry

vllm

### What should happen

Change the entry

### What is wrong

```text
The venue lacks its number.
```

### What it should be

```text
venue: SOSP 2024
```
"""


def submission(stage: Stage) -> None:
    """Let a work be suggested."""
    stage.suggest("ann", arxiv(1), "A Cache of Keys")


def edit(stage: Stage) -> None:
    """Let the submitter change the title and the category of what is ready."""
    submission(stage)
    stage.sweep()
    body = paper(arxiv(1), "A Cache of Keys and Values", "Attention / Kernels")
    stage.world.edit_issue(1, "ann", body=body)


def spoiling(stage: Stage) -> None:
    """Let the submitter take the link out of what is ready."""
    submission(stage)
    stage.sweep()
    stage.world.edit_issue(1, "ann", body=paper("the one by Ada", "A Cache of Keys"))


def approval(stage: Stage) -> None:
    """Let a maintainer approve what is ready."""
    submission(stage)
    stage.sweep()
    stage.world.comment(1, "mia", "/approve")


def two(stage: Stage) -> None:
    """Let two works be ready for the same place of the same table."""
    submission(stage)
    stage.suggest("ben", arxiv(2), "A Cache of Keys, Compressed")
    stage.sweep()


def rebuild(stage: Stage) -> None:
    """Let a merge by hand leave the other pull request with a conflict."""
    two(stage)
    stage.world.merge_by_hand(stage.pull(1).number, "mia")


def train(stage: Stage) -> None:
    """Let a maintainer approve two that cannot both be merged as they are."""
    two(stage)
    stage.world.comment(1, "mia", "/approve")
    stage.world.comment(2, "mia", "/approve")


def decline(stage: Stage) -> None:
    """Let a maintainer decline what is ready."""
    submission(stage)
    stage.sweep()
    stage.world.comment(1, "mia", "/decline it is about databases")


def withdrawal(stage: Stage) -> None:
    """Let the submitter close the issue of what is ready."""
    submission(stage)
    stage.sweep()
    stage.world.close(1, "ann")


def resubmission(stage: Stage) -> None:
    """Let a maintainer reopen what was declined."""
    submission(stage)
    stage.sweep()
    stage.world.close(stage.pull(1).number, "mia")
    stage.sweep()
    stage.world.reopen(1, "mia")


def correction(stage: Stage) -> None:
    """Let a listed work be corrected."""
    stage.world.open_issue("ann", "[correction]", CORRECTION, ("correction",))


def offer(stage: Stage) -> None:
    """Let a maintainer approve what somebody has added to the README by hand, from a fork."""
    readme = stage.main(files.README)
    row = f"| [A Cache of Keys]({arxiv(1)}) | ICML 2025 | 2025-01 |  |"
    edited = readme.replace("\n\n## Attention\n", f"\n{row}\n\n## Attention\n", 1)
    stage.world.pull_from_fork("ann", {files.README: edited}, "Add a row")
    stage.sweep()
    stage.world.comment(1, "mia", "/approve")


def breaking(stage: Stage) -> None:
    """Let a person break the list on main while a work is suggested."""
    submission(stage)
    stage.world.push_commit("main", {files.PAPERS: "{"}, "mia")


def mending(stage: Stage) -> None:
    """Let a person break the list, and mend it after the bot has said so."""
    good = stage.main(files.PAPERS)
    breaking(stage)
    stage.sweep()
    stage.world.push_commit("main", {files.PAPERS: good}, "mia")


MAIN: tuple[Story, ...] = (submission, edit, approval, rebuild, decline, train)
FURTHER: tuple[Story, ...] = (
    spoiling,
    withdrawal,
    resubmission,
    correction,
    offer,
    breaking,
    mending,
)
