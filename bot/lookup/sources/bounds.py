"""How much of a source is read?"""

# Works of one source in one run; more than a thousand are no selection any more.
MOST_OFFERS = 2_000
LONGEST_ABSTRACT = 5_000  # characters; a longer one is not read
