"""Does the bot keep its promises? `tests/README.md` says what is tested where."""
