"""Tags of the public pages: dates in words, terms as people read them, the navigation."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from cases import vocab
from cases.countries import country_name
from cases.public import words
from cases.vocab import Vocabulary

register = template.Library()

VOCABULARIES: dict[str, Vocabulary[Any]] = {
    "status": vocab.STATUSES,
    "stage": vocab.LEGAL_STAGES,
    "event": vocab.EVENT_KINDS,
    "modality": vocab.MODALITIES,
    "gender": vocab.GENDERS,
    "name": vocab.NAME_KINDS,
    "organisation": vocab.ORGANISATION_KINDS,
    "role": vocab.AFFILIATION_ROLES,
    "charge": vocab.CHARGE_STATUSES,
    "recognition": vocab.RECOGNITION_STATUSES,
    "decision": vocab.RECOGNITION_DECISIONS,
    "criterion": vocab.CRITERIA,
    "figure": vocab.FIGURE_SUBJECTS,
    "qualifier": vocab.QUALIFIERS,
    "basis": vocab.DATE_BASES,
}
SECTIONS = [
    ("public:people", "People"),
    ("public:events", "Events"),
    ("public:incidents", "Incidents"),
    ("public:organisations", "Organisations"),
    ("public:sources", "Sources"),
    ("public:about", "About"),
]


@register.filter
def term(code: str, vocabulary: str) -> str:
    """What people read for a code: `{{ event.kind|term:"event" }}`."""
    return VOCABULARIES[vocabulary].label(code)


@register.filter
def country(code: str) -> str:
    """A country's name."""
    return country_name(code)


@register.filter
def moment(text: str | None) -> str:
    """An EDTF date in words, in a `<time>` where HTML knows such a date; empty for none."""
    date = words.partial(text)
    if date is None:
        return ""
    if date.precision in ("day", "month", "year") and not date.uncertain and not date.approximate:
        return format_html('<time datetime="{}">{}</time>', date.edtf, date.show())
    return date.show()


register.filter("on", words.on)
register.filter("since", words.since)
register.filter("event_title", words.event_title)
register.filter("modality_words", words.modality_words)
register.filter("date_note", words.date_note)


@register.filter
def weblink(url: str) -> str:
    """The address if it is one of the web, else nothing: no other scheme becomes a link."""
    return url if url.startswith(("https://", "http://")) else ""


@register.filter
def counted(number: int, nouns: str) -> str:
    """A number with its noun: `{{ n|counted:"person,people" }}`."""
    return words.plural(number, *nouns.split(","))


@register.inclusion_tag("parts/sections.html", takes_context=True)
def sections(context: Mapping[str, Any]) -> dict[str, Any]:
    """The navigation, the section of this page marked."""
    request = context.get("request")
    here = request.path if isinstance(request, HttpRequest) else ""
    addresses = [(reverse(name), label) for name, label in SECTIONS]
    return {
        "sections": [
            {"address": address, "label": label, "here": here.startswith(address), "exact": here == address}
            for address, label in addresses
        ]
    }


@register.simple_tag(takes_context=True)
def canonical(context: Mapping[str, Any]) -> str:
    """The full address of this page; empty where the page is an error and has none."""
    request = context.get("request")
    if not isinstance(request, HttpRequest) or "exception" in context:
        return ""
    try:
        return request.build_absolute_uri()
    except DisallowedHost:  # this is the page that says so
        return ""
