"""Is each file in another format what its readers take for granted?"""
