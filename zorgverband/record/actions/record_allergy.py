"""Writing down what somebody cannot stand."""

from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import Allergy
from .ground import put_down


def record_allergy(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    substance: str,
    reaction: str = "",
    criticality: str = "",
    note: str = "",
) -> Item:
    """Write down an allergy or intolerance of `about`. Raises NoName and what sharing refuses."""
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=Subject.HEALTH,
        kind="allergy",
        title=substance,
        body="\n".join(line for line in (reaction.strip(), note.strip()) if line),
    )
    row = Allergy(
        item=item,
        network_id=seat.network,
        about_id=about,
        name=substance.strip(),
        reaction=reaction.strip(),
        criticality=Allergy.Criticality(criticality),
    )
    Allergy.objects.bulk_create([row])
    return item
