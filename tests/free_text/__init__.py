"""Tests of `bot.free_text`."""
