"""Do forms and pull requests on GitHub say what they should?"""
