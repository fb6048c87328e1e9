"""What becomes of single entries, on the files at hand: suggested, found twice, edited, moved?"""
