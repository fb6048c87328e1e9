"""What has become wrong on the list by itself, what is to be done, and what does its owner see?"""
