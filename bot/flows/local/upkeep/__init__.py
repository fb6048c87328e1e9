"""What do the jobs of upkeep find at home?

links, metadata, discover   one job each
job                         what all of them share: what is known, what goes into the list
stopped                     how a job ends early
"""
