"""What is said of the list's upkeep: the dashboard, its pull request, what is filed from it?"""
