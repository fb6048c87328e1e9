"""What does `python -m bot` run? The same as `bot`."""

from bot.cli import main

if __name__ == "__main__":
    main()
