"""What a parser makes of bytes: a text and what the file says of itself. Crosses a pipe as JSON."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Parsed:
    """Text that is not frozen yet, with metadata as the file gives it ("" where it says nothing)."""

    text: str
    encoding: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""  # EDTF
    url: str = ""
    language: str = ""  # as stated by the file
    notes: list[str] = field(default_factory=list)  # what a researcher should know, a sentence each
