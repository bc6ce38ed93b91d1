"""Saying no: with the ground named, and in words."""

from uuid import UUID

from zorgverband.base import requesting
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import faces
from zorgverband.sharing.queries import item as readable_item

from ..grounds import Law, grounds_of, law_of
from ..models import Act, State
from ..queries import Asked
from .answering import asked_of, settle


class NameTheGround(Refusal):
    """Kies waarom dit bewaard moet blijven. Zonder reden uit de wet mag u dit niet weigeren."""


class SayWhy(Refusal):
    """Schrijf op waarom u dit niet doet. Degene die het vroeg, leest dat."""


def refuse_request(
    *, seat: Seat, person: UUID, request: UUID, answer: str, ground: str = ""
) -> None:
    """Say no. Removal is only refused on a ground of the law under which the item is kept. A
    restriction that is refused ends: the item has the readers back that it had.

    Raises NotHere, NotAskedOfYou, AlreadyAnswered, NameTheGround or SayWhy.
    """
    found = asked_of(seat=seat, request=request)
    if found.act == Act.REMOVE:
        if ground not in {one.code for one in grounds_of(law_for(found))}:
            raise NameTheGround(field="ground")
    elif not answer.strip():
        raise SayWhy(field="reason")
    settle(
        seat=seat, person=person, found=found, to=State.REFUSED, answer=answer,
        ground=ground if found.act == Act.REMOVE else "",
    )  # fmt: skip
    if found.restricted:
        requesting.lift_restriction(request)


def law_for(found: Asked) -> Law:
    """The law under which the item of this request is kept: that of who wrote it."""
    target = readable_item(network=found.network, id=found.of_item)
    face = faces(found.network).get(target["author_member_id"])
    return law_of(side=face.side if face else "", function=face.function_code if face else "")
