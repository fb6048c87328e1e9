"""How well does each candidate fit the list, by the words of both?"""
