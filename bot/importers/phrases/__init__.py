"""What does a stretch of text say by itself: a date, people, a venue, a role?"""
