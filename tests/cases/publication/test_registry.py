"""Every field of the record is either registered as public or named as internal."""

import pytest
from django.apps import apps
from django.db import models

from cases.publication.registry import INTERNAL, LINKS, PUBLIC, Row, take

# Models of the record that are never published, in no part.
NEVER = {"change", "custodyperiod", "decision", "merge", "nametoken"}
PUBLISHED = [
    model for model in apps.get_app_config("cases").get_models() if model._meta.model_name not in NEVER
]


@pytest.mark.parametrize("model", PUBLISHED, ids=lambda model: model.__name__)
def test_each_field_is_public_internal_or_a_link_and_only_one_of_them(model: type[models.Model]) -> None:
    name = str(model._meta.model_name)
    registered = [*PUBLIC.get(name, ()), *LINKS.get(name, ()), *INTERNAL.get(name, ())]
    fields = {field.name for field in model._meta.concrete_fields}
    assert fields - set(registered) == set(), "a new field is a decision: see cases/publication/registry.py"
    assert set(registered) - fields == set()
    assert len(registered) == len(set(registered))


def test_only_public_fields_are_taken() -> None:
    row = Row(dict.fromkeys([*PUBLIC["person"], *INTERNAL["person"], "invented"], "x"))
    assert set(take("person", row)) == set(PUBLIC["person"])


def test_notes_are_internal() -> None:
    assert "notes" in INTERNAL["person"]
