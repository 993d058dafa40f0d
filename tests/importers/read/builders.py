"""Documents in the making: the smallest files of each kind that are real ones."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx

DAY = (2024, 5, 6, 0, 0, 0)  # of every member of an archive
GARBAGE = "41" * 32  # keys that no password fits
ENCRYPTION = f"<< /Filter /Standard /V 1 /R 2 /O <{GARBAGE}> /U <{GARBAGE}> /P -4 >>"


def pdf(*pages: Sequence[str], title: str = "", encrypted: bool = False) -> bytes:
    """A PDF whose pages hold these lines in Helvetica, one below the other; "" leaves a gap."""
    numbers = [4 + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        content = (
            "BT /F1 11 Tf 14 TL 72 780 Td " + " ".join(f"({_escaped(line)}) Tj T*" for line in lines) + " ET"
        )
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    trailer = f"/Size {len(objects) + 3} /Root 1 0 R /Info {len(objects) + 1} 0 R"
    objects.append(f"<< /Title ({_escaped(title)}) >>")
    if encrypted:
        objects.append(ENCRYPTION)
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{GARBAGE}> <{GARBAGE}>]"
    return _file(objects, trailer)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << {trailer} >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()


def word(*paragraphs: str, heading: str = "", table: Sequence[Sequence[str]] = (), after: str = "") -> bytes:
    """A .docx: a heading, paragraphs, a table, and a paragraph after it."""
    document = docx.Document()
    if heading:
        document.add_heading(heading, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, words in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
    if after:
        document.add_paragraph(after)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these members, dated alike: made again it is the same, byte for byte."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            made.writestr(zipfile.ZipInfo(name, DAY), data, compress_type=method)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """The archive with the flag of encryption set on every member."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            at = place + offset
            data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
            place = data.find(mark, place + 4)
    return data


def mail(*headers: str, body: str = "", kind: str = "text/plain; charset=utf-8") -> bytes:
    """An e-mail of one part."""
    lines = [*headers, "MIME-Version: 1.0", f"Content-Type: {kind}", "Content-Transfer-Encoding: 8bit"]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode("utf-8", "surrogateescape")
