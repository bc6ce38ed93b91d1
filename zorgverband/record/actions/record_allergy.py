"""Writing down what somebody cannot stand."""

from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..doubles import ATC, is_atc
from ..models import Allergy
from .ground import put_down


class NotAGroup(Refusal):
    """Dit is geen ATC-code. Zo ziet die eruit: J01CA04, of J01C voor een groep. Leeg laten mag."""


def record_allergy(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    substance: str,
    code: str = "",
    reaction: str = "",
    criticality: str = "",
    note: str = "",
) -> Item:
    """Write down an allergy or intolerance of `about`. `code` is the ATC code of a medicine, or of a
    whole group of them (J01C: the penicillins). Raises NotAGroup, NoName and what sharing refuses."""
    code = code.strip().upper()
    if code and not is_atc(code, whole=False):
        raise NotAGroup(field="code")
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
        code_system=ATC if code else "",
        code=code,
        reaction=reaction.strip(),
        criticality=Allergy.Criticality(criticality),
    )
    Allergy.objects.bulk_create([row])
    return item
