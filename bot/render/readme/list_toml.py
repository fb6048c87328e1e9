"""How is data/list.toml written for a list that has none yet?

Only what differs from what the bot takes for granted: whatever else may be set, docs/adopt.md says.
"""

import json
from collections.abc import Iterator

from bot.model.lists.listing import Listing, Readme
from bot.render.readme.categories import with_categories

_WATCH = (
    "# The bot writes nothing and says in each run's summary what it would have done. Take this\n"
    "# line out, or write “act”, to switch it on.\n"
)


def list_toml(listing: Listing) -> str:
    """Write the whole file; the bot in it only watches if the listing says so."""
    named = {
        "schema_version": listing.schema_version,
        "title": listing.title,
        "introduction": listing.introduction,
        "repository": listing.repository,
    }
    parts = ["".join(_lines(named)), "\n[readme]\n" + "".join(_lines(_readme(listing.readme)))]
    if listing.bot.mode == "watch":
        parts.append(f'\n[bot]\n{_WATCH}mode = "watch"\n')
    return with_categories("".join(parts), listing.categories)


def _readme(readme: Readme) -> dict[str, object]:
    """Give what of the README is not as usual."""
    values = readme.model_dump(exclude_defaults=True)
    return {name: values[name] for name in Readme.model_fields if name in values}


def _lines(values: dict[str, object]) -> Iterator[str]:
    """Write keys; a JSON value is one of TOML (TOML 1.0, "String", "Integer", "Boolean")."""
    for name, value in values.items():
        if value is not None:
            yield f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
