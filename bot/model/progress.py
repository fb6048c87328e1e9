"""How does a long piece of work say how far it has come?"""

from collections.abc import Callable

# How much is done, and of how much.
Progress = Callable[[int, int], None]
