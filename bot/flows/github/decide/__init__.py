"""What should become of a submission, and what of its branch, given all that is there?"""
