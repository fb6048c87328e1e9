"""What must be true of a list on GitHub, whatever people and GitHub did?"""

from typing import Any

from bot.model.state import FINAL, State
from bot.model.submissions.status import WINDOW
from bot.render.github.submissions.answer import MARKER
from bot.render.github.submissions.hint import HINT
from bot.store import config, files, papers
from tests.flows import upkeep_truths
from tests.flows.crowd import MAINTAINERS, Approved, Crowd, issue_of
from tests.flows.on_github import BOT, with_rows
from tests.flows.upkeep_crowd import rolling
from tests.github_server.state import Issue


class Truths:
    """What is asserted of what a crowd and the bot have made of a list."""

    def __init__(self, crowd: Crowd) -> None:
        """Look at what this crowd does."""
        self.crowd, self.stage, self.world = crowd, crowd.stage, crowd.world

    def _note_ended(self) -> None:
        """Remember where the branches of closed pull requests stand.

        What was merged into another branch is no decision about the list.
        """
        for each in self.crowd.pulls:
            head = each.opened.head
            elsewhere = each.opened.merged_at and each.opened.base != "main"
            if each.state == "closed" and head not in self.crowd.ended and not elsewhere:
                self.crowd.ended[head] = self.world.state.repo.branch(head) or ""

    def check_always(self) -> None:
        """Assert what must be true at any moment."""
        self._note_ended()
        self._check_seen()
        upkeep_truths.check_always(self.crowd)
        heads = [each.opened.head for each in self.crowd.pulls if each.state == "open"]
        assert len(heads) == len(set(heads)), heads
        for number in self.crowd.issues:
            own = [each for each in self.world.issue(number).comments if each.author.login == BOT]
            assert len(own) <= 1 + self.crowd.was_troubled
            assert all(MARKER in each.body or HINT in each.body for each in own)
        for number in self.crowd.questions:
            asked = self.world.issue(number)
            assert (asked.state, asked.labels) == ("open", [])
            assert all(each.body.startswith(HINT) for each in asked.comments)
            assert len(asked.comments) <= 1 + self.crowd.was_troubled
        for id_, text in self.crowd.wrote.items():
            found = self.world.state.comments.get(id_)
            assert found is None or found.body == text
        for branch, commit in self.crowd.ended.items():
            assert (self.world.state.repo.branch(branch) or "") == commit, branch

    def check_settled(self) -> None:
        """Assert what must be true once the bot has looked at everything."""
        self.check_always()
        self._check_main()
        for number in self.crowd.issues:
            issue = self.world.issue(number)
            state = self.stage.state(number)
            if issue.deleted:
                assert not [each for each in self.stage.pulls(number) if each.state == "open"]
                continue
            answer = self.stage.comment(number)
            if issue.state == "closed" and not state and (not answer or answer.startswith(HINT)):
                continue  # closed before the bot has ever seen it, or seen it taken up
            if number in self.crowd.earlier and not answer:
                continue  # older than the bot's first day
            assert state, issue.body
            if issue.state == "closed":
                assert state in FINAL, state
            # What is over stays as people left it.
            assert answer or (issue.state == "closed" and number in self.crowd.wordless)
            if state in {State.DECLINED, State.WITHDRAWN}:
                assert issue.state == "closed"
            self._check_pulls(number, state)
        if self.crowd.poison is not None and self.crowd.poison not in self.crowd.earlier:
            assert self.stage.state(self.crowd.poison), self.world.issue(self.crowd.poison).body
            assert self.stage.comment(self.crowd.poison)
        self._check_apart()
        upkeep_truths.check_settled(self.crowd)
        for pull in (*self.crowd.pulls, *rolling(self.crowd)):
            assert self.crowd.described.get(pull.number, "") in pull.body

    def _check_main(self) -> None:
        text = self.stage.main(files.PAPERS)
        catalog, listing = papers.parse(text), config.parse(self.stage.main(files.LIST))
        papers.check(catalog, listing, text)
        assert text == papers.dump(catalog)
        shown = self.stage.main(files.README)
        assert shown == with_rows(shown, catalog, listing)
        every = [id_ for paper in catalog.papers for id_ in paper.ids]
        assert len(every) == len(set(every)), every
        titles = {paper.id: paper.title for paper in catalog.papers}
        assert self.crowd.pushed.items() <= titles.items()

    def _check_seen(self) -> None:
        """Assert that the bot has merged nothing that no maintainer had been shown."""
        for pull in self.crowd.pulls:
            by = pull.opened.merged_by
            if (
                pull.opened.merged_at
                and by
                and by.login == BOT
                and pull.number not in self.crowd.landed
            ):
                self.crowd.landed.add(pull.number)
                seen = [each for each in self.crowd.approved if each.number == issue_of(pull)]
                for change in self.crowd.merged(pull):
                    assert any(self._is_shown(change, each) for each in seen), (change, seen)

    def _is_shown(self, change: dict[str, Any], approved: Approved) -> bool:
        """Tell whether who approved was shown a change, but for what they ordered themselves."""
        if approved.by not in MAINTAINERS:
            return False
        words = self.crowd.said(approved.number)
        said = [each.body for each in words if each.author.login == approved.by]
        own = {field for field in change if any(field in body for body in said)}
        seen = [{k: v for k, v in each.items() if k not in own} for each in approved.changes]
        return {k: v for k, v in change.items() if k not in own} in seen

    def _check_pulls(self, number: int, state: State) -> None:
        pulls = [each for each in self.stage.pulls(number) if each.state == "open"]
        if state in FINAL or state is State.DUPLICATE:
            assert not pulls
        if state not in {State.READY, State.APPROVED}:
            return
        (pull,) = pulls
        labels = {label.name for label in self.world.issue(number).labels}
        kind = labels & {"suggestion", "correction"}
        assert {label.name for label in pull.labels} == kind | {state}, labels
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
            for pull in self.crowd.pulls
            if pull.state == "open" and State.READY in {label.name for label in pull.labels}
        ]
        ours = [each for each in ready if self._checked(each[0]) == "success"]
        added = list[str]()
        for pull, head in ours:
            number = issue_of(pull)
            if not any("/not-duplicate" in each.body for each in self.crowd.said(number)):
                # Against its fork: what was taken off main since is none that it adds.
                added += [id_ for each in self.crowd.announced(head) for id_ in each.get("ids", ())]
        assert len(added) == len(set(added)), added
        tip = str(self.world.state.repo.branch("main"))
        oldest = {pull.number for pull, _ in ready[:WINDOW]}
        for pull, head in ours:
            if pull.number in oldest:
                assert self.stage.checkout.merges(tip, head), pull.opened.head

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
        after, listing = self.crowd.catalog(head), config.parse(self.stage.main(files.LIST))
        old = {paper.id: paper for paper in before.papers}
        new = {paper.id: paper for paper in after.papers}
        changed = [paper for id_, paper in new.items() if old.get(id_) != paper]
        assert len(old.keys() - new.keys()) + len(changed) > 0
        assert old.keys() <= new.keys() or self.world.issue(number).title == "[correction]"
        assert all(paper.issue == number or paper.id in old for paper in changed)
        shown = self.world.read_file(head, files.README)
        assert shown == with_rows(shown, after, listing)
