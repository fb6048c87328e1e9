"""Is this DOI registered?

`GET /api/handles/{doi}` of the handle server's own address (https://www.doi.org/the-identifier/
resources/factsheets/doi-resolution-documentation): `responseCode` 1 with values, 100 with status
404 for an unknown one, 200 for one without values of the type asked for. The publisher, who turns
programs away, is never asked.
"""

from collections.abc import Sequence

from bot.lookup.services.service import Connection
from bot.lookup.wire.reply import NoAnswerError, Reply

NAME = "doi"
ADDRESS = "https://doi.org"
DELAY = 1.0
KNOWN, UNKNOWN = {1, 200}, 100


def ask(connection: Connection, dois: Sequence[str]) -> dict[str, bool | None]:
    """Ask for each DOI ("10.1145/..."): registered, not registered, or None for no answer."""
    registered: dict[str, bool | None] = {}
    for doi in dois:
        try:
            registered[doi] = _known(connection.get("api", "handles", doi))
        except NoAnswerError:
            registered[doi] = None
    return registered


def _known(reply: Reply) -> bool | None:
    record = reply.json()
    code = record.get("responseCode") if isinstance(record, dict) else None
    if reply.status == 404 and code == UNKNOWN:
        return False
    return True if reply.status == 200 and code in KNOWN else None
