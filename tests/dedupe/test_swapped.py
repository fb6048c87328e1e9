"""Is a listed work known again when its title has a long form for a short one, or the reverse?"""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.dedupe.search.find import find
from bot.model.papers.record import Record, record_of
from bot.store import papers

LIST = Path(__file__).parents[2] / "data" / "papers.json"
FORMS = {
    "LLM": "Large Language Model",
    "LLMs": "Large Language Models",
    "KV": "Key-Value",
    "MoE": "Mixture-of-Experts",
    "RAG": "Retrieval-Augmented Generation",
    "VLM": "Vision Language Model",
    "FPGA": "Field-Programmable Gate Array",  # in no table: known by its initials
}
# One in so many is tried; all of them are, and hold, with 1 here.
STEP = 12


def swapped(listed: Record) -> Iterator[Record]:
    """Yield a listed work as somebody would suggest it who writes its title otherwise."""
    for one, other in (*FORMS.items(), *((long, short) for short, long in FORMS.items())):
        title = re.sub(rf"(?<![\w-]){one}(?!\w)", other, listed.title)
        if title != listed.title:
            yield listed._replace(key="new", title=title, ids=(), urls=())


def test_a_listed_title_is_known_by_its_long_form_and_its_short_one() -> None:
    catalog = papers.parse(LIST.read_text("utf-8"))
    listed = [record_of(paper) for paper in catalog.papers]
    tried = [(record, other) for record in listed for other in swapped(record)][::STEP]

    verdicts = {
        (other.title, bool(record.authors)): {m.b: m.verdict for m in find(other, catalog)}.get(
            record.key
        )
        for record, other in tried
    }

    assert len(tried) > 80
    assert [
        title for (title, told), verdict in verdicts.items() if told and verdict != "duplicate"
    ] == []
    assert [title for (title, _), verdict in verdicts.items() if not verdict] == []
