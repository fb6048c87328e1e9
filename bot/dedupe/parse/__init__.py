"""What of a record is compared, and in which form?"""
