"""How are new categories written into data/list.toml, leaving all that the owner wrote?"""

import json
from collections.abc import Iterable

from bot.model.papers.listing import Category


def with_categories(text: str, categories: Iterable[Category]) -> str:
    """Give the text of a list.toml with these categories behind its last."""
    blocks = ["\n".join(["[[categories]]", *_keys(category)]) + "\n" for category in categories]
    return "\n".join([text.rstrip("\n") + "\n", *blocks]) if blocks else text


def _keys(category: Category) -> list[str]:
    """Write each key; a JSON string is a TOML basic string (TOML 1.0, "String")."""
    known = category.model_dump(exclude_none=True)
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in known.items()]
