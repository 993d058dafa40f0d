"""The cited passages of a source, each in its paragraph, with what they are evidence for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases import vocab
from cases.public import words
from cases.public.passages import anchor
from cases.publication.models import PublicPassage

FACT_WORDS = {
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
class Evidence:
    """What a passage is evidence for."""

    what: str
    name: str
    address: str
    contradicts: bool


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
        return self.text[first - self.start : last - self.start]


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
        if (passage.start, passage.end) not in block.marks:
            block.marks.append((passage.start, passage.end))
        if (evidence := _evidence(passage)) not in block.evidence:
            block.evidence.append(evidence)
    return found


def _evidence(passage: PublicPassage) -> Evidence:
    what = vocab.EVENT_KINDS.label(passage.kind) if passage.fact == "event" else FACT_WORDS[passage.fact]
    when = words.on(passage.date)
    return Evidence(
        what=f"{what} {when}".rstrip(),
        name=passage.page.title,
        address="" if passage.fact == "figure" else passage.address,  # a figure has no page but this
        contradicts=passage.stance == "contradicts",
    )
