"""Where in its repository does a list stand? A path that ends with `/` is a folder's."""

LIST = "data/list.toml"
PAPERS = "data/papers.json"
README = "README.md"
PAGES = "papers/"
PICTURES = "docs/pictures/"
# What shows the entries, and so what somebody edits who wants to change one by hand.
LISTED = (PAPERS, README, PAGES)
