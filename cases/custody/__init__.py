"""Custody as a function of the events: periods, status at a date, legal stage, where sources differ. Pure.

What counts, in the order in which it is decided:

1. Planned and denied events change nothing. What a researcher set aside does not count.
2. Facts stand in the order of their dates; where dates overlap, as such things usually happen
   (arrest, sentence, still held, release, exile, death). The order in which facts are given never matters.
3. Different dates of one arrest, release or death are one event with a conflict. Dates that could be one
   (2020-09 and 2020-09-07) are no conflict.
4. A release, and a later fact that the person is held, contradict each other if no arrest stands between:
   a ruling decides, then a source without a hedge, then the later source.
5. A penalty that takes no liberty holds nobody; one in absentia makes the person at large.

`since` and the bounds of periods say no more than the sources: of somebody who is only known to be held on
a day, custody began ``../2025-12-19``. `last_confirmed` is the latest date at which a fact that counts has
the person in custody; for somebody who was set free, the date of the release. The date at which a source was
published is such a date only where it says in the present that the person is held.
"""

from cases.custody.derive import custody, status
from cases.custody.values import Conflict, Custody, CustodyFact, Period

__all__ = ["Conflict", "Custody", "CustodyFact", "Period", "custody", "status"]
