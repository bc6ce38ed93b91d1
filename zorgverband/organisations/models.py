"""What is kept of the people of an organisation: who works there, who keeps the list, the numbers by
which professionals are registered, and who was asked to come. Teams stand in `people`. Organisations
that work together in a neighbourhood keep their programmes together."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import Row
from zorgverband.people.models import Organisation, Person


class Employment(Row):
    """That a person works for an organisation, from a moment until a moment."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    function = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ends_at__isnull=True),
                name="employment_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="employment_ends_after_starting",
            ),
        ]
        indexes = [models.Index(fields=["person"])]


class OrganisationKeeper(Row):
    """That a person keeps the list of people and teams of an organisation. It opens no client."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ends_at__isnull=True),
                name="keeper_once",
            )
        ]
        indexes = [models.Index(fields=["person"])]


class ProfessionalNumber(Row):
    """A number under which a professional is registered; each kind at most once per person."""

    class Kind(models.TextChoices):
        AGB = "agb", _("AGB-code")
        BIG = "big", _("BIG-nummer")
        UZI = "uzi", _("UZI-nummer")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind)
    number = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="professional_number_once")
        ]


class WorkInvitation(Row):
    """That somebody is asked to work for an organisation here. Link and code are kept as hashes."""

    class Ending(models.TextChoices):
        ACCEPTED = "accepted", "aangenomen"
        DECLINED = "declined", "doet niet mee"
        WITHDRAWN = "withdrawn", "ingetrokken"
        CODES = "codes", "te vaak een verkeerde code"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    given_name = models.TextField()
    infix = models.TextField(blank=True, default="")
    family_name = models.TextField()
    email = models.TextField(blank=True, default="", help_text="emptied when it ends")
    function = models.TextField()
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    token_hash = models.TextField()
    code_hash = models.TextField()
    attempts = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.TextField(choices=Ending, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="work_invitation_token_once")
        ]
        indexes = [models.Index(fields=["organisation", "created_at"])]


class Neighbourhood(Row):
    """Organisations that work together in one place, and keep their programmes together."""

    name = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name"], name="neighbourhood_name_once")]

    def __str__(self) -> str:
        return self.name


class NeighbourhoodOrganisation(Row):
    """That an organisation works in a neighbourhood, from a moment until a moment."""

    neighbourhood = models.ForeignKey(
        Neighbourhood, on_delete=models.PROTECT, related_name="organisations"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["neighbourhood", "organisation"],
                condition=Q(ends_at__isnull=True),
                name="neighbourhood_organisation_once",
            )
        ]
        indexes = [models.Index(fields=["organisation"])]


class ProgrammeKeeper(Row):
    """That somebody keeps the programmes of a neighbourhood, from a moment until a moment, as long
    as they work for one of its organisations. It opens no client."""

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    appointed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="programme_keeper_ends_after_starting",
            )
        ]
        indexes = [models.Index(fields=["person"]), models.Index(fields=["neighbourhood"])]


class ComplaintsOfficer(Row):
    """Where somebody goes with a complaint about an organisation: a name, a number, an address. Kept by
    who keeps its list, and known to everybody, as the organisation is."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.TextField(blank=True, default="")
    phone = models.TextField(blank=True, default="")
    address = models.TextField(blank=True, default="")
