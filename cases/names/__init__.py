"""Names in any script and spelling: folding, search keys, comparison, gender. Pure; knows no database.

`script` cuts and folds; `cyrillic`, `latin` and `abjad` turn letters into sounds; `sounds` measures how far
sounds are apart; `given` knows given names; `parse` finds the parts; `keys`, `compare`, `search` and
`gender` answer what the rest of the project asks.
"""

from cases.names.blocks import Block, blocks
from cases.names.compare import ASK, LINK, Match, compare
from cases.names.gender import gender_of
from cases.names.given import GivenName, given_names
from cases.names.keys import KEY_VERSION, family_tokens, is_given, key, tokens
from cases.names.parse import is_whole
from cases.names.script import fold, script_of, slug
from cases.names.search import best_match, query_tokens, search_rank

__all__ = [
    "ASK",
    "KEY_VERSION",
    "LINK",
    "Block",
    "GivenName",
    "Match",
    "best_match",
    "blocks",
    "compare",
    "family_tokens",
    "fold",
    "gender_of",
    "given_names",
    "is_given",
    "is_whole",
    "key",
    "query_tokens",
    "script_of",
    "search_rank",
    "slug",
    "tokens",
]
