"""Which pictures does README.md show, and how are they drawn?"""
