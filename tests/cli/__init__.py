"""Does the front door answer, and with the exit codes of the contract?"""
