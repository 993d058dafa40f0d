"""Review of what the rules propose, at the research desk."""

from importers.admin import mentions, proposals

__all__ = ["mentions", "proposals"]
