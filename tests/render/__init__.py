"""Is everything shown as exactly the text that it is?"""
