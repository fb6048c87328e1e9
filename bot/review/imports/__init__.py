"""What does a list hold once the entries of an existing README are taken into it?"""
