"""What rooms keep besides the words of an item: doses, times, states; found by asking the models.

A room that is built later is in the archive without a line here: whatever row belongs to an item
goes with it, as far as the lock of that table shows it.
"""

from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model

from zorgverband.sharing.models import Attachment, Item, Reply, Version

# Read by themselves in `contents`.
APART = {Item, Reply, Version, Attachment}
Row = dict[str, Any]


@cache
def tables() -> list[type[Model]]:
    """Every table whose rows belong to an item: `item` leads to it, or to a row that does."""
    found = []
    for model in apps.get_models():
        names = {field.name for field in model._meta.concrete_fields}
        if "item" in names and model not in APART and _leads_to_item(model):
            found.append(model)
    return found


def _leads_to_item(model: type[Model]) -> bool:
    field: Any = model._meta.get_field("item")
    target = field.related_model
    return target is Item or (
        isinstance(target, type) and issubclass(target, Model) and target in _own_tables()
    )


@cache
def _own_tables() -> set[type[Model]]:
    """Tables that have their item as key, such as a measurement."""
    return {
        model
        for model in apps.get_models()
        if model is not Item
        and model._meta.pk.name == "item"
        and getattr(model._meta.pk, "related_model", None) is Item
    }


def structure_of(ids: list[UUID]) -> dict[UUID, dict[str, list[Row]]]:
    """By item and name of the table: its rows, without what repeats the item. One statement for
    each table."""
    found: dict[UUID, dict[str, list[Row]]] = {}
    for model in tables():
        name = model._meta.label_lower
        columns = [
            field.attname
            for field in model._meta.concrete_fields
            if field.name not in ("item", "network")
        ]
        rows: Any = (
            model._default_manager.filter(item_id__in=ids)
            .order_by("pk")
            .values("item_id", *columns)
        )
        for row in rows:
            found.setdefault(row.pop("item_id"), {}).setdefault(name, []).append(row)
    return found
