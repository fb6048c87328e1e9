"""What does a process of its own need, to work on a list on GitHub as a workflow's job does?"""

import os
import socket

from bot.settings import ADDRESSES


def environment(url: str) -> dict[str, str]:
    """Give what a workflow would give, with all services at a place where nobody answers."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
    return {
        "PATH": os.environ["PATH"],
        "GITHUB_TOKEN": "workflow-token",
        "GITHUB_REPOSITORY": "octo/papers",
        "GITHUB_API_URL": url,
        "GITHUB_GRAPHQL_URL": f"{url}/graphql",
        **dict.fromkeys(ADDRESSES, nobody),
    }
