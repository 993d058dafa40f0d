"""Who is the object of a verb or preposition: "arrested P and P", "the arrest of P", "freed him"."""

from dataclasses import replace

import regex

from importers.grammar.references import References
from importers.lexicons import role_pattern
from importers.parties import NOBODY, Patients
from importers.view import P

_OBJECT_PRONOUN = regex.compile(
    (
        r"\s+(?P<word>him|her|them|both)\b(?!\s+(?:\w+\s+)?(?:wife|husband|home|house|lawyer|brother|sister|"
        r"son|daughter|father|mother))"
    ),
    regex.I,
)
_OBJECT_NOUN = regex.compile(
    rf"\s+(?:the|this)\s+(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{role_pattern()})\b(?!\s+(?:and|of|{P}))", regex.I
)


class Objects(References):
    """To whom a verb does something."""

    def object(self, pos: int, end: int | None = None) -> Patients:
        """Who is the object that begins at `pos`: "P and P", "ten people, including P", "him"."""
        stop = self.sentence.end if end is None else end
        match = _OBJECT_PRONOUN.match(self.masked, pos, stop)
        if match:
            word = match["word"].lower()
            if word == "them":
                return Patients(self.memory.pronoun(word), "pronoun", *match.span())
            return replace(self._meant(word, pos, match.end()), start=match.start())
        found = self._object_names(pos, stop)
        if found:
            return found
        match = _OBJECT_NOUN.match(self.masked, pos, stop)
        if match:
            return Patients(self.memory.noun(match["noun"]), "noun", *match.span())
        return NOBODY
