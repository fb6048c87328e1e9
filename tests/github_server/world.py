"""What do people do on GitHub? Acts of persons, for the stories that tests tell."""

import contextlib
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Self

from tests.github_server import branches, trees
from tests.github_server import issue_changes as change
from tests.github_server.hub import Hub
from tests.github_server.objects import FILE_MODE, Commit, Entry
from tests.github_server.people import Actor
from tests.github_server.pull_changes import open_pull
from tests.github_server.state import Issue
from tests.github_server.wire import Answer, Json

Files = Mapping[str, str | None]


class World:
    """A hub, and people who use it with their browsers and with git."""

    def __init__(self, hub: Hub) -> None:
        """Let people act on `hub`."""
        self.hub = hub
        self.state = hub.state
        self.owner = hub.state.owner

    @classmethod
    def create(
        cls, folder: Path, files: Mapping[str, str | bytes], default_branch: str = "main"
    ) -> Self:
        """Make a hub with one repository `octo/papers` and begin."""
        return cls(Hub.create(folder, files, default_branch))

    def _act(self, login: str, method: str, path: str, asked: Json | None = None) -> Answer:
        return self.hub.act(login, method, f"/repos/{self.state.full_name}{path}", asked)

    def pass_time(self, seconds: int) -> None:
        """Let time pass in which nothing happens."""
        self.state.clock.seconds += seconds

    @contextlib.contextmanager
    def _acting(self, login: str) -> Iterator[Actor]:
        """Let a second pass, and give the person, while no request is answered."""
        with self.hub.lock:
            self.state.clock.tick()
            yield self.state.people.acting(login or self.owner)

    def open_issue(self, login: str, title: str, body: str, labels: tuple[str, ...] = ()) -> int:
        """Send an issue form: of its labels those apply that exist, whoever sends it."""
        known = [
            self.state.labels[name.lower()] for name in labels if name.lower() in self.state.labels
        ]
        with self._acting(login) as actor:
            return change.open_issue(self.state, actor, title, body, known).number

    def edit_issue(self, number: int, login: str, **asked: object) -> None:
        """Change title, body or labels of an issue or pull request."""
        self._act(login, "PATCH", f"/issues/{number}", asked)

    def comment(self, number: int, login: str, body: str) -> int:
        """Comment, and give the comment's id."""
        shown = self._act(login, "POST", f"/issues/{number}/comments", {"body": body})
        assert isinstance(shown, dict)
        return int(shown["id"])

    def edit_comment(self, comment: int, login: str, body: str) -> None:
        """Change a comment."""
        self._act(login, "PATCH", f"/issues/comments/{comment}", {"body": body})

    def delete_comment(self, comment: int, login: str) -> None:
        """Take a comment away."""
        self._act(login, "DELETE", f"/issues/comments/{comment}")

    def close(self, number: int, login: str, reason: str | None = None) -> None:
        """Close an issue or pull request."""
        asked: Json = {"state": "closed"} | ({"state_reason": reason} if reason else {})
        self._act(login, "PATCH", f"/issues/{number}", asked)

    def reopen(self, number: int, login: str) -> None:
        """Open an issue or pull request again."""
        self._act(login, "PATCH", f"/issues/{number}", {"state": "open"})

    def lock(self, number: int, login: str) -> None:
        """Lock a conversation."""
        self._act(login, "PUT", f"/issues/{number}/lock")

    def merge_by_hand(self, number: int, login: str = "", method: str = "merge") -> str:
        """Press the merge button, and give the commit that the base then stands at."""
        asked = {"merge_method": method}
        shown = self._act(login or self.owner, "PUT", f"/pulls/{number}/merge", asked)
        assert isinstance(shown, dict)
        return str(shown["sha"])

    def update_branch(self, number: int, login: str = "") -> None:
        """Press the button "Update branch" of a pull request."""
        self._act(login or self.owner, "PUT", f"/pulls/{number}/update-branch", {})

    def approve(self, number: int, login: str) -> None:
        """Review a pull request and approve it."""
        self.review(number, login, "APPROVE")

    def review(self, number: int, login: str, event: str, body: str = "") -> int:
        """Review a pull request, `event` as in `reviewing.STATES`, and give the review's id."""
        asked = {"event": event, "body": body}
        shown = self._act(login, "POST", f"/pulls/{number}/reviews", asked)
        assert isinstance(shown, dict)
        return int(shown["id"])

    def edit_review(self, number: int, review: int, login: str, body: str) -> None:
        """Change the text of a review."""
        self._act(login, "PUT", f"/pulls/{number}/reviews/{review}", {"body": body})

    def dismiss_review(self, number: int, review: int, login: str) -> None:
        """Take somebody's review back."""
        asked = {"message": "Looked at again"}
        self._act(login, "PUT", f"/pulls/{number}/reviews/{review}/dismissals", asked)

    def dismiss_reviews(self, number: int) -> None:
        """Dismiss what reviews decided, as a repository may be set to do at every push."""
        for review in self.issue(number).opened.reviews:
            if review.state in {"APPROVED", "CHANGES_REQUESTED"}:
                self.dismiss_review(number, review.id, self.owner)

    def force_push(self, branch: str, sha: str, login: str = "") -> None:
        """Let a branch stand at another commit, whatever it held."""
        with self._acting(login) as actor:
            branches.update_ref(self.state, actor, f"refs/heads/{branch}", sha, force=True)

    def amend(self, branch: str, files: Files, login: str = "") -> str:
        """Change files in the last commit of a branch, keep its message, and force the push."""
        repo = self.state.repo
        last = repo.objects.commit(str(repo.branch(branch)))
        with self._acting(login) as actor:
            old = self._commit(actor, str(repo.branch(branch)), files, last.message)
            tree = repo.objects.commit(old).tree
            who = actor.person.signs(self.state.clock.seconds)
            made = Commit(tree, last.parents, last.author, who, last.message)
            sha = repo.objects.write_commit(made)
        self.force_push(branch, sha, login)
        return sha

    def retarget(self, number: int, base: str, login: str) -> None:
        """Let a pull request lead into another branch."""
        self._act(login, "PATCH", f"/pulls/{number}", {"base": base})

    def rename_default_branch(self, new: str) -> None:
        """Rename the default branch: pull requests into it follow."""
        refs, old = self.state.repo.refs, self.state.default_branch
        refs.set(f"refs/heads/{new}", str(self.state.repo.branch(old)))
        refs.delete(f"refs/heads/{old}")
        self.state.branches[new] = self.state.branches.pop(old)
        self.state.default_branch = new
        for _, pull in self.state.open_pulls():
            pull.base = new if pull.base == old else pull.base

    def choose_default_branch(self, branch: str) -> None:
        """Let another branch be the default one: pull requests stay where they lead."""
        self.state.default_branch = branch

    def delete_branch(self, branch: str, login: str = "") -> None:
        """Delete a branch."""
        with self._acting(login) as actor:
            branches.delete_ref(self.state, actor, f"refs/heads/{branch}")

    def push_commit(
        self, branch: str, files: Files, login: str = "", message: str = "Change files\n"
    ) -> str:
        """Commit files (None: removed) on a branch, made from the default one if it is new."""
        with self._acting(login) as actor:
            repo, ref = self.state.repo, f"refs/heads/{branch}"
            tip = repo.branch(branch)
            start = tip or repo.branch(self.state.default_branch)
            sha = self._commit(actor, str(start), files, message)
            if tip:
                branches.update_ref(self.state, actor, ref, sha, force=False)
            else:
                branches.create_ref(self.state, actor, ref, sha)
        return sha

    def _commit(self, actor: Actor, parent: str, files: Files, message: str) -> str:
        objects = self.state.repo.objects
        changes = {
            path: None if text is None else Entry(FILE_MODE, objects.write("blob", text.encode()))
            for path, text in files.items()
        }
        tree = trees.edited(objects, objects.commit(parent).tree, changes)
        who = actor.person.signs(self.state.clock.seconds)
        return objects.write_commit(Commit(tree, (parent,), who, who, message))

    def open_pull(self, login: str, head: str, title: str, body: str = "") -> int:
        """Open a pull request from a branch of the repository into the default one."""
        asked = {"head": head, "base": self.state.default_branch, "title": title, "body": body}
        with self._acting(login) as actor:
            return open_pull(self.state, actor, asked).number

    def pull_from_fork(self, login: str, files: Files, title: str, body: str = "") -> int:
        """Open a pull request from the branch `patch-1` of a person's own fork."""
        base = self.state.default_branch
        with self._acting(login) as actor:
            sha = self._commit(actor, str(self.state.repo.branch(base)), files, title + "\n")
            asked = {"head": f"{login}:patch-1", "base": base, "title": title, "body": body}
            return open_pull(self.state, actor, asked, sha).number

    def push_to_fork(self, number: int, files: Files, message: str = "Change files\n") -> str:
        """Commit files on the branch of a fork from which a pull request comes."""
        issue = self.issue(number)
        with self._acting(issue.author.login) as actor:
            sha = self._commit(actor, issue.opened.head_sha, files, message)
            branches.head_moved(self.state, actor, issue, sha)
        return sha

    def delete_fork(self, number: int) -> None:
        """Delete the fork from which a pull request comes, which closes it."""
        issue = self.issue(number)
        issue.opened.fork_deleted = True
        with self._acting(issue.author.login) as actor:
            change.set_state(self.state, actor, issue, "closed")

    def read_file(self, branch: str, path: str) -> str:
        """Give a file's text on a branch.

        Raises FileNotFoundError.
        """
        repo = self.state.repo
        tip = repo.branch(branch)
        entry = trees.find(repo.objects, repo.objects.commit(tip).tree, path) if tip else None
        if entry is None:
            raise FileNotFoundError(f"{branch}:{path}")
        return repo.objects.blob(entry.sha).decode()

    def clone_to(self, folder: Path) -> None:
        """Clone the repository, with its whole history."""
        command = ["git", "clone", "-q", str(self.state.repo.path), str(folder)]
        subprocess.run(command, check=True, capture_output=True)

    def notice_pushes(self, login: str = "") -> None:
        """Do what follows from a real `git push` by a person into the bare repository."""
        found = self.state.repo.refs.matching("refs/heads/")
        now = {name.removeprefix("refs/heads/"): sha for name, sha in found.items()}
        before = dict(self.state.branches)
        with self._acting(login) as actor:
            for branch in sorted(now.keys() | before.keys()):
                if now.get(branch) != before.get(branch):
                    ends = (before.get(branch), now.get(branch))
                    branches.moved(self.state, actor, f"refs/heads/{branch}", *ends)

    def issue(self, number: int) -> Issue:
        """Give an issue or pull request as GitHub holds it, deleted or not."""
        return self.state.issues[number]

    def delete_issue(self, number: int, login: str = "") -> None:
        """Delete an issue, as only an admin can."""
        with self._acting(login) as actor:
            change.remove(self.state, actor, self.issue(number))

    def transfer_issue(self, number: int, login: str = "") -> None:
        """Move an issue to another repository of the same owner."""
        with self._acting(login) as actor:
            change.transfer(self.state, actor, self.issue(number), f"{self.owner}/elsewhere")

    def delete_user(self, login: str) -> None:
        """Let an account vanish: what it wrote is by the ghost from then on."""
        self.state.people.add(login).deleted = True
