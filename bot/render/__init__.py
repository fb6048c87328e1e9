"""How do we show it: README, issue forms, comments, pull requests?"""
