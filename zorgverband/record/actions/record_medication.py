"""Putting a medicine on the list."""

from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..doubles import ATC, is_atc
from ..models import Medication
from .ground import EndBeforeStart, put_down


class NotAnAtcCode(Refusal):
    """Dit is geen ATC-code. Die ziet eruit als C07AB02. U mag dit ook leeg laten."""


def record_medication(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    name: str,
    dose: str = "",
    route: str = "",
    code: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    note: str = "",
) -> Item:
    """Put a medicine on the list of `about`; one that starts later is planned until then.

    `code` is an ATC code or empty. Raises NotAnAtcCode, NoName, EndBeforeStart, and what sharing
    refuses.
    """
    code = code.strip().upper()
    if code and not is_atc(code, whole=True):
        raise NotAnAtcCode(field="code")
    if starts_on and ends_on and ends_on < starts_on:
        raise EndBeforeStart(field="ends_on")
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=Subject.MEDICATION,
        kind="medication",
        title=name,
        body="\n".join(line for line in (dose.strip(), route.strip(), note.strip()) if line),
    )
    later = starts_on is not None and starts_on > clock.today()
    row = Medication(
        item=item,
        network_id=seat.network,
        about_id=about,
        name=name.strip(),
        code_system=ATC if code else "",
        code=code,
        dose=dose.strip(),
        route=route.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        status=Medication.Status.PLANNED if later else Medication.Status.ACTIVE,
    )
    Medication.objects.bulk_create([row])
    return item
