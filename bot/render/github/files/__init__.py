"""Which files does GitHub read: the issue forms and the workflows?"""
