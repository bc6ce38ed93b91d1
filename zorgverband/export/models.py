"""That somebody asked for their record in one file, and where a large one waits for a day."""

from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models

from zorgverband.base.rows import NetworkRow
from zorgverband.people.models import Person

OFFERED = timedelta(hours=24)


class Taking(NetworkRow):
    """One time that a person takes along what is about `about_id`. A small archive is made while
    it is sent and kept nowhere; a large one lies in storage under a random name until it is over.
    `items` are those that are in the stored archive, to check the right to them again."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    asked_at = models.DateTimeField()
    large = models.BooleanField(default=False)
    items = ArrayField(models.UUIDField(), default=list)
    stored_as = models.TextField(blank=True, default="")
    built_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "asked_at"], name="taking_own")]

    @property
    def until(self) -> datetime:
        """The moment from which it is offered no more."""
        return self.asked_at + OFFERED
