"""Base classes of tables: every row has a UUIDv7; a network row never leaves its network."""

from typing import Any

from django.db import models

from .ids import new_id


class Row(models.Model):
    """A row with an id made here, so that inserting needs no answer from the database."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class NetworkRow(Row):
    """A row of one network. A later spread over machines by `network` touches only this class."""

    network: Any = models.ForeignKey("networks.Network", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
