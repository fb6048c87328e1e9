"""Do the comments of the example folder order what their files say? Its README tells how to add."""

from pathlib import Path

import pytest

from bot.commands import read
from bot.model.commands.command import Command, Misused, Unknown

FOLDER = Path(__file__).parents[1] / "examples" / "commands"
COMMENTS = sorted(FOLDER.glob("comments/*.md"))


def blocks(name: str) -> list[str]:
    """Give the blocks of a file, without its notes."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    return [block.strip("\n") for block in text.split("\n%%\n")]


def told(order: Command | Misused | Unknown) -> str:
    """Write an order as the example files do."""
    if isinstance(order, Unknown):
        return f"unknown /{order.word}"
    if isinstance(order, Misused):
        return f"answered /{order.name}"
    setting = f"{order.setting.field} {order.setting.value}" if order.setting else ""
    return f"/{order.name} {order.text}{setting}".strip()


@pytest.mark.parametrize("mail", blocks("mails.txt"))
def test_what_a_mail_program_quotes_orders_nothing(mail: str) -> None:
    quoted = f"{mail}\n\nbob writes that it is good\n\n/approve\n- /decline\n"

    assert read(quoted) == ()
    assert read(f"Fine.\n\n/hold\n\n{quoted}") == (Command("hold"),)


@pytest.mark.parametrize("prose", blocks("prose.txt"))
def test_what_only_looks_like_a_mail_hides_no_order(prose: str) -> None:
    assert read(f"{prose}\n/approve") == (Command("approve"),)
    assert read(f"{prose}\n\n/approve") == (Command("approve"),)


@pytest.mark.parametrize("path", COMMENTS, ids=lambda path: path.stem)
def test_a_comment_orders_what_stands_beside_it(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text("utf-8").splitlines()

    assert [told(order) for order in read(path.read_text("utf-8"))] == expected
