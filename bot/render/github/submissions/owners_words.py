"""What does the list's owner say themselves where a suggestion is accepted, declined or asked back?

Their words stand as they are: data/list.toml is theirs, and they may link and emphasise.
"""

from bot.model.lists.listing import Listing
from bot.model.state import State


def owners_words(listing: Listing, state: State) -> tuple[str, ...]:
    """Give the owner's words that belong to a state, a paragraph each."""
    words = listing.words
    scope = (
        f"**What this list takes.** {words.in_scope}" if words.in_scope else "",
        f"**What it does not take.** {words.out_of_scope}" if words.out_of_scope else "",
    )
    by_state = {
        State.ACCEPTED: (
            words.thanks or "",
            f"**How to cite this list.** {words.cite}" if words.cite else "",
        ),
        State.DECLINED: scope,
        State.NEEDS_WORK: scope,
    }
    return tuple(filter(None, by_state.get(state, ())))
