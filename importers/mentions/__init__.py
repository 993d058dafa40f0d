"""Who is named: capitalised spans that are people, gathered into one person each."""

from importers.mentions.gather import Cast, gather
from importers.mentions.known import Person
from importers.mentions.spans import Candidate, find_candidates

__all__ = ["Candidate", "Cast", "Person", "find_candidates", "gather"]
