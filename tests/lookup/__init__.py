"""Do the services give one of three answers, whatever they send?"""
