"""The room of titles, `bot.titles`."""
