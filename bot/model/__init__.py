"""The values that travel through the bot: what is a paper, a list, a submission, a decision?"""
