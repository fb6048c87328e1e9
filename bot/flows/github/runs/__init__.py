"""What does one run look at, from the event or schedule that woke it to its exit code?

run         of an event, of a sweep
first_day   of a list that has submissions from before it had the bot
refresh     of a push to the main branch
by_hand     what a push edited by hand, taken up into the data
broken      what is said where the list on the main branch cannot be read
dry_run     what would be done
"""
