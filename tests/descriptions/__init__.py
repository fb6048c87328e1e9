"""Is what the bot asks and what the stand-in answers as GitHub itself describes it?"""
