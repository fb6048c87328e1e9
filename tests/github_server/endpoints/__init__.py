"""Which endpoints are there? One module for each part of GitHub's REST API, in a fixed order."""

from tests.github_server.endpoints import (
    comments,
    commits,
    contents,
    git_data,
    graphql,
    issues,
    labels,
    pulls,
    reactions,
    refs,
    repository,
    statuses,
)
from tests.github_server.routing import Route

MODULES = (
    repository,
    issues,
    comments,
    reactions,
    labels,
    pulls,
    refs,
    git_data,
    contents,
    statuses,
    commits,
    graphql,
)
ROUTES: tuple[Route, ...] = tuple(route for module in MODULES for route in module.ROUTES)
