"""What do these lines say, of which it is known that they are about one work?"""

from collections.abc import Sequence

from bot.importers.phrases.roles import Role, role_of
from bot.importers.works.sections import Section
from bot.importers.works.works import LabelledPart, build, labelled
from bot.markdown.tree.inline import scan
from bot.model.papers.imported import ImportedPaper

LONGEST_LINE = 2_000  # characters; a longer line is no work's


def read_work(lines: Sequence[str]) -> ImportedPaper | None:
    """Read a few lines as those of a README: its title's line, and others with or without labels.

    None if they name nothing.
    """
    pieces = (scan(line[:LONGEST_LINE], {}) for line in lines)
    return build([labelled(line) or LabelledPart("", line) for line in pieces], Section())


def role_of_line(line: str) -> Role:
    """Tell what a line announces before its colon ("Venue: SOSP 2023"); "" if it does not."""
    part = labelled(scan(line[:LONGEST_LINE], {}))
    return part.role if part else ""


def role_of_label(words: str) -> Role:
    """Tell what words announce that stand alone, as a heading or before a line ("论文标题")."""
    return role_of(words)
