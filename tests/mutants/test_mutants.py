"""Are mutants small changes in place, each of which Python can read?"""

from pathlib import Path

from tests.mutants.mutant import mutants
from tests.mutants.nearest import nearest_tests
from tests.mutants.patterns import tweaked

ROOT = Path(__file__).parents[2]
SOURCE = '''"""What is that?"""

WORD = 'é'


def f(a: int, b: str = "x") -> bool:
    """Compare."""
    return a > 1 and not g(a, b.strip()) or f"{a or b}"
'''
EXPECTED = [
    (3, "text", "''"),
    (8, "return None", "None"),
    (6, "text", "''"),
    (8, "drop operand", "f'{a or b}'"),
    (8, "drop operand", "a > 1 and (not g(a, b.strip()))"),
    (8, "and/or", "(a > 1 and (not g(a, b.strip()))) and f'{a or b}'"),
    (8, "drop operand", "not g(a, b.strip())"),
    (8, "drop operand", "a > 1"),
    (8, "and/or", "a > 1 or not g(a, b.strip())"),
    (8, "compare", "a >= 1"),
    (8, "not", "g(a, b.strip())"),
    (8, "const", "2"),
    (8, "const", "0"),
    (8, "swap args", "g(b.strip(), a)"),
    (8, "drop .strip", "b"),
]


def test_each_mutant_differs_in_one_place(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text(SOURCE, "utf-8")
    found = list(mutants(tmp_path, "m.py"))

    assert [(each.line, each.operator, each.after) for each in found] == EXPECTED
    for each in found:
        changed = [
            one
            for one, other in zip(SOURCE.split("\n"), each.source.split("\n"), strict=True)
            if one != other
        ]
        assert len(changed) == 1


def test_of_a_pattern_a_piece_goes_and_of_a_text_nothing() -> None:
    assert list(tweaked("just a text.")) == []
    assert list(tweaked(r"(?:ab|c)+\b")) == [r"(?:c)+\b", r"(?:ab|c)\b", "(?:ab|c)+"]


def test_the_nearest_tests_are_there() -> None:
    for module in ("bot/form.py", "bot/dedupe/parse/pages.py", "bot/links/url.py"):
        found = nearest_tests(ROOT, module)
        assert found[0] == f"tests/{module.split('/')[1].removesuffix('.py')}"
        assert all((ROOT / path).exists() for path in found)
