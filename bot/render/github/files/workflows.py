"""Which workflows run the bot for a list that has no copy of it?

They use the bot as an action, pinned to a commit; dependabot offers newer ones. What answers people
has a file without a schedule, since GitHub switches schedules off where nothing was pushed for
sixty days, by some reports with the whole file.
"""

from bot.model.github.outcome import FileText

FOLDER = ".github/workflows"
UPDATES = ".github/dependabot.yml"
# What stands in place of the bot's repository and commit where they are not known.
NOT_KNOWN = "OWNER/REPOSITORY@COMMIT"
CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"

_JOB = """\
    runs-on: ubuntu-latest
    timeout-minutes: {minutes}
    concurrency: # one queue for both, so that the two never write at once
      group: list-writes
      cancel-in-progress: false
      queue: max
    permissions:
      contents: write # the branches of suggestions, and the merge of approved ones
      issues: write # the comment, labels, reactions; closing what was declined
      pull-requests: write # one for each suggestion
      statuses: write # the outcome of the checks
    steps:
      - uses: {checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
"""
_SUBMISSIONS = """\
# Answer people: what was suggested, corrected or ordered in a comment.
name: submissions
on:
  issues:
    types: [opened, edited, reopened, closed, labeled, unlabeled, deleted, transferred]
  # Only data: the bot asks GitHub whether its author may command.
  issue_comment: # zizmor: ignore[dangerous-triggers]
    types: [created, edited, deleted]
  # Nothing of it is checked out or run: its texts are read through the API.
  pull_request_target: # zizmor: ignore[dangerous-triggers]
    types: [opened, edited, reopened, synchronize, closed]
    paths: ["README.md", "papers/**", "data/papers.json"]
permissions: {{}}
jobs:
  bot:
    name: bot
    if: >-
      ${{{{ !github.event.repository.fork && github.event.sender.type != 'Bot'
      && !startsWith(github.head_ref, 'suggest/') }}}}
{job}      - uses: {bot}
        with:
          command: event
"""
_RECONCILE = """\
# Look at everything again, and once a day bring counts and the like up to date.
name: reconcile
on:
  push:
    branches-ignore: ["suggest/**"]
  schedule:
    - cron: "17 * * * *"
    - cron: "41 3 * * *"
  workflow_dispatch:
permissions: {{}}
jobs:
  bot:
    name: bot
    if: >-
      ${{{{ github.event_name == 'schedule' || (!github.event.repository.fork
      && github.ref_name == github.event.repository.default_branch) }}}}
{job}      - uses: {bot}
        with:
          command: sweep
      - uses: {bot}
        if: github.event.schedule == '41 3 * * *' || github.event_name == 'workflow_dispatch'
        with:
          command: sums
"""
_UPDATES = """\
# Offer newer commits of the bot, and of what else the workflows use, as pull requests.
version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
    cooldown:
      default-days: 7
"""


def workflows(bot: str) -> tuple[FileText, ...]:
    """Write the files; `bot` names the action, "owner/name@commit", and its tag in a comment."""
    return (
        FileText(UPDATES, _UPDATES),
        FileText(f"{FOLDER}/reconcile.yml", _filled(_RECONCILE, bot, 30)),
        FileText(f"{FOLDER}/submissions.yml", _filled(_SUBMISSIONS, bot, 15)),
    )


def _filled(workflow: str, bot: str, minutes: int) -> str:
    return workflow.format(job=_JOB.format(minutes=minutes, checkout=CHECKOUT), bot=bot)
