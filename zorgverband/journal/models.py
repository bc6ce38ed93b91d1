"""Journal and access log. They name networks and items by id: they stand below the rooms they note."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from zorgverband.base.rows import Row
from zorgverband.people.models import Person


class Event(Row):
    """One thing that happened, to which item or member, by whom. Readers hear of it from here."""

    network_id = models.UUIDField()
    verb = models.TextField()
    item_id = models.UUIDField(null=True)
    member_id = models.UUIDField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to_person_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["network_id", "at"]), models.Index(fields=["item_id"])]


class Look(Row):
    """One row of the access log with the fields of NEN 7513: who, as what, when, whose record,
    which subject and items, what was done, from where, on what ground, and how it ended."""

    class Action(models.TextChoices):
        CREATE = "C", "toegevoegd"
        READ = "R", "gelezen"
        UPDATE = "U", "veranderd"
        DELETE = "D", "teruggehaald"
        EXECUTE = "E", "meegenomen"

    network_id = models.UUIDField()
    about_id = models.UUIDField()
    subject = models.SmallIntegerField()
    compartment_id = models.UUIDField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.TextField()
    member_id = models.UUIDField()
    side = models.TextField()
    function = models.TextField()
    organisation = models.TextField(blank=True, default="")
    action = models.TextField(choices=Action)
    door = models.TextField(help_text="name of the page, feed or export through which was looked")
    items = ArrayField(models.UUIDField())
    ground = models.TextField(help_text="membership, emergency or representation")
    address = models.TextField(blank=True, default="")
    source = models.TextField(default="zorgverband")
    outcome = models.TextField(default="ok")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["network_id", "about_id", "-at"])]


class Link(models.Model):
    """The place of one log row in the chain of its network: its SHA-256 digest holds the digest
    before it. Written by the database when the row is committed, never changed or removed."""

    look_id = models.UUIDField(primary_key=True)
    network_id = models.UUIDField()
    place = models.BigIntegerField()
    digest = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network_id", "place"], name="link_place")]


class Seal(models.Model):
    """How far the chain of a network came at a moment, signed. `line` stands outside the database
    too; `written` says that it has reached the file there."""

    number = models.BigIntegerField(primary_key=True)
    network_id = models.UUIDField()
    place = models.BigIntegerField()
    digest = models.BinaryField()
    at = models.DateTimeField()
    line = models.TextField()
    written = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["network_id", "-place"], name="seal_newest")]
