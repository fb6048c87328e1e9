"""Of what do the pages consist: the frame, works in a list, groups of works, what machines read?"""
