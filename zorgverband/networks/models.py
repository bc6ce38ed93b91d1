"""What is kept of a network, its members, and the dated facts that decide who is in control."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from zorgverband.base.rows import NetworkRow, Row
from zorgverband.people.models import Organisation, Person, Team


class Side(models.TextChoices):
    """The side a member stands on; visibility.md, *Things*."""

    CLIENT = "client", "cliënt"
    FAMILY = "family", "familie en buren"
    CARE = "care", "zorg"
    SOCIAL = "social", "gemeente, welzijn, school"


class Network(Row):
    """The people around one client or household."""

    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)


class Member(NetworkRow):
    """One person or one team in one network, from joining to leaving. A client is one too."""

    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="members")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="members")
    side = models.TextField(choices=Side)
    coordinator = models.BooleanField(default=False)
    first_contact = models.BooleanField(default=False)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    compartment = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(team__isnull=True),
                name="member_person_or_team",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("joined_at")),
                name="member_leaves_after_joining",
            ),
            models.UniqueConstraint(
                fields=["network", "person"],
                condition=Q(left_at__isnull=True, compartment__isnull=True),
                name="member_person_once",
            ),
            models.UniqueConstraint(
                fields=["network", "person", "compartment"],
                condition=Q(left_at__isnull=True, compartment__isnull=False),
                name="member_person_once_inside",
            ),
            models.UniqueConstraint(
                fields=["network", "team"],
                condition=Q(left_at__isnull=True, compartment__isnull=True),
                name="member_team_once",
            ),
            # Taking part inside a compartment is no hindrance to who does not know of it.
            models.UniqueConstraint(
                fields=["network", "team", "compartment"],
                condition=Q(left_at__isnull=True, compartment__isnull=False),
                name="member_team_once_inside",
            ),
        ]
        indexes = [models.Index(fields=["person"]), models.Index(fields=["team"])]


class Role(NetworkRow):
    """What a member does and for whom they work. A row of its own: the social side may not
    read it of care members, unless known by nature or shown (visibility.md, *People*)."""

    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="role")
    function = models.TextField()
    description = models.TextField(blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    phone = models.TextField(blank=True, default="")
    known = models.BooleanField(default=False)


class Presence(NetworkRow):
    """That a person took part in a network, so that their name stays readable there. `medical`:
    only in what is medical so far; the social side does not learn of that."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presences")
    medical = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "person", "member"], name="presence_once")
        ]
        indexes = [models.Index(fields=["person"])]


class Exclusion(NetworkRow):
    """That a person is kept out of a network, whatever team they are in."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["network", "person"])]


class Hat(NetworkRow):
    """Through which membership somebody with two teams in one network chose to look."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "person"], name="hat_once")]


class Representation(NetworkRow):
    """That a member acts for a client, on a ground, for some subjects, from when to when."""

    class Ground(models.TextChoices):
        AUTHORISATION = "authorisation", "schriftelijke machtiging"
        MENTORSHIP = "mentorship", "mentorschap"
        CURATORSHIP = "curatorship", "curatele"
        ADMINISTRATION = "administration", "bewind"
        CLOSE_RELATIVE = "close_relative", "partner, ouder, kind, broer of zus (WGBO)"

    client = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    representative = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ground = models.TextField(choices=Ground)
    document = models.TextField(blank=True, default="")
    subjects = ArrayField(models.SmallIntegerField())
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["representative"]), models.Index(fields=["client"])]


class Authority(NetworkRow):
    """That a member has parental authority (gezag) over a client who is a child."""

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["parent"]), models.Index(fields=["child"])]


class Control(NetworkRow):
    """In which of the four states a client's control (regie) is; the newest running row holds."""

    class State(models.TextChoices):
        SELF = "self", "beslist zelf"
        SUPPORTED = "supported", "beslist zelf, met hulp"
        REPRESENTED = "represented", "iemand anders beslist"
        INTERIM = "interim", "de coördinator beslist tijdelijk"

    client = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    state = models.TextField(choices=State)
    holder = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ground = models.TextField(blank=True, default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["client"])]


class Death(NetworkRow):
    """That a client died: from `starts_at` nobody reads or writes about them in this network, except
    as kept in KeptAccess. Ended only when it was recorded by mistake."""

    client = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    died_on = models.DateField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "client"],
                condition=Q(ends_at__isnull=True),
                name="death_once",
            )
        ]


class KeptAccess(NetworkRow):
    """Who keeps reading, and sometimes writing, about a client who died, or about the household
    when nobody is left in it: `about` as on an item. Means nothing while the client lives."""

    class Ground(models.TextChoices):
        KEEPER = "keeper", "bewaart het dossier"
        RETENTION = "retention", "bewaarplicht van de zorg (WGBO)"
        NEXT_OF_KIN = "next_of_kin", "nabestaande (WGBO, artikel 7:458a)"

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    subjects = ArrayField(models.SmallIntegerField())
    can_write = models.BooleanField(default=False)
    ground = models.TextField(choices=Ground)
    note = models.TextField(blank=True, default="")
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)


class Substitute(NetworkRow):
    """That somebody looks after a network for its coordinator from `starts_at` until `ends_at`: whose
    bottlenecks are theirs. It gives no reading, and means nothing once the coordinator is none."""

    coordinator = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    substitute = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")), name="substitute_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(substitute=F("coordinator")), name="substitute_is_another"
            ),
        ]
