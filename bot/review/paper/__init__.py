"""What is the answer about one asked-for paper?

same         is it the work that another link of the form asked for?
named        which listed entry do its words name?
enrich       what do the services add, and where do they contradict?
work         the answer: new, listed already, or to be asked about
"""
