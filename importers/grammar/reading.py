"""One sentence under reading: its masked text, its mentions, and what the text has told so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from importers.memory import Memory
from importers.parties import NOBODY, Patients
from importers.spans import Span
from importers.view import Mention, View


@dataclass
class Reading:
    """A sentence in its article, with what the text remembers."""

    view: View
    sentence: Span
    memory: Memory
    told: tuple[int, str] | None = None  # rank and date of the event last dated in the sentence
    fronted: str = ""  # the date that stands before the first event of the sentence

    @property
    def masked(self) -> str:
        return self.view.masked

    def _mention(self, at: int) -> Mention:
        return self.view.mentions[at]

    def people_of(self, mentions: Sequence[Mention], how: str) -> Patients:
        people = tuple(dict.fromkeys(one.person for one in mentions))
        return Patients(people, how, mentions[0].start, mentions[-1].end) if people else NOBODY
