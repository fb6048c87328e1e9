"""The room that reads people's names, `bot.people`."""
