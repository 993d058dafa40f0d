"""`/about/` and `/about/data/`: drawn from the registries."""

import re

from cases import vocab
from cases.publication.columns import headers
from cases.publication.columns_events import EVENTS
from cases.publication.columns_people import PEOPLE
from tests.cases.public.site import text


def test_the_method_defines_every_status_and_how_sure_a_source_is() -> None:
    page = text("/about/")
    for term in (*vocab.STATUSES, *vocab.MODALITIES, *vocab.RECOGNITION_STATUSES):
        assert f"<dt>{term.label}</dt>" in page


def test_the_dictionary_has_every_column_of_every_file() -> None:
    page = text("/about/data/")
    for file, columns in (("people", PEOPLE), ("events", EVENTS)):
        for header in headers(columns):
            assert f'id="{file}-{header}"' in page


def test_every_code_of_a_column_is_defined_where_the_column_links_to() -> None:
    page = text("/about/data/")
    anchors = set(re.findall(r'href="#([^"]+)"', page)) - {"main"}
    assert len(anchors) > 5
    for anchor in anchors:
        assert f'id="{anchor}"' in page
    for code in vocab.EVENT_KINDS.codes:
        assert f'id="terms-event-{code}"' in page


def test_words_of_the_desk_are_not_in_it() -> None:
    assert "Superseded" not in text("/about/data/")
