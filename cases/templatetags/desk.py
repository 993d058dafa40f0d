"""What the desk's own templates ask for."""

from typing import Any

from django import template

from cases.models import Change

register = template.Library()


@register.simple_tag
def latest_changes(user: Any, number: int = 10) -> list[Change]:
    """The latest audit rows, for those who may see them."""
    if not user.has_perm("cases.view_change"):
        return []
    return list(Change.objects.only("at", "by", "action", "model", "why")[:number])
