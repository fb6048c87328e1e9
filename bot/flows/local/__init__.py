"""One story each on the files at hand.

load        the list, read and checked
lookup      what do the services know of a link?

`entries` are the stories of single entries, `outputs` what is made of the list, `upkeep` its jobs
at home, `lists` the stories of a whole list.
"""
