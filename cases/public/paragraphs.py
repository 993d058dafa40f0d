"""The cited passages of a source, each in its paragraph, with what they are evidence for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases import vocab
from cases.public import words
from cases.public.passages import anchor, readable
from cases.publication.models import PublicPassage

FACT_WORDS = {
    "person": "About the person",
    "name": "Spelling of a name",
    "affiliation": "Organisation",
    "charge": "Charge",
    "recognition": "Recognition",
    "incident": "Incident",
    "figure": "Figure",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; one with an anchor is a cited passage."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose page a passage is evidence on."""

    name: str
    address: str
    contradicts: bool

    @property
    def page(self) -> tuple[str, str, bool]:
        """What makes two subjects one in a line: the same page, whichever fact on it."""
        return self.name, self.address.partition("#")[0], self.contradicts


@dataclass(slots=True)
class Evidence:
    """What a passage is evidence for, and of whom: one line of the page."""

    mark: tuple[int, int]
    what: str
    subjects: list[Subject] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The anchor of the passage."""
        return anchor(*self.mark)


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a source with the passages marked in it."""

    start: int
    text: str
    marks: list[tuple[int, int]] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def takes(self, start: int, end: int) -> bool:
        """Can this passage be marked here? Marks lie beside each other, never across."""
        return (start, end) in self.marks or all(end <= first or last <= start for first, last in self.marks)

    def add(self, passage: PublicPassage) -> None:
        """Marks a passage and adds what it is evidence for; people of one fact stand in one line."""
        mark, what, subject = (passage.start, passage.end), _what(passage), _subject(passage)
        if mark not in self.marks:
            self.marks.append(mark)
        line = next((one for one in self.evidence if (one.mark, one.what) == (mark, what)), None)
        if line is None:
            line = Evidence(mark, what)
            self.evidence.append(line)
        if subject.page not in {one.page for one in line.subjects}:
            line.subjects.append(subject)

    def quoted(self, mark: tuple[int, int]) -> str:
        """The words of a mark."""
        return self._cut(*mark)

    @property
    def lines(self) -> list[tuple[Evidence, str]]:
        """The evidence in order; where several passages are marked, each line with the words it is about."""
        several = len(self.marks) > 1
        return [(one, self.quoted(one.mark) if several else "") for one in self.evidence]

    @property
    def pieces(self) -> list[Piece]:
        """The text in order, cut at the marks."""
        found, at = [], self.start
        for first, last in sorted(self.marks):
            found += [Piece(self._cut(at, first)), Piece(self._cut(first, last), anchor(first, last))]
            at = last
        found.append(Piece(self._cut(at, self.start + len(self.text))))
        return [piece for piece in found if piece.text]

    def _cut(self, first: int, last: int) -> str:
        return readable(self.text[first - self.start : last - self.start])


def paragraphs(passages: Iterable[PublicPassage]) -> list[Paragraph]:
    """Passages in their paragraphs, in the order of the source; one that overlaps another stands again."""
    found: list[Paragraph] = []
    by_text: dict[tuple[int, str], list[Paragraph]] = {}
    for passage in sorted(passages, key=lambda one: (one.start, one.end, one.address)):
        text = f"{passage.before}{passage.quote}{passage.after}"
        key = (passage.start - len(passage.before), text)
        same = by_text.setdefault(key, [])
        block = next((one for one in same if one.takes(passage.start, passage.end)), None)
        if block is None:
            block = Paragraph(*key)
            same.append(block)
            found.append(block)
        block.add(passage)
    return found


def _what(passage: PublicPassage) -> str:
    """The kind of fact with its date: “Arrest in September 2020”."""
    kind = vocab.EVENT_KINDS.label(passage.kind) if passage.fact == "event" else FACT_WORDS[passage.fact]
    return f"{kind} {words.on(passage.date)}".rstrip()


def _subject(passage: PublicPassage) -> Subject:
    return Subject(
        name=passage.page.title,
        address="" if passage.fact == "figure" else passage.address,  # a figure has no page but this
        contradicts=passage.stance == "contradicts",
    )
