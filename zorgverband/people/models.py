"""What is kept of persons, organisations and teams. A person may sit in many networks."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils.translation import gettext_lazy as _

from zorgverband.base.ids import new_id
from zorgverband.base.rows import Row

from . import names


class Organisation(Row):
    """A practice, home-care organisation, municipality, school: known to everybody."""

    class Kind(models.TextChoices):
        GP = "gp", _("huisartsenpraktijk")
        HOME_CARE = "home_care", _("thuiszorg")
        PHARMACY = "pharmacy", _("apotheek")
        HOSPITAL = "hospital", _("ziekenhuis")
        MENTAL_HEALTH = "mental_health", _("geestelijke gezondheidszorg")
        PARAMEDIC = "paramedic", _("paramedische praktijk")
        CARE_OTHER = "care_other", _("andere zorg")
        MUNICIPALITY = "municipality", _("gemeente")
        WELFARE = "welfare", _("welzijn")
        DEBT_HELP = "debt_help", _("schuldhulp")
        SCHOOL = "school", _("school")
        HOUSING = "housing", _("woningcorporatie")
        VOLUNTEERS = "volunteers", _("vrijwilligersorganisatie")
        INSURER = "insurer", _("zorgverzekeraar")
        COMPANY_DOCTOR = "company_doctor", _("bedrijfsarts")
        EXAMINING_DOCTOR = "examining_doctor", _("keuringsarts")

    name = models.TextField()
    kind = models.TextField(choices=Kind)
    phone = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.name


class Team(Row):
    """People of one organisation who take turns, such as home-care nurses."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    name = models.TextField()
    phone = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.name


class Person(Row):
    """Somebody: the name others in their networks know them by."""

    given_name = models.TextField()
    infix = models.TextField(blank=True, default="")
    family_name = models.TextField()
    salutation = models.TextField(blank=True, default="")
    key = models.TextField(
        blank=True, default="", help_text="short name of a demo person; empty for everybody else"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="person_key", condition=~models.Q(key="")),
        ]

    @property
    def name(self) -> str:
        """Given name, infix and family name: 'Jannie de Wit'."""
        return names.full_name(self.given_name, self.infix, self.family_name)

    @property
    def formal_name(self) -> str:
        """How to address: 'mevrouw De Wit', or the given name for who has no salutation."""
        return names.formal_name(self.given_name, self.infix, self.family_name, self.salutation)

    def __str__(self) -> str:
        return str(self.id)


class Personal(models.Model):
    """Facts of a person for themselves; the rule uses the birth date, and who may write about the health
    of a client sees theirs."""

    person = models.OneToOneField(
        Person, primary_key=True, on_delete=models.PROTECT, related_name="personal"
    )
    birth_date = models.DateField(null=True)


class Portrait(models.Model):
    """A photo of themselves that a person shows to the members of their networks."""

    person = models.OneToOneField(
        Person, primary_key=True, on_delete=models.PROTECT, related_name="portrait"
    )
    stored_as = models.TextField()
    set_at = models.DateTimeField()


class TeamPerson(Row):
    """That a person takes turns in a team, from a moment until a moment."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="turns")
    function = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    substitute = models.BooleanField(
        default=False, db_default=False, help_text="takes the place of somebody for some time"
    )

    class Meta:
        indexes = [models.Index(fields=["person"]), models.Index(fields=["team"])]


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; allauth and Django's authentication ask for one."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account with this e-mail address, whatever its capitals."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """With what a person signs in, and how they like to read."""

    class Letters(models.TextChoices):
        NORMAL = "normal", "Normaal"
        LARGE = "large", "Groot"
        XLARGE = "xlarge", "Extra groot"
        COMPACT = "compact", "Compact"

    class Theme(models.TextChoices):
        DEVICE = "device", "Als uw toestel"
        LIGHT = "light", "Licht"
        DARK = "dark", "Donker"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="account")
    email = models.EmailField()
    is_active = models.BooleanField(default=True)
    provider_off = models.BooleanField(
        default=False, db_default=False, help_text="not through an organisation any more"
    )
    letters = models.TextField(choices=Letters, default=Letters.NORMAL)
    theme = models.TextField(choices=Theme, default=Theme.DEVICE)
    language = models.TextField(default="nl")
    welcomed_at = models.DateTimeField(
        null=True, db_default=Now(), help_text="empty: reads what Zorgverband is at the next visit"
    )
    is_staff = False
    is_superuser = False

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="account_email")]

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """No: what people may do is never a Django permission."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """No: there is no admin site."""
        return False


class Session(AbstractBaseSession):
    """A signed-in browser: whose, on which kind of device, when it was last used. What it holds is
    Django's (`sessions.py`)."""

    account = models.ForeignKey(
        Account, null=True, on_delete=models.CASCADE, related_name="sessions"
    )
    device = models.TextField(blank=True, default="")
    shared = models.BooleanField(default=False)
    known = models.TextField(blank=True, default="", db_default="", help_text="known_devices.py")
    begun_at = models.DateTimeField()
    used_at = models.DateTimeField()

    @classmethod
    def get_session_store_class(cls) -> Any:
        """The store that reads and writes these rows."""
        from .sessions import SessionStore

        return SessionStore


class OwnDevice(Row):
    """That somebody said of a device that it is theirs alone, from a moment until a moment: there they
    read without reception. `mark` stands for the device (known_devices.py)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mark = models.TextField()
    kind = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "mark"], condition=models.Q(ends_at=None), name="own_device_once"
            )
        ]
