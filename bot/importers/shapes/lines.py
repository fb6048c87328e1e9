"""Is a line of a paragraph a work that somebody lists, or prose that mentions one?"""

import re

from bot.importers.phrases.published import names_venue
from bot.importers.phrases.segments import Segment, classify, is_label, segments
from bot.importers.works.works import is_prose, is_work_link, names_list, outward
from bot.markdown.tree.pieces import BOLD, Piece, words

_NUMBERED = re.compile(r"\[\d{1,4}\]\s+\S")
_LIST_LINE = re.compile(r"\s*(?:[-*+•]|\(?\d{1,4}[.):\]]|\[\d{1,4}\])\s+")
_LONGEST, _LONGEST_SAID = 60, 80  # words of a line
_DESCRIBES = re.compile(r"[-–—:：|(\[（,]|by\b|\W*$", re.IGNORECASE)


def _begins_title(line: list[Segment]) -> bool:
    """Tell whether a line says more than links and a venue."""
    return any(
        segment.kind in {"text", "link"}
        and not segment.badge
        and not is_label(segment.text)
        and len(segment.text.split()) > 1
        and not classify(segment.text).role
        for segment in line
    )


def lists_work(pieces: list[Piece], *, preamble: bool) -> bool:
    """Tell a work from prose that mentions one."""
    line = segments(pieces)
    if names_list(pieces) or not _begins_title(line):
        return False
    text = words(pieces)
    first = next((s for s in line if s.kind in {"text", "link"} and s.text.strip(" -*[](")), None)
    set_off = _is_set_off(first) or bool(_NUMBERED.match(text))
    works = any(map(is_work_link, pieces))
    if preamble:
        return works and set_off and not (_announces(first) or is_prose(text))
    if works and set_off:
        return True
    beside = "".join(piece.text if piece.kind == "text" else " " for piece in pieces)
    if is_prose(beside):
        return False
    return _lists_with_link(pieces) if works else _lists_without(pieces, beside, set_off=set_off)


def _lists_with_link(pieces: list[Piece]) -> bool:
    """Tell a line with a work's link that says what it leads to, or begins as a list's line."""
    text = words(pieces)
    longest = _LONGEST_SAID if _says_what(pieces) else _LONGEST if _LIST_LINE.match(text) else 0
    return len(text.split()) < longest


def _lists_without(pieces: list[Piece], beside: str, *, set_off: bool) -> bool:
    """Tell a work of which no link is known to lead to one, `beside` the words around links."""
    short = len(beside.split()) < _LONGEST
    return _led_by_link(pieces) or (set_off and short and _says_what(pieces))


def _says_what(pieces: list[Piece]) -> bool:
    """Tell whether a link says what it leads to, or where the work was published."""
    return any(outward(piece) and _is_said(piece.text) for piece in pieces)


def _is_set_off(first: Segment | None) -> bool:
    """Tell whether a line begins with a link or in bold."""
    return first is not None and (first.kind == "link" or bool(first.style & BOLD))


def _announces(first: Segment | None) -> bool:
    """Tell whether a line begins with words that announce what follows: "Our paper:"."""
    return first is not None and first.kind == "text" and first.text.endswith((":", "："))


def _led_by_link(pieces: list[Piece]) -> bool:
    """Tell "[Title](...) - by somebody": what follows the link describes it, and is no sentence."""
    shown = [piece for piece in pieces if piece.text.strip()]
    led = bool(shown) and outward(shown[0]) and not shown[0].badge and not is_label(shown[0].text)
    rest = words(shown[1:])
    return led and (not rest or bool(_DESCRIBES.match(rest))) and len(rest.split()) < _LONGEST


def _is_said(label: str) -> bool:
    """Tell a label that says what a link leads to, or where the work was published."""
    return (is_label(label) and not label.startswith("http")) or names_venue(label)
