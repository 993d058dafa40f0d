"""A Word document to text: paragraphs and tables in their order, headings marked.

The dates inside the file are those of the file, often of a template many years old; none is taken. Runs in
the process that parses.
"""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from importers.read.archive import check_sizes, opened
from importers.read.parsed import Parsed


def parse_docx(data: bytes, name: str, _charset: str = "") -> Parsed:
    """The text of a .docx; raises `ReadError` for one that unpacks to too much."""
    with opened(data, name) as archive:
        check_sizes(archive, name)
    document = docx.Document(io.BytesIO(data))
    core = document.core_properties
    return Parsed(
        "\n\n".join(block for block in _blocks(document) if block.strip()),
        title=core.title or "",
        language=core.language or "",
    )


def _blocks(document: Document) -> Iterator[str]:
    headings = {
        style.style_id for style in document.styles if (style.name or "").startswith(("Heading", "Title"))
    }
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield "\n".join(_rows(block))
        else:
            yield _paragraph(block, headings)


def _paragraph(paragraph: Paragraph, headings: set[str]) -> str:
    """The text, with “##” before a heading; its style by id, as python-docx needs 3 ms for a name."""
    text = paragraph.text
    return f"## {text.strip()}" if paragraph._p.style in headings and text.strip() else text


def _rows(table: Table) -> Iterator[str]:
    """A row on a line; a cell that spans columns counts once."""
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}
        words = [" ".join(cell.text.split()) for cell in cells.values()]
        yield " | ".join(word for word in words if word)
