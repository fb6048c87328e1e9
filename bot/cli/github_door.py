"""How is the door to GitHub built from the environment?

By itself, since it takes a quarter of a second to import, and most commands never ask GitHub.
"""

from bot.errors import UsageError
from bot.github_api.hub import Hub
from bot.model import paths
from bot.settings import GitHub
from bot.store import upkeep

PATHS = (
    *(*paths.LISTED, paths.PICTURES),
    *(upkeep.DECISIONS, upkeep.OBSERVATIONS),
)


def github_for(chosen: GitHub) -> Hub:
    """Build the door to GitHub; raises UsageError where the environment does not name one."""
    if not chosen.token or not chosen.repository:
        raise UsageError("set GITHUB_TOKEN and GITHUB_REPOSITORY (owner/name), as workflows do")
    return Hub(
        chosen.token,
        chosen.repository,
        paths=PATHS,
        login=chosen.login,
        api_url=chosen.api_url,
        graphql_url=chosen.graphql_url,
    )
