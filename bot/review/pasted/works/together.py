"""Which of these lines are about one work?

People put a work's paper, code, page, slides and video next to each other, with or without labels,
its title on the line above, and several works one below the other. So:

- A line that leads to a paper begins a work, unless the work at hand has no paper yet, or the line
  is labelled and leads to the same work elsewhere ("arXiv: ...", "OpenReview: ...").
- What is no paper (a repository, a page, a video) and has no name of its own stands beside the only
  paper of the text; among several papers, beside the one above it if that has a name, if each has
  such lines, or if it is labelled. Else it is a work of its own.
- Words without a link that may be a name belong to what follows them in the same block of lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.importers import role_of_line
from bot.model.papers.imported import ImportedPaper
from bot.review.pasted.works.labels import is_label
from bot.review.pasted.works.lines import Ref, SubmittedLine, is_single


@dataclass(slots=True)
class WorkLines:
    """The lines that are about one work; `read` is what a bibliography's entry says of it."""

    lines: list[SubmittedLine] = field(default_factory=list)
    read: ImportedPaper | None = None

    @property
    def refs(self) -> list[Ref]:
        """All links of the work, each once."""
        return list({ref.url: ref for line in self.lines for ref in line.refs}.values())

    @property
    def papers(self) -> list[Ref]:
        """Those that lead to papers."""
        return [ref for ref in self.refs if ref.is_paper]

    @property
    def works(self) -> set[str]:
        """The ids that its links name."""
        return {ref.work for ref in self.refs if ref.work}


def together(lines: Sequence[SubmittedLine]) -> tuple[list[WorkLines], list[SubmittedLine]]:
    """Give the works that lines are about, in order, and the lines that are about none."""
    lines = _paired(_one_block(lines))
    papers, _ = _grouped([line for line in lines if line.papers], several=True)
    several = len(papers) > 1
    return _grouped(lines, several=several)


def _grouped(
    lines: Sequence[SubmittedLine], *, several: bool
) -> tuple[list[WorkLines], list[SubmittedLine]]:
    works: list[WorkLines] = []
    unread: list[SubmittedLine] = []
    above: list[SubmittedLine] = []
    for at, line in enumerate(lines):
        at_hand = works[-1] if works else None
        if line.refs:
            opened = [name for name in above if _same_block(name, line)]
            unread += [name for name in above if name not in opened]
            above = []
            if at_hand and not opened and _belongs(line, at_hand, lines, several=several):
                at_hand.lines.append(line)
            else:
                works.append(WorkLines([*opened, line]))
        elif at_hand and not above and _describes(line, at_hand):
            at_hand.lines.append(line)
        elif _may_name(line) and any(_same_block(line, other) for other in _next(lines, at)):
            above.append(line)
        else:
            unread.append(line)
    return works, unread + above


def _is_named(line: SubmittedLine) -> bool:
    """Tell a line whose words name its work from one that says something else of it."""
    return line.named and role_of_line(line.text) in {"", "title"}


def _may_name(line: SubmittedLine) -> bool:
    """Tell a name from a salutation, which ends in a comma."""
    return line.named and not line.written.endswith((",", "，", "、"))


def _describes(line: SubmittedLine, work: WorkLines) -> bool:
    """Tell a line that says something of the work above it: "Authors: ...", "Venue: ..."."""
    role = role_of_line(line.text)
    titled = role == "title" and any(map(_is_named, work.lines))
    return bool(role) and not titled


def _one_block(lines: Sequence[SubmittedLine]) -> list[SubmittedLine]:
    """Take lines that all stand alone between empty lines, as phones write them, for one block."""
    blocks = [line.block for line in lines]
    alone = len(set(blocks)) == len(blocks)
    return [line._replace(block=0) if alone else line for line in lines]


def _paired(lines: list[SubmittedLine]) -> list[SubmittedLine]:
    """Put papers and what goes with them in pairs, where as many labelled links follow them all."""
    linked = [line for line in lines if line.refs]
    half = len(linked) // 2
    papers, others = linked[:half], linked[half:]
    labelled = bool(others) and any(ref.labelled for ref in others[0].refs)
    kinds = {ref.kind for line in others for ref in line.refs}
    alike = half > 1 and len(others) == half and len(kinds) == 1 and labelled
    if not alike or any(line.named for line in lines) or not all(line.papers for line in papers):
        return lines
    pairs = zip(papers, others, strict=True)
    return [line._replace(block=0) for pair in pairs for line in pair]


def _next(lines: Sequence[SubmittedLine], at: int) -> Iterator[SubmittedLine]:
    """Give the next line that has links, if only names and labels stand between."""
    for line in lines[at + 1 :]:
        if line.refs:
            yield line
        if line.refs or not (line.named or is_label(line.words)):
            return


def _same_block(line: SubmittedLine, other: SubmittedLine) -> bool:
    return line.block == other.block or line.heading or not other.named


def _belongs(
    line: SubmittedLine, work: WorkLines, lines: Sequence[SubmittedLine], *, several: bool
) -> bool:
    """Tell whether a line with links goes on about the work at hand."""
    if line.papers:
        return _is_same_paper(line, work)
    labelled = all(ref.labelled for ref in line.refs)
    if line.named and not labelled:
        return False
    if not work.papers:
        kinds = {ref.kind for ref in work.refs}
        return labelled or kinds.isdisjoint(ref.kind for ref in line.refs)
    if not several:
        return True
    if line.block != work.lines[-1].block:
        return False
    block = [other for other in lines if other.block == line.block]
    return labelled or any(map(_is_named, work.lines)) or _is_regular(block)


def _is_same_paper(line: SubmittedLine, work: WorkLines) -> bool:
    """Tell whether a line with a paper completes the work at hand: its first, or one elsewhere."""
    if line.named and work.lines and any(other.named for other in work.lines):
        return False
    ids = {ref.work for ref in line.papers if ref.work}
    if ids and ids & work.works:
        return True
    shared = {_family(id_) for id_ in ids} & {_family(id_) for id_ in work.works}
    rivals = any(map(is_single, shared))
    near = line.block == work.lines[-1].block
    if rivals or line.named or not near:
        return False
    if not work.papers:
        return all(ref.labelled for ref in work.refs) or len(work.lines) == 1
    return all(ref.labelled for ref in line.papers)


def _family(work: str) -> str:
    return work.partition(":")[0]


def _is_regular(block: Iterable[SubmittedLine]) -> bool:
    """Tell a block in which each paper has lines of its own beside it, or that has one paper."""
    kinds = [bool(line.papers) for line in block if line.refs]
    if kinds.count(True) == 1:
        return True
    pairs = list(zip(kinds, [*kinds[1:], True], strict=True))
    return bool(kinds) and kinds[0] and not any(one and next_ for one, next_ in pairs)


def united(works: Sequence[WorkLines]) -> list[WorkLines]:
    """Unite works with an id in common, and what has no paper and no name with the only paper."""
    kept: list[WorkLines] = []
    for work in works:
        twin = next((other for other in kept if other.works & work.works), None)
        if twin:
            twin.lines += work.lines
            twin.read = twin.read or work.read
        else:
            kept.append(work)
    papers = [work for work in kept if work.papers]
    if len(papers) != 1:
        return kept
    beside = [w for w in kept if w is not papers[0] and not any(line.named for line in w.lines)]
    for work in beside:
        papers[0].lines += work.lines
    return [work for work in kept if work not in beside]
