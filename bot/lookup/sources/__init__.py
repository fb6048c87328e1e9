"""Which works of the last months does each source offer?"""
