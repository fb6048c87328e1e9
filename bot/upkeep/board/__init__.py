"""What does the dashboard hold, and what do people order there?"""
