"""The research desk: Django's admin, every save of which is a verb of the record with an audit row."""

from cases.admin import changes, events, groups, merging, organisations, people, publications, site, sources

__all__ = [
    "changes",
    "events",
    "groups",
    "merging",
    "organisations",
    "people",
    "publications",
    "site",
    "sources",
]
