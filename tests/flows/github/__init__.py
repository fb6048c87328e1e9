"""Do the stories on GitHub end well, whatever people and GitHub do meanwhile?"""
