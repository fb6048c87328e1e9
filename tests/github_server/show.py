"""What does GitHub's REST API show of people, issues, labels, comments and pull requests?

Field names: https://docs.github.com/en/rest/issues and https://docs.github.com/en/rest/pulls
"""

from tests.github_server import addresses
from tests.github_server.clock import NEW_YEAR_2026, iso
from tests.github_server.people import GHOST_ID, Actor, Person
from tests.github_server.state import (
    Comment,
    Issue,
    Label,
    Post,
    Reaction,
    Review,
    State,
    Status,
)
from tests.github_server.wire import Json

# The newer one drops fields: https://docs.github.com/en/rest/about-the-rest-api/breaking-changes
VERSIONS = ("2022-11-28", "2026-03-10")
REACTIONS = ("+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes")


class Show:
    """The JSON of everything, with addresses that begin with `base`."""

    def __init__(self, state: State, base: str = "", version: str = VERSIONS[0]) -> None:
        """Show what is in `state` to someone who called at `base`, in a version of the API."""
        self.version = version
        self.state = state
        self.base = base or state.base_url
        self.url = f"{self.base}/repos/{state.full_name}"
        self.html = f"https://github.com/{state.full_name}"

    def at_first(self, **fields: object) -> Json:
        """Show what only the first version of the API has."""
        return fields if self.version == VERSIONS[0] else {}

    def person(self, person: Person) -> Json:
        """Show an account as it stands inside other answers; a deleted one is the ghost."""
        number = GHOST_ID if person.deleted else person.number
        login = person.shown
        url = f"{self.base}/users/{login}"
        return {
            "login": login,
            "id": number,
            "node_id": f"U_{number}",
            "avatar_url": f"https://avatars.githubusercontent.com/u/{number}?v=4",
            "gravatar_id": "",
            "url": url,
            "html_url": f"https://github.com/{login.removesuffix('[bot]')}",
            **addresses.of_person(url),
            "type": person.kind,
            "site_admin": False,
        }

    def repository(self, viewer: Actor | None = None) -> Json:
        """Show the repository: how it may be merged only to those who may push."""
        state, chosen = self.state, self.state.settings
        shown: Json = {
            "id": 1_000,
            "node_id": "R_1000",
            "name": state.name,
            "full_name": state.full_name,
            "private": False,
            "owner": self.person(state.people.add(state.owner)),
            "html_url": self.html,
            "url": self.url,
            "fork": False,
            **addresses.of_repository(self.url, self.html),
            "default_branch": state.default_branch,
            "has_issues": chosen.has_issues,
            "archived": chosen.archived,
            "disabled": False,
            "visibility": "public",
            **self._figures(),
        }
        if viewer:
            rights = {"admin": "admin", "push": "write", "pull": "read"}
            may = {name: viewer.can(level, "contents") for name, level in rights.items()}
            shown["permissions"] = may | {"pull": True}
            if may["push"]:
                ways = ("allow_merge_commit", "allow_squash_merge", "allow_rebase_merge")
                shown |= {way: getattr(chosen, way) for way in ways}
                shown["delete_branch_on_merge"] = chosen.delete_branch_on_merge
        return shown

    def _figures(self) -> Json:
        """Show what is counted of the repository, and what nobody has filled in."""
        waiting = sum(issue.state == "open" for issue in self.state.visible())
        shown: Json = dict.fromkeys(("open_issues", "open_issues_count"), waiting)
        for name in ("forks", "stargazers", "watchers"):
            shown |= {f"{name}_count": 0}
        shown |= {"forks": 0, "watchers": 0, "size": 0}
        shown |= dict.fromkeys(("description", "homepage", "language", "license"))
        shown |= dict.fromkeys(("has_projects", "has_wiki"), True)
        shown |= self.at_first(has_downloads=True)
        shown |= dict.fromkeys(("has_pages", "has_discussions"), False)
        return shown | dict.fromkeys(("created_at", "updated_at", "pushed_at"), iso(NEW_YEAR_2026))

    def label(self, label: Label) -> Json:
        """Show a label."""
        return {
            "id": label.number,
            "node_id": f"LA_{label.number}",
            "url": f"{self.url}/labels/{label.name}",
            "name": label.name,
            "color": label.color,
            "default": False,
            "description": label.description,
        }

    def issue(self, issue: Issue) -> Json:
        """Show an issue, or the issue's side of a pull request."""
        url = f"{self.url}/issues/{issue.number}"
        side = "pull" if issue.pull else "issues"
        shown = {
            "url": url,
            "repository_url": self.url,
            "labels_url": f"{url}/labels{{/name}}",
            "comments_url": f"{url}/comments",
            "events_url": f"{url}/events",
            "html_url": f"{self.html}/{side}/{issue.number}",
            "node_id": f"{'PR' if issue.pull else 'I'}_{issue.id}",
            **self._thread(issue),
            "labels": [self.label(label) for label in issue.labels],
            "locked": issue.locked,
            "active_lock_reason": None,
            "comments": len(issue.comments),
            "closed_by": self.person(issue.closed_by) if issue.closed_by else None,
            "state_reason": issue.state_reason,
            "timeline_url": f"{url}/timeline",
            "reactions": self.reactions(issue, url),
        }
        if issue.pull:
            pull = f"{self.url}/pulls/{issue.number}"
            shown["draft"] = issue.pull.draft
            shown["pull_request"] = {"url": pull, "html_url": shown["html_url"]}
            shown["pull_request"]["merged_at"] = issue.pull.merged_at
            for kind in ("diff", "patch"):
                shown["pull_request"][f"{kind}_url"] = f"{shown['html_url']}.{kind}"
        return shown

    def _thread(self, issue: Issue) -> Json:
        """Show what issues and pull requests have in common."""
        return {
            "id": issue.id,
            "number": issue.number,
            "title": issue.title,
            "user": self.person(issue.author),
            "state": issue.state,
            **self.at_first(assignee=None),
            "assignees": [],
            "milestone": None,
            "created_at": issue.created_at,
            "updated_at": issue.updated_at,
            "closed_at": issue.closed_at,
            "author_association": self.state.association(issue.author),
            "body": issue.body or None,
        }

    def comment(self, comment: Comment) -> Json:
        """Show a comment; REST does not tell when it was edited, only when it was updated."""
        url = f"{self.url}/issues/comments/{comment.id}"
        number = comment.issue.number
        side = "pull" if comment.issue.pull else "issues"
        return {
            "url": url,
            "html_url": f"{self.html}/{side}/{number}#issuecomment-{comment.id}",
            "issue_url": f"{self.url}/issues/{number}",
            "id": comment.id,
            "node_id": f"IC_{comment.id}",
            "user": self.person(comment.author),
            "created_at": comment.created_at,
            "updated_at": comment.updated_at,
            "body": comment.body,
            "author_association": self.state.association(comment.author),
            "reactions": self.reactions(comment, url),
        }

    def reactions(self, post: Post, url: str) -> Json:
        """Show how many gave which sign."""
        signs = [reaction.content for reaction in post.reactions]
        counts = {content: signs.count(content) for content in REACTIONS}
        return {"url": f"{url}/reactions", "total_count": len(signs), **counts}

    def reaction(self, reaction: Reaction) -> Json:
        """Show one sign."""
        return {
            "id": reaction.number,
            "node_id": f"REA_{reaction.number}",
            "user": self.person(reaction.person),
            "content": reaction.content,
            "created_at": reaction.created_at,
        }

    def pull_item(self, issue: Issue) -> Json:
        """Show a pull request as it stands in a list: without what takes work to find out."""
        pull, url = issue.opened, f"{self.url}/pulls/{issue.number}"
        shown = {
            "url": url,
            "node_id": f"PR_{issue.id}",
            "html_url": f"{self.html}/pull/{issue.number}",
            "issue_url": f"{self.url}/issues/{issue.number}",
            "commits_url": f"{url}/commits",
            "comments_url": f"{self.url}/issues/{issue.number}/comments",
            "statuses_url": f"{self.url}/statuses/{pull.head_sha}",
            **self._thread(issue),
            "locked": issue.locked,
            "labels": [self.label(label) for label in issue.labels],
            "draft": pull.draft,
            "merged_at": pull.merged_at,
            **self.at_first(merge_commit_sha=pull.merge_sha),
            "head": self._side(pull.head_owner, pull.head, self.state.head_of(pull)),
            "base": self._side(self.state.owner, pull.base, pull.base_sha),
            "auto_merge": None,
        }
        return shown | addresses.of_pull(shown)

    def _side(self, owner: str, branch: str, sha: str) -> Json:
        """Show the head or the base of a pull request."""
        user = self.state.people.add(owner)
        here = owner.lower() == self.state.owner.lower()
        return {
            "label": f"{owner}:{branch}",
            "ref": branch,
            "sha": sha,
            "user": self.person(user),
            "repo": self.repository() if here else self._fork(user),
        }

    def review(self, review: Review, number: int) -> Json:
        """Show one review of the pull request `number`."""
        pull = f"{self.url}/pulls/{number}"
        html = f"{self.html}/pull/{number}#pullrequestreview-{review.id}"
        return {
            "id": review.id,
            "node_id": f"PRR_{review.id}",
            "html_url": html,
            "pull_request_url": pull,
            "_links": {"html": {"href": html}, "pull_request": {"href": pull}},
            "user": None if review.author.deleted else self.person(review.author),
            "body": review.body,
            "state": review.state,
            "submitted_at": review.created_at,
            "commit_id": review.commit,
            "author_association": self.state.association(review.author),
        }

    def _fork(self, owner: Person) -> Json:
        """Show the repository as it is in somebody else's account."""
        name, number = f"{owner.login}/{self.state.name}", 1_000_000 + owner.number
        url, html = f"{self.base}/repos/{name}", f"https://github.com/{name}"
        shown = {"id": number, "node_id": f"R_{number}", "full_name": name, "fork": True}
        shown |= {"owner": self.person(owner), "url": url, "html_url": html}
        return self.repository() | shown | addresses.of_repository(url, html)

    def status(self, status: Status) -> Json:
        """Show one verdict on a commit."""
        return {
            "url": f"{self.url}/statuses/{status.sha}",
            "avatar_url": self.person(status.creator)["avatar_url"],
            "id": status.number,
            "node_id": f"SC_{status.number}",
            "state": status.state,
            "description": status.description,
            "target_url": status.target_url,
            "context": status.context,
            "created_at": status.created_at,
            "updated_at": status.created_at,
            "creator": self.person(status.creator),
        }
