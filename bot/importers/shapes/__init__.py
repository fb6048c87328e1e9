"""Which works does a document list, in whatever shape: table, list, paragraph, heading?"""
