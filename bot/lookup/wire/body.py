"""What does the body of an answer hold, its coding undone, if it is no larger than it may be?

Only gzip is asked for (RFC 9110, section 12.5.3), so only gzip is undone; it may have several
members (RFC 1952, section 2.2).
"""

import zlib
from collections.abc import Iterable, Iterator
from http.client import IncompleteRead
from io import BytesIO

from requests import Response
from urllib3.exceptions import ProtocolError

from bot.lookup.wire.reply import NoAnswerError

# A hundred entries of arXiv or five hundred records of Semantic Scholar are about 1 MB, and so is
# one work with three thousand authors. What is made of a body takes several times its size.
LARGEST_BODY = 4 * 1024 * 1024
CHUNK = 64 * 1024
GZIP = 16 + zlib.MAX_WBITS
PLAIN, GZIPPED = {"", "identity"}, {"gzip", "x-gzip"}


def body_of(response: Response) -> bytes:
    """Read the body of an answer whose head was read.

    Raises NoAnswerError for one that is too large, as it is sent or once its coding is undone, for
    one that breaks off, and for a coding that was not asked for.
    """
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in PLAIN | GZIPPED:
        raise NoAnswerError("answered in a coding that was not asked for")
    sent = _bounded(_sent(response))
    body = BytesIO()
    for piece in sent if coding in PLAIN else _bounded(_unzipped(sent)):
        body.write(piece)
    return body.getvalue()


def beginning_of(response: Response, most: int) -> bytes:
    """Read the first `most` bytes of a body and leave the rest; "" in a coding nobody asked for.

    As it is sent, no more than twice as much is read: gzip may hold bytes that stand for none.
    One that breaks off is as long as what came. Where nothing did, raises NoAnswerError, or what
    `requests` and urllib3 raise.
    """
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in PLAIN | GZIPPED:
        return b""
    sent = _first(_sent(response), 2 * most)
    beginning = BytesIO()
    try:
        for piece in _first(sent if coding in PLAIN else _unzipped(sent), most):
            beginning.write(piece)
    except (NoAnswerError, ProtocolError) as error:
        if not (beginning.tell() and _broke_off(error)):
            raise
    return beginning.getvalue()


def _broke_off(error: NoAnswerError | ProtocolError) -> bool:
    """Tell a body that ends too early from one that has no end; urllib3 wraps both alike."""
    if isinstance(error, NoAnswerError):
        return True
    return isinstance(error.args[-1], IncompleteRead | ConnectionError)


def _first(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Give the first `most` bytes and ask for no more."""
    left = most
    for piece in pieces:
        yield piece[:left]
        left -= len(piece)
        if left <= 0:
            return


def _sent(response: Response) -> Iterator[bytes]:
    # `read1` returns with what has come; `iter_content` would wait for a full chunk.
    while chunk := response.raw.read1(CHUNK, decode_content=False):
        yield chunk


def _bounded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST_BODY:
            raise NoAnswerError(f"answered with more than {LARGEST_BODY} bytes")
        yield piece


def _unzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Undo gzip, a bounded piece at a time, since a few bytes may stand for very many."""
    undo, started = zlib.decompressobj(GZIP), False
    try:
        for piece in pieces:
            rest = piece
            while rest:
                undo, started = (zlib.decompressobj(GZIP), True) if undo.eof else (undo, True)
                yield undo.decompress(rest, CHUNK)
                rest = undo.unconsumed_tail or undo.unused_data
        yield undo.flush()
    except zlib.error:
        raise NoAnswerError("broke off while answering", again=True) from None
    if started and not undo.eof:
        raise NoAnswerError("broke off while answering", again=True)
