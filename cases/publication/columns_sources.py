"""The columns of sources: the documents and articles that published facts rest on."""

from cases import vocab
from cases.publication.columns import Column, char, edtf, site_address
from cases.publication.facts import Json, path

S = Column[Json]

SOURCES: list[S] = [
    S("id", "text", "The source's id. It never changes.", "h5c7m2xk4t", read=lambda s: s["id"]),
    S(
        "url",
        "address",
        "The page with every passage that the record cites.",
        compute=site_address,
        needs=("path",),
    ),
    S(
        "title",
        "text",
        "The title.",
        "Belarus: release of political prisoners",
        read=lambda s: s["title"],
        field=char(500),
    ),
    S(
        "publisher",
        "text",
        "Who published it.",
        "Amnesty International",
        read=lambda s: s["publisher"],
        field=char(index=True),
    ),
    *edtf(
        "published",
        "When it was published, as far as known.",
        "2025-12-13",
        lambda s: s["published"],
        export=False,
    ),
    S(
        "published_basis",
        "code",
        "Where that date comes from.",
        "inferred",
        read=lambda s: s["published_basis"],
        field=char(30),
        vocabulary=vocab.DATE_BASES,
    ),
    S("language", "text", "The language, by BCP 47.", "en", read=lambda s: s["language"], field=char(12)),
    S(
        "original_url",
        "address",
        "Where the original is, if it has an address.",
        "https://www.amnesty.org/en/latest/news/",
        read=lambda s: s["url"],
        field=char(1000),
    ),
    S(
        "path",
        "address",
        "The address on this site.",
        read=lambda s: path("sources", s["title"], s["id"]),
        field=char(3000),
        export=False,
    ),
]
