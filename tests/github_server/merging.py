"""Can this pull request be merged, what stands in the way, and what commit does it make?

https://docs.github.com/en/rest/pulls/pulls#merge-a-pull-request
"""

from collections.abc import Callable

from tests.github_server.branches import close_named, delete_ref, mark_merged, update_ref
from tests.github_server.emit import emit_push
from tests.github_server.objects import Commit, Signature
from tests.github_server.people import Actor
from tests.github_server.reviewing import last_words
from tests.github_server.state import Issue, Pull, State
from tests.github_server.wire import ApiError

Way = Callable[[State, Actor, Issue, str, str], str]
_WAYS_OFF = {
    "merge": "Merge commits are not allowed on this repository.",
    "squash": "Squash merges are not allowed on this repository.",
    "rebase": "Rebase merges are not allowed on this repository.",
}
_SETTINGS = {
    "merge": "allow_merge_commit",
    "squash": "allow_squash_merge",
    "rebase": "allow_rebase_merge",
}


def mergeability(state: State, issue: Issue) -> tuple[bool | None, str]:
    """Give `mergeable` and `mergeable_state` as they are now; None while GitHub still computes."""
    pull = issue.opened
    tip = state.repo.branch(pull.base)
    if issue.state == "closed" or tip is None:
        return None, "unknown"
    pair = (pull.head_sha, tip)
    if state.settings.mergeable_takes_time and pull.computed != pair:
        pull.computed = pair
        return None, "unknown"
    _merge_others(state, pull, tip)
    if state.repo.merge(tip, pull.head_sha).tree is None:
        return False, "dirty"
    return True, _clean_state(state, issue, tip)


def _merge_others(state: State, pull: Pull, tip: str) -> None:
    """At the second look at one tip, merge all into it: whoever asks for two asks for all."""
    if not state.repo.is_merged((tip, pull.head_sha)):
        if state.looked_at == tip:
            others = (other.head_sha for _, other in state.open_pulls() if other.base == pull.base)
            state.repo.merge_all((tip, head) for head in others)
        state.looked_at = tip


def _clean_state(state: State, issue: Issue, tip: str) -> str:
    """Say what a pull request without conflicts still waits for."""
    pull = issue.opened
    if pull.draft:
        return "draft"
    if _behind(state, pull, tip):
        return "behind"
    if obstacle(state, issue):
        return "blocked"
    found = state.latest_statuses(pull.head_sha)
    return "unstable" if any(status.state != "success" for status in found) else "clean"


def _behind(state: State, pull: Pull, tip: str) -> bool:
    return state.settings.up_to_date_required and not state.repo.is_ancestor(tip, pull.head_sha)


def obstacle(state: State, issue: Issue) -> str:
    """Name the rule of the protected default branch that is not met, or give an empty text."""
    pull, chosen = issue.opened, state.settings
    if pull.base != state.default_branch:
        return ""
    found = {status.context: status.state for status in state.latest_statuses(pull.head_sha)}
    for context in chosen.required_checks:
        word = {None: "expected", "pending": "pending", "success": ""}.get(
            found.get(context), "failing"
        )
        if word:
            return f'Required status check "{context}" is {word}.'
    approvals = list(last_words(issue).values()).count("APPROVED")
    if approvals < chosen.approvals_required:
        count = chosen.approvals_required
        return f"At least {count} approving review is required by reviewers with write access."
    return ""


def merge_pull(state: State, actor: Actor, issue: Issue, asked: dict[str, str]) -> str:
    """Merge a pull request and give the commit that its base now stands at.

    `asked` holds `sha`, `merge_method`, `commit_title` and `commit_message`, each if given.
    Raises ApiError 405 where it can't be merged, 409 where its head is not `sha`.
    """
    pull = issue.opened
    way = asked.get("merge_method", "merge")
    tip = state.repo.branch(pull.base)
    if way not in _WAYS:
        raise ApiError(422, "Invalid merge_method")
    if issue.state == "closed" or tip is None:
        raise ApiError(405, "Pull Request is not mergeable")
    if asked.get("sha", pull.head_sha) != state.head_of(pull):
        raise ApiError(409, "Head branch was modified. Review and try the merge again.")
    if refusal := _refusal(state, issue, way, tip):
        raise ApiError(405, refusal)
    sha = _WAYS[way](state, actor, issue, tip, _message(state, issue, way, asked))
    _land(state, actor, issue, tip, sha)
    return sha


def _refusal(state: State, issue: Issue, way: str, tip: str) -> str:
    """Say why an open pull request can't be merged in this way, or give an empty text."""
    if not getattr(state.settings, _SETTINGS[way]):
        return _WAYS_OFF[way]
    if way in state.settings.forbidden_methods:
        return f"Repository rule violations found\n\nThe merge method {way} is not allowed.\n\n"
    if issue.opened.draft:
        return "Pull Request is still a draft"
    if state.repo.merge(tip, issue.opened.head_sha).tree is None:
        return "Pull Request is not mergeable"
    if _behind(state, issue.opened, tip):
        return "Head branch is out of date. Review and try the merge again."
    return obstacle(state, issue)


def _land(state: State, actor: Actor, issue: Issue, tip: str, sha: str) -> None:
    """Move the base to the merged commit, with all that follows.

    The pull request is marked first, so that the moved base does not mark it a second time.
    """
    pull = issue.opened
    ref = f"refs/heads/{pull.base}"
    state.repo.refs.set(ref, sha)
    state.branches[pull.base] = sha
    emit_push(state, actor, ref, tip, sha)
    mark_merged(state, actor, issue, sha)
    if pull.base == state.default_branch:
        fresh = state.repo.between(tip, sha)
        close_named(state, actor, (state.repo.objects.commit(one).message for one in fresh))
    here = pull.head_owner == state.owner and state.repo.branch(pull.head)
    if state.settings.delete_branch_on_merge and here:
        delete_ref(state, actor, f"refs/heads/{pull.head}")


def _message(state: State, issue: Issue, way: str, asked: dict[str, str]) -> str:
    """Give the commit message: what was asked for, else GitHub's own words."""
    pull = issue.opened
    titles = {
        "merge": f"Merge pull request #{issue.number} from {pull.head_owner}/{pull.head}",
        "squash": f"{issue.title} (#{issue.number})",
    }
    messages = {"merge": issue.title, "squash": _squashed(state, pull)}
    title = asked.get("commit_title") or titles.get(way, "")
    body = asked.get("commit_message", messages.get(way, ""))
    return f"{title}\n\n{body}" if body else title


def _squashed(state: State, pull: Pull) -> str:
    """Give the messages of several commits as a list; of one, the rest of its message."""
    found = [state.repo.objects.commit(sha).message for sha in pull.commits]
    if len(found) == 1:
        return found[0].partition("\n\n")[2]
    return "\n\n".join(f"* {message.strip()}" for message in found)


def update_branch(state: State, actor: Actor, issue: Issue) -> None:
    """Merge the base into the head of a pull request.

    Raises ApiError 422 where that conflicts or there is nothing to merge.
    """
    pull = issue.opened
    tip = state.repo.branch(pull.base) or ""
    tree = state.repo.merge(pull.head_sha, tip).tree
    if tree is None:
        raise ApiError(422, "merge conflict between base and head")
    if state.repo.is_ancestor(tip, pull.head_sha):
        raise ApiError(422, "There are no new commits on the base branch.")
    message = f"Merge branch '{pull.base}' into {pull.head}"
    author = actor.person.signs(state.clock.seconds)
    made = Commit(tree, (pull.head_sha, tip), author, _web(state), message)
    update_ref(state, actor, f"refs/heads/{pull.head}", _store(state, made), force=False)


def _web(state: State) -> Signature:
    return Signature("GitHub", "noreply@github.com", state.clock.seconds)


def _store(state: State, commit: Commit) -> str:
    """Store a commit of GitHub's own making, which it signs."""
    sha = state.repo.objects.write_commit(commit)
    state.verified.add(sha)
    return sha


def _merge(state: State, actor: Actor, issue: Issue, tip: str, message: str) -> str:
    head = issue.opened.head_sha
    tree = state.repo.merge(tip, head).tree or ""
    author = actor.person.signs(state.clock.seconds)
    return _store(state, Commit(tree, (tip, head), author, _web(state), message))


def _squash(state: State, actor: Actor, issue: Issue, tip: str, message: str) -> str:
    del actor  # the one who wrote the change is the author, whoever presses the button
    tree = state.repo.merge(tip, issue.opened.head_sha).tree or ""
    author = issue.author.signs(state.clock.seconds)
    return _store(state, Commit(tree, (tip,), author, _web(state), message))


def _rebase(state: State, actor: Actor, issue: Issue, tip: str, message: str) -> str:
    """Replay each commit; GitHub leaves the new ones unsigned, and merges are left out."""
    del message
    for sha in state.repo.between(tip, issue.opened.head_sha):
        old = state.repo.objects.commit(sha)
        if len(old.parents) > 1:
            continue
        tree = state.repo.replay(sha, tip).tree
        if tree is None:
            raise ApiError(405, "This branch can't be rebased")
        committer = actor.person.signs(state.clock.seconds)
        made = Commit(tree, (tip,), old.author, committer, old.message)
        tip = state.repo.objects.write_commit(made)
    return tip


_WAYS: dict[str, Way] = {"merge": _merge, "squash": _squash, "rebase": _rebase}
