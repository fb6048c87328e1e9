"""Which papers, DOIs and copies of pages do those have who register them?"""
