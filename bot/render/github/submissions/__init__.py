"""What is said of a submission?

sentences      what is wrong, what was understood, what happens next
change         an entry before and after
comment        the answer to who suggested, as far as it is the same on GitHub and at home
answer         the bot's one comment on GitHub
pull           the pull request: its title, body, commit
hint           one friendly word to an issue that may hold a paper
own_language   the same in the language of whoever opened the thread
owners_words   what the owner adds: thanks, how to cite, what is in scope
fitted         how a text is cut where GitHub takes no more
"""
