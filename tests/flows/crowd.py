"""What may people do to a list on GitHub, in any order, and what must then be true?"""

import json
import re
from collections.abc import Callable
from typing import NamedTuple

from bot.model.github.plan import STATUS
from bot.model.papers.paper import Catalog, Link, Paper
from bot.model.state import FINAL, State
from bot.model.submissions.case import WINDOW
from bot.render.github.answer import MARKER
from bot.render.readme.readme import readme
from bot.store import config, files, papers
from tests.flows.on_github import BOT, Stage, paper
from tests.github_server.state import Comment, Issue
from tests.github_server.wire import ApiError

CATEGORIES = ("Serving Systems", "Kernels", "Surveys | Reviews", "Not sure")
NO_LINK = "### Paper link(s)\n\n```text\nthe one about caches\n```\n"
BREAK = "oops "


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


Shown = tuple[tuple[str, ...], tuple[str, ...], str]  # ids, addresses, category


def _issue_of(pull: Issue) -> int:
    return int(pull.opened.head.removeprefix("suggest/issue-").partition("-")[0])


class Crowd:
    """People at work on a list. Whatever cannot be done just now is not done."""

    def __init__(self, stage: Stage) -> None:
        """Let them begin; the bot's status is required, as the documentation advises."""
        self.stage = stage
        self.world = stage.world
        self.world.state.settings.required_checks = (STATUS,)
        for work in WORKS:
            stage.services.learn(work.title, *work.ids, authors=("Ann Author", "Bob Writer"))
        self.issues: list[int] = []
        self.questions: list[int] = []  # issues that are no submissions
        self.wrote: dict[int, str] = {}  # comments by their ids
        self.described: dict[int, str] = {}  # what people added to pull requests
        self.pushed: dict[str, str] = {}  # what people put on main
        self.ended: dict[str, str] = {}  # the commits of closed pull requests' branches
        self.shown: set[tuple[int, Shown]] = set()  # what the branch held at each approval
        self.said = 0

    def bot(self, *numbers: int) -> None:
        """Let the bot hear of some issues or pull requests, or sweep where none is named."""
        if numbers:
            self.stage.event(*numbers)
        else:
            self.stage.sweep()

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
            if text.startswith("/approve"):
                self._note_shown(issue)
            self.wrote[self.world.comment(number, login, text)] = text

    def _note_shown(self, thread: Issue) -> None:
        """Remember what is shown to whoever approves, on the issue or on its pull request."""
        number = _issue_of(thread) if thread.pull else thread.number
        for pull in self.stage.pulls(number):
            if pull.state == "open":
                self.shown |= {(number, each) for each in self._entries(number, pull.opened.head)}

    def _entries(self, number: int, branch: str) -> set[Shown]:
        """Give what cannot come from an order or a commit of the one maintainer there is."""
        ordered = any("/category" in each.body for each in self._said(number))
        return {
            (each.ids, tuple(link.url for link in each.links), "" if ordered else each.category)
            for each in self.catalog(branch).papers
            if each.issue == number
        }

    def close(self, number: int) -> None:
        """Close an issue or a pull request."""
        issue = self.world.issue(number)
        if not issue.deleted and issue.state == "open":
            self.world.close(number, "mia")

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
        if not self.world.issue(number).deleted:
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
        for each in [each for each in issue.comments if each.author.login == BOT]:
            issue.comments.remove(each)
            del self.world.state.comments[each.id]

    # What happens to pull requests.

    @property
    def pulls(self) -> list[Issue]:
        """Give all pull requests."""
        return [each for each in self.world.state.issues.values() if each.pull]

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
                self.said += 1
                mended = entry["title"].split(" (", 1)[0] + f" (Draft {self.said})"
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
            self.said += 1
            self.world.push_commit(pull.opened.head, {"NOTES.md": f"{self.said}\n"}, "mia")

    def describe(self, pull: Issue) -> None:
        """Write something below the bot's description of a pull request."""
        self.said += 1
        word = f"Reviewed, part {self.said}."
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
        """Let all services answer, and the data be valid."""
        self.stage.services.down = False
        self.mend_main()

    def mend_main(self) -> None:
        """Make the data valid again."""
        text = self.stage.main(files.PAPERS)
        if text.startswith(BREAK):
            self._push_to_main({files.PAPERS: text.removeprefix(BREAK)})

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
        after = catalog.model_copy(update={"papers": tuple(every)})
        listing = config.parse(self.stage.main(files.LIST))
        shown = readme(self.stage.main(files.README), after, listing, sums=False)
        text = papers.dump(after)
        self._push_to_main({files.PAPERS: text, files.README: shown})
        self.pushed[new.id] = new.title

    def _push_to_main(self, changed: dict[str, str]) -> None:
        """Push as one whom the protection of main does not bind."""
        chosen = self.world.state.settings
        chosen.required_checks = ()
        self.world.push_commit("main", changed, "mia")
        chosen.required_checks = (STATUS,)

    def catalog(self, branch: str = "main") -> Catalog:
        """Give the list on a branch."""
        return papers.parse(self.world.read_file(branch, files.PAPERS))

    # What must be true.

    def note_ended(self) -> None:
        """Remember where the branches of closed pull requests stand."""
        for each in self.pulls:
            head = each.opened.head
            if each.state == "closed" and head not in self.ended:
                self.ended[head] = self.world.state.repo.branch(head) or ""

    def check_always(self) -> None:
        """Assert what must be true at any moment."""
        self.note_ended()
        heads = [each.opened.head for each in self.pulls if each.state == "open"]
        assert len(heads) == len(set(heads)), heads
        for number in self.issues:
            own = [each for each in self.world.issue(number).comments if each.author.login == BOT]
            assert len(own) <= 1
            assert all(each.body.startswith(MARKER) for each in own)
        for number in self.questions:
            asked = self.world.issue(number)
            assert (asked.state, asked.comments, asked.labels) == ("open", [], [])
        for id_, text in self.wrote.items():
            found = self.world.state.comments.get(id_)
            assert found is None or found.body == text
        for branch, commit in self.ended.items():
            assert (self.world.state.repo.branch(branch) or "") == commit, branch

    def check_settled(self) -> None:
        """Assert what must be true once the bot has looked at everything."""
        self.check_always()
        self._check_main()
        self._check_seen()
        for number in self.issues:
            issue = self.world.issue(number)
            state = self.stage.state(number)
            if issue.deleted:
                assert not [each for each in self.stage.pulls(number) if each.state == "open"]
                continue
            if issue.state == "closed" and not self.stage.comment(number):
                continue  # closed before the bot has ever seen it
            assert state, issue.body
            assert self.stage.comment(number)
            if issue.state == "closed":
                assert state in FINAL, state
            if state in {State.DECLINED, State.WITHDRAWN}:
                assert issue.state == "closed"
            self._check_pulls(number, state)
        self._check_apart()
        for pull in self.pulls:
            assert self.described.get(pull.number, "") in pull.body

    def _check_main(self) -> None:
        text = self.stage.main(files.PAPERS)
        catalog, listing = papers.parse(text), config.parse(self.stage.main(files.LIST))
        papers.check(catalog, listing, text)
        assert text == papers.dump(catalog)
        shown = self.stage.main(files.README)
        assert shown == readme(shown, catalog, listing, sums=False)
        every = [id_ for paper in catalog.papers for id_ in paper.ids]
        assert len(every) == len(set(every)), every
        titles = {paper.id: paper.title for paper in catalog.papers}
        assert self.pushed.items() <= titles.items()

    def _check_seen(self) -> None:
        """Assert that nothing is on main by the bot's merge that no maintainer had been shown."""
        for pull in self.pulls:
            by = pull.opened.merged_by
            if pull.opened.merged_at and by and by.login == BOT:
                number = _issue_of(pull)
                landed = {(number, each) for each in self._entries(number, "main")}
                anything = {(at, (ids, urls, "")) for at, (ids, urls, _) in self.shown}
                assert landed <= self.shown | anything, (number, landed, self.shown)

    def _check_pulls(self, number: int, state: State) -> None:
        pulls = [each for each in self.stage.pulls(number) if each.state == "open"]
        if state in FINAL or state is State.DUPLICATE:
            assert not pulls
        if state not in {State.READY, State.APPROVED}:
            return
        (pull,) = pulls
        assert {label.name for label in pull.labels} == {"suggestion", state}
        if "keeps off" in self.stage.comment(number):
            assert self._checked(pull) == "failure"
            return
        assert pull.opened.base == "main"
        assert state is State.READY, "what is approved has landed, or says why not"
        assert self._checked(pull) == "success"
        self._check_branch(number, pull.opened.head)

    def _check_apart(self) -> None:
        """Assert that no two ready ones add one work, and that the oldest ten merge cleanly."""
        ready = [
            (pull, pull.opened.head_sha)
            for pull in self.pulls
            if pull.state == "open" and State.READY in {label.name for label in pull.labels}
        ]
        ours = [each for each in ready if self._checked(each[0]) == "success"]
        listed, added = {each.id for each in self.catalog().papers}, list[str]()
        for pull, _ in ours:
            number = int(pull.opened.head.removeprefix("suggest/issue-").partition("-")[0])
            if not any("/not-duplicate" in each.body for each in self._said(number)):
                entries = self.catalog(pull.opened.head).papers
                added += [id_ for each in entries if each.id not in listed for id_ in each.ids]
        assert len(added) == len(set(added)), added
        tip = str(self.world.state.repo.branch("main"))
        oldest = {pull.number for pull, _ in ready[:WINDOW]}
        for pull, head in ours:
            if pull.number in oldest:
                assert self.stage.checkout.merges(tip, head), pull.opened.head

    def _said(self, number: int) -> list[Comment]:
        """Give the comments on an issue and its pull requests."""
        threads = [self.world.issue(number), *self.stage.pulls(number)]
        return [each for thread in threads for each in thread.comments]

    def _checked(self, pull: Issue) -> str:
        (status,) = self.world.state.latest_statuses(pull.opened.head_sha)
        return status.state

    def _check_branch(self, number: int, head: str) -> None:
        """Assert that a branch is exactly the announced entries on some main."""
        checkout, tip = self.stage.checkout, self.world.state.repo.branch("main")
        checkout.fetch([f"refs/heads/{head}", "refs/heads/main"])
        commit = self.world.state.repo.branch(head)
        assert tip
        assert commit
        fork = checkout.merge_base(tip, commit)
        assert fork
        assert set(checkout.changed_paths(fork, commit)) <= {files.PAPERS, files.README}
        before = papers.parse(checkout.text(fork, files.PAPERS) or "")
        after, listing = self.catalog(head), config.parse(self.stage.main(files.LIST))
        old = {paper.id: paper for paper in before.papers}
        new = {paper.id: paper for paper in after.papers}
        assert old.keys() <= new.keys()
        changed = [paper for id_, paper in new.items() if old.get(id_) != paper]
        assert changed
        assert all(paper.issue == number or paper.id in old for paper in changed)
        shown = self.world.read_file(head, files.README)
        assert shown == readme(shown, after, listing, sums=False)


def _issue(crowd: Crowd, at: int) -> int:
    return crowd.issues[at % len(crowd.issues)]


def _thread(crowd: Crowd, at: int) -> int:
    threads = [*crowd.issues, *(pull.number for pull in crowd.pulls)]
    return threads[at % len(threads)]


def _pull(crowd: Crowd, at: int) -> Issue:
    return crowd.pulls[at % len(crowd.pulls)]


def _suggest(crowd: Crowd, at: int, what: int) -> None:
    who, category = PEOPLE[at % len(PEOPLE)], CATEGORIES[what % len(CATEGORIES)]
    crowd.suggest(who, WORKS[what % len(WORKS)], at, category)


def _suggest_titled(crowd: Crowd, at: int, what: int) -> None:
    """Suggest a work with a title typed: its own, spelt otherwise, or another work's."""
    work, other = (WORKS[number % len(WORKS)] for number in (what, what + 1))
    title = (work.title, work.title.upper(), other.title)[at % 3]
    category = CATEGORIES[what % len(CATEGORIES)]
    crowd.suggest(PEOPLE[at % len(PEOPLE)], work, at, category, title)


def _paste(crowd: Crowd, at: int, what: int) -> None:
    """Suggest one work or two by their links alone."""
    works = tuple(WORKS[number % len(WORKS)] for number in range(what, what + 1 + at % 2))
    crowd.paste(PEOPLE[at % len(PEOPLE)], works, at)


def _switch(crowd: Crowd, *, down: bool) -> None:
    crowd.stage.services.down = down


def _edit(crowd: Crowd, at: int, what: int) -> None:
    work = WORKS[what % len(WORKS)]
    body = paper(work.links[at % len(work.links)], category=CATEGORIES[at % len(CATEGORIES)])
    crowd.edit(_issue(crowd, at), body if what % 5 else NO_LINK)


def _order(crowd: Crowd, number: int, what: int) -> None:
    who, text = ORDERS[what % len(ORDERS)]
    crowd.comment(number, who, text)


def _decide(crowd: Crowd, at: int, what: int) -> None:
    """Decline or withdraw, and close the issue by hand as well."""
    number = _issue(crowd, at)
    crowd.comment(number, "mia", ("/decline out of scope", "/withdraw")[what % 2])
    crowd.close(number)


Act = Callable[[Crowd, int, int], None]
PEOPLE = ("ann", "bob", "cyd")
METHODS = ("merge", "squash", "rebase")
ORDERS = (
    ("mia", "/hold"),
    ("mia", "/refresh"),
    ("mia", "/category kernels"),
    ("mia", "/set venue SOSP 2025"),
    ("mia", "/set title A Title Set by Hand"),
    ("mia", "/not-duplicate"),
    ("mia", "/help"),
    ("author", "/help"),
    ("author", "/decline me"),
    ("bob", "/aprove"),
    ("bob", "Nice work, thank you!"),
)
# What people do to issues; none of it needs the bot to have done anything before.
ON_ISSUES: dict[str, Act] = {
    "suggest": _suggest,
    "suggest titled": _suggest_titled,
    "paste": _paste,
    "ask": lambda crowd, at, what: crowd.ask(PEOPLE[at % len(PEOPLE)], WORKS[what % len(WORKS)]),
    "edit": _edit,
    "order": lambda crowd, at, what: _order(crowd, _issue(crowd, at), what),
    "decide": _decide,
    "close": lambda crowd, at, _: crowd.close(_issue(crowd, at)),
    "reopen": lambda crowd, at, _: crowd.reopen(_issue(crowd, at)),
    "delete": lambda crowd, at, what: None if what % 3 else crowd.delete(_issue(crowd, at)),
}
ON_MAIN: dict[str, Act] = {
    "break main": lambda crowd, _, __: crowd.break_main(),
    "mend main": lambda crowd, _, __: crowd.mend_main(),
    "add to main": lambda crowd, _, what: crowd.add_to_main(WORKS[what % len(WORKS)]),
}
SERVICES: dict[str, Act] = {
    "services down": lambda crowd, _, __: _switch(crowd, down=True),
    "services up": lambda crowd, _, __: _switch(crowd, down=False),
}
WITH_THE_BOT: dict[str, Act] = {
    "approve": lambda crowd, at, _: crowd.comment(_thread(crowd, at), "mia", "/approve"),
    "withdraw": lambda crowd, at, _: crowd.comment(_thread(crowd, at), "author", "/withdraw"),
    "decline": lambda crowd, at, _: crowd.comment(_thread(crowd, at), "mia", "/decline no"),
    "labels off": lambda crowd, at, _: crowd.take_labels_off(_thread(crowd, at)),
    "answer off": lambda crowd, at, _: crowd.delete_answer(_issue(crowd, at)),
}
ON_PULLS: dict[str, Act] = {
    "merge": lambda crowd, at, what: crowd.merge(_pull(crowd, at), METHODS[what % 3]),
    "order on pull": lambda crowd, at, what: _order(crowd, _pull(crowd, at).number, what),
    "update": lambda crowd, at, _: crowd.update(_pull(crowd, at)),
    "mend": lambda crowd, at, _: crowd.mend(_pull(crowd, at)),
    "amend": lambda crowd, at, _: crowd.amend(_pull(crowd, at)),
    "lead away": lambda crowd, at, _: crowd.lead_away(_pull(crowd, at)),
    "push else": lambda crowd, at, _: crowd.push_else(_pull(crowd, at)),
    "describe": lambda crowd, at, _: crowd.describe(_pull(crowd, at)),
    "retitle": lambda crowd, at, _: crowd.retitle(_pull(crowd, at)),
    "close pull": lambda crowd, at, _: crowd.close(_pull(crowd, at).number),
    "reopen pull": lambda crowd, at, _: crowd.reopen(_pull(crowd, at).number),
}
THE_BOT: dict[str, Act] = {
    "event": lambda crowd, at, _: crowd.bot(_thread(crowd, at)),
    "sweep": lambda crowd, _, __: crowd.bot(),
}
ALONE = {*ON_MAIN, *SERVICES, "suggest", "suggest titled", "paste", "ask"}
EVERYTHING = ON_ISSUES | ON_MAIN | SERVICES | WITH_THE_BOT | ON_PULLS | THE_BOT


def play(crowd: Crowd, name: str, at: int, what: int) -> None:
    """Let one thing happen, if there is anything yet that it can happen to."""
    if name not in ALONE and not crowd.issues:
        return
    if name in ON_PULLS and not crowd.pulls:
        return
    EVERYTHING[name](crowd, at, what)
    crowd.check_always()


def ends(crowd: Crowd) -> list[str]:
    """Give, in the order of opening, the state that the label of each issue tells.

    "gone" is deleted, "closed" what was closed before the bot has ever seen it.
    """
    found = []
    for number in crowd.issues:
        issue, state = crowd.world.issue(number), crowd.stage.state(number)
        unseen = "closed" if issue.state == "closed" and state is None else str(state)
        found.append("gone" if issue.deleted else unseen)
    return found
