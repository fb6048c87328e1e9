"""What does an answer hold where we look, whatever shape it came in?"""
