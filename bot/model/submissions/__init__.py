"""What does a submission ask for, what was decided of it, and what is remembered?"""
