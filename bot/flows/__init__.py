"""The hall: one story per file, the only place where rooms meet doors.

load        both files of data/, checked against each other
review_form the one chain of a submission, at home and on GitHub
regenerate  README and issue forms from data/
submit      an issue form's body becomes entries and a comment
readmes     existing READMEs become entries
duplicates  records of any file are compared
demo        the whole job on a throw-away copy
"""
