"""Is a line of a paragraph a work that somebody lists, or prose that mentions one?"""

import re

from bot.importers.phrases.published import names_venue
from bot.importers.phrases.segments import Segment, classify, is_label, segments
from bot.importers.works.works import is_prose, is_work_link, names_list, outward
from bot.markdown.tree.pieces import BOLD, Piece, words

_NUMBERED = re.compile(r"\[\d{1,4}\]\s+\S")
_LIST_LINE = re.compile(r"\s*(?:[-*+•]|\(?\d{1,4}[.):\]]|\[\d{1,4}\])\s+")
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
    if is_prose(plain := "".join(p.text if p.kind == "text" else " " for p in pieces)):
        return False
    said = any(outward(piece) and _is_said(piece.text) for piece in pieces)
    if not works:
        return _led_by_link(pieces) or (said and set_off and len(plain.split()) < 60)
    length = len(text.split())
    return (said and length < 80) or (length < 60 and bool(_LIST_LINE.match(text)))


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
    return led and (not rest or bool(_DESCRIBES.match(rest))) and len(rest.split()) < 60


def _is_said(label: str) -> bool:
    """Tell a label that says what a link leads to, or where the work was published."""
    return (is_label(label) and not label.startswith("http")) or names_venue(label)
