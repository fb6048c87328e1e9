"""Where does GitHub say that everything about an account, a repository, a pull request is?

Names and templates: the examples in https://docs.github.com/en/rest/repos/repos and
https://docs.github.com/en/rest/pulls/pulls. Nobody here reads them, but every answer holds them.
"""

from tests.github_server.wire import Json

_PERSON = {
    "followers": "/followers",
    "following": "/following{/other_user}",
    "gists": "/gists{/gist_id}",
    "starred": "/starred{/owner}{/repo}",
    "subscriptions": "/subscriptions",
    "organizations": "/orgs",
    "repos": "/repos",
    "events": "/events{/privacy}",
    "received_events": "/received_events",
}
_REPOSITORY = {
    "archive": "/{archive_format}{/ref}",
    "assignees": "/assignees{/user}",
    "blobs": "/git/blobs{/sha}",
    "branches": "/branches{/branch}",
    "collaborators": "/collaborators{/collaborator}",
    "comments": "/comments{/number}",
    "commits": "/commits{/sha}",
    "compare": "/compare/{base}...{head}",
    "contents": "/contents/{+path}",
    "contributors": "/contributors",
    "deployments": "/deployments",
    "downloads": "/downloads",
    "events": "/events",
    "forks": "/forks",
    "git_commits": "/git/commits{/sha}",
    "git_refs": "/git/refs{/sha}",
    "git_tags": "/git/tags{/sha}",
    "hooks": "/hooks",
    "issue_comment": "/issues/comments{/number}",
    "issue_events": "/issues/events{/number}",
    "issues": "/issues{/number}",
    "keys": "/keys{/key_id}",
    "labels": "/labels{/name}",
    "languages": "/languages",
    "merges": "/merges",
    "milestones": "/milestones{/number}",
    "notifications": "/notifications{?since,all,participating}",
    "pulls": "/pulls{/number}",
    "releases": "/releases{/id}",
    "stargazers": "/stargazers",
    "statuses": "/statuses/{sha}",
    "subscribers": "/subscribers",
    "subscription": "/subscription",
    "tags": "/tags",
    "teams": "/teams",
    "trees": "/git/trees{/sha}",
}


def of_person(url: str) -> Json:
    """Give the addresses below an account's own."""
    return {f"{name}_url": url + rest for name, rest in _PERSON.items()}


def of_repository(url: str, html: str) -> Json:
    """Give the addresses below a repository's own, and those to clone it from."""
    name = html.removeprefix("https://")
    return {f"{what}_url": url + rest for what, rest in _REPOSITORY.items()} | {
        "clone_url": f"{html}.git",
        "git_url": f"git://{name}.git",
        "ssh_url": f"git@{name.replace('/', ':', 1)}.git",
        "svn_url": html,
        "mirror_url": None,
    }


def of_pull(shown: Json) -> Json:
    """Give the addresses of a pull request besides those in `shown`, and all as links."""
    links = {
        "self": shown["url"],
        "html": shown["html_url"],
        "issue": shown["issue_url"],
        "comments": shown["comments_url"],
        "review_comments": f"{shown['url']}/comments",
        "review_comment": f"{shown['url'].rpartition('/')[0]}/comments{{/number}}",
        "commits": shown["commits_url"],
        "statuses": shown["statuses_url"],
    }
    return {
        "diff_url": f"{shown['html_url']}.diff",
        "patch_url": f"{shown['html_url']}.patch",
        "review_comments_url": links["review_comments"],
        "review_comment_url": links["review_comment"],
        "_links": {name: {"href": link} for name, link in links.items()},
    }
