"""What do the jobs of upkeep find at home?

links, metadata, discover   one job each
job                         what all of them share: what is known, what goes into the list
stopped, now_and_then       how a job ends early, and what of it is kept by then
"""
