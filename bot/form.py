"""What did this issue body say: which answer to which question, and what was it no answer to?

GitHub writes an issue form into the body as one block for each field, in the form's order:

    ### <label>
    <blank line>
    <answer>

- Only the label is written, never the field's id, so a label line is `### <label>` and nothing
  else. Spaces after it, closing hashes (`### Title ###`) and CRLF are tolerated, and so is another
  level of headings where no label has this one, as somebody writes by hand. Where no label stands
  there as the form has it, other capitals, a colon, bold lines and translations, as browsers make
  them (`form_labels.toml`), are tolerated, too.
- A text area with `render: text` puts its answer into a fence. A person who edits the body may
  write on below the fence, lengthen it or forget to close it.
- A field left empty reads `_No response_`, an empty fence, or, for a choice, `None`. People type
  `None`, "N/A" or "coming soon" into text fields and mean the same, so these are empty everywhere.
- An input or a choice holds one line. What stands below it is text of no field.

The blocks are GitHub's, the text in them anybody's. So a label counts wherever it stands, also
inside a fence: nobody can then hide a question or answer it twice unseen. A label that stands
there twice makes its field ambiguous, and no answer is chosen. Any other heading, outside a fence,
ends the answer above it: an earlier or later form had that question, or a person wrote it. It and
what stands below it are text of no field.

A body without labels (written by hand, or by a phone that drops them) is one leftover. Finding
links in leftovers is up to the reader of this room's answer, where `links` has no value.

Sources: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
and the fixtures of https://github.com/github/issue-parser
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.markdown.fences import Fences
from bot.model.form import Field, RawSubmission
from bot.text.lexicon.placeholder import is_placeholder
from bot.text.lexicon.tables import phrases_of, read_table

# An info string is one short word: a link there would be an answer, and must not be lost.
OPENING_FENCE = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+[\w.+#-]{0,30}+[ \t]*+(?:\n|\Z)")
HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+\S")
ANY_HEADING = re.compile(r"^(#{1,6}) (.*)", re.MULTILINE)
BOLD = re.compile(r"^(?:\*\*|__)([^*_\n]{2,60}?)(?:\*\*|__)[ \t]*[:：]?[ \t]*$", re.MULTILINE)
GITHUBS = "\n### "
# Another question below a fence that ends, as GitHub writes both.
NEXT_QUESTION = r"\n(?=### \S[^\n]*(?:\n\n|\Z))"
UNCHOSEN = ("", "_No response_", "None")
# By the id of a field, what its label is called in other languages.
ALSO: dict[str, frozenset[str]] = {
    id_: frozenset(phrases_of(names))
    for id_, names in read_table("bot", "form_labels.toml").items()
}
BOX = re.compile(r"[-*+] \[([ xX])\] ")


class _Labels(NamedTuple):
    """The fields by what they are called in a body; `written` if that is said in its headings."""

    fields: Mapping[str, Field]
    exact: bool
    written: bool = True

    def of(self, heading: str) -> Field | None:
        """Give the field whose label a heading is."""
        return self.fields.get(_without_hashes(heading.rstrip()) if self.exact else _key(heading))


def read(body: str, fields: Sequence[Field]) -> RawSubmission:
    """Take an issue's body apart by the labels of `fields`; never fails, and drops no text."""
    answers: dict[str, list[str]] = {field.id: [] for field in fields}
    leftovers: list[str] = []
    for field, block in _blocks(body, fields):
        text = block.strip()
        if field:
            answer, rest = _answer(text, field)
            answers[field.id].append(answer)
            leftovers += [rest] if rest.strip("`~ \n") else []
        elif text:
            leftovers.append(text)
    return RawSubmission(
        values={id_: texts[0] for id_, texts in answers.items() if len(texts) == 1 and texts[0]},
        ambiguous={id_: tuple(texts) for id_, texts in answers.items() if len(texts) > 1},
        leftovers=tuple(leftovers),
    )


def which(body: str, forms: Iterable[Sequence[Field]]) -> Sequence[Field] | None:
    """Tell which of `forms` the body was written with: the one whose label stands first in it.

    None if the body holds no label of any of them.
    """
    form_of = {field: form for form in forms for field in form}
    first = next((field for field, _ in _blocks(body, tuple(form_of)) if field), None)
    return form_of[first] if first else None


def _blocks(body: str, fields: Sequence[Field]) -> Iterator[tuple[Field | None, str]]:
    """Yield each label's field with the text below it; first, without one, the text above all."""
    body = "\n" + body.replace("\r\n", "\n").replace("\r", "\n")
    labels = _labels(fields, body)
    if not labels.written:
        body = BOLD.sub(lambda line: f"### {line[1]}" if labels.of(line[1]) else line[0], body)
    mark = _mark_of_labels(body, labels)
    chunks = body.split(mark)
    field, block = None, chunks[:1]
    for chunk in chunks[1:]:
        heading, _, text = chunk.partition("\n")
        if next_field := labels.of(heading):
            yield field, mark.join(block)
            field, block = next_field, [text]
        else:
            block.append(chunk)
    yield field, mark.join(block)


def _labels(fields: Sequence[Field], body: str) -> _Labels:
    """Give the labels as the form has them, or, where the body has none of those, as people do."""
    exact = _Labels({field.label: field for field in fields}, exact=True)
    if any(exact.of(heading[2]) for heading in ANY_HEADING.finditer(body)):
        return exact
    also = {name: field for field in fields for name in ALSO.get(field.id, ())}
    loose = _Labels(also | {_key(field.label): field for field in fields}, exact=False)
    written = any(loose.of(heading[2]) for heading in ANY_HEADING.finditer(body))
    return loose._replace(written=written)


def _key(heading: str) -> str:
    """Give a heading as labels are compared: in small letters, without what ends it."""
    return _without_hashes(heading.rstrip()).strip(" \t*_:：").casefold()


def _mark_of_labels(body: str, labels: _Labels) -> str:
    """Give what stands before the labels: GitHub's three hashes, or those of whoever wrote them."""
    levels = (f"\n{heading[1]} " for heading in ANY_HEADING.finditer(body) if labels.of(heading[2]))
    first = next(levels, GITHUBS)
    return GITHUBS if GITHUBS in levels else first


def _without_hashes(heading: str) -> str:
    """Take the hashes off that may close a heading (CommonMark 4.2)."""
    bare = heading.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else heading


def _answer(text: str, field: Field) -> tuple[str, str]:
    """Give the answer that the text below a label holds, "" if it was left empty, and the rest."""
    if field.kind == "dropdown":
        answer, _, rest = text.partition("\n")
        # What a list calls a category is up to its owner.
        return "" if answer.strip() in UNCHOSEN else answer.strip(), rest.strip()
    opening = OPENING_FENCE.match(text)
    answer, rest = _unwrapped(text, opening) if opening else _before_heading(text)
    if field.kind == "checkboxes":
        answer = _ticked(answer)
    elif field.kind == "input":
        answer, _, below = answer.partition("\n")
        rest = "\n\n".join(filter(None, (below.strip(), rest)))
    answer = answer.strip()
    return "" if is_placeholder(answer) else answer, rest


def _before_heading(text: str) -> tuple[str, str]:
    """Part a text at its first heading outside a block of code."""
    lines, fences = text.split("\n"), Fences()
    for at, line in enumerate(lines):
        if not fences.around(line) and HEADING.match(line):
            return "\n".join(lines[:at]).strip(), "\n".join(lines[at:]).strip()
    return text, ""


def _unwrapped(text: str, opening: re.Match[str]) -> tuple[str, str]:
    """Take off the fence that an answer begins with, closed or not; give it, and the rest.

    A fence that ends the answer is taken for the closing one, so that an answer which holds
    fences itself comes back as it was typed; else it is the first that could close.
    """
    mark = opening[1]
    inside, rest = "\n" + text[opening.end() :], ""
    if end := re.search(rf"\n{re.escape(mark)}\n{NEXT_QUESTION}", inside):
        rest = inside[end.end() :].strip()
        return inside[: end.start()].strip(), rest
    above, _, last = inside.rpartition("\n")
    if last.startswith(mark) and not last.strip(mark[0]):
        return above.strip(), ""
    # A closing fence is at least as long as the opening one, and alone (CommonMark 4.5).
    closing = re.search(rf"\n{mark[0]}{{{len(mark)},}}+[ \t]*+(?=\n|\Z)", inside)
    if closing:
        below, rest = _before_heading(inside[closing.end() :])
        inside = f"{inside[: closing.start()]}\n{below.strip()}"
    return inside.strip(), rest


def _ticked(answer: str) -> str:
    """Give the labels of the ticked boxes, one per line, and whatever else was written there."""
    boxes = ((BOX.match(line), line) for line in answer.split("\n"))
    return "\n".join(
        line[box.end() :] if box else line for box, line in boxes if box is None or box[1] in "xX"
    ).strip()
