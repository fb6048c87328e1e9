"""What do the issue forms, the comment, the pull request and the commit say?"""
