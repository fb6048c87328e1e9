"""What does GitHub say, and what are we going to do there?"""
