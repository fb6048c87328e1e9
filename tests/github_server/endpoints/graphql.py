"""What does the GraphQL endpoint answer? The query's result, from the same state as REST.

https://docs.github.com/en/graphql
"""

from tests.github_server.graphql.run import run
from tests.github_server.graphql.types import Context
from tests.github_server.routing import Call, ok, route
from tests.github_server.wire import ApiError, Response


def query(call: Call) -> Response:
    """Answer one document; its errors come with status 200."""
    asked = call.asked
    if not isinstance(asked.get("query"), str):
        raise ApiError(400, "A query attribute must be specified and must be a string.")
    context = Context(call.state, call.actor, call.show)
    name = str(asked.get("operationName") or "")
    return ok(run(asked["query"], asked.get("variables") or {}, context, name))


ROUTES = (route("POST", "/graphql", query),)
