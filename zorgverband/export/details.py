"""What stands beside the words of an item, as lines to read: a dose, a state, a day."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.networks.queries import Face
from zorgverband.ui.dates import full_date

# Only what the title and the text do not say already; everything stands in gegevens.json.
LABELS = {
    "dose": gettext_noop("Dosering"),
    "route": gettext_noop("Hoe"),
    "starts_on": gettext_noop("Vanaf"),
    "ends_on": gettext_noop("Tot en met"),
    "status": gettext_noop("Stand"),
    "criticality": gettext_noop("Ernst"),
    "reaction": gettext_noop("Wat er gebeurt"),
    "since": gettext_noop("Sinds"),
    "until": gettext_noop("Tot"),
    "state": gettext_noop("Stand"),
    "on_date": gettext_noop("Dag"),
    "by": gettext_noop("Door"),
    "executor_id": gettext_noop("Wie dit doet"),
    "due_on": gettext_noop("Uiterlijk"),
    "answer": gettext_noop("Antwoord"),
    "who_id": gettext_noop("Wie komt"),
    "who_name": gettext_noop("Wie komt"),
    "place": gettext_noop("Waar"),
    "first_on": gettext_noop("Dag"),
    "starts": gettext_noop("Van"),
    "ends": gettext_noop("Tot"),
    "repeat": gettext_noop("Hoe vaak"),
}
FOREVER = date(9999, 12, 31)


def detail_lines(item: dict[str, Any], people: dict[UUID, Face]) -> list[str]:
    """'Dosering: 1 tablet', for everything known that is worth a line on paper."""
    found = []
    for table, rows in item["structure"].items():
        model = apps.get_model(table)
        choices = {field.attname: dict(field.flatchoices) for field in model._meta.concrete_fields}
        for row in rows if len(rows) == 1 else ():
            for name, label in LABELS.items():
                text = _said(row.get(name), choices.get(name, {}), people)
                if text:
                    found.append(f"{_(label)}: {text}")
    return found


def _said(value: object, choices: dict[Any, Any], people: dict[UUID, Face]) -> str:
    if value in (None, "", FOREVER):
        return ""
    if isinstance(value, (date, datetime)):
        return full_date(value)
    if isinstance(value, time):
        return f"{value.hour}.{value.minute:02d} uur"
    if isinstance(value, UUID):
        return people[value].name if value in people else ""
    return str(choices.get(value, value))
