"""What does GitHub say of the list's repository, and how is it made so?

    from bot.github_api.hub import Hub

    hub = Hub(token, "owner/name", paths=("README.md", "data/papers.json"))
        optional: login, api_url, graphql_url, budget, pause, timeout, patience, sleep, clock
    hub.read() -> World             issues, pull requests, comments, branches: 2 to 3 requests
    hub.read(numbers) -> World      what there is, and only these submissions whole
    hub.look(world, numbers) -> World   the same, with these read whole as well
    hub.may_command(login) -> bool  has this person the right to write? asked once a person
    hub.perform(action) -> ActionResult   see bot.model.github.plan and bot.model.github.result
    hub.near_limit -> str           why to stop now, as a sentence; "" while there is no reason
    hub.points -> int               what the queries have cost, of the token's 1,000 an hour
    hub.sent -> list[LoggedRequest]          (method, path, status) of each request, 0 for no answer

Raises, all from bot.errors: OutageError (no proper answer, after bounded retries), RateLimitError
(told to wait for longer than `patience` seconds a run), ForbiddenError (the token may not),
MissingError (no such repository), RejectedError (a request that GitHub cannot accept: a bug).

    talk          labels, comments, reactions, issues
    branches      commits, branches, commit statuses
    pulls         pull requests: open, edit, merge
    repositories  which repositories that entries link to are there still?
    hub           all of it together

`connection` sends and judges one request, `world` reads what there is.
"""
