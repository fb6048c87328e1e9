"""What can a person order, and what comes of it in each state?"""
