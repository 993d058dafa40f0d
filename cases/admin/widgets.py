"""Form fields of the desk: relations that are searched for, also without JavaScript, and lists of codes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases.models.base import code_list
from cases.vocab import Vocabulary


class Pick(AutocompleteSelect):
    """Django's searching select; without JavaScript a text field finds the row by its name or id.

    `labels` holds what is already known of the selected row, so that a page of many rows asks for none.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.labels: dict[str, str] = {}

    def optgroups(self, name: str, value: Sequence[str], attrs: dict[str, Any] | None = None) -> Any:
        """Only the selected row is an option; the others are searched for."""
        selected = [str(one) for one in value if str(one).isdigit()]  # what was typed is no option
        if not all(one in self.labels for one in selected):
            return super().optgroups(name, selected, attrs)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        known = [
            self.create_option(name, one, self.labels[one], True, place)
            for place, one in enumerate(selected, start=len(blank))
        ]
        return [(None, [*blank, *known], 0)]

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        """The select, and the text field that a browser without JavaScript shows."""
        name = args[0] if args else kwargs["name"]
        return format_html(
            '{}<noscript><label class="typed">or type its name or id'
            ' <input type="text" name="{}" class="vTextField"></label></noscript>',
            super().render(*args, **kwargs),
            self._typed(name),
        )

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The selected row; what was typed goes first, and stays as typed where not exactly one row fits."""
        typed = str(data.get(self._typed(name), "")).strip()
        if not typed:
            return super().value_from_datadict(data, files, name)
        rows = self.choices.queryset
        desk = self.admin_site.get_model_admin(rows.model)
        found, _ = desk.get_search_results(None, rows, typed)  # type: ignore[arg-type]  # ours asks nothing of the request
        keys = list(dict.fromkeys(found.values_list("pk", flat=True)[:2]))
        return str(keys[0]) if len(keys) == 1 else typed

    @staticmethod
    def _typed(name: str) -> str:
        return f"{name}__typed"


class CodesField(forms.MultipleChoiceField):
    """Codes of a vocabulary as boxes to tick, kept as one text joined with commas."""

    def __init__(self, vocabulary: Vocabulary[Any], **kwargs: Any) -> None:
        super().__init__(
            choices=vocabulary.choices, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return code_list(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        return ",".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
