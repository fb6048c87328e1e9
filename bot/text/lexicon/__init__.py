"""Which words tell something whatever stands beside them: short forms, mail, no answers?"""
