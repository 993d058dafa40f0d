"""Under which keys to look for candidates, so that not every person has to be compared."""

from cases.names import Block, blocks
from importers.resolve.values import Mention


def blocks_of(mention: Mention) -> list[Block]:
    """The blocks of all forms of a mention: where somebody who may be meant is found.

    Given names open no block where there is another part: half a record may be called Aliaksandr.
    """
    return list(dict.fromkeys(block for name in mention.names for block in blocks(name)))


def block_tokens(mention: Mention) -> set[str]:
    """The keys of the family names of a mention, in all its forms: whoever shares one is a candidate."""
    return {token for block in blocks_of(mention) for token in block.exact | block.alike}
