"""Do the workflows, as they are shipped, do on a runner what they are there for?"""
