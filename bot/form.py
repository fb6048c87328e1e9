"""What did this issue body say: which answer to which question, and what was it no answer to?

GitHub writes an issue form into the body as one block for each field, in the form's order:

    ### <label>
    <blank line>
    <answer>

- Only the label is written, never the field's id, so a label line is `### <label>` and nothing
  else. Spaces after it, closing hashes (`### Title ###`) and CRLF are tolerated, and so is another
  level of headings where no label has this one, as somebody writes by hand.
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
from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.model.form import Field, RawSubmission
from bot.text.placeholder import is_placeholder

# An info string is one short word: a link there would be an answer, and must not be lost.
OPENING_FENCE = re.compile(r"(`{3,}+|~{3,}+)[ \t]*+[\w.+#-]{0,30}+[ \t]*+(?:\n|\Z)")
FENCES = ("```", "~~~")
HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+\S")
ANY_HEADING = re.compile(r"^(#{1,6}) (.*)", re.MULTILINE)
GITHUBS = "\n### "
# Another question below a fence that ends, as GitHub writes both.
NEXT_QUESTION = r"\n(?=### \S[^\n]*(?:\n\n|\Z))"
UNCHOSEN = ("", "_No response_", "None")
BOX = re.compile(r"[-*+] \[([ xX])\] ")


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
        values={id_: said[0] for id_, said in answers.items() if len(said) == 1 and said[0]},
        ambiguous={id_: tuple(said) for id_, said in answers.items() if len(said) > 1},
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
    labels = {field.label: field for field in fields}
    body = "\n" + body.replace("\r\n", "\n").replace("\r", "\n")
    mark = _mark_of_labels(body, labels)
    chunks = body.split(mark)
    field, block = None, chunks[:1]
    for chunk in chunks[1:]:
        heading, _, text = chunk.partition("\n")
        if next_field := labels.get(_without_hashes(heading.rstrip())):
            yield field, mark.join(block)
            field, block = next_field, [text]
        else:
            block.append(chunk)
    yield field, mark.join(block)


def _mark_of_labels(body: str, labels: Collection[str]) -> str:
    """Give what stands before the labels: GitHub's three hashes, or those of whoever wrote them."""
    levels = (
        f"\n{heading[1]} "
        for heading in ANY_HEADING.finditer(body)
        if _without_hashes(heading[2].rstrip()) in labels
    )
    first = next(levels, GITHUBS)
    return first if first == GITHUBS or GITHUBS not in levels else GITHUBS


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
    lines, fence = text.split("\n"), ""
    for at, line in enumerate(lines):
        start = line.lstrip()
        if start.startswith(FENCES) and (not fence or start.startswith(fence)):
            fence = "" if fence else start[:3]
        elif not fence and HEADING.match(line):
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
