"""Does the store read strictly, refuse with path and line, and write all or nothing?"""
