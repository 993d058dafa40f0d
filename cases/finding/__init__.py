"""One search for every index of names: the pages, the desk, and whatever else looks somebody up.

`index` says where keys are kept, `candidates` reads those that a query could mean (never more than a fixed
number), `order` puts them in an order of fit, `vocabulary` knows the words that a misspelt one could be.
Nothing here knows a table: the public side and the record each bring their own.
"""

from cases.finding.index import Index, Rows
from cases.finding.order import Found, Spellings, find

__all__ = ["Found", "Index", "Rows", "Spellings", "find"]
