"""Answering the plan as it is now: yes, or seen and not agreed, because. By the client, by who
decides for them, and by who was asked to sign."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..kinds import AGREED, DISAGREED, PRESENT, SAID
from ..models import PlanPart, Signature
from ..queries import part as readable_part


class DoesNotDecide(NotYours):
    """Alleen de cliënt, of wie voor de cliënt beslist, kan ja zeggen tegen het plan."""


class NotAsked(NotYours):
    """U bent niet gevraagd om dit plan te tekenen."""


class NoReason(Refusal):
    """Schrijf waar u het niet mee eens bent."""


def agree_plan(
    *, seat: Seat, person: UUID, about: UUID, agrees: bool = True, because: str = ""
) -> PlanPart:
    """Say yes to the plan about this client or household as it is at this moment, or that one read
    it and does not agree. What was answered to, is what stood in the plan then: each moment can be
    looked back at. It takes the place of what this member said before.

    Raises DoesNotDecide, NoReason, and what `share` raises.
    """
    if not seat.decides(about=about, subject=Subject.ARRANGEMENTS):
        raise DoesNotDecide()
    because = _reason(because, agrees=agrees)
    with kept_words():
        title = _("Ja tegen het plan") if agrees else _("Niet eens met het plan")
    kind = AGREED if agrees else DISAGREED
    item = share(
        seat=seat, person=person, about=about, subject=Subject.ARRANGEMENTS, kind=f"plan_{kind}",
        title=title, body=because, in_news=False, verb=f"plan_{kind}",
    )  # fmt: skip
    PlanPart.objects.filter(
        network_id=seat.network, kind__in=SAID, ended_at=None, item__about_id=about,
        said_by_id=seat.member,
    ).update(ended_at=clock.now(), ended_by_id=person)  # fmt: skip
    row = PlanPart(item_id=item.id, network_id=seat.network, kind=kind, said_by_id=seat.member)
    PlanPart.objects.bulk_create([row])
    return row


def sign_plan(
    *, seat: Seat, person: UUID, part: UUID, agrees: bool, because: str = ""
) -> Signature:
    """What who was asked to sign (in this part of the plan) says of the plan as it is now.

    Raises NotHere, NotAsked or NoReason.
    """
    found = readable_part(network=seat.network, id=part)
    named = found.kind == PRESENT and found.signs and found.ended_at is None
    if not named or found.who != seat.member:
        raise NotAsked()
    because = _reason(because, agrees=agrees)
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    row = Signature(
        network_id=seat.network, item_id=part, person_id=person, member_id=seat.member,
        at=clock.now(), agrees=agrees, words=because,
    )  # fmt: skip
    Signature.objects.bulk_create([row])
    verb = "plan_signed" if agrees else "plan_disagreed"
    record(verb=verb, network=seat.network, person=person, item=part)
    return row


def _reason(because: str, *, agrees: bool) -> str:
    if agrees:
        return ""
    if not because.strip():
        raise NoReason(field="because")
    return because.strip()
