"""Under which keys to look for candidates, so that not every person has to be compared."""

from cases.names import family_tokens
from importers.resolve.values import Mention


def block_tokens(mention: Mention) -> set[str]:
    """The keys of the family names of a mention, in all its forms: whoever shares one is a candidate.

    Given names are left out where there is another part: half a record may be called Aliaksandr.
    """
    return {token for name in mention.names for token in family_tokens(name)}
