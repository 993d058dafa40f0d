"""Those to whom something happened, as grammar finds them."""

from dataclasses import dataclass

from importers.mentions import Person


@dataclass(frozen=True, slots=True)
class Patients:
    """Those to whom something happened, and how they were found; empty where nobody is named."""

    people: tuple[Person, ...] = ()
    how: str = ""
    start: int = -1
    end: int = -1

    def __bool__(self) -> bool:
        return bool(self.people)


NOBODY = Patients()
