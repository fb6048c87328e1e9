"""Which words and signs of a template go with a value, and are left out where an entry lacks it?

Every entry that a list has may tell its venue; the next one need not. Around each such value the
stretch is found that says nothing without it: its emphasis, brackets or link, and what leads to it.
"""

import re
from collections.abc import Sequence

from bot.adoption.words import Token
from bot.model.lists.template import Slot

# A title every entry has; a kind, and what the title leads to, have words where they are missing.
_ALWAYS = frozenset(("title", "url", "kind"))
_TITLE = Slot("title")
_NAME = Slot("short_name")
_SHORT_YEAR = Slot("year", "%y")
_HTML = re.compile(r"<(?:t[drh]|li|details|summary|h\d)\b")
_CLOSING = {"[": "]", "(": ")", "{": "}"}
_TWINS = ("*", "**", "_", "__", "`", '"')
_BREAKS = frozenset(",.;–—-·•|/&")
_BULLETS = frozenset("-*+•")
_LAST_SIGN = 0x2190  # quotation marks and dashes come before the arrows and pictures


def loosened(tokens: Sequence[Token], stretch: Sequence[int]) -> list[int]:
    """Give for each token the optional stretch that it is in (0: none), for every value one."""
    loose = list(stretch)
    for at, token in enumerate(tokens):
        if isinstance(token, Slot) and token.name not in _ALWAYS and not loose[at]:
            low, high = _Surroundings(tokens, loose).stretch(at)
            if not any(loose[low:high]):
                loose[low:high] = [max(loose) + 1] * (high - low)
    return loose


class _Surroundings:
    """What stands around a value: its line or cell, and in it what is enclosed together."""

    def __init__(self, tokens: Sequence[Token], stretch: Sequence[int]) -> None:
        self.tokens = tokens
        self.taken = stretch
        self.is_row = tokens[0] == "|"

    def stretch(self, at: int) -> tuple[int, int]:
        """Give where the stretch of a value begins and ends."""
        first, last = self._line(at)
        if _HTML.search("".join(map(str, self.tokens[first:last]))):  # an empty cell stays
            return at, at
        if first and not self.is_row and self._slots(first, last) == 1:
            return self._break_before(first), last
        first = self._behind_bullet(first, last)
        if self.tokens[at] == _NAME and (self.is_row or self._slots(first, last) == 1):
            return at, at  # the title takes its place
        low, high = at, self._behind_year(at + 1)
        while enclosed := self._enclosed(low, high, first, last):
            if self._slots(*enclosed) > 1 and not self._is_link(*enclosed):
                if self.tokens[at] == _NAME and _TITLE not in self.tokens[slice(*enclosed)]:
                    return at, at  # the words of a link: the title takes its place
                first, last = enclosed[0] + 1, enclosed[1] - 1
                break
            low, high = enclosed
        return self._led(low, high, first, last)

    def _line(self, at: int) -> tuple[int, int]:
        """Give the line, or the cell of a row, in which a token stands."""
        first = at
        while first and not self._parts(first - 1):
            first -= 1
        last = at
        while last < len(self.tokens) and not self._parts(last):
            last += 1
        while self.is_row and first < at and self.tokens[first] == " ":
            first += 1
        while self.is_row and last > at + 1 and self.tokens[last - 1] == " ":
            last -= 1
        return first, last

    def _parts(self, at: int) -> bool:
        words = self.tokens[at]
        return isinstance(words, str) and ("\n" in words or (self.is_row and words == "|"))

    def _break_before(self, first: int) -> int:
        """Give the place of the line break before a line, unless it goes with another value."""
        return first if self.taken[first - 1] else first - 1

    def _behind_bullet(self, first: int, last: int) -> int:
        at = first
        while at < last and self._is_blank(at):
            at += 1
        if at + 1 < last and self.tokens[at] in _BULLETS and self._is_blank(at + 1):
            return at + 2
        numbered = self.tokens[at : at + 2] in (("1", "."), ["1", "."], ("1", ")"), ["1", ")"])
        return at + 3 if numbered and at + 2 < last and self._is_blank(at + 2) else at

    def _behind_year(self, at: int) -> int:
        """Give the place behind a year that touches what is before it: "ICML'24", "ICML24"."""
        mark = at + (self.tokens[at : at + 1] in (("'",), ["'"]))
        return mark + 1 if self.tokens[mark : mark + 1] in ((_SHORT_YEAR,), [_SHORT_YEAR]) else at

    def _slots(self, low: int, high: int) -> int:
        return sum(isinstance(token, Slot) for token in self.tokens[low:high])

    def _is_link(self, low: int, high: int) -> bool:
        """Tell whether tokens are a link or a badge without the title: its values go together."""
        inside = self.tokens[low:high]
        return "](" in "".join(token for token in inside if isinstance(token, str)) and not any(
            isinstance(token, Slot) and token.name in _ALWAYS for token in inside
        )

    def _enclosed(self, low: int, high: int, first: int, last: int) -> tuple[int, int] | None:
        """Give the nearest brackets or emphasis around tokens, a link's both brackets as one."""
        open_: list[int] = []
        for at in range(first, low):
            token = self.tokens[at]
            if isinstance(token, Slot):
                continue
            if open_ and token == self._closes(open_[-1]):
                open_.pop()
            elif token in _CLOSING or token in _TWINS:
                open_.append(at)
        while open_:
            begin = open_.pop()
            end = self._end(begin, high, last)
            if end is not None:
                return self._linked(begin, end, first, last)
        return None

    def _closes(self, at: int) -> str:
        token = str(self.tokens[at])
        return _CLOSING.get(token, token)

    def _end(self, begin: int, high: int, last: int) -> int | None:
        """Give where what begins with a bracket or a twin is closed, behind its sign."""
        opening, closing = self.tokens[begin], self._closes(begin)
        depth = 1
        for at in range(high, last):
            depth -= self.tokens[at] == closing
            depth += self.tokens[at] == opening != closing
            if not depth:
                return at + 1
        return None

    def _linked(self, begin: int, end: int, first: int, last: int) -> tuple[int, int]:
        """Take a link's label to its address, and its address to its label."""
        if self.tokens[begin] == "(" and begin > first and self.tokens[begin - 1] == "]":
            depth = 0
            for at in range(begin - 1, first - 1, -1):
                depth += (self.tokens[at] == "]") - (self.tokens[at] == "[")
                if not depth:
                    begin = at
                    break
        elif self.tokens[begin] == "[" and end < last and self.tokens[end] == "(":
            end = self._end(end, end + 1, last) or end
        if self.tokens[begin] == "[" and begin > first and self.tokens[begin - 1] == "!":
            begin -= 1
        return begin, end

    def _led(self, low: int, high: int, first: int, last: int) -> tuple[int, int]:
        """Add what leads to a value, or, where it comes first, what leads on from it."""
        begin = self._lead(low, first)
        end = self._words_behind(high, last)
        if begin == first:
            end = max(end, high)
            while end < last and (self._is_blank(end) or self._is_break(end, ":")):
                end += 1
        return begin, end

    def _lead(self, low: int, first: int) -> int:
        """Give where the label, the sign and the blanks before a value begin."""
        at = self._back(low, first, ":")
        if at > first and self._is_word(at - 1) and not any(map(self._is_break, range(at, low))):
            while at > first and (self._is_word(at - 1) or self._is_blank(at - 1)):
                at -= 1
        return self._back(at, first, "")

    def _back(self, at: int, first: int, also: str) -> int:
        while at > first and (self._is_blank(at - 1) or self._is_break(at - 1, also)):
            at -= 1
        return at

    def _words_behind(self, high: int, last: int) -> int:
        """Give where the words end that say what a value is: "12 citations"."""
        at = high
        while at < last and (self._is_blank(at) or self._is_word(at)):
            at += 1
        while at > high and self._is_blank(at - 1):
            at -= 1
        return at if at == last or self._is_break(at) else high

    def _is_blank(self, at: int) -> bool:
        token = self.tokens[at]
        return isinstance(token, str) and token.isspace() and not self.taken[at]

    def _is_word(self, at: int) -> bool:
        token = self.tokens[at]
        return isinstance(token, str) and token.isalnum() and not self.taken[at]

    def _is_break(self, at: int, also: str = "") -> bool:
        token = self.tokens[at]
        known = isinstance(token, str) and not self.taken[at]
        return known and (token in _BREAKS or (token == also != "") or _is_picture(str(token)))


def _is_picture(token: str) -> bool:
    """Tell an emoji, which stands for the label of what follows it."""
    return len(token) == 1 and ord(token) > _LAST_SIGN and not token.isalnum()
