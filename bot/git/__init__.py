"""What does the checkout's history say? The git program, asked without a shell.

`Checkout` answers about commits; what is not here is fetched, once, and what cannot be had is a
GitError.
"""
