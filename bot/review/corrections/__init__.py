"""What does a correction change: which entry, how, and does it contradict another one?"""
