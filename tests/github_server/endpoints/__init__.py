"""Which endpoints are there? One module for each part of GitHub's REST API, in a fixed order."""

from tests.github_server.endpoints.comments import ROUTES as COMMENTS
from tests.github_server.endpoints.commits import ROUTES as COMMITS
from tests.github_server.endpoints.contents import ROUTES as CONTENTS
from tests.github_server.endpoints.git_data import ROUTES as GIT_DATA
from tests.github_server.endpoints.graphql import ROUTES as GRAPHQL
from tests.github_server.endpoints.issues import ROUTES as ISSUES
from tests.github_server.endpoints.labels import ROUTES as LABELS
from tests.github_server.endpoints.pulls import ROUTES as PULLS
from tests.github_server.endpoints.reactions import ROUTES as REACTIONS
from tests.github_server.endpoints.refs import ROUTES as REFS
from tests.github_server.endpoints.repository import ROUTES as REPOSITORY
from tests.github_server.endpoints.statuses import ROUTES as STATUSES
from tests.github_server.routing import Route

# A path is answered by the first route that fits: `commits/REF/status` before `commits/REF`.
ROUTES: tuple[Route, ...] = (
    *REPOSITORY,
    *ISSUES,
    *COMMENTS,
    *REACTIONS,
    *LABELS,
    *PULLS,
    *REFS,
    *GIT_DATA,
    *CONTENTS,
    *STATUSES,
    *COMMITS,
    *GRAPHQL,
)
