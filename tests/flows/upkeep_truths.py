"""What must be true of the dashboard and of upkeep's pull request, whatever happened?"""

from bot.model.github.world import DECISIONS, SEEN, UPKEEP
from bot.model.upkeep.kept import Decisions
from bot.render.github.upkeep.dashboard import LONGEST
from bot.store import files, upkeep
from bot.upkeep.board.boxes import ticks
from tests.flows.crowd import MAINTAINERS, Crowd
from tests.flows.on_github import BOT
from tests.flows.upkeep_crowd import boards, rolling
from tests.github_server.state import Issue


def check_always(crowd: Crowd) -> None:
    """Assert what must be true of both at any moment."""
    _check_decisions(crowd)
    _check_landed(crowd)
    open_ = [each for each in rolling(crowd) if each.state == "open"]
    assert len(open_) < 2, open_
    # Where GitHub gives no proper answer, one may be made twice; the next run takes neither back.
    assert len([each for each in boards(crowd) if each.state == "open"]) <= 1 + crowd.was_troubled


def _check_decisions(crowd: Crowd) -> None:
    """Assert that what a maintainer decided stays, and that nobody else decides."""
    text = crowd.stage.main(upkeep.DECISIONS) if _has(crowd, upkeep.DECISIONS) else None
    now = upkeep.parse(text) if text else Decisions()
    assert {each.by for each in now.decisions} <= {*MAINTAINERS}, now
    keys = {(str(each.about), each.key) for each in now.decisions}
    assert crowd.decided <= keys, crowd.decided - keys
    crowd.decided = keys


def _has(crowd: Crowd, path: str) -> bool:
    repo = crowd.world.state.repo
    return crowd.stage.checkout.text(str(repo.branch("main")), path) is not None


def _check_landed(crowd: Crowd) -> None:
    """Assert that of upkeep's changes none has landed that no maintainer was shown."""
    for pull in rolling(crowd):
        by = pull.opened.merged_by
        if by and by.login == BOT and pull.number not in crowd.landed:
            crowd.landed.add(pull.number)
            seen = [each for each in crowd.approved if each.number == pull.number]
            shown = [each.changes for each in seen if each.by in MAINTAINERS]
            made = crowd.merged(pull)
            assert any(all(each in one for each in made) for one in shown), (made, seen)


def check_settled(crowd: Crowd) -> None:
    """Assert what must be true of both once the bot has looked at everything."""
    if crowd.world.state.repo.branch(SEEN) is None:
        return
    every = crowd.world.state.issues.values()
    open_ = [each for each in every if each.pull and each.state == "open"]
    assert not [each for each in open_ if each.opened.head == DECISIONS]
    for pull in open_:
        if pull.opened.head == UPKEEP:
            _check_pull(crowd, pull)
    for issue in boards(crowd):
        if issue.state == "open" and not crowd.was_troubled:
            assert len(issue.body or "") <= LONGEST
            assert not ticks(issue.body or ""), issue.body
            assert "When each job last ran" in (issue.body or "")


def _check_pull(crowd: Crowd, pull: Issue) -> None:
    """Assert that nobody has to repair anything, unless a person has taken it over."""
    tip, head = str(crowd.world.state.repo.branch("main")), pull.opened.head_sha
    message = crowd.stage.checkout.message(head)
    if not message.startswith("Upkeep: "):
        return
    assert crowd.stage.checkout.merges(tip, head), pull.opened.head
    (status,) = crowd.world.state.latest_statuses(head)
    assert status.state == "success"
    fork = str(crowd.stage.checkout.merge_base(tip, head))
    paths = crowd.stage.checkout.changed_paths(fork, head)
    assert set(paths) <= {files.PAPERS, files.README}, paths
