"""Are workflows, action and issue forms valid by GitHub's schemas, and safe by zizmor?

Run by `make lint`. Both tools bring their rules and schemas along and need no network.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bot.render.github.files.workflows import UPDATES, workflows

ROOT = Path(__file__).parents[1]
TOOLS = Path(sys.executable).parent
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"


def checks() -> list[list[str | Path]]:
    """List the commands that must all succeed."""
    schema = TOOLS / "check-jsonschema"
    forms = [path for path in FORMS if path.name != "config.yml"]
    return [
        [schema, "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
        [schema, "--builtin-schema", "vendor.github-actions", ACTION],
        [schema, "--builtin-schema", "vendor.github-issue-forms", *forms],
        [
            schema,
            "--builtin-schema",
            "vendor.github-issue-config",
            FORMS[0].with_name("config.yml"),
        ],
        [TOOLS / "zizmor", "--offline", "--pedantic", "--no-progress", *WORKFLOWS, ACTION],
    ]


def made(folder: Path) -> list[list[str | Path]]:
    """List the commands that check what `bot init` writes into a repository."""
    schema = TOOLS / "check-jsonschema"
    files = workflows(f"owner/bot@{'0' * 40} # v1.0.0")
    for file in files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_text(file.text, "utf-8")
    flows = [folder / file.path for file in files if file.path != UPDATES]
    return [
        [schema, "--builtin-schema", "vendor.github-workflows", *flows],
        [schema, "--builtin-schema", "vendor.dependabot", folder / UPDATES],
        [TOOLS / "zizmor", "--offline", "--no-progress", *flows, folder / UPDATES],
    ]


def main() -> int:
    """Run every check, also after one has failed; gives the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        commands = [*checks(), *made(Path(folder))]
        return max(subprocess.run(each, cwd=ROOT, check=False).returncode for each in commands)


if __name__ == "__main__":
    sys.exit(main())
