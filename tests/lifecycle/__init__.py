"""Does a submission come into the state that people's acts and the verdict ask for?"""
