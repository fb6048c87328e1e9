"""How does a workflow start the bot?"""
