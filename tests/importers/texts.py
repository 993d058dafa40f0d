"""Short documents about invented people, for tests of the pipeline. Each is (name, text)."""

from importers.read import Reading, read

ARREST = """Georgia: Journalist detained

Tbilisi, 4 March 2024

Journalist Nino Varazashvili was arrested on 2 March 2024 in Tbilisi, the Media Desk said.
"""

SENTENCE = """Georgia: Journalist sentenced to four years

Tbilisi, 10 June 2024

A court in Tbilisi sentenced journalist Nino Varazashvili to four years in prison on 9 June 2024.
"""

RELEASE = """Georgia: Journalist freed

Tbilisi, 12 May 2025

Nino Varazashvili was released from prison on 11 May 2025.
"""

BROTHER = """Georgia: Second journalist detained

Tbilisi, 20 March 2024

Journalist Nika Varazashvili was arrested on 19 March 2024 in Batumi. He is her brother.
"""


def reading(text: str, name: str = "") -> Reading:
    """The text as the reader would give it."""
    return read(text.encode(), name or f"{abs(hash(text))}.txt")
