"""Which known person a mention is: block, compare, score, decide. Pure: plain values in, a decision out.

Names propose and facts decide. `block` says under which keys to look, `compare` how well the names agree,
`score` what the facts say to that, `decide` whether to link, to ask a researcher, or to make a new person.
"""

from cases.names import ASK, LINK
from importers.resolve.decide import Action, Decision, decide
from importers.resolve.values import Candidate, Known, Mention

__all__ = ["ASK", "LINK", "Action", "Candidate", "Decision", "Known", "Mention", "decide"]
