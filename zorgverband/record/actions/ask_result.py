"""Asking who decides to let one read an earlier examination, of which one only knows that it is there."""

from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.deciding import standings
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..examination_kinds import EXAMINATION_KINDS
from ..models import ResultQuestion
from ..standing import unseen_now


class NobodyToAsk(Refusal):
    """Er is nu niemand die hierover beslist. Vraag het aan de coördinator."""


def ask_result(*, seat: Seat, person: UUID, about: UUID, kind: str, words: str = "") -> Item:
    """Ask who decides about this client for the result of an examination of this kind. They alone read
    the question, and release what they choose. Raises NotHere where there is nothing one may know of,
    NobodyToAsk, and what `share` raises."""
    if not unseen_now(network=seat.network, about=about, kind=kind):
        raise NotHere()
    deciders = [
        member for one in standings(seat.network) if one.client == about for member in one.deciders
    ]
    if not deciders:
        raise NobodyToAsk()
    with kept_words():
        title = _("Mag ik de eerdere uitslag lezen? %(kind)s") % {
            "kind": EXAMINATION_KINDS[kind].label
        }
    item = share(
        seat=seat, person=person, about=about, subject=Subject.RESULTS, kind="result_question",
        title=title, body=words, audience=deciders, circle=OWN, tell=False,
    )  # fmt: skip
    row = ResultQuestion(
        item=item, network_id=seat.network, about_id=about, kind=kind, member_id=seat.member
    )
    ResultQuestion.objects.bulk_create([row])
    record(verb="result_asked", network=seat.network, person=person, item=item.id)
    return item
