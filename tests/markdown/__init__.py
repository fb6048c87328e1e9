"""The room of Markdown, `bot.markdown`."""
