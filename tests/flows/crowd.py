"""What may people do to a list on GitHub? Whatever cannot be done just now is not done."""

import json
import random
import re
from collections import Counter
from typing import Any, NamedTuple

from bot.errors import InvalidError, OutageError
from bot.model.github.plan import STATUS
from bot.model.papers.paper import Catalog, Link, Paper
from bot.store import config, files, papers
from tests.flows.on_github import BOT, Stage, example_files, paper, with_rows
from tests.flows.stories import CORRECTION
from tests.github_server.people import APP_LOGIN
from tests.github_server.state import Comment, Issue, Review, Settings
from tests.github_server.wire import ApiError

BREAK = "oops "
_BRANCH = re.compile(r"suggest/issue-([0-9]+)")
_BELOW = "\n\n## Attention\n"
# Who may approve: `max` at first, `kim` perhaps later.
MAINTAINERS = ("mia", "max", "kim")
PEOPLE = ("ann", "bob", "cyd", "dee", APP_LOGIN)
# What a submission may be set aside for where GitHub is in trouble.
ANSWERS = ("OutageError", "ForbiddenError", "MissingError", "RejectedError")
# What a sweep may spend, and what a run for one event; one more for each ten that are overdue, and
# for each pull request that is read.
MOST_POINTS = {False: 15, True: 6}
POINTS_AFTER_A_MERGE = 6  # all that is open is looked at again
APPROVALS = ("/approve", "**/approve**", "- /approve")


class Work(NamedTuple):
    """A work, and the links by which people may suggest it."""

    title: str
    ids: tuple[str, ...]
    links: tuple[str, ...]


def _work(number: int, title: str) -> Work:
    arxiv, doi = f"2501.{number:05d}", f"10.1145/37000.{number:05d}"
    links = (f"https://arxiv.org/abs/{arxiv}", f"https://arxiv.org/pdf/{arxiv}v2.pdf")
    return Work(title, (f"arxiv:{arxiv}", f"doi:{doi}"), (*links, f"https://doi.org/{doi}"))


NAMES = "Amber Basalt Cobalt Dolomite Emerald Feldspar Garnet Hematite".split()
WORKS = tuple(
    _work(number, f"{name}: Scheduling {name} Requests") for number, name in enumerate(NAMES, 1)
)


class Approved(NamedTuple):
    """What one person was shown of a submission when they approved it."""

    number: int
    by: str
    changes: list[dict[str, Any]]


class Spent(NamedTuple):
    """What one run took: of an event, or a sweep."""

    event: bool
    open: int
    requests: int
    points: int


def issue_of(pull: Issue) -> int:
    """Give the issue of a suggestion's pull request; somebody's own is one itself."""
    head = _BRANCH.match(pull.opened.head)
    return int(head[1]) if head else pull.number


def changes(before: Catalog, after: Catalog) -> list[dict[str, Any]]:
    """Give what people see change from one list to another: new fields, or what was taken off."""
    old = {each.id: each.model_dump(mode="json") for each in before.papers}
    new = {each.id: each.model_dump(mode="json") for each in after.papers}
    found = [
        {name: value for name, value in entry.items() if old.get(id_, {}).get(name) != value}
        for id_, entry in new.items()
    ]
    gone = [{"removed": entry["title"]} for id_, entry in old.items() if id_ not in new]
    # Which id an entry gets, and its day, are not for people to decide.
    shown = [{k: v for k, v in each.items() if k not in {"id", "added"}} for each in found]
    return [each for each in [*shown, *gone] if each]


class Crowd:
    """People at work on a list. Whatever cannot be done just now is not done."""

    def __init__(self, stage: Stage) -> None:
        """Let them begin; the bot's status is required, as the documentation advises."""
        self.stage = stage
        self.world = stage.world
        self.world.state.settings.required_checks = (STATUS,)
        self.world.state.people.allow("max", "write")
        stage.poisoned = True  # who may be set aside is told by `bot`
        for work in WORKS:
            stage.services.learn(work.title, *work.ids, authors=("Ann Author", "Bob Writer"))
        self.issues: list[int] = []
        self.questions: list[int] = []  # issues that are no submissions
        self.wrote: dict[int, str] = {}  # comments by their ids
        self.described: dict[int, str] = {}  # what people added to pull requests
        self.pushed: dict[str, str] = {}  # what people put on main
        self.ended: dict[str, str] = {}  # the commits of closed pull requests' branches
        self.approved: list[Approved] = []
        self.landed: set[int] = set()  # pull requests that the bot has merged
        self.wordless: set[int] = (
            set()
        )  # issues whose answer somebody deleted once they were closed
        self.earlier: set[int] = set()  # issues that may be older than the bot's first day
        self.decided: set[tuple[str, str]] = set()  # what maintainers have decided for upkeep
        self.bot_settings: dict[str, str] = {}
        self.poison: int | None = None  # the one submission that the bot may not be able to handle
        self.troubled = self.was_troubled = False
        self.spent: list[Spent] = []
        self.drafts = 0

    def bot(self, *numbers: int) -> None:
        """Let the bot hear of some issues or pull requests, or sweep where none is named."""
        rate, stage = self.world.state.rate, self.stage
        began = stage.requests, stage.writes, rate.spent
        try:
            run = stage.event(*numbers) if numbers else stage.sweep()
        except OutageError:
            assert self.troubled
            return
        told = [each for each in run.done if "could not be handled" in each.text]
        if not self.troubled:
            assert {each.number for each in told} <= {self.poison}, run.done
            open_ = sum(self.world.issue(each).state == "open" for each in self.issues)
            took = stage.requests - began[0], rate.spent - began[2]
            self.spent.append(Spent(bool(numbers), open_, *took))
            most = MOST_POINTS[bool(numbers)] + (POINTS_AFTER_A_MERGE if run.merged else 0)
            most += len(run.seen) // 10 + len(run.offers)
            assert took[1] <= most, (took, most, run.seen)
        elif any(each.number != self.poison for each in told):
            assert any(name in str(run.done) for name in ANSWERS), run.done
        if self.bot_settings.get("mode") == '"watch"':
            assert stage.writes == began[1], run.done

    # What happens to issues.

    def suggest(
        self, who: str, work: Work, link: int, category: str, title: str = "_No response_"
    ) -> None:
        """Suggest a work."""
        body = paper(work.links[link % len(work.links)], title, category)
        self.issues.append(self.world.open_issue(who, f"[paper] {work.title}", body))

    def paste(self, who: str, works: tuple[Work, ...], link: int) -> None:
        """Suggest works by their links and nothing else, as from a phone."""
        links = "\n".join(work.links[link % len(work.links)] for work in works)
        self.issues.append(self.world.open_issue(who, "Papers", links))

    def offer(self, who: str, work: Work, link: int) -> None:
        """Suggest a work by a pull request that adds a row to the README."""
        row = f"| [{work.title}]({work.links[link % len(work.links)]}) | | 2025-01 | |"
        readme = self.stage.main(files.README).replace(_BELOW, f"\n{row}{_BELOW}", 1)
        changed = {files.README: readme}
        self.issues.append(self.world.pull_from_fork(who, changed, "Update README.md"))

    def ask(self, who: str, work: Work) -> None:
        """Ask something, in an issue that is none of the bot's business."""
        text = f"Has anybody read {work.links[0]}?"
        self.questions.append(self.world.open_issue(who, "A question", text))

    def edit(self, number: int, body: str) -> None:
        """Let the author edit an issue."""
        issue = self.world.issue(number)
        if not issue.deleted:
            self.world.edit_issue(number, issue.author.login, body=body)

    def comment(self, number: int, who: str, text: str) -> None:
        """Comment on an issue or a pull request."""
        issue = self.world.issue(number)
        if not issue.deleted:
            login = issue.author.login if who == "author" and issue.pull is None else who
            login = "ann" if login == "author" else login
            if text in APPROVALS:
                self._note_shown(issue, login)
            self.wrote[self.world.comment(number, login, text)] = text

    def rewrite(self, at: int, text: str, *, by_author: bool) -> None:
        """Let somebody change one of all comments that people wrote, or take it away (no text)."""
        ids = [id_ for id_ in self.wrote if id_ in self.world.state.comments]
        if not ids or "/suggest" in self.wrote[ids[at % len(ids)]]:
            return
        comment = self.world.state.comments[ids[at % len(ids)]]
        login = comment.author.login if by_author else "mia"
        if text in APPROVALS:
            self._note_shown(comment.issue, login)
        if text:
            self.world.edit_comment(comment.id, login, text)
            self.wrote[comment.id] = text
        else:
            self.world.delete_comment(comment.id, login)
            del self.wrote[comment.id]

    def _note_shown(self, thread: Issue, by: str) -> None:
        """Remember what is shown to whoever approves, by the last pull request of an issue."""
        number = issue_of(thread) if thread.pull else thread.number
        for pull in self.stage.pulls(number)[-1:]:
            self.approved.append(Approved(number, by, self.announced(pull.opened.head_sha)))

    def announced(self, head: str) -> list[dict[str, Any]]:
        """Give what a commit changes."""
        repo = self.world.state.repo
        bases = repo.merge_bases(str(repo.branch("main")), head)
        try:
            return changes(self._at(bases[0]), self._at(head)) if bases else []
        except InvalidError:
            return []

    def _at(self, sha: str) -> Catalog:
        return papers.parse(self.stage.checkout.text(sha, files.PAPERS) or "")

    def merged(self, pull: Issue) -> list[dict[str, Any]]:
        """Give what a merge has changed on main."""
        repo, made = self.world.state.repo, str(pull.opened.merge_sha)
        parents = repo.objects.commit(made).parents
        rebased = "merge" in self.world.state.settings.forbidden_methods
        count = len(pull.opened.commits) if rebased and len(parents) == 1 else 1
        before = made
        for _ in range(count):
            before = repo.objects.commit(before).parents[0]
        return changes(self._at(before), self._at(made))

    def close(self, number: int, who: str = "mia", reason: str | None = None) -> None:
        """Close an issue or a pull request."""
        issue = self.world.issue(number)
        if not issue.deleted and issue.state == "open":
            self.world.close(number, issue.author.login if who == "author" else who, reason)

    def lock(self, number: int) -> None:
        """Lock the conversation on an issue or a pull request."""
        if not self.world.issue(number).deleted:
            self.world.lock(number, "mia")

    def correct(self, who: str, entry: str, right: str, action: str) -> None:
        """Ask for a change of a listed entry, or that it is taken off."""
        body = CORRECTION.replace("vllm", entry).replace("venue: SOSP 2024", right)
        body = body.replace("Change the entry", action)
        self.issues.append(self.world.open_issue(who, "[correction]", body, ("correction",)))

    def write_to(self, number: int, title: str, body: str) -> None:
        """Suggest something by a body of any form, in the issue's or another one's place."""
        self.world.edit_issue(number, self.world.issue(number).author.login, title=title, body=body)

    def reopen(self, number: int) -> None:
        """Open an issue or a pull request again, where that can be done."""
        issue = self.world.issue(number)
        if issue.deleted or issue.state == "open":
            return
        try:
            self.world.reopen(number, "mia")
        except ApiError:
            return
        if issue.pull:
            self.ended.pop(issue.pull.head, None)

    def delete(self, number: int) -> None:
        """Delete an issue."""
        issue = self.world.issue(number)
        if not (issue.deleted or issue.pull):
            self.world.delete_issue(number)

    def take_labels_off(self, number: int) -> None:
        """Take every label off an issue or a pull request."""
        if not self.world.issue(number).deleted:
            self.world.edit_issue(number, "mia", labels=[])

    def delete_answer(self, number: int) -> None:
        """Delete what the bot said on an issue."""
        issue = self.world.issue(number)
        if issue.deleted:
            return
        if issue.state == "closed":
            self.wordless.add(number)
        for each in [each for each in issue.comments if each.author.login == BOT]:
            issue.comments.remove(each)
            del self.world.state.comments[each.id]

    def note_above(self, number: int) -> None:
        """Write a note above what the bot said on an issue."""
        for each in self.world.issue(number).comments:
            if each.author.login == BOT:
                self.world.edit_comment(each.id, "mia", f"Thanks!\n\n{each.body}")
                return

    def take_up(self, question: int) -> None:
        """Let a maintainer make a question a submission."""
        if question in self.questions:
            self.questions.remove(question)
            self.issues.append(question)
        self.comment(question, "mia", "/suggest")

    # What happens to pull requests.

    def review(self, pull: Issue, who: str, event: str, body: str) -> None:
        """Review a pull request; an approval counts where the list's settings say so."""
        counts = self.bot_settings.get("reviews_approve") == "true"
        if (event == "APPROVE" and counts) or body in APPROVALS:
            self._note_shown(pull, who)
        self.world.review(pull.number, who, event, body)

    def rereview(self, pull: Issue, at: int, body: str) -> None:
        """Change the text of a review, or dismiss it (no text)."""
        reviews = pull.opened.reviews
        if not reviews:
            return
        found = reviews[at % len(reviews)]
        if body in APPROVALS:
            self._note_shown(pull, found.author.login)
        if body:
            self.world.edit_review(pull.number, found.id, found.author.login, body)
        else:
            self.world.dismiss_review(pull.number, found.id, "mia")

    def delete_branch(self, pull: Issue) -> None:
        """Delete the branch of a pull request."""
        if self.world.state.repo.branch(pull.opened.head):
            self.world.delete_branch(pull.opened.head, "mia")
            self.ended.pop(pull.opened.head, None)

    @property
    def pulls(self) -> list[Issue]:
        """Give all pull requests of suggestions but those of the poison."""
        found = self.world.state.issues.values()
        every = [each for each in found if each.pull and _BRANCH.match(each.pull.head)]
        return [each for each in every if issue_of(each) != self.poison]

    def merge(self, pull: Issue, method: str) -> None:
        """Press the button, if GitHub lets it be pressed."""
        try:
            self.world.merge_by_hand(pull.number, "mia", method)
        except ApiError:
            return

    def update(self, pull: Issue) -> None:
        """Press "Update branch"."""
        if pull.state != "open":
            return
        try:
            self.world.update_branch(pull.number, "mia")
        except ApiError:
            return

    def mend(self, pull: Issue) -> None:
        """Mend the title of the entry that a pull request adds."""
        head = pull.opened.head
        text = self.world.read_file(head, files.PAPERS) if pull.state == "open" else BREAK
        if text.startswith(BREAK):
            return
        number = re.fullmatch(r"suggest/issue-(\d+)(?:-\d+)?", head)
        for entry in json.loads(text)["papers"]:
            if number and entry.get("issue") == int(number[1]):
                self.drafts += 1
                mended = entry["title"].split(" (", 1)[0] + f" (Draft {self.drafts})"
                changed = text.replace(json.dumps(entry["title"]), json.dumps(mended))
                self.world.push_commit(head, {files.PAPERS: changed}, "mia")

    def amend(self, pull: Issue) -> None:
        """Change the title of an entry in the bot's own commit, and force the push."""
        head = pull.opened.head
        text = self.world.read_file(head, files.PAPERS) if pull.state == "open" else BREAK
        if not text.startswith(BREAK):
            changed = text.replace(": Scheduling ", ": Amended ")
            self.world.amend(head, {files.PAPERS: changed}, "mia")

    def lead_away(self, pull: Issue) -> None:
        """Let a pull request lead into another branch."""
        if self.world.state.repo.branch("next") is None:
            self.world.push_commit("next", {"NOTES.md": "Next.\n"}, "mia")
        if pull.state == "open" and pull.opened.base == "main":
            self.world.retarget(pull.number, "next", "mia")

    def push_else(self, pull: Issue) -> None:
        """Push something to a pull request that is no entry of its."""
        if pull.state == "open":
            self.drafts += 1
            self.world.push_commit(pull.opened.head, {"NOTES.md": f"{self.drafts}\n"}, "mia")

    def describe(self, pull: Issue) -> None:
        """Write something below the bot's description of a pull request."""
        self.drafts += 1
        word = f"Reviewed, part {self.drafts}."
        self.described[pull.number] = word
        self.world.edit_issue(pull.number, "mia", body=f"{pull.body}\r\n\r\n{word}")

    def retitle(self, pull: Issue) -> None:
        """Give a pull request another title."""
        self.world.edit_issue(pull.number, "mia", title="A better title")

    # What happens to main.

    def break_main(self) -> None:
        """Make the data invalid."""
        text = self.stage.main(files.PAPERS)
        if not text.startswith(BREAK):
            self._push_to_main({files.PAPERS: BREAK + text})

    def settle(self) -> None:
        """Let all services and GitHub be well, and what people have broken or barred be free."""
        self.stage.services.down = False
        self.mend_main()
        self.trouble_ends()
        for issue in self.world.state.issues.values():
            issue.locked = False
        self.bot_settings.pop("mode", None)
        self._configure()

    def configure(self, **chosen: str) -> None:
        """Choose settings of the bot."""
        if "since" in chosen:
            self.earlier |= {*self.issues, *filter(None, (self.poison,))}
        self.bot_settings |= chosen
        self._configure()

    def _configure(self) -> None:
        lines = "".join(f"{name} = {value}\n" for name, value in sorted(self.bot_settings.items()))
        text = example_files()[files.LIST].replace("[[", f"[bot]\n{lines}\n[[", 1)
        if text != self.stage.main(files.LIST):
            self._push_to_main({files.LIST: text})

    def revert(self, pull: Issue) -> None:
        """Take what a pull request has added off main again, past the bot."""
        text = self.stage.main(files.PAPERS)
        if text.startswith(BREAK) or not pull.opened.merged_at:
            return
        catalog = self.catalog()
        left = tuple(each for each in catalog.papers if each.issue != issue_of(pull))
        self._list(catalog.model_copy(update={"papers": left}))

    # What happens to GitHub.

    def trouble(self, kind: str, number: int) -> None:
        """Let GitHub be late, leave holes, refuse or fail."""
        chosen, hub = self.world.state.settings, self.world.hub
        self.troubled = self.was_troubled = True
        if kind in {"heads_lag", "lists_lag", "mergeable_takes_time", "nulls", "too_much"}:
            value = {"nulls": 0.03, "too_much": "RESOURCE_LIMITS_EXCEEDED"}.get(kind, 5)
            setattr(chosen, kind, value)
            self.world.state.random = random.Random(number)
        elif kind == "heavy":
            chosen.most_nodes = (1_000, 5_000, 10_000)[number % 3]
        elif kind == "unshown":
            chosen.poison = frozenset({number})
        elif kind == "methods":
            chosen.forbidden_methods = ("squash", "merge")[: 1 + number % 2]
        elif kind == "rules":
            chosen.forbidden_branches = "suggest/"
        elif kind == "branch":
            self.world.push_commit("suggest", {"NOTES.md": "Mine.\n"}, "mia")
        elif kind == "pulls":
            chosen.actions_may_open_pulls = False
        else:
            hub.fault(kind, at=1 + number, times=1 + number % 5)

    def trouble_ends(self) -> None:
        """Let GitHub be well again."""
        chosen, usual = self.world.state.settings, Settings()
        for name in (
            *("heads_lag", "lists_lag", "mergeable_takes_time", "nulls", "too_much", "most_nodes"),
            *("poison", "forbidden_methods", "forbidden_branches", "actions_may_open_pulls"),
        ):
            setattr(chosen, name, getattr(usual, name))
        self.world.hub.clear_faults()
        if self.world.state.repo.branch("suggest"):
            self.world.delete_branch("suggest", "mia")
        self.troubled = False

    def mend_main(self) -> None:
        """Make the data valid again; a merge by hand may have doubled what somebody put there."""
        text = self.stage.main(files.PAPERS)
        if text.startswith(BREAK):
            self._push_to_main({files.PAPERS: text.removeprefix(BREAK)})
        catalog = self.catalog()
        owners = Counter(id_ for paper in catalog.papers for id_ in paper.ids)
        double = {each.id for each in catalog.papers if any(owners[id_] > 1 for id_ in each.ids)}
        if double := double & self.pushed.keys():
            left = tuple(each for each in catalog.papers if each.id not in double)
            self._list(catalog.model_copy(update={"papers": left}))
            self.pushed = {id_: name for id_, name in self.pushed.items() if id_ not in double}

    def add_to_main(self, work: Work) -> None:
        """Add a work on main, with its row, past the bot."""
        if self.stage.main(files.PAPERS).startswith(BREAK):
            return
        catalog = self.catalog()
        if any(set(work.ids) & set(paper.ids) for paper in catalog.papers):
            return
        new = Paper(
            id=f"by-hand-{work.ids[0].rpartition('.')[2]}",
            title=work.title,
            category="serving",
            ids=work.ids[:1],
            links=(Link(kind="paper", url=work.links[0]),),
            added="2026-02-01",
        )
        every = sorted((*catalog.papers, new), key=lambda paper: paper.id)
        self._list(catalog.model_copy(update={"papers": tuple(every)}))
        self.pushed[new.id] = new.title

    def _list(self, catalog: Catalog) -> None:
        """Put a list on main, past the bot."""
        listing = config.parse(self.stage.main(files.LIST))
        shown = with_rows(self.stage.main(files.README), catalog, listing)
        self._push_to_main({files.PAPERS: papers.dump(catalog), files.README: shown})

    def _push_to_main(self, changed: dict[str, str]) -> None:
        """Push as one whom the protection of main does not bind."""
        chosen = self.world.state.settings
        chosen.required_checks = ()
        self.world.push_commit("main", changed, "mia")
        chosen.required_checks = (STATUS,)

    def catalog(self, branch: str = "main") -> Catalog:
        """Give the list on a branch."""
        return papers.parse(self.world.read_file(branch, files.PAPERS))

    def said(self, number: int) -> list[Comment | Review]:
        """Give the comments on an issue and its pull requests, and the reviews of these."""
        pulls = self.stage.pulls(number)
        reviews = [each for pull in pulls for each in pull.opened.reviews]
        threads = [self.world.issue(number), *pulls]
        return [*reviews, *(each for thread in threads for each in thread.comments)]
