"""Which works do a few lines list, and under which headings do they stand?"""
