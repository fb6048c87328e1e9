"""How is a link or an identifier written once it is clean, and is it a public one?"""
