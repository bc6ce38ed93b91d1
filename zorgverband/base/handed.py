"""The days of a repeating agreement that somebody else does, as the database reckons them for the viewer
(`privacy/locks/agreements.sql`)."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import DateField, Func


def handed_days(network: Any, item: Any) -> Func:
    """Inside a statement: the days of this agreement that were taken over, as far as the viewer may
    know of that."""
    days: Any = ArrayField(DateField())
    return Func(network, item, function="privacy.handed_days", output_field=days)
