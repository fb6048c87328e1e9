"""How is what there is on GitHub read, in few requests?

queries     the GraphQL documents
asking      pages as large as GitHub can answer
payload     one issue, pull request or comment out of an answer
offers      pull requests of other people
diffs       what such a one changes since it was forked off
fetch_world the World, and what is looked at whole
"""
