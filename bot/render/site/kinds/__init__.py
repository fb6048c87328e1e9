"""What does each kind of page show?"""
