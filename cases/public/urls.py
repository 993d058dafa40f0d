"""Addresses of the public site."""

from django.urls import path, register_converter

from cases.public.views import about, events, files, home, incidents, organisations, people, person, sources


class Reference:
    """The end of a subject's address: its title as readable ASCII, which may be wrong, and its id."""

    regex = "(?:[^/]*-)?[23456789abcdefghjkmnpqrstvwxyz]{10}"

    def to_python(self, value: str) -> str:
        """The id alone; a page redirects where the rest is not as it should be."""
        return value[-10:]

    def to_url(self, value: str) -> str:
        return value


register_converter(Reference, "reference")

app_name = "public"
urlpatterns = [
    path("", home.home, name="home"),
    path("people/", people.people, name="people"),
    path("people.csv", people.people_csv, name="people_csv"),
    path("people.json", people.people_json, name="people_json"),
    path("people/<reference:key>/", person.person, name="person"),
    path("events/", events.events, name="events"),
    path("events.csv", events.events_csv, name="events_csv"),
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/<reference:key>/", incidents.incident, name="incident"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<reference:key>/", organisations.organisation, name="organisation"),
    path("sources/", sources.sources, name="sources"),
    path("sources.csv", sources.sources_csv, name="sources_csv"),
    path("sources/<reference:key>/", sources.source, name="source"),
    path("about/", about.about, name="about"),
    path("about/data/", about.data, name="data"),
    path("robots.txt", files.robots, name="robots"),
    path("favicon.ico", files.favicon, name="favicon"),
]
