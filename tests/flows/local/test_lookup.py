"""Does a link lead to what the world knows of its work?"""

import pytest

from bot.errors import InvalidError
from bot.flows.local.lookup import look_up
from bot.lookup.ask import Lookup
from bot.lookup.wire.reply import NoAnswerError, Reply
from bot.lookup.wire.web import Call, Web
from bot.model.papers.metadata import Unavailable


class Offline(Web):
    """A way out that leads nowhere, and remembers who was to be asked."""

    def __init__(self) -> None:
        """Ask nobody yet."""
        super().__init__("tests/1")
        self.asked: list[str] = []

    def fetch(self, call: Call, deadline: float) -> Reply:
        """Remember the service, and fail as an outage does."""
        assert deadline
        self.asked.append(call.service)
        raise NoAnswerError("could not be reached")


@pytest.mark.parametrize(
    "link", ["https://arxiv.org/pdf/2309.06180v2.pdf", "arXiv:2309.06180", "2309.06180"]
)
def test_every_way_to_name_a_preprint_asks_for_it(link: str) -> None:
    web = Offline()
    report = look_up(link, Lookup(web))
    assert report.ids == ("arxiv:2309.06180",)
    assert web.asked == ["arxiv", "semantic-scholar", "datacite", "huggingface"]
    assert report.unavailable == tuple(
        Unavailable(name, "could not be reached") for name in web.asked
    )
    assert not report.found


def test_a_page_that_names_no_work_is_refused_with_what_to_give_instead() -> None:
    with pytest.raises(InvalidError) as trouble:
        look_up("https://example.org/blog", Lookup(Offline()))
    [problem] = trouble.value.problems
    assert problem.value == "https://example.org/blog"
    assert "arXiv" in problem.message
