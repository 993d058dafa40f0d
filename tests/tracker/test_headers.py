"""Headers and cookies: what every answer carries, and what public ones never do."""

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from tracker.headers import PolicyHeaders

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ADDRESSES = ["/", "/people/", "/people.csv", "/people.csv?status=nonsense", "/nowhere/", "/admin/login/"]
PUBLIC = [address for address in ADDRESSES if not address.startswith("/admin/")]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert {name: headers.get(name) for name in EXPECTED} == EXPECTED
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_set_no_cookie_and_do_not_vary_by_one(client: Client, address: str) -> None:
    answer = client.get(address)
    assert not answer.cookies
    assert "cookie" not in answer.headers.get("Vary", "").lower()


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_a_researcher_gets_the_same_public_page(client: Client, address: str) -> None:
    stranger = client.get(address)
    client.force_login(User.objects.create_superuser("someone"))
    known = client.get(address)
    assert known.getvalue() == stranger.getvalue()
    assert not known.cookies
    assert "cookie" not in known.headers.get("Vary", "").lower()


@pytest.mark.django_db
@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_request_has_neither_session_nor_user(client: Client, address: str) -> None:
    request = client.get(address).wsgi_request
    assert not hasattr(request, "session")
    assert not hasattr(request, "user")


@pytest.mark.django_db
def test_the_desk_knows_its_researcher(client: Client) -> None:
    client.force_login(User.objects.create_superuser("someone"))
    answer = client.get("/admin/")
    assert answer.status_code == 200
    assert "cookie" in answer.headers["Vary"].lower()


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused() -> None:
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a", "password": "b"})
    assert answer.status_code == 403


def test_a_view_may_set_a_stricter_policy() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    answer = PolicyHeaders(view)(RequestFactory().get("/"))
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert "Permissions-Policy" in answer.headers


def test_an_unknown_host_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example.org"}).status_code == 400
