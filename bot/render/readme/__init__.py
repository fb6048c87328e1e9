"""What does README.md say?"""
