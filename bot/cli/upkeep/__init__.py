"""How are the jobs of upkeep started, and told?"""
