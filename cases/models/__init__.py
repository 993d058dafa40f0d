"""The record: everything researchers know, in normal form. The public side never imports this."""

from cases.models.events import Charge, CustodyPeriod, Event, Release, Sentence
from cases.models.history import Change
from cases.models.incidents import Figure, Incident
from cases.models.merging import Decision, Merge
from cases.models.organisations import Affiliation, Organisation, Recognition
from cases.models.people import NameToken, Person, PersonName
from cases.models.sources import CITED, Citation, Document, Source

__all__ = [
    "CITED",
    "Affiliation",
    "Change",
    "Charge",
    "Citation",
    "CustodyPeriod",
    "Decision",
    "Document",
    "Event",
    "Figure",
    "Incident",
    "Merge",
    "NameToken",
    "Organisation",
    "Person",
    "PersonName",
    "Recognition",
    "Release",
    "Sentence",
    "Source",
]
