"""Is one request sent well, and a failure of it understood?"""
