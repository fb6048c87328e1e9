"""Are workflows, action and issue forms valid by GitHub's schemas, and safe by zizmor?

Run by `make lint`. Both tools bring their rules and schemas along and need no network.
"""

import subprocess
import sys
from pathlib import Path

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


def main() -> int:
    """Run every check, also after one has failed; gives the exit code."""
    return max(subprocess.run(command, cwd=ROOT, check=False).returncode for command in checks())


if __name__ == "__main__":
    sys.exit(main())
