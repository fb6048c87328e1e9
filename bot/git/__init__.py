"""What does the checkout's history say? The git program, asked without a shell.

    from bot.git.checkout import Checkout

    checkout = Checkout(path, remote="origin", token="")
    checkout.has(sha) -> bool                     is this commit here?
    checkout.fetch(names) -> None                 commits or branches, from the remote
    checkout.text(sha, path) -> str | None        a file at a commit; None where there is none
    checkout.text_of_tree(tree, path) -> str | None
    checkout.message(sha) -> str
    checkout.parents(sha) -> tuple[str, ...]
    checkout.tree(sha) -> str
    checkout.merge_base(a, b) -> str | None
    checkout.changed_paths(a, b) -> tuple[str, ...]
    checkout.merges(a, b) -> str | None           the merged tree; None where they conflict
    checkout.repository() -> str                  "owner/name" on github.com, or ""
    checkout.close() -> None                      lets the git program that answers end

What is not here is fetched, once; what cannot be had is a GitError.
"""
