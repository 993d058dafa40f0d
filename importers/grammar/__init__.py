"""Who did what to whom, in the masked text of one sentence: subjects, objects, lists, voice.

A few forms of English carry nearly all that press releases say of arrests and sentences. What a form
needs is written beside it; what fits none of them yields nobody, and the rules then claim nothing.

`reading` holds the sentence, `lists` finds the names that stand together, `references` whom pronouns and
nouns mean; `subjects`, `objects` and `possessors` stand on them, and a `Reader` is all three.
"""

from importers.grammar.objects import Objects
from importers.grammar.possessors import Possessors
from importers.grammar.subjects import Subjects


class Reader(Subjects, Objects, Possessors):
    """One sentence, read for subjects, objects and possessors."""
