"""One page of a list, with its place in the whole."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404

from cases.public.strict import StrictFilterSet

SIZE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """The rows to show, how many there are in all, and the addresses beside this one."""

    rows: list[Any]
    count: int
    number: int
    last: int
    previous: str
    next: str

    @property
    def is_one_of_many(self) -> bool:
        return self.last > 1

    @property
    def first_row(self) -> int:
        """The number of the first row shown, counted from 1 over the whole list."""
        return (self.number - 1) * SIZE + 1


def page_of(listing: StrictFilterSet) -> Page:
    """The page that the address asks for; raises Http404 beyond the last."""
    rows: QuerySet[Any] = listing.qs
    if listing.problems:
        return Page([], 0, 1, 1, "", "")
    number = listing.form.cleaned_data.get("page") or 1
    count = rows.count()
    last = max(1, -(-count // SIZE))
    if number > last:
        raise Http404("no such page")
    return Page(
        rows=list(rows[(number - 1) * SIZE : number * SIZE]),
        count=count,
        number=number,
        last=last,
        previous=_address(listing, number - 1) if number > 1 else "",
        next=_address(listing, number + 1) if number < last else "",
    )


def _address(listing: StrictFilterSet, number: int) -> str:
    parameters = listing.given | ({"page": str(number)} if number > 1 else {})
    return f"?{urlencode(parameters)}" if parameters else "?"
