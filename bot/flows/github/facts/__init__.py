"""What is there: the list at a commit, branches, submissions, and who asked for a work first?"""
