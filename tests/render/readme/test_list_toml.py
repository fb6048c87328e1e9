"""Is data/list.toml written and edited such that all else stays as its owner wrote it?"""

import json
import tomllib

import pytest

from bot.model.lists.listing import Bot, Category, Listing, Readme
from bot.render.readme.categories import edited, with_categories
from bot.render.readme.list_toml import list_toml
from bot.store import config

CACHING = Category(slug="caching", title='A "KV" Cache', description="Keys \\ values.")
KERNELS = Category(slug="kernels", title="Kernels")
ON_GPUS = Category(slug="on-gpus", title="On GPUs", parent="kernels")
OURS = """# Our list.
title = "A List"

[[categories]]  # the first
slug = 'caching'
title = "Caching"
description = "Keys and values."

[bot]
mode = "watch"

[[categories]]
slug = "kernels"
title = "Kernels"
"""


def test_a_new_list_says_only_what_differs_from_what_is_taken_for_granted() -> None:
    listing = Listing(
        schema_version=1,
        title="Slow “Queries”",
        introduction="For tests.",
        repository="octo/papers",
        categories=(CACHING, KERNELS, ON_GPUS),
        readme=Readme(layout="numbered", pages=True),
        bot=Bot(mode="watch"),
    )
    text = list_toml(listing)

    assert config.parse(text) == listing
    assert text == (
        'schema_version = 1\ntitle = "Slow “Queries”"\nintroduction = "For tests."\n'
        'repository = "octo/papers"\n\n[readme]\nlayout = "numbered"\npages = true\n\n[bot]\n'
        "# The bot writes nothing and says in each run's summary what it would have done. Take this"
        '\n# line out, or write “act”, to switch it on.\nmode = "watch"\n\n'
        '[[categories]]\nslug = "caching"\ntitle = "A \\"KV\\" Cache"\n'
        'description = "Keys \\\\ values."\n\n'
        '[[categories]]\nslug = "kernels"\ntitle = "Kernels"\n\n'
        '[[categories]]\nslug = "on-gpus"\ntitle = "On GPUs"\nparent = "kernels"\n'
    )


def test_no_category_more_changes_nothing() -> None:
    assert with_categories(OURS, []) == OURS
    assert with_categories("", [KERNELS]) == '[[categories]]\nslug = "kernels"\ntitle = "Kernels"\n'


def test_a_category_that_is_called_otherwise_keeps_all_else_of_its_block() -> None:
    renamed = CACHING.model_copy(update={"slug": "kv", "title": "KV Cache"})
    text = edited(OURS, [renamed, KERNELS], {"caching": "kv"}, {"caching": "kv"})

    assert text == OURS.replace("slug = 'caching'", 'slug = "kv"').replace(
        '"Caching"', '"KV Cache"'
    ) + ('\n[renamed]\n"caching" = "kv"\n')


def test_blocks_that_stand_close_stay_so_but_for_a_new_one() -> None:
    close = OURS.replace("\n\n", "\n")
    renamed = CACHING.model_copy(update={"slug": "kv"})
    text = edited(close, [renamed, KERNELS], {}, {"caching": "kv"})
    more = edited(close, [renamed, KERNELS, ON_GPUS], {}, {"caching": "kv"})

    assert text == close.replace("slug = 'caching'", 'slug = "kv"').replace(
        '"Caching"', json.dumps(CACHING.title)
    )
    assert more == text + "\n" + with_categories("", [ON_GPUS])


def test_a_category_that_goes_takes_its_block_along_and_a_new_one_stands_behind() -> None:
    text = edited(OURS, [KERNELS, ON_GPUS], {}, {})

    assert text == (
        '# Our list.\ntitle = "A List"\n\n[[categories]]\nslug = "kernels"\ntitle = "Kernels"\n'
        '[bot]\nmode = "watch"\n\n'
        '[[categories]]\nslug = "on-gpus"\ntitle = "On GPUs"\nparent = "kernels"\n'
    )


def test_a_category_moves_below_another_and_up_again() -> None:
    below = edited(OURS, [CACHING.model_copy(update={"parent": "kernels"}), KERNELS], {}, {})

    assert tomllib.loads(below)["categories"][0]["parent"] == "kernels"
    assert "parent" not in edited(below, [CACHING, KERNELS], {}, {})


def test_of_two_new_names_of_one_category_the_last_counts() -> None:
    first = edited(OURS, [CACHING, KERNELS], {"kv": "caching", "gpu": "kernels"}, {})
    second = edited(first, [CACHING, KERNELS], {"kv": "kernels"}, {})

    assert tomllib.loads(second)["renamed"] == {"gpu": "kernels", "kv": "kernels"}
    assert second.index("[renamed]") > second.index("[[categories]]")


@pytest.mark.parametrize(
    "line", ['"kv"="caching"', "kv = 'caching'", "'kv'   = \"caching\"  # old", '  "k\\u0076"="x"']
)
def test_a_new_name_takes_the_place_of_the_same_however_it_was_written(line: str) -> None:
    theirs = f'{OURS}\n[renamed]  # kept\n# Why.\n{line}\n"a"="kernels"\n'
    text = edited(theirs, [CACHING, KERNELS], {"kv": "kernels"}, {})

    assert text.endswith('\n[renamed]  # kept\n# Why.\n"a"="kernels"\n"kv" = "kernels"\n')
    assert tomllib.loads(text)["renamed"] == {"a": "kernels", "kv": "kernels"}
