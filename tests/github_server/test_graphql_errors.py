"""Is a GraphQL document that does not fit refused with GitHub's words?"""

import pytest

from tests.github_server.client import Client
from tests.github_server.graphql.syntax import SyntaxProblemError, parse
from tests.github_server.world import World


def test_what_is_not_there_is_null_with_an_error_beside_the_rest(world: World, bot: Client) -> None:
    world.open_issue("ann", "x", "y")
    world.open_issue("ann", "gone", "y")
    world.delete_issue(2)
    text = """{ repository(owner: "octo", name: "papers") {
        one: issue(number: 1) { title } two: issue(number: 2) { title } } }"""

    found = bot.query(text)

    assert found["data"]["repository"] == {"one": {"title": "x"}, "two": None}
    assert found["errors"] == [
        {
            "type": "NOT_FOUND",
            "path": ["repository", "two"],
            "locations": [{"line": 2, "column": 41}],
            "message": "Could not resolve to an Issue with the number of 2.",
        }
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("nothing", "Field 'nothing' doesn't exist on type 'Repository'"),
        ("issue { title }", "Field 'issue' is missing required arguments: number"),
        ("name(upper: true)", "Field 'name' doesn't accept argument 'upper'"),
        (
            "name { x }",
            (
                "Selections can't be made on scalars (field 'name' returns String but has "
                "selections [x])"
            ),
        ),
        (
            "owner",
            (
                "Field must have selections (field 'owner' returns RepositoryOwner but has no "
                "selections. Did you mean 'owner { ... }'?)"
            ),
        ),
        (
            'issue(number: "1") { title }',
            (
                "Argument 'number' on Field 'issue' has an invalid value (\"1\"). "
                "Expected type 'Int!'."
            ),
        ),
        (
            "issues(first: 1, states: [DONE]) { totalCount }",
            (
                "Argument 'states' on Field 'issues' has an invalid value ([DONE]). "
                "Expected type '[IssueState!]'."
            ),
        ),
        ("issue(number: $n) { title }", "Variable $n is used by anonymous query but not declared"),
        ("...missing", "Fragment missing was used, but not defined"),
        ("... on Nothing { x }", "No such type Nothing, so it can't be a fragment condition"),
    ],
)
def test_a_query_that_does_not_fit_the_schema_is_refused_whole(
    bot: Client, fields: str, message: str
) -> None:
    found = bot.query(f'{{ repository(owner: "octo", name: "papers") {{ {fields} }} }}')

    assert "data" not in found
    assert [error["message"] for error in found["errors"]] == [message]


def test_a_fragment_that_nothing_uses_is_refused(bot: Client) -> None:
    found = bot.query("{ viewer { login } } fragment spare on Issue { title }")

    assert [error["message"] for error in found["errors"]] == [
        "Fragment spare was defined, but not used"
    ]


def test_a_query_may_touch_half_a_million_nodes(bot: Client) -> None:
    text = """{ repository(owner: "octo", name: "papers") { issues(first: 100) { nodes {
        comments(first: 100) { nodes { reactions(first: %d) { totalCount } } } } } } }"""

    assert "errors" not in bot.query(text % 48)
    assert bot.query(text % 49)["errors"] == [
        {
            "type": "MAX_NODE_LIMIT_EXCEEDED",
            "message": "This query requests up to 500,100 possible nodes which exceeds the "
            "maximum limit of 500,000.",
        }
    ]


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ("String!", "Type mismatch on variable $n and argument number (String! / Int!)"),
        ("Int", "Nullability mismatch on variable $n and argument number (Int / Int!)"),
        ("[Int!]!", "List dimension mismatch on variable $n and argument number ([Int!]! / Int!)"),
    ],
)
def test_a_variable_has_to_be_of_its_arguments_type(
    bot: Client, declared: str, message: str
) -> None:
    text = f'query($n: {declared}) {{ repository(owner: "octo", name: "papers") '

    found = bot.query(text + "{ issue(number: $n) { title } } }", n=1)

    assert [error["message"] for error in found["errors"]] == [message]


def test_a_variable_that_is_needed_has_to_come(bot: Client) -> None:
    text = 'query($n: Int!) { repository(owner: "octo", name: "papers") '

    found = bot.query(text + "{ issue(number: $n) { title } } }")

    assert found["errors"][0]["message"] == "Variable $n of type Int! was provided invalid value"


@pytest.mark.parametrize(
    ("bounds", "kind"),
    [("", "MISSING_PAGINATION_BOUNDARIES"), ("(first: 101)", "EXCESSIVE_PAGINATION")],
)
def test_a_list_is_asked_for_in_bounded_pages(bot: Client, bounds: str, kind: str) -> None:
    text = f'{{ repository(owner: "octo", name: "papers") {{ issues{bounds} {{ totalCount }} }} }}'

    assert bot.query(text)["errors"][0]["type"] == kind


@pytest.mark.parametrize(
    "text", ["", "{", "{ a(b: ) }", "subscription { a }", "{ a } }", "query ? {a}"]
)
def test_what_is_no_graphql_is_told_so(bot: Client, text: str) -> None:
    assert "message" in bot.query(text)["errors"][0]


def test_places_in_a_document_are_lines_and_columns() -> None:
    with pytest.raises(SyntaxProblemError) as caught:
        parse("{\n  a(\n    b: ]\n}")

    assert caught.value.place == {"line": 3, "column": 8}


# The first is the example of GitHub's documentation, 5,101 requests:
# https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
@pytest.mark.parametrize(
    ("lists", "points"),
    [
        (
            """issues(first: 100) { nodes { comments(first: 50) { nodes {
              reactions(first: 60) { nodes { content } } } } } }""",
            51,
        ),
        ("labels(first: 100) { nodes { name } }", 1),
        ("issues(first: 100) { nodes { labels(first: 1) { nodes { name } } } }", 1),
        ("issues(last: 50) { nodes { ...two } }", 1),
        ("issues(first: 100) { nodes { ...two } }", 2),
        ("issue(number: 1) { ...two }", 1),
    ],
)
def test_a_query_costs_points_by_the_lists_that_it_may_have_to_read(
    world: World, bot: Client, lists: str, points: int
) -> None:
    two = """fragment two on Issue { labels(first: 9) { nodes { name } } comments(last: 9) {
      nodes { body } } }"""
    world.open_issue("ann", "A paper", "")
    text = f"""query {{ repository(owner: "octo", name: "papers") {{ {lists} }}
      rateLimit {{ cost remaining }} }} {two if "...two" in lists else ""}"""
    world.state.rate.points = 2 * points - 1

    found = bot.query(text)["data"]["rateLimit"]
    assert found == {"cost": points, "remaining": points - 1}
    assert world.state.rate.spent == points
    reply = bot.ask("POST", "//graphql", {"query": text})
    assert [error["type"] for error in reply.body["errors"]] == ["RATE_LIMITED"]
    assert reply.headers["X-RateLimit-Resource"] == "graphql"
    assert reply.headers["X-RateLimit-Remaining"] == str(points - 1)
