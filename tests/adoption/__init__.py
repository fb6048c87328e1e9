"""Does a README become a list without looking different?"""
