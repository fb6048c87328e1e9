"""What does a stranger's page answer, asked such that it can harm nobody?

`guard` says to whom nothing is ever sent, `visit` looks at one page.
"""
