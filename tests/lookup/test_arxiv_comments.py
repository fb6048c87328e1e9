"""Is a venue read from what authors say of their preprint, where they say that it was accepted?"""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from bot.lookup.services.services import SERVICES
from bot.lookup.wire.web import Web
from bot.model.papers.metadata import Found
from tests.lookup.conftest import Sent, Server
from tests.lookup.test_services import connection

TABLE = Path(__file__).parents[1] / "examples" / "lookup" / "arxiv-comments.txt"
LINES = [line for line in TABLE.read_text("utf-8").splitlines() if " => " in line]
WITHDRAWN = TABLE.with_name("arxiv-withdrawn.txt").read_text("utf-8").splitlines()
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>A Title</title>
<updated>2024-01-01T00:00:00Z</updated><published>2024-01-01T00:00:00Z</published>
<arxiv:{element}>{text}</arxiv:{element}></entry></feed>"""


@pytest.mark.parametrize("line", LINES)
def test_a_comment_tells_the_venue_that_accepted_the_paper(
    line: str, server: Server, web: Web
) -> None:
    text, expected = line.rsplit(" => ", 1)
    element = "journal_ref" if text.startswith("journal: ") else "comment"
    text = escape(text.removeprefix("journal: "))
    server.reply("/", Sent(body=FEED.format(element=element, text=text).encode()))
    [arxiv] = [service for service in SERVICES if service.name == "arxiv"]
    answer = arxiv.ask(connection(server, web, "arxiv"), ["arxiv:2401.00001"])["arxiv:2401.00001"]
    assert isinstance(answer, Found)
    venue = answer.metadata.venue
    assert (str(venue.value) if venue else "-") == expected


@pytest.mark.parametrize("line", WITHDRAWN)
def test_a_comment_tells_a_paper_that_was_taken_back(line: str, server: Server, web: Web) -> None:
    text, expected = line.rsplit(" => ", 1)
    server.reply("/", Sent(body=FEED.format(element="comment", text=escape(text)).encode()))
    [arxiv] = [service for service in SERVICES if service.name == "arxiv"]
    answer = arxiv.ask(connection(server, web, "arxiv"), ["arxiv:2401.00001"])["arxiv:2401.00001"]
    assert isinstance(answer, Found)
    said = [warned.what for warned, _ in answer.metadata.warnings]
    assert said == ([] if expected == "-" else [expected])
