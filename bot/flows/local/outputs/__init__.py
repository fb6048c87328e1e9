"""What is made of the list at hand, and is it sound?"""
