"""What does the bot say in each case? `python -m tests.flows.comments` prints all of it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.model.papers.metadata import Metadata, Sourced, Warned
from bot.model.papers.paper import Venue
from bot.store import files
from tests.flows.github.test_offers import ROW, added, begun, offer, right_files
from tests.flows.on_github import Stage, arxiv, paper

Story = Callable[[Stage], int]
CORRECTION = """### Which entry

{entry}

### What should happen

{action}

### What is wrong

{wrong}

### What it should be

{right}
"""
VLLM = "https://arxiv.org/abs/2309.06180"
STORIES: dict[str, Story] = {}


def story(tell: Story) -> Story:
    """Take a function for a story, by its name."""
    STORIES[tell.__name__.replace("_", "-")] = tell
    return tell


def _suggested(stage: Stage, links: str, title: str = "_No response_", category: str = "") -> int:
    body = paper(links, title, category or "Serving Systems")
    number = stage.world.open_issue("ann", "A paper", body)
    stage.event(number)
    return number


def _corrected(stage: Stage, **given: str) -> int:
    answers = {"entry": VLLM, "action": "Change the entry", "wrong": "See the page.", "right": ""}
    number = stage.world.open_issue("ann", "Wrong", CORRECTION.format(**(answers | given)))
    stage.event(number)
    return number


def _ordered(stage: Stage, number: int, order: str, who: str = "mia") -> int:
    stage.world.comment(number, who, order)
    stage.event(number)
    return number


@story
def ready(stage: Stage) -> int:
    """Suggest by the form."""
    return _suggested(stage, arxiv(1))


@story
def ready_by_free_text(stage: Stage) -> int:
    """Suggest without the form, so that the category is guessed."""
    body = f"Hi, please add our paper: {arxiv(1)}\nThe reviewers loved how it shares pages."
    number = stage.world.open_issue("ann", "New paper", body)
    stage.event(number)
    return number


@story
def ready_several(stage: Stage) -> int:
    """Suggest two works."""
    return _suggested(stage, f"{arxiv(1)}\n{arxiv(2)}")


@story
def needs_work(stage: Stage) -> int:
    """Suggest with what cannot be used."""
    return _suggested(stage, "https://example.org/a.pdf\nftp://example.org/b", category="Kitchen")


@story
def needs_work_without_form(stage: Stage) -> int:
    """Suggest a repository without the form."""
    number = stage.world.open_issue("ann", "New", "Please add https://github.com/fine/fifteen")
    stage.event(number)
    return number


@story
def duplicate(stage: Stage) -> int:
    """Suggest what is listed."""
    return _suggested(stage, VLLM)


@story
def merged_into_a_listed_work(stage: Stage) -> int:
    """Suggest what is listed, with something it lacks."""
    return _suggested(stage, f"{VLLM}\nSlides: https://example.org/slides.pdf")


@story
def preprint_of_a_listed_work(stage: Stage) -> int:
    """Suggest the preprint of a listed work."""
    title = "Orca: A Distributed Serving System for Transformer-Based Generative Models"
    stage.services.learn(title, "arxiv:2501.00077", authors=("Gyeong-In Yu", "Joo Seong Jeong"))
    return _suggested(stage, arxiv(77))


@story
def looks_like_a_listed_work(stage: Stage) -> int:
    """Suggest a successor of a listed work."""
    stage.services.learn("FlashAttention-7: Faster Attention", "arxiv:2501.00078")
    return _suggested(stage, arxiv(78))


@story
def withdrawn_work(stage: Stage) -> int:
    """Suggest a paper that its authors withdrew."""
    metadata = Metadata(
        title=Sourced("A Fine Thing", "arxiv"),
        warnings=(Sourced(Warned("withdrawn", "an error in Lemma 3"), "arxiv"),),
    )
    stage.services.known["arxiv:2501.00079"] = metadata
    return _suggested(stage, arxiv(79))


@story
def waiting_for_a_service(stage: Stage) -> int:
    """Suggest while nobody answers."""
    stage.services.down = True
    return _suggested(stage, arxiv(1))


@story
def waiting_for_another(stage: Stage) -> int:
    """Suggest what somebody else suggested first."""
    stage.suggest("ben", arxiv(1))
    stage.sweep()
    return _suggested(stage, arxiv(1))


@story
def on_hold_by_the_limit(stage: Stage) -> int:
    """Suggest more than one may."""
    for at in range(20, 30):
        stage.suggest("ann", arxiv(at), f"System Number {at}")
    stage.sweep()
    return _suggested(stage, arxiv(1))


@story
def too_long(stage: Stage) -> int:
    """Write more than the list reads."""
    return _suggested(stage, f"{arxiv(1)} {'word ' * 10_000}")


@story
def on_hold_by_a_maintainer(stage: Stage) -> int:
    """Put one on hold."""
    return _ordered(stage, ready(stage), "/hold until the camera-ready is out")


@story
def approved(stage: Stage) -> int:
    """Approve one where GitHub wants another person's review."""
    stage.world.state.settings.approvals_required = 1
    return _ordered(stage, ready(stage), "/approve")


@story
def accepted(stage: Stage) -> int:
    """Approve one."""
    return _ordered(stage, ready(stage), "/approve")


@story
def declined(stage: Stage) -> int:
    """Decline one."""
    return _ordered(stage, ready(stage), "/decline This list takes no surveys.")


@story
def withdrawn(stage: Stage) -> int:
    """Take one back."""
    return _ordered(stage, ready(stage), "/withdraw", "ann")


@story
def order_of_a_stranger(stage: Stage) -> int:
    """Approve without the right to."""
    return _ordered(stage, ready(stage), "/approve", "ann")


@story
def help_asked_for(stage: Stage) -> int:
    """Ask for the commands."""
    return _ordered(stage, ready(stage), "/help")


@story
def edited_too_late(stage: Stage) -> int:
    """Edit after the merge."""
    number = accepted(stage)
    stage.world.edit_issue(number, "ann", body=paper(arxiv(1), category="Attention / Kernels"))
    stage.event(number)
    return number


@story
def reverted(stage: Stage) -> int:
    """Take the entry out by hand after the merge."""
    before = stage.main(files.PAPERS)
    number = accepted(stage)
    stage.world.push_commit("main", {files.PAPERS: before}, "Revert\n", "mia")
    stage.sweep()
    return number


@story
def correction(stage: Stage) -> int:
    """Correct an entry."""
    return _corrected(stage, right="venue: SOSP 2024")


@story
def correction_that_services_confirm(stage: Stage) -> int:
    """Say where a listed work was published, as a service does."""
    work = "https://arxiv.org/abs/2302.11665"
    return _corrected(stage, entry=work, right="venue: OSDI 2023")


@story
def correction_of_what_is_not_listed(stage: Stage) -> int:
    """Correct what the list lacks."""
    return _corrected(stage, entry=arxiv(1), right="venue: SOSP 2024")


@story
def removal(stage: Stage) -> int:
    """Ask for an entry to go."""
    return _corrected(stage, action="Remove the entry", wrong="It is not about serving.")


@story
def pull_request_with_a_row(stage: Stage) -> int:
    """Add a row to the README."""
    number = offer(stage, added(ROW), body="It serves many.")
    stage.event(number)
    return number


@story
def pull_request_with_what_cannot_be_read(stage: Stage) -> int:
    """Add a line that is no entry."""
    number = offer(stage, added("hello world"))
    stage.event(number)
    return number


@story
def pull_request_that_removes(stage: Stage) -> int:
    """Take a row out and say nothing."""
    row = next(line for line in stage.main(files.README).split("\n") if "| [AlpaServe" in line)
    number = offer(stage, lambda readme: readme.replace(f"{row}\n", ""))
    stage.event(number)
    return number


@story
def pull_request_landed(stage: Stage) -> int:
    """Land what a pull request offers."""
    return _ordered(stage, pull_request_with_a_row(stage), "/approve")


@story
def branch_changed_by_hand(stage: Stage) -> int:
    """Change the branch by hand, such that the bot keeps off."""
    number = ready(stage)
    head = stage.pull(number).opened.head
    stage.world.push_commit(head, {"notes.txt": "mine\n"}, "Mine\n", "mia")
    stage.event(number)
    return number


@story
def hint(stage: Stage) -> int:
    """Ask a question about a work."""
    number = stage.world.open_issue("ann", "A question", f"What do you think of {arxiv(1)}?")
    stage.event(number)
    return number


@story
def hint_about_a_listed_work(stage: Stage) -> int:
    """Say that something of a listed work is wrong."""
    number = stage.world.open_issue("ann", "Wrong title", f"Its title is wrong: {VLLM}")
    stage.event(number)
    return number


@story
def hint_about_a_venue(stage: Stage) -> int:
    """Say that the venue of a listed work is wrong."""
    body = f"The venue of {VLLM} is wrong, it should be SOSP 2024."
    number = stage.world.open_issue("ann", "Wrong venue", body)
    stage.event(number)
    return number


@story
def report_of_a_venue(stage: Stage) -> int:
    """Say in free text where a listed work was accepted."""
    link = "https://arxiv.org/abs/2302.11665"
    body = f"Hi, our paper {link} was accepted at OSDI 2023. Please update it!"
    number = stage.world.open_issue("ann", "AlpaServe got accepted", body)
    stage.event(number)
    return number


@story
def list_that_is_broken(stage: Stage) -> int:
    """Suggest while the list's own data cannot be read."""
    stage.world.push_commit("main", {files.PAPERS: "{"}, "Break it\n", "mia")
    return _suggested(stage, arxiv(1))


def staged(folder: Path) -> Stage:
    """Give a list on which any of the stories may happen."""
    stage = begun(folder, right_files())
    known = Metadata(venue=Sourced(Venue(name="OSDI", year=2023), "crossref"))
    stage.services.known["arxiv:2302.11665"] = known
    return stage


def told() -> Iterator[tuple[str, str]]:
    """Give each story's name with the bot's comment, and the pull request's body if it has one."""
    for name, tell in STORIES.items():
        with tempfile.TemporaryDirectory() as folder:
            stage = staged(Path(folder))
            number = tell(stage)
            yield name, stage.comment(number)
            for pull in stage.pulls(number)[-1:]:
                yield f"{name}, the pull request", f"# {pull.title}\n\n{pull.body}\n"


if __name__ == "__main__":
    for title, text in told():
        print(f"{'=' * 20} {title}\n\n{text}")  # noqa: T201
