"""What was already done, by idempotency key, so that a repeated request changes nothing."""

from django.db import models

from .rows import Row


class Done(Row):
    """One accepted request of one person: its key and where it sent them."""

    person_id = models.UUIDField()
    key = models.TextField()
    status = models.SmallIntegerField(default=0)
    location = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "key"], name="done_once")]
